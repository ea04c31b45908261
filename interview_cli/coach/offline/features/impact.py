"""Features of an answer: what came of it?"""

import math

from interview_cli.coach.offline.features.base import (
    RAISES,
    STORY_KINDS,
    Feature,
    Owed,
    Praise,
)
from interview_cli.coach.offline.features.measures import find_story_ends, measure_distinct
from interview_cli.coach.offline.quotable import keep_own
from interview_cli.coach.offline.remark_rules import find_figures

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
        weakness="A measure has nothing to compare it with",
        next_question="What was the number before?",
        felt_in=lambda answer: keep_own(answer.elements.measured),
        praises=(
            Praise(
                "impact",
                "You say what came of it, before and after",
                lambda answer: tuple(filter(find_figures, answer.elements.baseline)),
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
        weakness="Outcomes are claimed, not measured",
        next_question="What was the number before and after?",
        felt_in=lambda answer: keep_own(answer.elements.result),
        praises=(
            Praise(
                "impact",
                "You say what came of it, with a measure",
                lambda answer: tuple(filter(find_figures, answer.elements.measured)),
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
        weakness="You do not say what came of it",
        next_question="What was different afterwards?",
        felt_in=lambda answer: keep_own(answer.elements.action)[-1:],
        praises=(
            Praise(
                "impact",
                "You say what came of it, and who saw it",
                lambda answer: answer.elements.witnessed,
            ),
            Praise("impact", "You say what came of it", lambda answer: answer.elements.result),
            Praise(
                "structure",
                "You tell a story with a beginning, your actions and an end",
                find_story_ends,
            ),
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
        weakness="You do not say how you would know that it worked",
        next_question="How would you know afterwards that it worked?",
        praises=(
            Praise("impact", "You say what it would change", lambda answer: answer.elements.hoped),
        ),
    ),
    Feature(
        name="lessons",
        direction=RAISES,
        criteria=("ownership", "impact"),
        measure=lambda answer: measure_distinct(answer.elements.learned),
        present="say what you learnt or handed on",
    ),
)
