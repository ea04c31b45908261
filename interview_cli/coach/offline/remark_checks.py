"""Check what the review says of an answer against the whole answer, empty sentences included.

The features of a rating leave out what says nothing, and count words by rules that may miss some. A
remark that the speaker can refute by counting is not made; the rating stays as it is.
"""

from collections.abc import Callable

from interview_cli.answers.sentences import Sentence
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.base import LOWERS, Feature
from interview_cli.coach.offline.features.measures import (
    find_abstract_nouns,
    find_general_phrases,
    find_general_sentences,
    find_talk_sentences,
    list_names,
    measure_density,
    measure_talk_share,
)
from interview_cli.coach.offline.features.roles import is_mostly
from interview_cli.coach.offline.gap_rubric import find_standing
from interview_cli.coach.offline.question_words import count_near_words, count_question_words
from interview_cli.coach.offline.remark_rules import (
    count_i,
    count_we,
    find_figures,
    load_remark_pattern,
    parse_whole,
)
from interview_cli.coach.offline.told_cases import (
    asks_for,
    asks_something,
    owes_case,
    owes_plan_effect,
    tells_end,
    tells_own_case,
)

_MIN_ABSTRACT, _WORDS_PER_ABSTRACT = 4, 12
_MANY_WORDS, _LOOSE_DENSITY = 150, 0.3
_MIN_DENSE_WORDS = 15
_MIN_TALK_SHARE = 0.4
_MIN_GENERAL = 2
_MIN_SWEEPING, _WORDS_PER_SWEEPING = 3, 15
_MIN_DUTY_SHARE = 0.5
_MIN_JOINED_SENTENCES = 3
_TIMES_MORE = 3
"""What "far more often" means."""


def is_true_strength(feature: Feature, answer: AnswerReading) -> bool:
    """Return whether the whole answer bears out what the review would praise."""
    check = _STRENGTHS.get(feature.name)
    return check is None or check(answer)


def is_true_fault(feature: Feature, answer: AnswerReading) -> bool:
    """Return whether the whole answer bears out what the review would find missing or too much."""
    checks = _EXCESSES if feature.direction == LOWERS else _LACKS
    check = checks.get(feature.name)
    return check is None or check(answer)


def _all(answer: AnswerReading) -> tuple[Sentence, ...]:
    return parse_whole(answer.whole_text)


def _has(group: str, answer: AnswerReading) -> bool:
    return load_remark_pattern(group).search(answer.whole_text) is not None


def _says_we_alone(answer: AnswerReading) -> bool:
    own, shared = count_i(answer), count_we(answer)
    return shared >= (2 if not own else _TIMES_MORE * own)


def _tells_of_others(answer: AnswerReading) -> bool:
    others = sum(sentence.has_others_act for sentence in _all(answer))
    return others > sum(bool(sentence.acts or sentence.present_verbs) for sentence in _all(answer))


def _has_nobody(answer: AnswerReading) -> bool:
    is_anybody = count_i(answer) or count_we(answer) or answer.plans
    return not (is_anybody or any(sentence.has_phrase("person") for sentence in _all(answer)))


def _is_abstract(answer: AnswerReading) -> bool:
    count = len(find_abstract_nouns(answer))
    return count >= _MIN_ABSTRACT and count * _WORDS_PER_ABSTRACT >= answer.whole_word_count


def _is_mostly_talk(answer: AnswerReading) -> bool:
    """Return whether several sentences say nothing or state rules, and make up much of it."""
    count = len(answer.elements.empty) + len(find_general_sentences(answer))
    is_alone = len(answer.elements.sentences) == len(answer.elements.empty)
    return measure_talk_share(answer) >= _MIN_TALK_SHARE and (count > 1 or is_alone)


def _has_sweeping_words(answer: AnswerReading) -> bool:
    count = 0 if tells_own_case(answer) else len(answer.find_talk("sweeping"))
    return count >= _MIN_SWEEPING and count * _WORDS_PER_SWEEPING >= answer.whole_word_count


def _lacks_share_of(name: str) -> Callable[[AnswerReading], bool]:
    def measure(answer: AnswerReading) -> bool:
        sentences = _all(answer)
        count = sum(sentence.has_phrase(name) for sentence in sentences)
        return count >= _MIN_DUTY_SHARE * max(1, len(sentences))

    return measure


def _is_elsewhere(answer: AnswerReading) -> bool:
    is_strange = answer.is_unrelated or answer.is_unconnected
    # A case of one's own may be told in words that neither question nor ad has.
    return answer.is_about_other_trade or (is_strange and not tells_own_case(answer))


def _lacks_end(answer: AnswerReading) -> bool:
    return owes_case(answer) and not tells_end(answer)


def _tells_standing(answer: AnswerReading) -> bool:
    standing = find_standing(answer)
    return standing is not None and standing.sentence is not None


def _does_nothing(answer: AnswerReading) -> bool:
    return not any(
        sentence.acts or sentence.present_verbs or sentence.planned_verbs
        for sentence in _all(answer)
    )


def _lacks_measure(answer: AnswerReading) -> bool:
    """Return whether what came of it can be measured and has no figure, nor two stand anywhere."""
    in_results = any(find_figures(text) for text in answer.elements.result)
    measurable = load_remark_pattern("measurable")
    is_measurable = any(map(measurable.search, answer.elements.result))
    return is_measurable and not in_results and len(find_figures(answer.whole_text)) < 2


def _lacks_baseline(answer: AnswerReading) -> bool:
    is_nothing_left = any(
        load_remark_pattern("nothing_left").search(text) for text in answer.elements.measured
    )
    return len(find_figures(answer.whole_text)) < 2 and not is_nothing_left


def _mostly_asks(answer: AnswerReading) -> bool:
    asked = sum("?" in sentence.text for sentence in _all(answer))
    return asked * 2 >= len(_all(answer))


def _lacks_joints(answer: AnswerReading) -> bool:
    return len(_all(answer)) >= _MIN_JOINED_SENTENCES and not _has("joint", answer)


_STRENGTHS: dict[str, Callable[[AnswerReading], bool]] = {
    "amounts": lambda answer: bool(find_figures(answer.whole_text)),
    "names": lambda answer: bool(list_names(answer)),
    "density": lambda answer: answer.whole_word_count >= _MIN_DENSE_WORDS,
    "changes": lambda answer: bool(answer.elements.result or answer.elements.hoped),
    "measured_outcomes": lambda answer: any(map(find_figures, answer.elements.measured)),
}
"""By feature: whether it is there."""

_EXCESSES: dict[str, Callable[[AnswerReading], bool]] = {
    "we_without_i": _says_we_alone,
    "others_share": _tells_of_others,
    "claims": lambda answer: is_mostly(answer, "talk"),
    "definitions": lambda answer: is_mostly(answer, "definition"),
    # Nobody is told to leave out what they felt.
    "states": lambda answer: False,
    "feelings": lambda answer: False,
    "nobody_acts": _has_nobody,
    "abstract_nouns": _is_abstract,
    "word_count": lambda answer: (
        answer.whole_word_count >= _MANY_WORDS and measure_density(answer) < _LOOSE_DENSITY
    ),
    "talk_share": _is_mostly_talk,
    "generalities": lambda answer: len(find_general_phrases(answer)) >= _MIN_GENERAL,
    "sweeping_words": _has_sweeping_words,
    "opinions": lambda answer: any(
        not find_figures(text) for text in find_talk_sentences(answer, "opinion")
    ),
    "self_image": lambda answer: bool(answer.find_talk("self_image")),
    # "I want to learn that" may be all that a question on motives asks for.
    "empty_sentences": lambda answer: (
        len(answer.idle_sentences) > (answer.question.kind == "motivation")
    ),
    "duties": _lacks_share_of("duty"),
    "echo": lambda answer: not (count_question_words(answer) or count_near_words(answer)),
    "trade_distance": _is_elsewhere,
    "unconnected": lambda answer: _is_elsewhere(answer) and not answer.tells_wish,
    "unconnected_view": lambda answer: _is_elsewhere(answer) and not answer.tells_wish,
    "off_topic": lambda answer: (
        answer.is_unconnected and not (answer.tells_wish or _tells_standing(answer))
    ),
    "missing_bridge": lambda answer: not _tells_standing(answer),
    "missing_case": lambda answer: asks_for("asks_for_case", answer),
    "missing_plan": lambda answer: asks_for("supposes", answer),
    "missing_start": lambda answer: asks_for("supposes", answer),
    "asks_back": _mostly_asks,
    "unrelated": _is_elsewhere,
    "other_trade": _is_elsewhere,
}
"""By feature that lowers ratings: whether there is too much of it."""

_LACKS: dict[str, Callable[[AnswerReading], bool]] = {
    # What somebody would do has steps and limits, but rarely a number.
    "amounts": lambda answer: (
        answer.question.kind != "situation" and not find_figures(answer.whole_text)
    ),
    "names": lambda answer: owes_case(answer) and not list_names(answer),
    "times": lambda answer: (
        owes_case(answer) and not any(sentence.has_time for sentence in _all(answer))
    ),
    "setting": lambda answer: (
        not any(one.has_time or one.has_phrase("setting") for one in _all(answer))
    ),
    "links": _lacks_joints,
    "decisions": lambda answer: owes_case(answer) and not _has("decision", answer),
    "reasons": lambda answer: owes_case(answer) and not _has("reason", answer),
    "acts": _does_nothing,
    "first_person": lambda answer: not count_i(answer),
    # An opener has its own words for it.
    "outcomes": lambda answer: answer.question.kind != "opener" and _lacks_end(answer),
    "measured_outcomes": lambda answer: owes_case(answer) and _lacks_measure(answer),
    "baseline": lambda answer: owes_case(answer) and _lacks_baseline(answer),
    "changes": lambda answer: owes_plan_effect(answer) and not _has("check", answer),
    "questions": lambda answer: not asks_something(answer),
}
"""By feature that is owed: whether it is nowhere in the answer."""
