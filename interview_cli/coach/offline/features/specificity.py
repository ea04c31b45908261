"""Features of an answer: how concrete is it?"""

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.base import RAISES, STORY_KINDS, Feature, Owed, Praise
from interview_cli.coach.offline.features.measures import (
    QUOTED_SPEECH,
    join_some,
    list_names,
    measure_distinct,
    measure_sentences,
)
from interview_cli.coach.offline.features.roles import count_amounts
from interview_cli.coach.offline.remark_rules import find_figures

_THROUGHOUT = 0.75
"""The share of concrete sentences from which an answer is concrete throughout."""


def _measure_fact_share(answer: AnswerReading) -> float:
    return len(answer.elements.concrete) / answer.sentence_count


ENTRIES = (
    Feature(
        name="amounts",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=count_amounts,
        present="give numbers",
        missing="give no numbers",
        owed=(Owed("specificity", highest=4, kinds=(*STORY_KINDS, "situation")),),
        weakness="You give no figures",
        next_question="Which number belongs in it: how many, how long, how much?",
        felt_in=lambda answer: answer.elements.result or answer.elements.action,
        praises=(
            Praise(
                "specificity",
                "You give figures where others stay general",
                lambda answer: (
                    tuple(filter(find_figures, answer.elements.measured))
                    or answer.select(
                        # Whoever asks for a figure gives none.
                        lambda sentence: (
                            "?" not in sentence.text and bool(find_figures(sentence.text))
                        )
                    )
                ),
            ),
        ),
    ),
    Feature(
        name="names",
        direction=RAISES,
        criteria=("specificity",),
        measure=lambda answer: measure_distinct(answer.new_names),
        present=lambda answer: f"mention {join_some(list_names(answer))} by name",
        missing="mention no system, person or place by name",
        owed=(Owed("specificity", highest=3),),
        weakness="You do not name systems, people or places",
        next_question="Which system, customer or place was it?",
        praises=(
            Praise(
                "specificity",
                "You name systems, people and places",
                lambda answer: (
                    answer.select(lambda sentence: bool(sentence.names))
                    if list_names(answer)
                    else ()
                ),
            ),
        ),
    ),
    Feature(
        name="times",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_sentences(answer, lambda sentence: sentence.has_time),
        present="tell when it was",
        missing="do not tell when it was",
        owed=(Owed("specificity", highest=4, kinds=STORY_KINDS),),
        weakness="You do not say when it was",
        next_question="When was that?",
    ),
    Feature(
        name="fact_share",
        direction=RAISES,
        criteria=("relevance", "specificity"),
        measure=_measure_fact_share,
        present=lambda answer: (
            "stay concrete throughout"
            if _measure_fact_share(answer) >= _THROUGHOUT
            else "state facts"
        ),
    ),
    Feature(
        name="people",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_sentences(
            answer, lambda sentence: sentence.has_phrase("person")
        ),
        present="speak of particular people",
    ),
    Feature(
        name="quoted_speech",
        direction=RAISES,
        criteria=("relevance", "specificity"),
        measure=lambda answer: min(2, len(QUOTED_SPEECH.findall(answer.plain_text))),
        present="quote what was said",
    ),
)
