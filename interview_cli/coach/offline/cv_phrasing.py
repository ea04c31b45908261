"""Reword lines of CVs so that they fit into a question."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from interview_cli.coach.offline.cv_phrasing_rules import (
    load_pattern,
    load_short_forms,
    load_words,
)
from interview_cli.coach.offline.cv_shouted import quieten
from interview_cli.coach.offline.noted_lists import MIN_SAID_WORDS, end_list
from interview_cli.coach.offline.spoken_notes import add_articles, turn_to_you
from interview_cli.english.verbs import Verb
from interview_cli.english.words import tokenize
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

_MIN_SAID_CHARS = 16
_MAX_SAID_WORDS = 18
_MAX_SHOUTED_SHARE = 0.5
_LINES_KEPT = 1000

_PART_END = re.compile(r";\s|:\s|\s[–—]\s|\s-\s|\s-$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_AND = re.compile(r"(?<=[a-z]) & (?=[a-z])")
_ABOUT = re.compile(r"~\s?(?=\d)")


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
    spoken = load_short_forms()
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
    phrase = _shorten(end_list(text))
    phrase = add_articles(turn_to_you(phrase))
    return phrase if _is_sayable(phrase) else None


def _is_sayable(phrase: str) -> bool:
    count = len(phrase.split())
    if not MIN_SAID_WORDS <= count <= _MAX_SAID_WORDS or len(phrase) < _MIN_SAID_CHARS:
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


def _shorten(text: str) -> str:
    """Return a text of up to 18 words, or a longer one cut where the rest is a sentence."""
    if len(text.split()) <= _MAX_SAID_WORDS:
        return text
    starts = [text[: end.start()] for end in load_pattern("clause_end").finditer(text)]
    fitting = [start for start in starts if MIN_SAID_WORDS < len(start.split()) <= _MAX_SAID_WORDS]
    return fitting[-1].rstrip(" ,") if fitting else text
