"""Features of an answer: does it answer the question?"""

import math

from interview_cli.answers.criteria import FORWARD_KINDS
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.estimates import QUESTION
from interview_cli.coach.offline.features.base import (
    ALL_KINDS,
    LOWERS,
    RAISES,
    STORY_KINDS,
    Feature,
    Owed,
)
from interview_cli.coach.offline.features.measures import (
    measure_count,
    measure_sentences,
)
from interview_cli.coach.offline.features.wording import list_answer_stems
from interview_cli.coach.offline.forms import Form, has_question
from interview_cli.coach.offline.question_match import (
    list_question_terms,
    list_terms,
    load_match,
    measure_match,
)
from interview_cli.coach.offline.question_words import (
    count_near_words,
    count_question_words,
    measure_echo,
)

MATCH = "question_match"
_MOST_QUESTIONS = math.log1p(2)
"""More questions to the employer raise nothing."""


def _match(answer: AnswerReading) -> float:
    question = answer.question
    told, asked = list_terms(list_answer_stems(answer)), list_question_terms(question.content)
    return measure_match(told, asked, question.kind, load_match())


def _lack_form(form: Form, *, present: str, highest: int = 2) -> Feature:
    """Return the feature of answers that lack the form that the question asks for.

    It allows no higher relevance than `highest`.
    """
    return Feature(
        name=f"missing_{form}",
        direction=LOWERS,
        criteria=("relevance", QUESTION),
        caps={"relevance": highest},
        measure=lambda answer: answer.missed_form == form,
        present=present,
    )


def _share_no_word(name: str, highest: int, kinds: tuple[str, ...]) -> Feature:
    """Return the feature of answers that share no word with question, ad and trade."""
    return Feature(
        name=name,
        direction=LOWERS,
        criteria=(),
        caps={"relevance": highest},
        cap_kinds=kinds,
        measure=lambda answer: answer.is_unconnected and answer.question.kind in kinds,
        present="use no word of the question, the ad or the trade",
    )


ENTRIES = (
    Feature(
        name="off_topic",
        direction=LOWERS,
        criteria=(QUESTION,),
        caps={"relevance": 4},
        # A good case, and good steps, may share no word with what was asked.
        cap_kinds=tuple(kind for kind in ALL_KINDS if kind not in ("requirement", "situation")),
        measure=lambda answer: (
            not (answer.shares_subject or answer.asks_employer or answer.plans_in_trade)
        ),
        present="do not take up what was asked",
    ),
    Feature(
        name="other_trade",
        direction=LOWERS,
        criteria=(),
        caps={"relevance": 2, "specificity": 3, "impact": 2},
        measure=lambda answer: answer.is_about_other_trade,
        present="speak of other work than this job's",
    ),
    _share_no_word("unconnected", 2, (*STORY_KINDS, "gap")),
    # People say in words of their own what they would do or want.
    _share_no_word("unconnected_view", 3, FORWARD_KINDS),
    Feature(
        name="unrelated",
        direction=LOWERS,
        criteria=(),
        caps={"relevance": 2, "specificity": 3, "impact": 2},
        measure=lambda answer: answer.is_unrelated,
        present="share hardly a word with the question, the ad and your CV",
    ),
    Feature(
        name="near_words",
        direction=RAISES,
        criteria=(QUESTION,),
        measure=lambda answer: math.log1p(count_near_words(answer)),
        present="",
    ),
    Feature(
        name="question_words",
        direction=RAISES,
        criteria=(QUESTION,),
        measure=lambda answer: math.log1p(count_question_words(answer)),
        present="",
    ),
    Feature(
        name="echo",
        direction=LOWERS,
        criteria=(QUESTION,),
        measure=measure_echo,
        present="take the question up in one sentence and do not come back to it",
    ),
    Feature(
        name="trade_distance",
        direction=LOWERS,
        criteria=(QUESTION,),
        measure=lambda answer: min(1.5, answer.trade_distance),
        present="speak of other work as much as of this job's",
    ),
    Feature(
        name=MATCH,
        direction=RAISES,
        criteria=(QUESTION,),
        measure=_match,
        present="",
    ),
    Feature(
        name="same_work",
        direction=RAISES,
        criteria=(QUESTION,),
        measure=lambda answer: max(0.0, answer.likeness),
        present="",
    ),
    _lack_form(
        "case",
        present="tell no case from the past",
    ),
    _lack_form(
        "plan",
        present="tell a case from the past, not what you would do",
        highest=4,  # what somebody did in such a situation is an answer, too
    ),
    _lack_form(
        "start",
        present="tell a case from the past, not how you would begin",
    ),
    _lack_form(
        "wish",
        present="say neither what you want nor why from this employer",
    ),
    _lack_form(
        "address",
        present="tell a case instead of asking or telling the employer something",
    ),
    _lack_form(
        "bridge",
        present="say neither what is missing nor how you would learn it",
    ),
    Feature(
        name="questions",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=lambda answer: (
            min(_MOST_QUESTIONS, measure_count(answer.employer_questions))
            if answer.is_closing
            else 0.0
        ),
        present="ask about the job",
        missing="ask nothing about the job",
        owed=(
            Owed(
                "relevance", highest=4, kinds=("closing",), is_due=lambda answer: answer.is_to_ask
            ),
        ),
    ),
    Feature(
        name="open_close",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: answer.is_open_close,
        # It tells of the question, not of the answer: no question of one's own is owed there.
        present="",
    ),
    Feature(
        name="candour",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_count(answer.admissions),
        present="",
    ),
    Feature(
        name="asks_back",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: (
            0.0
            if answer.is_closing
            else measure_sentences(answer, lambda sentence: has_question(sentence.text))
        ),
        present="ask back instead of answering",
    ),
)
