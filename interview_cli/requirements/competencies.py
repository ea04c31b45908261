"""What an interview can ask about beside the job's own requirements, whichever coach asks."""

from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.words import content_stems, stem

# Plans of earlier interviews name situations that are competencies by now.
_FORMERLY = {
    "first_weeks": "learning",
    "conflicting_orders": "planning",
    "bad_news": "communication",
    "colleague_below_par": "feedback",
    "shortcut": "safety",
    "unfamiliar_task": "ambiguity",
    "overload": "resources",
    "unhappy_customer": "customer",
    "found_error": "mistake",
    "new_way": "influence",
}


@cache
def competencies() -> dict[str, str]:
    """Each competency by its name, and what behaviour it means (`competencies.toml`)."""
    return {
        name: entry["about"]
        for name, entry in load_toml("interview_cli.requirements", "competencies.toml").items()
    }


def competency(topic: str) -> str | None:
    """The competency that a topic names, or named when its plan was made; None if it names none."""
    name = _FORMERLY.get(topic, topic)
    return name if name in competencies() else None


def called_for(name: str, job_description: str) -> bool:
    """Whether an ad speaks of what a competency is about."""
    told = content_stems(job_description)
    return len(told & {stem(word) for word in content_stems(competencies()[name])}) > 1
