"""Measure whether interviews ask about the papers that a job needs and a CV leaves open.

A reader listed the papers that each ad of a set asks for, and what the CV says of them
(`musts/`, see `questions/README.md`).

- Asked: the share of the papers an interviewer would ask about that the plan asks about.
- On held papers: the share of the questions about papers whose paper the CV shows as held.
- False: the share of these questions about anything else than what an interviewer would ask about:
  a paper that is held, or wanted only, or words that name no paper.
- Known: the share of the musts whose words are a paper of the catalogue that must be brought, and
  on how many of these it agrees with the reader whether the CV leaves the paper open.

Run `python -m benchmarks.musts`; `--misses` prints what was missed and what was asked wrongly. The
sets of `_IN_VIEW` were read while the rules on known papers were written, the others were not.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.questions import create_interview, load_pairs
from interview_cli.english.words import content_stems
from interview_cli.requirements.ad_reading import find_requirement_by_topic
from interview_cli.requirements.known_in_cv import read_known_paper
from interview_cli.requirements.open_papers import is_told_check
from interview_cli.requirements.paper_names import load_paper_stems
from interview_cli.requirements.requirement import Requirement
from interview_cli.workflow.plan import plan_interview

_FOLDER = Path(__file__).parent / "musts"
_IN_VIEW = {
    *("thirty", "forty", "fortyone", "fortytwo", "fortythree", "fortyfour", "fortyfive"),
    *("fortysix", "fortyseven", "fortyeight", "fiftythree", "fiftyfour", "fiftyfive", "fiftysix"),
}
_DAY = date(2026, 1, 1)
"""The day of the interviews."""
_CODE = re.compile(r"\b(?=\w*[A-Z])[A-Z+]*[A-Z0-9]\b")
"""A class of a licence and the like, which have no stem: "C+E", "B"."""


class Paper(NamedTuple):
    """A paper that an ad asks for, as a reader saw it."""

    ad: str
    name: str
    is_must: bool
    status: str
    cv: str
    is_asked: bool
    """Whether an interviewer who has read both would ask about it."""


class Counts(NamedTuple):
    """What was asked about in the interviews of a set."""

    asked: int
    to_ask: int
    questions: int
    on_held: int
    false: int
    """Questions about a paper that is held, or need not be, and about what is no paper."""
    musts: int
    known: int
    agreed: int
    """Known musts of which reader and catalogue agree whether the CV leaves them open."""


def load_papers(half: str) -> dict[str, list[Paper]]:
    """Return the papers of the pairs of a set that have any, by the name of the pair."""
    data = tomllib.loads((_FOLDER / f"{half}.toml").read_text("utf-8"))
    return {pair: [Paper(**paper) for paper in papers] for pair, papers in data.items()}


def find_halves() -> list[str]:
    """Return the names of the sets whose papers a reader listed."""
    return sorted(path.stem for path in _FOLDER.glob("*.toml"))


def count_asked(half: str, *, is_printing: bool = False) -> Counts:
    """Count what the interviews of a set ask about."""
    asked = to_ask = questions = on_held = false = 0
    papers = load_papers(half)
    for pair, text in load_pairs(half).items():
        topics = list(_find_gaps_on_papers(pair, text))
        listed = papers.get(pair, [])
        wanted = [paper for paper in listed if paper.is_asked]
        missed = [paper for paper in wanted if not any(_is_about(paper, one) for one in topics)]
        wrong = [topic for topic in topics if _is_held(topic, listed)]
        to_ask += len(wanted)
        asked += len(wanted) - len(missed)
        questions += len(topics)
        on_held += len(wrong)
        idle = [topic for topic in topics if not any(_is_about(paper, topic) for paper in wanted)]
        false += len(idle)
        if is_printing:
            for paper in missed:
                print(f"  {half}/{pair}: not asked: {paper.name} ({paper.status}: {paper.cv!r})")
            for topic in idle:
                kind = "held" if topic in wrong else "not to ask"
                print(f"  {half}/{pair}: asked, and {kind}: {topic}")
    return Counts(asked, to_ask, questions, on_held, false, *_count_known(half))


def _count_known(half: str) -> tuple[int, int, int]:
    """Return the number of musts, of those that are known, and of agreements on these."""
    musts = known = agreed = 0
    pairs = load_pairs(half)
    for name, papers in load_papers(half).items():
        for paper in (paper for paper in papers if paper.is_must):
            musts += 1
            wanted = Requirement(paper.ad, paper.ad, is_must=True)
            if reading := read_known_paper(wanted, pairs[name]["cv"], _DAY):
                known += 1
                agreed += (reading.state == "held") == (paper.status == "held")
    return musts, known, agreed


def _find_gaps_on_papers(name: str, pair: dict[str, str]) -> Iterator[str]:
    for slot in plan_interview(create_interview(name, pair)):
        if slot.kind != "gap":
            continue
        wanted = find_requirement_by_topic(slot.topic, pair["job"])
        if wanted.is_paper or is_told_check(wanted, pair["cv"], _DAY):
            yield slot.topic


def _is_held(topic: str, papers: list[Paper]) -> bool:
    about = [paper for paper in papers if _is_about(paper, topic)]
    return bool(about) and all(paper.status == "held" for paper in about)


def _is_about(paper: Paper, topic: str) -> bool:
    keys = _find_keys(topic)
    if keys <= load_paper_stems():  # "own licence"
        return not keys.isdisjoint(content_stems(paper.ad))
    return not _find_keys(f"{paper.ad} {paper.name}").isdisjoint(keys)


def _find_keys(text: str) -> set[str]:
    stems = content_stems(text)
    return set(stems - load_paper_stems() or stems) | set(_CODE.findall(text))


def print_counts(name: str, counts: Counts) -> None:
    """Print what was asked in the interviews of a set, or of several."""
    print(
        f"{name:12} asked {counts.asked} of {counts.to_ask}; of {counts.questions} questions about "
        f"papers {counts.on_held} on held papers, {counts.false} false; {counts.known} of "
        f"{counts.musts} musts known, {counts.agreed} agreed",
        flush=True,
    )


def add_up(counts: Iterable[Counts]) -> Counts:
    """Return the counts of several sets together."""
    return Counts(*map(sum, zip(*counts, strict=True)))


def main() -> None:
    counts = {}
    for half in find_halves():
        counts[half] = count_asked(half, is_printing="--misses" in sys.argv)
        print_counts(half, counts[half])
    print_counts("in view", add_up(counts[half] for half in counts if half in _IN_VIEW))
    print_counts("unseen", add_up(counts[half] for half in counts if half not in _IN_VIEW))
    print_counts("all", add_up(counts.values()))


if __name__ == "__main__":
    main()
