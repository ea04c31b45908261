"""Find the papers that an ad names anywhere and of which a CV says that they are not there.

Who writes that a paper has run out or is to come expects to be asked about it, however little the
ad says around its name.
"""

from collections.abc import Iterator
from datetime import date

from interview_cli.english.words import split_sentences
from interview_cli.requirements.ad_layout import read_layout
from interview_cli.requirements.ad_sentences import is_nice_to_have
from interview_cli.requirements.known_in_cv import read_demand
from interview_cli.requirements.known_papers import KnownDemand, find_demands_in
from interview_cli.requirements.paper_demands import is_asked_in, is_put_off
from interview_cli.requirements.requirement import Requirement

_OTHER_PARTS = ("nice", "offer", "other")
_MOST_WORDS = 14
"""A line of so few words that names a paper may be an entry of a list without marks."""
_NOT_THERE = ("lapsed", "to_come", "denied")


def find_told_papers(ad: str, cv: str, day: date | None = None) -> Iterator[Requirement]:
    """Yield known papers that an ad demands and that a CV says are over, to come or not there."""
    for line in read_layout(ad):
        if line.part in _OTHER_PARTS:
            continue
        is_short = len(line.text.split()) <= _MOST_WORDS
        for sentence in split_sentences(line.text):
            if is_nice_to_have(sentence) or not (is_short or is_asked_in(sentence)):
                continue
            for demand in find_demands_in(sentence):
                name = _name(demand, sentence)
                if _is_not_there(demand, cv, day) and not is_put_off(name, ad):
                    yield Requirement(name, name, is_must=True)


def _is_not_there(demand: KnownDemand, cv: str, day: date | None) -> bool:
    if demand.has_other or demand.takes_will:
        return False
    reading = read_demand(demand, cv, day)
    return reading is not None and reading.is_told and reading.state in _NOT_THERE


def _name(demand: KnownDemand, sentence: str) -> str:
    name = sentence[demand.papers[0].start : demand.papers[-1].end]
    paper = demand.papers[0].paper
    return name if find_demands_in(name) else f"{name} {paper.kind}"
