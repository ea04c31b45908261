"""Which interviews are for one job or line of work, so that their feedback forms a series."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from interview_cli.english.words import word_list
from interview_cli.job_posts.titles import remove_level_words
from interview_cli.models import Interview
from interview_cli.trades.index import stem_title
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import load_trade

NO_TITLE = "Imported interview"
"""The title of an interview held elsewhere whose job is not named."""
_TITLE_END = re.compile(r"\s[-–—|]\s|[,(/]")


@dataclass(frozen=True)
class JobLine:
    """What decides whether two interviews are for one line of work. A level does not."""

    trade: str | None
    """None if none is recognised."""
    title: frozenset[str]
    """The stems of the title."""
    occupation: str
    """The stem that names the occupation, such as that of "nurse"."""
    posts: frozenset[str]
    """The trade's groups of posts that the title belongs to."""


def number_job_lines(interviews: Sequence[Interview]) -> dict[str, int]:
    """Return the line of work of each session, by its id: a number from 0.

    Two jobs are one line of work if their titles are the same, levels aside, or if they are of one
    trade and one names the occupation of the other, or both name posts of one group. Jobs of
    different trades never are: a hotel's manager and a bank's. A job that is not named is a line of
    its own.
    """
    numbers: dict[str, int] = {}
    lines: list[list[JobLine]] = []
    for interview in interviews:
        job = find_job_line(interview)
        known = enumerate(lines) if names_job(interview) else ()
        own = next((number for number, jobs in known if _takes(jobs, job)), len(lines))
        if own == len(lines):
            lines.append([])
        lines[own].append(job)
        numbers[interview.session_id] = own
    return numbers


def names_job(interview: Interview) -> bool:
    """Whether it is known what job an interview is for; an imported one may not say."""
    return interview.job_title != NO_TITLE or bool(interview.job_description_text)


def _takes(jobs: Sequence[JobLine], job: JobLine) -> bool:
    """Return whether a job is of the line of work of some others."""
    trades = {known.trade for known in jobs} - {None}
    is_other_trade = job.trade is not None and bool(trades) and job.trade not in trades
    return not is_other_trade and any(_is_same_line(job, known) for known in jobs)


def find_job_line(interview: Interview) -> JobLine:
    """Return the line of work of an interview's job, by its title and its description."""
    title = interview.job_title
    trade = recognise_trade(title, interview.job_description_text or "")
    known = load_trade(trade) if trade else None
    bare = remove_level_words(title)
    stems = stem_title(bare) or [bare.lower()]
    return JobLine(
        trade=trade,
        title=frozenset(stems),
        occupation=(stem_title(_cut_title(bare)) or stems)[-1],
        posts=known.find_posts(title) if known else frozenset(),
    )


def _cut_title(title: str) -> str:
    """Return a title up to the word that names the occupation: "Lecturer" of "Lecturer in Law"."""
    words = _TITLE_END.split(title)[0].split()
    links = word_list("title_links")
    return " ".join(takewhile(lambda word: word.lower() not in links, words))


def _is_same_line(line: JobLine, other: JobLine) -> bool:
    if line.title == other.title:
        return True
    if line.trade is None or line.trade != other.trade:
        return False
    names_occupation = line.occupation in other.title or other.occupation in line.title
    return names_occupation or bool(line.posts & other.posts)
