"""Features of an answer: how concrete is it?"""

from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.features.base import RAISES, STORY_KINDS, Feature, Owed
from interview_cli.coach.offline.features.measures import (
    QUOTED_SPEECH,
    join_some,
    list_names,
    measure_distinct,
    measure_sentences,
)
from interview_cli.coach.offline.features.roles import count_amounts


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
    ),
    Feature(
        name="names",
        direction=RAISES,
        criteria=("specificity",),
        measure=lambda answer: measure_distinct(answer.new_names),
        present=lambda answer: f"mention {join_some(list_names(answer))} by name",
        missing="mention no system, person or place by name",
        owed=(Owed("specificity", highest=3),),
    ),
    Feature(
        name="times",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_sentences(answer, lambda sentence: sentence.has_time),
        present="",
        missing="do not tell when it was",
        owed=(Owed("specificity", highest=4, kinds=STORY_KINDS),),
    ),
    Feature(
        name="fact_share",
        direction=RAISES,
        criteria=("relevance", "specificity"),
        measure=_measure_fact_share,
        present="",
    ),
    Feature(
        name="people",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_sentences(
            answer, lambda sentence: sentence.has_phrase("person")
        ),
        present="",
    ),
    Feature(
        name="quoted_speech",
        direction=RAISES,
        criteria=("relevance", "specificity"),
        measure=lambda answer: min(2, len(QUOTED_SPEECH.findall(answer.plain_text))),
        present="quote what was said",
    ),
)
