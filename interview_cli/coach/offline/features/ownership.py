"""Features of an answer: what is the speaker's own part?"""

import math

from interview_cli.coach.offline.features.base import (
    AHEAD_KINDS,
    LOWERS,
    RAISES,
    STORY_KINDS,
    Feature,
    Owed,
)
from interview_cli.coach.offline.features.measures import (
    has_actor,
    has_no_own_part,
    measure_distinct,
    measure_share,
)
from interview_cli.coach.offline.remark_rules import count_i

ENTRIES = (
    Feature(
        name="decisions",
        direction=RAISES,
        criteria=("ownership",),
        measure=lambda answer: min(1, len(answer.elements.decisions)),
        present="name a decision of your own",
        missing="name no decision of your own",
        owed=(Owed("ownership", highest=3, kinds=STORY_KINDS),),
    ),
    Feature(
        name="reasons",
        direction=RAISES,
        criteria=("relevance", "ownership"),
        measure=lambda answer: measure_distinct(answer.elements.reasons),
        present="explain your reasons",
        missing="do not explain your reasons",
        owed=(Owed("ownership", highest=4, kinds=(*STORY_KINDS, "situation", "motivation")),),
    ),
    Feature(
        name="acts",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: measure_distinct(answer.acts),
        present=lambda answer: (
            "name what you did yourself"
            if answer.question.kind in STORY_KINDS
            else "name your own steps"
        ),
        missing="name nothing you did yourself",
        owed=(Owed("ownership", highest=2, kinds=STORY_KINDS),),
    ),
    Feature(
        name="plans",
        direction=RAISES,
        criteria=("relevance", "structure", "ownership"),
        measure=lambda answer: measure_distinct(answer.plans),
        present="say what you would do",
    ),
    Feature(
        name="first_person",
        direction=RAISES,
        criteria=("relevance", "ownership"),
        measure=lambda answer: math.log1p(answer.i_count),
        present="",
        missing="do not speak in the first person (“I”)",
        owed=(Owed("ownership", highest=2, kinds=AHEAD_KINDS),),
    ),
    Feature(
        name="we_without_i",
        direction=LOWERS,
        criteria=("ownership",),
        measure=has_no_own_part,
        present=lambda answer: (
            "say “we” far more often than “I”" if count_i(answer) else "say “we” and never “I”"
        ),
    ),
    Feature(
        name="nobody_acts",
        direction=LOWERS,
        criteria=("ownership", "impact"),
        # The fit alone would rate "It was done" above what "we" did.
        smallest_effect=0.8,
        measure=lambda answer: not (has_actor(answer) or answer.asks_employer),
        present="do not say who does what",
    ),
    Feature(
        name="duties",
        direction=LOWERS,
        criteria=("impact",),
        measure=lambda answer: measure_share(answer, lambda sentence: sentence.has_phrase("duty")),
        present="list duties",
    ),
)
