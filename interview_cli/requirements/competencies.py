"""The competencies that an interview can ask about, besides the requirements of the job."""

from functools import cache

from interview_cli.english.rules import load_rules, load_toml

# Sessions stored by earlier versions have these names in their plans.
_FORMER_NAMES = {
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
def load_competencies() -> dict[str, str]:
    """Return the name of each competency and the behaviour that it means (`competencies.toml`)."""
    return {
        name: entry["about"]
        for name, entry in load_toml("interview_cli.requirements", "competencies.toml").items()
    }


def is_of_any_job(name: str) -> bool:
    """Return whether questions on a competency fit a job whose ad does not ask for it."""
    return not load_toml("interview_cli.requirements", "competencies.toml")[name].get("rare")


def find_competency(topic: str) -> str | None:
    """Return the competency that a question's topic names, by its present name, or None."""
    name = _FORMER_NAMES.get(topic, topic)
    return name if name in load_competencies() else None


def find_competency_title(name: str) -> str:
    """Return what people call a competency. Raises KeyError for an unknown one."""
    return str(load_toml("interview_cli.requirements", "competencies.toml")[name]["title"])


def is_competency_mentioned(name: str, job_description: str) -> bool:
    """Return whether a job ad asks for a competency, in the usual words for it.

    Raises KeyError for an unknown competency.
    """
    rules = load_rules("interview_cli.requirements", "competency_mentions.toml")
    return rules[name].pattern.search(job_description.replace("’", "'")) is not None
