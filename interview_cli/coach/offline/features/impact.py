"""Features of an answer: what came of it?"""

import math

from interview_cli.coach.offline.features.base import (
    RAISES,
    STORY_KINDS,
    Feature,
    Owed,
)
from interview_cli.coach.offline.features.measures import measure_distinct

ENTRIES = (
    Feature(
        name="baseline",
        direction=RAISES,
        criteria=("impact",),
        measure=lambda answer: min(2, len(answer.elements.baseline)),
        present="say what it was before",
        missing="do not say what it was before",
        owed=(
            Owed(
                "impact",
                highest=4,
                kinds=STORY_KINDS,
                is_due=lambda answer: bool(answer.elements.measured),
            ),
        ),
    ),
    Feature(
        name="measured_outcomes",
        direction=RAISES,
        criteria=("impact",),
        measure=lambda answer: min(2, len(answer.elements.measured)),
        present="measure the outcome",
        missing="do not measure the outcome",
        owed=(
            Owed(
                "impact",
                highest=4,
                kinds=STORY_KINDS,
                is_due=lambda answer: bool(answer.elements.result),
            ),
        ),
    ),
    Feature(
        name="outcomes",
        direction=RAISES,
        criteria=("structure", "impact"),
        measure=lambda answer: min(3, len(answer.elements.result)),
        story_caps={"impact": 4},
        present="say what came of it",
        missing="do not say what came of it",
        owed=(
            Owed("structure", highest=2, kinds=STORY_KINDS),
            Owed("impact", highest=4, kinds=STORY_KINDS),
        ),
    ),
    Feature(
        name="changes",
        direction=RAISES,
        criteria=("relevance", "structure", "impact"),
        measure=lambda answer: math.log1p(
            sum(sentence.count("change") for sentence in answer.elements.substantive)
        ),
        present="show what changed",
        missing="do not say how you would know that it worked",
        owed=(Owed("impact", highest=3, kinds=("situation",)),),
    ),
    Feature(
        name="lessons",
        direction=RAISES,
        criteria=("ownership", "impact"),
        measure=lambda answer: measure_distinct(answer.elements.learned),
        present="say what you learnt or handed on",
    ),
)
