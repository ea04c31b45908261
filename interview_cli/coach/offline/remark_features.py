"""Measure an answer, and each of its sentences, for the estimates of what a coach would say."""

from math import log1p
from typing import get_args

from interview_cli.answers.sentences import Sentence
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.measures import list_names
from interview_cli.coach.offline.rated_answer import RatedAnswer
from interview_cli.coach.offline.remark_rules import (
    count_i,
    count_we,
    find_figures,
    load_remark_pattern,
    parse_whole,
)
from interview_cli.coach.offline.told_cases import (
    asks_for,
    find_gaps,
    owes_case,
    tells_own_case,
)
from interview_cli.english.words import content_stems
from interview_cli.vocabulary import QuestionKind

_KINDS: tuple[str, ...] = get_args(QuestionKind)
_ASKED = (
    "asks_for_amount",
    "asks_for_case",
    "asks_for_failure",
    "asks_whether",
    "asks_why",
    "poses_problem",
    "supposes",
)
"""Groups of `remarks.toml`: what a question asks for."""
_TOLD = (
    "check",
    "decision",
    "ends_with_change",
    "hedge",
    "lacks",
    "learns",
    "measurable",
    "nothing_left",
    "owns_up",
    "this_job",
)
"""Groups of `remarks.toml`: words of an answer."""
_TOLD_IN_SENTENCE = (
    "admits_gap",
    "check",
    "decision",
    "ends_with_change",
    "lacks",
    "learnt_from",
    "owns_up",
    "reason",
)
_RATED = (
    "abstract_nouns",
    "acts",
    "amounts",
    "asks_back",
    "changes",
    "density",
    "echo",
    "empty_sentences",
    "examining",
    "fact_share",
    "generalities",
    "missing_case",
    "missing_plan",
    "names",
    "near_words",
    "off_topic",
    "opinions",
    "own_work",
    "past_share",
    "people",
    "plans",
    "question_words",
    "questions",
    "quoted_speech",
    "reasons",
    "self_image",
    "specific_words",
    "states",
    "sweeping_words",
    "talk_share",
    "times",
    "we_without_i",
)
"""Features of the ratings that tell answers apart here, too."""
_ELEMENTS = (
    "situation",
    "action",
    "result",
    "hoped",
    "measured",
    "baseline",
    "witnessed",
    "decisions",
    "reasons",
    "learned",
    "concrete",
    "empty",
)


def measure_answer(answer: RatedAnswer) -> dict[str, float]:
    """Return what is measured of an answer, by name."""
    reading = answer.reading
    text = reading.whole_text
    measured = {f"kind_{kind}": float(reading.question.kind == kind) for kind in _KINDS}
    measured |= {name: float(asks_for(name, reading)) for name in _ASKED}
    measured |= {
        f"has_{name}": log1p(len(load_remark_pattern(name).findall(text))) for name in _TOLD
    }
    measured |= {f"rated_{name}": found.estimate for name, found in answer.criteria.items()}
    measured |= {name: answer.features[name] for name in _RATED}
    return measured | {
        "figures": log1p(len(find_figures(text))),
        "gaps": log1p(len(find_gaps(reading))),
        "i": log1p(count_i(reading)),
        "named": log1p(len(list_names(reading))),
        "owes_case": float(owes_case(reading)),
        "own_case": float(tells_own_case(reading)),
        "questions_asked": log1p(text.count("?")),
        "we": log1p(count_we(reading)),
        "words": log1p(reading.whole_word_count),
    }


def measure_sentences(answer: AnswerReading) -> list[tuple[str, dict[str, float]]]:
    """Return each sentence of an answer as it was written, with what is measured of it by name."""
    sentences = parse_whole(answer.whole_text)
    asked = content_stems(answer.question.content)
    return [
        (
            sentence.text,
            _measure_sentence(answer, sentence, asked)
            | {
                "first": float(place == 0),
                "last": float(place == len(sentences) - 1),
                "place": place / max(1, len(sentences) - 1),
            },
        )
        for place, sentence in enumerate(sentences)
    ]


def _measure_sentence(
    answer: AnswerReading, sentence: Sentence, asked: frozenset[str]
) -> dict[str, float]:
    text, stems = sentence.text, content_stems(sentence.masked_text)
    measured = {f"in_{name}": float(text in getattr(answer.elements, name)) for name in _ELEMENTS}
    measured |= {
        f"has_{name}": float(load_remark_pattern(name).search(text) is not None)
        for name in _TOLD_IN_SENTENCE
    }
    return measured | {
        "acts": log1p(len(sentence.acts)),
        "asks": float("?" in text),
        "does": log1p(len(sentence.present_verbs)),
        "figures": log1p(len(find_figures(text))),
        "general": float(sentence.has_phrase("general")),
        "i": log1p(sentence.i_count),
        "links": float(sentence.has_phrase("links")),
        "names": log1p(len(sentence.names)),
        "near": log1p(len(stems & answer.near_stems)),
        "others": float(sentence.has_others_act),
        "past": float(sentence.is_past),
        "person": float(sentence.has_phrase("person")),
        "plans": log1p(len(sentence.planned_verbs)),
        "question": log1p(len(stems & asked)),
        "specific": log1p(len(sentence.specific_stems)),
        "time": float(sentence.has_time),
        "trade": log1p(len(stems & answer.vocabulary)),
        "we": log1p(sentence.we_count),
        "words": log1p(len(sentence.words)),
        "would": float(sentence.is_hypothetical),
    }
