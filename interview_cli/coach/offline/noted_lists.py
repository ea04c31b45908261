"""End a line of a CV where notes are strung together, and keep a list that can be said."""

from interview_cli.coach.offline.cv_phrasing_rules import load_words
from interview_cli.english.verbs import is_past
from interview_cli.requirements.work_verbs import parse_work_verb

MIN_SAID_WORDS = 3
_MAX_LISTED_WORDS = 4
_MAX_NOUN_WORDS = 2
_MAX_VERBS = 3
_MAX_PIECE_WORDS = 8


def end_list(text: str) -> str:
    """Return a text up to where notes are strung together: "…, 60 members, average spend £900"."""
    first, *pieces = text.split(", ")
    kept, verbs = [first], 1
    for place, piece in enumerate(pieces):
        if _begins_clause(piece) or (_begins_with_verb(piece) and verbs == _MAX_VERBS):
            break
        if not (_begins_with_verb(piece) or _goes_on(piece)):
            if rest := _find_true_list(pieces[place:]):
                kept += rest
                break
            if len(piece.split()) <= _MAX_NOUN_WORDS and " and" in text:
                return text  # a list with asides: "rotated through larder, veg and, at times, …"
            # A clause with "which" or "where" is not whole without its list.
            kept = kept[:1] if _opens_clause(kept[-1]) else kept
            break
        verbs += _begins_with_verb(piece)
        kept.append(piece)
    if len(kept) == 1 and len(first.split()) < MIN_SAID_WORDS:
        return _join_nouns(first, pieces)
    if verbs > 1 and _begins_with_verb(kept[-1]) and not _has_and(kept[-1]):
        return f"{', '.join(kept[:-1])} and {kept[-1]}"
    return ", ".join(kept)


def _has_and(piece: str) -> bool:
    """Return whether the last of several deeds is joined to them by "and"."""
    return f" {piece}".count(" and ") > 0 and any(map(_begins_with_verb, piece.split("and ")[1:]))


def _begins_clause(piece: str) -> bool:
    """Return whether a piece behind a comma is a clause of its own: "and it was granted"."""
    first, *rest = piece.lower().split()
    return first in load_words("joints") and rest[:1] != [] and rest[0] in load_words("subjects")


def _opens_clause(piece: str) -> bool:
    return piece.split()[0].lower() in load_words("relatives")


def _begins_with_verb(piece: str) -> bool:
    first, *rest = piece.removeprefix("and ").split() or [""]
    if not rest or rest[0].lower() in load_words("after_participle"):
        return False  # a participle: "used today by all customers"
    verb = parse_work_verb(first, rest)
    return verb is not None and verb.form in ("past", "plain")


def _goes_on(piece: str) -> bool:
    """Return whether a piece behind a comma belongs to the phrase before it."""
    first, *rest = piece.lower().split()
    if first.endswith("ing") and rest and rest[0] != "of":
        return rest[0] in load_words("determiners") | load_words("prepositions") | {"to"}
    is_participle = is_past(first) and rest[:1] != [] and rest[0] in load_words("after_participle")
    return is_participle or first in load_words("tails")


def _find_true_list(pieces: list[str]) -> list[str]:
    """Return the pieces up to the end of the list that they go on with; none if with no list."""
    starts = (pieces[:length] for length in range(1, len(pieces) + 1))
    return next(filter(_is_true_list, starts), [])


def _is_true_list(pieces: list[str]) -> bool:
    """Return whether pieces end as a list does when it is said: "alarms, lights and pumps"."""
    last = pieces[-1]
    is_ended = last.startswith(("and ", "or ")) or " and " in last or " or " in last
    is_short = all(len(piece.split()) <= _MAX_PIECE_WORDS for piece in pieces)
    is_counted = any(piece[:1].isdigit() for piece in pieces)
    return is_ended and is_short and not is_counted and not _begins_with_verb(last)


def _join_nouns(first: str, pieces: list[str]) -> str:
    """Return a short verb with its objects: "prepared journals, accruals and fixed assets"."""
    is_short = all(len(piece.split()) <= _MAX_LISTED_WORDS for piece in pieces)
    is_loose = any(piece[:1].isdigit() or _is_deed(piece) for piece in pieces)
    if not pieces or not is_short or is_loose:
        return first
    return f"{', '.join([first, *pieces[:-1]])} and {pieces[-1]}"


def _is_deed(piece: str) -> bool:
    first, *rest = piece.split()
    return first.endswith("ing") or parse_work_verb(first, rest) is not None
