"""Features of an answer: does it hang together?"""

import math

from interview_cli.coach.offline.features.base import (
    LOWERS,
    RAISES,
    STORY_KINDS,
    Feature,
    Owed,
    Praise,
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
        weakness="You do not say where it began",
        next_question="Where did it begin, and what had to be done?",
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
        weakness="The line of thought is hard to follow",
        next_question="What came first, what then, and why?",
        praises=(
            Praise(
                "structure",
                "Your line of thought is clear",
                lambda answer: answer.select(lambda sentence: sentence.has_phrase("links")),
            ),
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
        praises=(
            Praise(
                "specificity",
                "You tell details that only somebody who was there knows",
                lambda answer: (
                    answer.elements.concrete or answer.elements.action
                    if answer.question.kind in STORY_KINDS
                    else ()
                ),
            ),
            Praise(
                "structure",
                "You keep to the point",
                lambda answer: answer.elements.concrete or answer.elements.action,
            ),
        ),
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
        weakness="You use many words for what you say",
        next_question="Which three sentences carry the point?",
    ),
    Feature(
        name="overlength",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: max(0, answer.elements.word_count - LONG_WORDS) / 100,
        present="go on for longer than the point needs",
        weakness="Longer than the point needs",
        next_question="Which three sentences carry the point?",
    ),
)
