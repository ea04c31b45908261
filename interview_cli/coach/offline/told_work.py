"""Find the best case that answers tell of work and a CV does not."""

from collections.abc import Collection, Sequence

from interview_cli.coach.offline.question_aims import matches_giveaway
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_rules import load_remark_pattern
from interview_cli.coach.offline.told_cases import asks_for, tells_own_case
from interview_cli.english.words import content_stems, find_measures
from interview_cli.requirements.cv_sections import read_sections

_KINDS = ("requirement", "behaviour", "situation", "follow_up")
_GOOD, _EFFECT = 375, 3
"""The least score, 0 to 500, and the least rating of what came of it."""
_MIN_DEEDS = 2
"""Sentences in which the speaker acts: fewer make no case."""
_MIN_SHARED, _MAX_SHARED_SHARE = 3, 0.4
"""Words that a line of the CV shares with a case it tells, and their share of the line."""
_MIN_FIGURES, _MIN_WITH_FIGURE = 2, 2
"""Figures that only the same case has, or words beside one figure."""


def find_untold_case(
    rated: Sequence[RatedAnswer], cv_text: str, taken: Collection[int] = ()
) -> int | None:
    """Return the number of the answer; None if the CV tells each good case, or there is none.

    `taken` are the numbers of answers of which something is said already.
    """
    lines = [line.text for line in read_sections(cv_text)]
    cases = [
        answer
        for answer in rated
        if answer.exchange.number not in taken
        and _tells_good_case(answer)
        and not any(_shares(line, answer) for line in lines)
    ]
    best = max(cases, key=lambda each: (each.criteria["impact"].rating, each.score), default=None)
    return best.exchange.number if best else None


def _tells_good_case(answer: RatedAnswer) -> bool:
    reading = answer.reading
    deeds = sum(bool(sentence.acts) for sentence in reading.elements.substantive)
    return (
        answer.exchange.question.kind in _KINDS
        and answer.score >= _GOOD
        and answer.criteria["impact"].rating >= _EFFECT
        and deeds >= _MIN_DEEDS
        and tells_own_case(reading)
        and not asks_for("asks_for_slip", reading)
        and not load_remark_pattern("serves_one").search(reading.whole_text)
        # A plan may be told in acts, too: only a time shows that it was done.
        and (
            not asks_for("supposes", reading) or matches_giveaway("tells_time", reading.whole_text)
        )
    )


def _shares(line: str, answer: RatedAnswer) -> bool:
    """Return whether a line of a CV has most of its words, or figures, in common with an answer."""
    stems = content_stems(line)
    shared = stems & answer.reading.stems
    figures = _list_figures(line) & _list_figures(answer.exchange.answer)
    is_same = len(figures) >= _MIN_FIGURES or (figures and len(shared) >= _MIN_WITH_FIGURE)
    is_most = len(shared) >= _MIN_SHARED and len(shared) >= _MAX_SHARED_SHARE * len(stems)
    return bool(is_same) or is_most


def _list_figures(text: str) -> frozenset[str]:
    """Return the numbers of more than one digit in a text, however they are written: "74%"."""
    digits = ("".join(filter(str.isdigit, found)) for found in find_measures(text))
    return frozenset(each for each in digits if len(each) > 1)
