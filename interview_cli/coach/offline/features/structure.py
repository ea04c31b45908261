"""Features of an answer: does it hang together?"""

import math

from interview_cli.coach.offline.features.base import (
    LOWERS,
    RAISES,
    STORY_KINDS,
    Feature,
    Owed,
)
from interview_cli.coach.offline.features.measures import (
    LONG_WORDS,
    measure_density,
    measure_distinct,
    measure_share,
)

ENTRIES = (
    Feature(
        name="setting",
        direction=RAISES,
        criteria=("specificity", "structure"),
        measure=lambda answer: min(2, len(answer.elements.situation)),
        present="say where it began",
        missing="do not say where it began",
        owed=(Owed("structure", highest=2, kinds=STORY_KINDS),),
    ),
    Feature(
        name="links",
        direction=RAISES,
        criteria=("relevance", "structure", "ownership"),
        measure=lambda answer: measure_distinct(answer.find_phrases("links")),
        present="connect your points",
        missing="do not connect your points",
        owed=(
            Owed("structure", highest=3, kinds=(*STORY_KINDS, "situation", "motivation", "gap")),
        ),
    ),
    Feature(
        name="past_share",
        direction=RAISES,
        criteria=("structure", "impact"),
        measure=lambda answer: measure_share(answer, lambda sentence: sentence.is_past),
        present="",
    ),
    Feature(
        name="specific_words",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_distinct(
            frozenset().union(
                *(sentence.specific_stems for sentence in answer.elements.substantive)
            )
        ),
        present="",
    ),
    Feature(
        name="density",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure"),
        measure=measure_density,
        present="say much in few words",
    ),
    Feature(
        name="checks",
        direction=RAISES,
        criteria=("relevance", "specificity", "ownership", "impact"),
        measure=lambda answer: measure_distinct(answer.find_talk("check")),
        present="say how you check it",
    ),
    Feature(
        name="word_count",
        direction=LOWERS,
        criteria=("specificity", "ownership", "impact"),
        measure=lambda answer: math.log1p(answer.elements.word_count),
        present="use many words for what you say",
    ),
    Feature(
        name="overlength",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: max(0, answer.elements.word_count - LONG_WORDS) / 100,
        present="go on for longer than the point needs",
    ),
)
