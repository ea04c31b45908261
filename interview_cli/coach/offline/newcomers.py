"""Tell who is new to the work applied for, and word questions for them."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_questions import find_role, is_near
from interview_cli.english.rules import load_rules
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.trades.trades import STAGES

_RULES = ("interview_cli.coach.offline", "newcomers.toml")


def is_new_to_work(facts: Facts) -> bool:
    """Return whether the CV holds no job like the one applied for; without a CV, for a junior."""
    if not facts.cv_text.strip():
        return facts.level == "junior"
    return not any(is_near(role.title, facts) for role in find_roles(facts.cv_text))


def has_other_work(facts: Facts) -> bool:
    """Return whether somebody is a junior, or has a job that is known to be of another kind."""
    return facts.level == "junior" or "other_role" in find_role(facts)


def is_to_be_taught(facts: Facts) -> bool:
    """Return whether somebody new to the work applies for a post that teaches it from nothing."""
    rules = load_rules(*_RULES)
    is_taught = rules["teaching_post"].pattern.search(facts.job_title.lower()) or rules[
        "no_experience"
    ].pattern.search(facts.job_text)
    return bool(is_taught) and STAGES[facts.level] != "leading" and is_new_to_work(facts)


def suppose(question: str) -> str:
    """Return a question that asks what a newcomer would do: "How would you cut …?"."""
    rule = load_rules(*_RULES)["suppose"].pattern
    return rule.sub(lambda found: "Would" if found[0].istitle() else "would", question)
