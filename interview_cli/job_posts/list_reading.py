"""Turn the entries of a list into acts."""

from collections.abc import Iterator

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.denials import find_denied_entry
from interview_cli.job_posts.entries import (
    asks_years,
    find_list,
    has_content,
    is_requirement,
    read_rank,
    strip_having,
)
from interview_cli.job_posts.headings import is_nice_heading
from interview_cli.job_posts.pay import find_pay
from interview_cli.job_posts.reading_rules import is_praise, strip_aside
from interview_cli.job_posts.skills import find_skills, spell_skill
from interview_cli.job_posts.splitting import (
    split_duties,
    split_gerunds,
    split_joined,
    split_list,
    split_names,
)
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import POST_LISTS, PostField

_MAX_SKILL_WORDS = 5
_MAX_NAMED_WORDS = 5
_MAX_ENTRY_WORDS = 60
_MAX_HEADING_WORDS = 6


def read_listed(
    field: PostField, text: str, *, is_nice: bool = False, is_dictated: bool = False
) -> Iterator[Act]:
    """Read the entries below a heading or behind a label. Those below "nice to have" are marked."""
    if is_dictated:
        entries = split_duties(text)
    else:
        is_line = "\n" not in text.strip()
        are_duties = field == "responsibilities"
        entries = (
            split_names(text)
            if field == "skills" and is_line
            else split_list(text, are_duties=are_duties)
        )
    for entry in entries:
        short = len(entry.split()) <= _MAX_HEADING_WORDS
        if field == "requirements" and short and is_nice_heading(entry):
            is_nice = True
        elif not entry.startswith("#") and (
            has_content(entry) or any(find_skills(entry)) or is_praise(entry) or "\n" in text
        ):
            yield from _read_entry(field, entry, is_nice=is_nice)


def add_entries(
    field: PostField | None, text: str, asked: PostField | None = None, *, is_cued: bool = False
) -> Iterator[Act]:
    """Read the entries that a clause states for a list.

    Without a list the entries' own words decide, then the list that was asked for, then skills.
    See `_read_demand` for `is_cued`.
    """
    for part in split_joined(text) if field != "responsibilities" else _split_last(text):
        entry = strip_marks(part)
        if not entry or not has_content(entry):
            continue
        own = field or find_list(entry) or (asked if asked in POST_LISTS else "skills")
        yield from _read_entry(own, entry, is_nice=False, is_cued=is_cued)


def _split_last(text: str) -> list[str]:
    entries = split_list(text, are_duties=True)
    return [duty for entry in entries for duty in split_gerunds(entry)]


def _read_entry(
    field: PostField, entry: str, *, is_nice: bool, is_cued: bool = False
) -> Iterator[Act]:
    if field == "benefits" and (pay := find_pay(entry)):
        yield Act("set", "salary", pay, pay.words)
        rest = strip_marks(entry.replace(pay.words, " ", 1))
        if not has_content(rest):
            return
        entry = rest if rest in entry else entry
        entry = entry.removeprefix("plus ")
    if field in ("skills", "requirements") and (denied := _find_denied(field, entry)) is not None:
        yield Act("deny", value=denied, words=entry) if denied else Act("beside", words=entry)
        return
    entry = strip_aside(entry)
    plain, rank = read_rank(entry)
    plain = strip_marks(plain) or entry
    is_nice = is_nice or bool(rank)
    if field in ("skills", "requirements"):
        yield from _read_demand(field, plain, is_nice=is_nice, is_cued=is_cued)
    elif len(entry.split()) <= _MAX_ENTRY_WORDS:
        yield Act("add", field, entry, entry)
    else:
        yield Act("beside", words=entry)


def _find_denied(field: PostField, entry: str) -> str | None:
    """Return what an entry takes out of the list: "we don't use Java", "not Java"."""
    if entry.lower().startswith("not "):
        rest = entry[len("not ") :]
        # "Not afraid of heights" is a requirement.
        return rest if field == "skills" or any(find_skills(rest)) else None
    return find_denied_entry(entry)


def _read_demand(field: PostField, entry: str, *, is_nice: bool, is_cued: bool) -> Iterator[Act]:
    """Read what the person must bring: a skill if it is one and a must, else a requirement.

    Papers are requirements where the words of a sentence state them (`is_cued`), and skills where
    the employer lists them as skills.
    """
    entry = strip_having(entry)
    first = entry.split()[0].lower()
    is_skill = field == "skills" and not is_nice and not (is_cued and _is_paper(entry))
    is_skill = is_skill and not asks_years(entry)
    if is_skill and is_cued and first in ("a", "an") and len(entry.split()) <= _MAX_NAMED_WORDS:
        is_skill = False  # "a CR-11" is a paper
    if is_skill and is_cued and first in load_words("reading.toml", "no_skill"):
        yield Act("beside", words=entry)
        return
    if is_skill and len(entry.split()) <= _MAX_SKILL_WORDS:
        yield Act("add", "skills", spell_skill(entry), entry)
        return
    yield Act("add", "requirements", entry, entry, nice_to_have=is_nice)
    if not is_nice:
        for skill, written in find_skills(entry):
            yield Act("add", "skills", skill, written)


def _is_paper(entry: str) -> bool:
    return is_requirement(entry) and not any(
        written.casefold() == entry.casefold() for _skill, written in find_skills(entry)
    )
