"""Place what remains of the clauses of a sentence: by its own words, then by the question asked."""

import re
from collections.abc import Iterator

from interview_cli.job_posts import corrections, dialogue
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.duty_verbs import names_verb
from interview_cli.job_posts.entries import (
    begins_requirement,
    find_list,
    has_content,
    is_benefit,
    is_duty,
    is_given,
    names_activity,
    read_rank,
)
from interview_cli.job_posts.entry_lists import choose_list, describe_setting, rate_entries
from interview_cli.job_posts.list_reading import add_entries
from interview_cli.job_posts.places import is_known_place, parse_place
from interview_cli.job_posts.reading_rules import is_about_employer, is_about_speaker
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.splitting import split_joined
from interview_cli.job_posts.values import read_value
from interview_cli.job_posts.word_lists import has_any_word, load_words
from interview_cli.vocabulary import POST_LISTS, PostField

_MAX_TITLE_WORDS = 5
_MAX_SKILL_WORDS = 4
_MAX_NAME_WORDS = 4
_MIN_DUTY_WORDS = 4
_FILE = "reading.toml"


def place_remains(remains: list[str], draft: Draft, near: PostField | None = None) -> Iterator[Act]:
    """Return an act for each part of a sentence that no value claimed.

    `near` is the list that the rest of the sentence is about.

    A part that no field takes is beside the point, and is kept as such.
    """
    parts = [part for text in remains if has_content(text) and (part := _trim(text))]
    parts = [part for part in parts if not dialogue.says_nothing(part)]
    if not parts:
        return
    employer = [part for part in parts if is_about_employer(part)]
    yield from (Act("beside", words=part) for part in employer)
    parts = [part for part in parts if part not in employer and not draft.is_title(part)]
    if parts and (value := _read_asked(parts[0], draft, is_alone=len(parts) == 1)):
        yield from value
        parts = parts[1:]
    kinds = rate_entries(parts, describe_setting(draft.turn, near))
    for number, (part, shares) in enumerate(zip(parts, kinds, strict=True)):
        denial = corrections.read_denial(part, draft.turn)
        field = choose_list(part, shares, draft.turn.asked)
        if denial:
            yield from denial
        elif field is None or _is_context(part):
            yield Act("beside", words=part)
        elif field in ("responsibilities", "benefits") or number == len(parts) - 1:
            yield from add_entries(field, part)
        else:
            yield from _add_whole(field, part)


def _trim(text: str) -> str:
    """Return a part without the words that led to what a value claimed: "for our cafe in"."""
    words = strip_marks(text).split()
    while len(words) > 1 and words[-1].lower() in load_words(_FILE, "dangling"):
        words.pop()
    return strip_marks(" ".join(words)) if " ".join(words) in text else strip_marks(text)


def _place_in_list(asked: PostField, parts: list[str], near: PostField | None) -> Iterator[Act]:
    """Read the entries that answer the question for a list.

    Duties are recognised where skills were asked for, too, and benefits anywhere.
    """
    if asked == "skills" and near != "skills" and _are_duties(parts):
        asked = "responsibilities"
    if is_given(parts[-1]):
        asked = "benefits"
    for number, part in enumerate(parts):
        field = _choose_field(asked, part)
        is_last = number == len(parts) - 1
        if field == "responsibilities" or is_last or field == "benefits":
            yield from add_entries(field, part)
        else:
            yield from _add_whole(field, part)


def _are_duties(parts: list[str]) -> bool:
    """Return whether the parts of an answer are duties: most are commands, or all have an object.

    "Reading drawings" may be a skill; "reading the drawings, checking the seams" are duties.
    """
    stated = [part for part in parts if _is_stated_duty(part)]
    if len(stated) * 2 > len(parts):
        return True
    are_duties = len(parts) > 1 and all(map(is_duty, parts))
    return are_duties and any(
        has_any_word(part, load_words(_FILE, "before_object"))
        or len(part.split()) >= _MIN_DUTY_WORDS
        for part in parts
    )


def _choose_field(asked: PostField, part: str) -> PostField:
    """Return the list of a part of an answer: what it surely is, else what was asked for."""
    own = _find_own_list(part)
    if asked == "responsibilities" and read_rank(part)[1] is not None:
        return "requirements"
    if asked == "responsibilities":
        return own if own in ("skills", "requirements") and not is_duty(part) else asked
    return own if own == "benefits" else asked


def _find_own_list(part: str) -> PostField | None:
    """Return the list that a part belongs to by its own words; "Welsh a bonus" is no benefit."""
    plain, rank = read_rank(part)
    if rank is None:
        return find_list(part)
    return find_list(plain) or "skills"


def _add_whole(field: PostField, part: str) -> Iterator[Act]:
    """Add an entry inside a list, where "and" joins the words of one entry."""
    for act in add_entries(field, part.replace(" and ", "\1")):
        value, words = str(act.value).replace("\1", " and "), act.words.replace("\1", " and ")
        yield Act(act.kind, act.field, value, words, act.corrects, act.nice_to_have)


def _is_stated_duty(part: str) -> bool:
    """Return whether a part is a duty in the form of a command: "build dashboards for the team"."""
    return is_duty(part) and not part.split()[0].lower().endswith("ing")


def _read_asked(part: str, draft: Draft, *, is_alone: bool) -> list[Act]:
    """Read a part as the answer to the question for a field of one value."""
    asked = draft.turn.asked
    if asked == "title" and draft.takes_any_title and _can_be_title(part):
        return list(read_value("title", part, draft, corrects=False))
    is_place = is_alone or part != part.lower() or is_known_place(part)
    is_open = asked == "location" and not draft.has("location")
    if is_open and is_place and parse_place(part) and not find_list(part):
        return list(read_value("location", part, draft, corrects=False))
    return []


def _can_be_title(part: str) -> bool:
    words = part.split()
    has_figure = bool(re.search(r"\d", part))
    is_chat = has_any_word(part, load_words(_FILE, "no_title"))
    return len(words) <= _MAX_TITLE_WORDS and not has_figure and not is_chat and not find_list(part)


def _find_shared_list(parts: list[str]) -> PostField | None:
    """Return the list that most parts of an enumeration belong to; None for a single part."""
    if len(parts) < 2:
        return None
    has_skill = any(any(find_skills(part)) for part in parts)
    begins_duties = len(parts) > 2 and any(map(is_duty, parts)) and all(map(names_verb, parts))
    if begins_duties and not has_skill:
        return "responsibilities"
    duties = [part for part in parts if is_duty(part) or names_activity(part)]
    if has_skill:
        duties = [part for part in duties if _is_stated_duty(part)]
    if len(duties) * 2 > len(parts):
        return "responsibilities"
    has_skill = has_skill or any(find_list(part) == "requirements" for part in parts)
    is_short = all(len(read_rank(part)[0].split()) <= _MAX_SKILL_WORDS for part in parts)
    if is_given(parts[-1]) and is_short:
        return "benefits"
    return "skills" if has_skill and is_short else None


def _find_open_list(parts: list[str], draft: Draft) -> PostField | None:
    """Return the skills, if bare names answer the question for a level or a place: "CPC card".

    They must be all that the message says, or a list that answers the question for the place.
    """
    if not draft.has("title") or draft.has("skills") or draft.turn.is_shown:
        return None
    is_alone = draft.turn.asked == "experience_level" and draft.is_untouched
    if not is_alone and not (draft.turn.asked == "location" and len(parts) > 2):
        return None
    names = sum(map(_is_name, parts))
    is_list = len(parts) > 2 and names * 2 > len(parts)
    return "skills" if is_list or names == len(parts) else None


def _is_name(part: str) -> bool:
    """Return whether a part is a few words without a verb or a pronoun: "white card"."""
    is_short = len(part.split()) <= _MAX_NAME_WORDS
    return is_short and not has_any_word(part, load_words(_FILE, "no_name"))


def _are_benefits(parts: list[str]) -> bool:
    """Return whether half of several short parts are benefits, so that all are: "PTO, dental"."""
    is_short = all(len(part.split()) <= _MAX_SKILL_WORDS for part in parts)
    return len(parts) > 1 and is_short and sum(map(is_benefit, parts)) * 2 >= len(parts)


def _place_part(part: str, shared: PostField | None, draft: Draft) -> Iterator[Act]:
    plain, _rank = read_rank(part)
    if denial := corrections.read_denial(part, draft.turn):
        yield from denial
        return
    own = None if _is_context(part) else _find_own_list(part)
    is_open = own in (None, "skills") or (shared == "skills" and own == "responsibilities")
    if shared and is_open and not _is_context(part):
        own = shared
    if own == "skills" and not _is_skill(plain):
        yield from _add_known_skills(part)
    elif own:
        yield from add_entries(own, part)
    else:
        yield Act("beside", words=part)


def _is_context(part: str) -> bool:
    """Return whether a part only says where or for whom the job is: "for a works canteen"."""
    first = part.split()[0].lower()
    return first in load_words(_FILE, "context") and not begins_requirement(part)


def _is_skill(part: str) -> bool:
    return all(len(name.split()) <= _MAX_SKILL_WORDS for name in split_joined(part))


def _add_known_skills(part: str) -> Iterator[Act]:
    rest = part
    for skill, written in find_skills(part):
        yield Act("add", "skills", skill, written)
        rest = rest.replace(written, " ")
    if has_content(rest):
        yield Act("beside", words=part)
