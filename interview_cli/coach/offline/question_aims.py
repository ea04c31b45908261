"""Say what a weak answer should do first: by the aim of its question, and by its own words."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import split_sentences

_PACKAGE = "interview_cli.coach.offline"
_WORDS, _AIMS, _GIVEAWAYS = "aim_words.toml", "question_aims.toml", "giveaways.toml"


class Aim(NamedTuple):
    """What a question wants first, or what the words of an answer give away, and how to say it."""

    name: str
    kinds: tuple[str, ...]
    advice: str
    lack: str
    weakness: str
    lift: str = ""
    given: str = ""
    unless: str = ""
    lifted: str = ""
    gain: str = ""
    """What several answers with this advice gain by alike, as `remark_words.toml` names it."""
    asks_for: str = ""
    """The code of advice that it words, if it is one alone: nothing that is told is asked for."""
    least: int = 1
    """How many different matches of `given` an answer must have."""
    takes_list: bool = False
    """Whether an answer that tells three steps, or lists things, has what `advice` asks for."""
    takes_case: bool = False
    """Whether it is not asked of an answer that tells three acts of a case of one's own."""
    is_giveaway: bool = False
    """Whether the words of the answer show it."""
    comes_first: bool = False
    """Whether it counts for more than what the words give away."""

    @property
    def is_certain(self) -> bool:
        """Whether words of the answer show that it lacks it, or that no words have it."""
        return self.is_giveaway or bool(self.given or self.unless)

    def is_given(self, text: str) -> bool:
        """Return whether an answer has what `advice` asks for."""
        return bool(self.given) and count_giveaways(self.given, text) >= self.least

    def is_shown(self, answer: AnswerReading) -> bool:
        """Return whether an answer has what hides the aim, be it only the employer's name."""
        text, employer = answer.whole_text, answer.employer
        has_name = bool(employer) and employer.casefold() in text.casefold()
        return bool(self.unless) and (has_name or matches_giveaway(self.unless, text))

    def is_lifted(self, text: str) -> bool:
        """Return whether an answer has what `lift` asks for, or there is none."""
        return not self.lift or (bool(self.lifted) and matches_giveaway(self.lifted, text))


def find_aim(answer: AnswerReading) -> Aim | None:
    """Return the aim of the question; None if it has no known form."""
    rules = load_rules(_PACKAGE, _AIMS)
    for aim in _load_aims("aim").values():
        is_kind = answer.question.kind in aim.kinds
        if is_kind and rules[aim.name].pattern.search(answer.question.content):
            return aim
    return None


def find_giveaway(answer: AnswerReading) -> Aim | None:
    """Return what the words of a weak answer give away; None if they give nothing away."""
    text = answer.whole_text
    for aim in _load_aims("giveaway").values():
        if answer.question.kind not in aim.kinds:
            continue
        if aim.name == "conditions":
            is_found = asks_conditions_only(answer)
        elif aim.name == "suits_me":
            is_found = _begins_with("suits_me", text)
        else:
            is_found = matches_giveaway(aim.name, text)
        if is_found:
            return aim
    return None


def asks_conditions_only(answer: AnswerReading) -> bool:
    """Return whether all or most questions to the employer are on pay and free days."""
    asked = answer.employer_questions
    on_terms = [text for text in asked if matches_giveaway("conditions", text)]
    return bool(asked) and 2 * len(on_terms) > len(asked)


def _begins_with(group: str, text: str) -> bool:
    return matches_giveaway(group, next(iter(split_sentences(text)), ""))


def matches_giveaway(group: str, text: str) -> bool:
    """Return whether a text matches a group of `giveaways.toml`. Raises KeyError."""
    return load_rules(_PACKAGE, _GIVEAWAYS)[group].pattern.search(text) is not None


def count_giveaways(group: str, text: str) -> int:
    """Return how many different words of a text match a group of `giveaways.toml`."""
    pattern = load_rules(_PACKAGE, _GIVEAWAYS)[group].pattern
    return len({found[0].casefold() for found in pattern.finditer(text)})


@cache
def _load_aims(table: str) -> Mapping[str, Aim]:
    """Return the aims of a table, in the order of the file."""
    entries = load_toml(_PACKAGE, _WORDS)[table]
    return {
        name: Aim(
            name=name,
            is_giveaway=table == "giveaway",
            **entry | {"kinds": tuple(entry["kinds"])},
        )
        for name, entry in entries.items()
    }
