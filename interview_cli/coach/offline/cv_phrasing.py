"""Reword lines of CVs so that they fit into a question."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from interview_cli.coach.offline.cv_shouted import quieten
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.verbs import Verb, is_past
from interview_cli.english.words import tokenize
from interview_cli.requirements.articles import choose_article
from interview_cli.requirements.cv_work import (
    WorkItem,
    find_opening_verb,
    is_passive,
    match_office,
    remove_subject,
    split_lead_in,
    split_work_sentences,
)
from interview_cli.requirements.work_verbs import parse_work_verb
from interview_cli.text import replace_words

_FILE = ("interview_cli.coach.offline", "cv_phrasing.toml")
_MIN_SAID_WORDS = 3
_MIN_SAID_CHARS = 16
_MAX_SAID_WORDS = 18
_MAX_LISTED_WORDS = 4
_MAX_NOUN_WORDS = 2
_MAX_VERBS = 3
_MAX_PIECE_WORDS = 8
_MAX_NOUN_PHRASE_WORDS = 4
_MAX_SHOUTED_SHARE = 0.5
_LINES_KEPT = 1000

_PART_END = re.compile(r";\s|:\s|\s[–—]\s|\s-\s|\s-$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_AND = re.compile(r"(?<=[a-z]) & (?=[a-z])")
_PERCENT = re.compile(r"\d[\d.,]*%,?")
_ABOUT = re.compile(r"~\s?(?=\d)")
_ROMAN = re.compile(r"\bII\b")
_I_TO_YOU = {
    None: "you",
    "'m": "you are",
    "'ve": "you have",
    "'d": "you had",
    "'ll": "you will",
    " am": "you are",
    " was": "you were",
}
"""By what follows "I", as in "I'm"."""
_MY_TO_YOUR = {
    "my": "your",
    "mine": "yours",
    "me": "you",
    "myself": "yourself",
    "our": "your",
}


def reword_work(item: WorkItem) -> str | None:
    """Return a piece of work so that it follows "you"; None if it cannot be said well.

    "Manage a team of five" in the present job → "manage a team of five".
    """
    return reword_achievement(item.text, is_current=item.is_current)


@lru_cache(maxsize=_LINES_KEPT)  # a question looks for deeds, and for those that were asked about
def reword_achievement(line: str, *, is_current: bool | None = None) -> str | None:
    """Return a line of a CV so that it follows "you"; None if it cannot be said well.

    "Installed fire alarms in my school" → "installed fire alarms in your school". It has 4 to 18
    words. `is_current` says whether the job goes on; None if that is not known.
    """
    said = quieten(line) if line.isupper() else line
    if said is None or not _is_readable(said):
        return None
    phrases = (_reword_part(part, is_current) for part in _split_parts(said))
    return next(filter(None, phrases), None)


@cache
def load_pattern(group: str) -> re.Pattern[str]:
    """Return what the rules of a group of `cv_phrasing.toml` match. Raises KeyError."""
    return load_rules(*_FILE)[group].pattern


@cache
def load_words(name: str) -> frozenset[str]:
    """Return a word list of `cv_phrasing.toml`. Raises KeyError."""
    return frozenset(load_toml(*_FILE)["words"][name].split())


def _is_readable(line: str) -> bool:
    """Return whether a line has no remains of layout, is not cut off and has no common typo."""
    if load_pattern("unreadable").search(line.strip()):
        return False
    return not {word.lower() for word in tokenize(line)} & load_words("typos")


def _is_shouted(text: str) -> bool:
    words = [word for word in tokenize(text) if word[0].isalpha()]
    return sum(word.isupper() for word in words) > len(words) * _MAX_SHOUTED_SHARE


def _split_parts(line: str) -> Iterator[str]:
    """Yield the parts of a line that may be whole sentences."""
    for sentence in split_work_sentences(_clean(line)):
        yield from (part.strip(" .;,") for part in _PART_END.split(sentence))


def _clean(line: str) -> str:
    """Return a line without marks and brackets, with short forms as they are said."""
    text = _AND.sub(" and ", _strip_marks(line))
    text = _ABOUT.sub("about ", _BRACKETS.sub("", text))
    spoken = load_toml(*_FILE)["spoken"]
    return " ".join(_say_short_form(word, spoken) for word in text.split()).rstrip(".;, ")


def _strip_marks(line: str) -> str:
    return _EMPHASIS.sub("", _LINK.sub(r"\1", line))


def _say_short_form(word: str, spoken: Mapping[str, str]) -> str:
    bare = word.rstrip(",")
    return spoken.get(bare, bare) + word[len(bare) :]


def _reword_part(part: str, is_current: bool | None) -> str | None:
    own = split_lead_in(part)
    text = _say_office(own, is_current) or _say_verb(own, is_current)
    if text is None:
        return None
    phrase = _shorten(_end_list(text))
    phrase = _add_articles(_turn_to_you(phrase))
    return phrase if _is_sayable(phrase) else None


def _is_sayable(phrase: str) -> bool:
    count = len(phrase.split())
    if not _MIN_SAID_WORDS <= count <= _MAX_SAID_WORDS or len(phrase) < _MIN_SAID_CHARS:
        return False
    if phrase.count('"') % 2 or _is_shouted(phrase):
        return False
    return not load_pattern("unsaid").search(phrase) and _is_readable(phrase)


def _say_office(text: str, is_current: bool | None) -> str | None:
    """Return what somebody was with "are" or "were": "Mentor for two" → "were a mentor for two"."""
    office = match_office(text)
    if office is None:
        return None
    be = {True: "are", False: "were", None: "have been"}[is_current]
    be = {"was": "were", "am": "are"}.get(_find_be(office), be)
    if load_pattern("later").search(text):
        be = "have been"
    name = office[office.lastgroup or 0]
    article = ""
    if office.lastgroup == "role":
        article = "an " if name[0].lower() in "aeiou" else "a "
    return f"{be} {article}{name[0].lower()}{name[1:]} {text[office.end() :].lstrip()}"


def _find_be(office: re.Match[str]) -> str:
    """Return the form of "be" before what somebody was, or an empty string."""
    words = re.split(r"[\s'’]+", office[0][: -len(office[office.lastgroup or 0]) - 1].lower())
    return next((word for word in words if word in ("was", "am")), "")


def _say_verb(text: str, is_current: bool | None) -> str | None:
    """Return a text that begins with a verb of work, in the tense that follows "you"."""
    have, rest = remove_subject(text)
    verb = find_opening_verb(text)
    first, _, tail = rest.partition(" ")
    if verb is None or is_passive(text) or not tail or not _can_open(first, verb, tail):
        return None
    if verb.form == "participle" and not have:
        return None
    if have:
        return f"{have} {first.lower()} {tail}" if verb.form in ("past", "participle") else None
    is_said_now = text.startswith("I ") and verb.form == "plain"
    is_past = not is_said_now and (
        is_current is False or (is_current is None and verb.form == "gerund")
    )
    if load_pattern("later").search(tail):
        # "Floated to ICU since 2022" needs "have"; only regular verbs have one past form.
        return f"have {first.lower()} {tail}" if first.endswith("ed") else None
    if verb.form == "past":
        return f"{first.lower()} {tail}"
    if is_past and verb.form != "gerund" and _has_unclear_verb(tail):
        return None
    first_verb = verb.past if is_past else verb.plain
    return f"{first_verb} {_join_verbs(tail, verb, is_past=is_past)}"


def _can_open(first: str, verb: Verb, tail: str) -> bool:
    """Return whether a verb is followed by its object, or by another past form with it."""
    if not first.endswith((",", ":")):
        return True
    next_word, *rest = tail.split()
    after = parse_work_verb(next_word.rstrip(","), rest)
    return verb.form == "past" and after is not None and after.form == "past"


def _has_unclear_verb(tail: str) -> bool:
    """Return whether a joined word may be a verb or a noun: "bathrooms, fix leaks"."""
    for joint in load_pattern("joint").finditer(tail):
        rest = tail[joint.end() :].split()
        may_be = parse_work_verb(joint[0], rest, has_subject=True)
        if may_be and may_be.form == "plain" and not parse_work_verb(joint[0], rest):
            return True
    return False


def _join_verbs(tail: str, verb: Verb, *, is_past: bool) -> str:
    """Return the rest of a line with the verbs joined to the first one in its new form."""

    def say(match: re.Match[str]) -> str:
        after = match.string[match.end() :].split()
        joined = parse_work_verb(match[0], after)
        is_object = verb.form == "gerund" and (
            after[:1] in ([], ["and"], ["or"], ["of"])
            or _has_listed_gerund(match.string[: match.start()])
        )
        if joined is None or joined.form != verb.form or is_object:
            return match[0]
        return joined.past if is_past else joined.plain

    if tail.startswith("and "):  # "Planning and teaching"
        return load_pattern("joint").sub(say, f" {tail}").lstrip()
    return load_pattern("joint").sub(say, tail)


def _has_listed_gerund(before: str) -> bool:
    """Return whether a text has a gerund behind a preposition: "residents with washing, "."""
    words = before.replace(",", "").split()
    return any(
        after.endswith("ing") and word in load_words("prepositions")
        for word, after in pairwise(words)
    )


def _end_list(text: str) -> str:
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
    if len(kept) == 1 and len(first.split()) < _MIN_SAID_WORDS:
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


def _shorten(text: str) -> str:
    """Return a text of up to 18 words, or a longer one cut where the rest is a sentence."""
    if len(text.split()) <= _MAX_SAID_WORDS:
        return text
    starts = [text[: end.start()] for end in load_pattern("clause_end").finditer(text)]
    fitting = [start for start in starts if _MIN_SAID_WORDS < len(start.split()) <= _MAX_SAID_WORDS]
    return fitting[-1].rstrip(" ,") if fitting else text


def _turn_to_you(text: str) -> str:
    """Turn a text in the first person into one that addresses the same person as "you"."""
    # "Taught classes I and II" has no "I".
    you = text if _ROMAN.search(text) else load_pattern("first_person").sub(_say_you, text)
    return " ".join(_add_small_words(replace_words(you, _MY_TO_YOUR).split()))


def _say_you(match: re.Match[str]) -> str:
    return _I_TO_YOU[(match["tail"] or "").replace("’", "'") or None]


def _add_small_words(words: list[str]) -> Iterator[str]:
    """Yield words with those that notes leave out: "your" own shop, raised sales "by" 5%."""
    is_change = words[0] in load_words("changes")
    for before, word in pairwise(["", *words]):
        is_owned = before in load_words("owners") or before.endswith(("'s", "’s", "s'", "s’"))
        is_linked = before in load_words("prepositions") | load_words("linked")
        if word == "own" and before and not is_owned:
            yield "your"
        if is_change and _PERCENT.fullmatch(word) and not is_linked:
            yield "by"
        yield word


def _add_articles(text: str) -> str:
    """Add "the" before names and nouns that need it: "for the Department for Education"."""
    named = load_pattern("needs_the").sub(lambda match: f"{match[0]}the ", text)
    words = named.split()
    for place in reversed(range(len(words) - 1)):
        word, after = words[place].lower(), words[place + 1]
        is_open = word in load_words("prepositions") or (word == "to" and after[0].isupper())
        is_open = is_open or place == 0
        if is_open and _lacks_article(words[place + 1 :], is_object=place == 0):
            words.insert(place + 1, _choose_article(words, place))
    return " ".join(words)


def _choose_article(words: list[str], place: int) -> str:
    """Return the article behind a verb or a preposition; what somebody made has "a"."""
    is_new = place == 0 and words[0].lower() in load_words("makes")
    return choose_article(words[place + 1]) if is_new else "the"


def _lacks_article(words: list[str], *, is_object: bool) -> bool:
    """Return whether words begin with a noun phrase that needs an article and has none."""
    if words[0].lower() in load_words("determiners") or words[0][:1].isdigit():
        return False
    if is_object and words[0] in load_words("particles"):
        return False  # "set up a club"
    for place, word in enumerate(words[:_MAX_NOUN_PHRASE_WORDS]):
        after = words[place + 1] if place + 1 < len(words) else ""
        is_end = not after or after in load_words("prepositions") | load_words("relatives")
        is_head = word in load_words("count_nouns")  # "portal using", but "Thursday running club"
        is_end = is_end or (is_head and after.endswith("ing")) or (is_object and after == "and")
        if "'" in word or "’" in word or word in load_words("prepositions"):
            return False
        if is_end or word.endswith(","):
            is_known = word.rstrip(",") in load_words("count_nouns")
            is_alone = place == 0 and not is_object
            return is_known and (not is_alone or word in load_words("people"))
    return False
