"""What an interview can ask about beside the job's own requirements, whichever coach asks.

The behaviours are competencies that structured interviews in any trade draw on; the situations are
occasions at work that a situational question can put to somebody who has not met them yet.
"""

BEHAVIOURS = (
    "disagreement",
    "mistake",
    "deadline",
    "initiative",
    "teamwork",
    "learning",
    "feedback",
    "customer",
    "pressure",
    "handover",
    "ambiguity",
    "influence",
    "quality",
    "planning",
)
SITUATIONS = (
    "first_weeks",
    "conflicting_orders",
    "bad_news",
    "colleague_below_par",
    "shortcut",
    "unfamiliar_task",
    "overload",
    "unhappy_customer",
    "found_error",
    "new_way",
)
