"""Find the words of an answer, and the tasks of the ad, that make an advice concrete."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from interview_cli.answers.sentences import Sentence
from interview_cli.coach.offline.remark_choice import Remarks
from interview_cli.coach.offline.remark_rules import find_figures, parse_whole
from interview_cli.english.rules import Rules
from interview_cli.english.verbs import load_verbs
from interview_cli.requirements.coverage import map_duties, map_requirements
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.labels import name_requirement
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.support_fits import find_told
from interview_cli.requirements.wanted import Wanted, is_soft_skill, matches_evidence

_RULES = Rules("interview_cli.coach.offline", "own_words.toml")
_FEWEST_WORDS, _MOST_WORDS = 5, 16
"""Of a quote inside an advice: fewer tell nothing, and more are read twice."""
_MOST_CHARS = 80
"""Of a task of the ad inside an advice."""
_SHOWN_BY_WORDS = ("before", "measured", "learnt", "decision", "check", "result")
_SHOWN_BY_DETAILS = ("details", "figures", "names", "steps")
"""Codes of praise whose quotes are worth keeping, those that tell most first."""


class AdTasks:
    """What the ad asks for that somebody has done, by the CV or by the answers."""

    def __init__(self, job_text: str, cv_text: str, answers: Sequence[GivenAnswer]) -> None:
        self._job_text, self._cv_text, self._answers = job_text, cv_text, answers

    @cached_property
    def known_task(self) -> str:
        """The first task of the ad that a line of the CV or an answer shows, or ""."""
        return next(map(_name, filter(_is_known, self._duties)), "")

    @cached_property
    def known(self) -> str:
        """The same, or a skill if no task is shown."""
        return self.known_task or next(map(_name, filter(_is_known, self._requirements)), "")

    def find_told_in(self, number: int) -> str:
        """Return the task of the ad of which an answer speaks most clearly, or ""."""
        given = [answer for answer in self._answers if answer.number == number]
        told = [
            (best.speaks, _name(mapped))
            for mapped in self._duties
            if (best := find_told(Wanted.of_duty(mapped.requirement, self._job_text), given))
            and best.does_own_work
            and _is_short(mapped)
        ]
        return max(told, default=(0.0, ""))[1]

    @cached_property
    def _duties(self) -> list[MappedRequirement]:
        return map_duties(self._job_text, self._cv_text, self._answers)

    @property
    def _requirements(self) -> list[MappedRequirement]:
        return map_requirements(self._job_text, self._cv_text, self._answers)


def _is_known(mapped: MappedRequirement) -> bool:
    wanted = mapped.requirement
    is_other = wanted.is_formality or wanted.is_paper or is_soft_skill(wanted)
    is_work = not (is_other or matches_evidence("counts_years", wanted.text))
    return is_work and _is_short(mapped) and bool(mapped.line or mapped.quote)


def _is_short(mapped: MappedRequirement) -> bool:
    return len(_name(mapped)) <= _MOST_CHARS


def _name(mapped: MappedRequirement) -> str:
    return name_requirement(mapped.requirement)


def find_strong_part(remarks: Remarks) -> str:
    """Return the part of an answer that a listener would remember: what came of it, or what only
    the speaker knows; "" if its praise shows none. A question to the employer is none.
    """
    if remarks.answer.reading.asks_employer:
        return ""
    quotes = {praise.code: praise.quotes for praise in remarks.praises}
    told = [text for code in _SHOWN_BY_WORDS for text in quotes.get(code, ())[:1]]
    sentences = [*told, *(text for code in _SHOWN_BY_DETAILS for text in quotes.get(code, ()))]
    with_figures = (part for text in sentences for part in _list_parts(text) if find_figures(part))
    clear = next(filter(_can_stand, with_figures), "")
    return clear or next(filter(None, map(_cut_whole, told)), "")


def find_general_part(remarks: Remarks) -> str:
    """Return a sentence of an answer that anybody could say; "" if none is short enough."""
    return next(filter(None, map(_cut_whole, remarks.answer.reading.idle_sentences)), "")


def find_uncounted_task(remarks: Remarks) -> str:
    """Return what an answer says to do at work without saying how often, or ""."""
    parts = (part for text in _list_uncounted(remarks) for part in _list_parts(text))
    return next((part for part in parts if _begins_with_i(part) and not _is_state(part)), "")


def _is_state(part: str) -> bool:
    """Return whether a part says how somebody likes or has it, which nobody can count."""
    return _RULES.is_found("state", part)


def _list_uncounted(remarks: Remarks) -> Iterator[str]:
    for sentence in parse_whole(remarks.answer.reading.whole_text):
        if sentence.present_verbs and not _has_figure(sentence):
            yield sentence.text


def _has_figure(sentence: Sentence) -> bool:
    return bool(sentence.numbers or find_figures(sentence.text))


def _can_stand(part: str) -> bool:
    """Return whether a part begins with who does it, or with what somebody did."""
    first = load_verbs().get(part.split()[0].lower())
    is_deed = first is not None and first.form == "past"
    return is_deed or _RULES.matches("part_subject", part)


def _begins_with_i(part: str) -> bool:
    return part.startswith("I ")


def _list_parts(sentence: str) -> Iterator[str]:
    """Yield a short sentence, or the parts of a long one that can stand alone."""
    if whole := _cut_whole(sentence):
        yield whole
        return
    for part in _RULES.pattern("part_joint").split(sentence):
        if cut := _cut_whole(part):
            yield cut


def _cut_whole(text: str) -> str:
    """Return a text without what joins it to others and its full stop; "" if it is no fit quote."""
    cut = _RULES.remove("part_opening", text).strip(" .,;:!–—-")
    is_open = any(cut.count(first) != cut.count(last) for first, last in ("()", "“”"))
    has_length = _FEWEST_WORDS <= len(cut.split()) <= _MOST_WORDS
    return cut if has_length and not is_open and cut.count('"') % 2 == 0 else ""
