"""Find what names some of the things that a requirement asks for: in the answers."""

from collections.abc import Sequence
from typing import NamedTuple

from interview_cli.english.words import content_stems
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.nearest import find_near_words
from interview_cli.requirements.parts import choose_naming_text, list_parts, quotes_ad
from interview_cli.requirements.wanted import Wanted, matches_evidence

_MIN_WORDS = 4
"""A sentence of an answer with fewer words tells nothing by itself."""
_NO_WORK = ("motivation", "closing")
"""Kinds of questions whose answers tell of wishes."""


class InPart(NamedTuple):
    """A line of a CV, or a sentence of an answer, that names some of several things."""

    parts: tuple[str, ...]
    """What it names, in the words of the ad."""
    text: str
    number: int | None = None
    """The number of the answer; None of a line of the CV."""


def find_told_parts(
    wanted: Wanted, answers: Sequence[GivenAnswer], known: Sequence[InPart]
) -> tuple[InPart, ...]:
    """Return the sentence of an answer that names most of the things that no line of the CV names.

    It tells an act of the speaker's own: others do much that an ad names, and a question to the
    employer tells nothing of the speaker.
    """
    named = [each for part in known for each in part.parts]
    rest = [
        part
        for part in list_parts(wanted.requirement.text)
        if not any(part in each or each in part for each in named)
    ]
    told = {
        sentence: answer.number
        for answer in reversed(answers)
        for sentence in answer.own_work
        if answer.kind not in _NO_WORK and _can_tell(sentence)
    }
    best = choose_naming_text(rest, reversed(told))
    sure = _find_sure(best[1], best[0]) if best else ()
    if best and sure:
        return (InPart(sure, best[0], told[best[0]]),)
    for sentence in reversed(told):
        if runs := find_near_words(rest, sentence).runs:
            return (InPart(runs, sentence, told[sentence]),)
    return ()


def _can_tell(sentence: str) -> bool:
    is_said_no = matches_evidence("says_no", sentence)
    is_own = not ("?" in sentence or quotes_ad(sentence) or is_said_no)
    return is_own and len(sentence.split()) >= _MIN_WORDS


def _find_sure(parts: Sequence[str], sentence: str) -> tuple[str, ...]:
    """Return the parts that a sentence surely names: a name, or all words of several.

    One plain word of speech mostly means another thing: "approvals", "the finance director".
    """
    sure = []
    for part in parts:
        runs = find_near_words([part], sentence).runs
        is_whole = any(content_stems(part) <= content_stems(run) for run in runs)
        is_name = " " not in part and not part.islower() and part in sentence.split(" ", 1)[-1]
        if is_whole or is_name:
            sure.append(part)
    return tuple(sure)
