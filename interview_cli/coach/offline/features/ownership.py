"""Features of an answer: what is the speaker's own part?"""

import math

from interview_cli.coach.offline.features.base import (
    AHEAD_KINDS,
    LOWERS,
    RAISES,
    STORY_KINDS,
    Feature,
    Owed,
    Praise,
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
        weakness="You do not tell a decision of your own",
        next_question="What did you decide there yourself?",
        praises=(
            Praise(
                "ownership",
                "You make your own decisions clear",
                lambda answer: answer.elements.decisions,
            ),
        ),
    ),
    Feature(
        name="reasons",
        direction=RAISES,
        criteria=("relevance", "ownership"),
        measure=lambda answer: measure_distinct(answer.elements.reasons),
        present="explain your reasons",
        missing="do not explain your reasons",
        owed=(Owed("ownership", highest=4, kinds=(*STORY_KINDS, "situation", "motivation")),),
        weakness="You do not give your reasons",
        next_question="Why that, and not something else?",
        felt_in=lambda answer: (
            answer.elements.decisions or answer.elements.action or answer.elements.hoped
        ),
        praises=(
            Praise(
                "ownership",
                "You give your own reasons",
                lambda answer: answer.select(
                    lambda sentence: sentence.i_count > 0 and sentence.has_phrase("reason")
                ),
            ),
        ),
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
        weakness="It is not clear what you did yourself",
        next_question="Which step was yours? Say “I” for it.",
        praises=(
            Praise(
                "ownership",
                "You say what you did yourself",
                lambda answer: (
                    answer.elements.action if answer.question.kind in STORY_KINDS else ()
                ),
            ),
            Praise(
                "ownership",
                "You name your own steps",
                lambda answer: (
                    answer.elements.action if answer.question.kind not in STORY_KINDS else ()
                ),
            ),
        ),
    ),
    Feature(
        name="plans",
        direction=RAISES,
        criteria=("relevance", "structure", "ownership"),
        measure=lambda answer: measure_distinct(answer.plans),
        present="say what you would do",
        praises=(
            Praise(
                "ownership",
                "You say what you would do, step by step",
                lambda answer: (
                    answer.select(lambda sentence: bool(sentence.planned_verbs))
                    if answer.question.kind == "situation" and len(answer.plans) > 1
                    else ()
                ),
            ),
        ),
    ),
    Feature(
        name="first_person",
        direction=RAISES,
        criteria=("relevance", "ownership"),
        measure=lambda answer: math.log1p(answer.i_count),
        present="speak in the first person (“I”)",
        missing="do not speak in the first person (“I”)",
        owed=(Owed("ownership", highest=2, kinds=AHEAD_KINDS),),
        weakness="You do not speak of yourself",
        next_question="What does it mean to you? Say “I”.",
        praises=(
            Praise(
                "ownership",
                "You speak for yourself",
                lambda answer: answer.select(lambda sentence: sentence.i_count > 0),
            ),
        ),
    ),
    Feature(
        name="we_without_i",
        direction=LOWERS,
        criteria=("ownership",),
        measure=has_no_own_part,
        present=lambda answer: (
            "say “we” far more often than “I”" if count_i(answer) else "say “we” and never “I”"
        ),
        weakness="You tell what “we” did",
        next_question="Which part of it was yours? Say “I” for it.",
        felt_in=lambda answer: answer.select(lambda sentence: sentence.we_count > 0),
    ),
    Feature(
        name="nobody_acts",
        direction=LOWERS,
        criteria=("ownership", "impact"),
        # The fit alone would rate "It was done" above what "we" did.
        smallest_effect=0.8,
        measure=lambda answer: not (has_actor(answer) or answer.asks_employer),
        present="do not say who does what",
        weakness="Your answer does not say who does what",
        next_question="What do you do, or did you do, yourself? Begin with “I”.",
    ),
    Feature(
        name="duties",
        direction=LOWERS,
        criteria=("impact",),
        measure=lambda answer: measure_share(answer, lambda sentence: sentence.has_phrase("duty")),
        present="list duties",
        weakness="You list duties and tell nothing that came of them",
        next_question="What got better in that job because of you? Tell one case.",
    ),
)
