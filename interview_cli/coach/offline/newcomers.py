"""Tell who is new to the work applied for, and word questions for them."""

from interview_cli.coach.base import Facts
from interview_cli.coach.offline.cv_questions import find_role_trade, is_near, names_kind
from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems
from interview_cli.requirements.cv_paper_lines import find_unfinished
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.trades.trades import leads

_RULES = ("interview_cli.coach.offline", "newcomers.toml")


def is_new_to_work(facts: Facts) -> bool:
    """Return whether the CV holds no job like the one applied for.

    A junior is new if the CV names no job, and so is who is still to be trained for the work;
    others are not, as a title may not have been understood.
    """
    roles = find_roles(facts.cv_text)
    if not roles:
        return (
            facts.level == "junior" or find_unfinished(facts.full_title, facts.cv_text) is not None
        )
    return not any(is_near(role.title, facts) for role in roles)


def is_new_to_it(facts: Facts) -> bool:
    """Return whether somebody is to be asked what they would do: a newcomer who leads nobody."""
    return is_to_be_taught(facts) or (not leads(facts.level) and is_new_to_work(facts))


def has_other_work(facts: Facts) -> bool:
    """Return whether somebody is a junior, or has a job that is known to be of another kind."""
    roles = find_roles(facts.cv_text)
    return facts.level == "junior" or any(find_role_trade(role.title, facts) for role in roles)


def is_to_be_taught(facts: Facts) -> bool:
    """Return whether somebody applies for a post that teaches the work from nothing.

    A trainee's post does, unless the CV holds the job that it leads to; another does if its ad says
    so and the work is new to the applicant.
    """
    if leads(facts.level):
        return False
    rules = load_rules(*_RULES)
    if has_teaching_title(facts):
        title = facts.full_title.lower().split("(")[0]
        aim = content_stems(rules["teaching_post"].pattern.sub("", title))
        return not any(aim <= content_stems(role.title) for role in find_roles(facts.cv_text))
    if rules["no_experience"].pattern.search(facts.job_text) is None:
        return False
    is_unnamed = not find_roles(facts.cv_text) and not names_kind(facts.full_title, facts.cv_text)
    return is_unnamed or is_new_to_work(facts)


def has_teaching_title(facts: Facts) -> bool:
    """Return whether the title is that of a post that teaches the work: a trainee's, say."""
    return load_rules(*_RULES)["teaching_post"].pattern.search(facts.full_title.lower()) is not None


def takes_any_case(question: str) -> bool:
    """Return whether a question asks for a case, and does not say yet where it may come from."""
    rules = load_rules(*_RULES)
    is_told = rules["says_where"].pattern.search(question) is not None
    return rules["takes_any_case"].pattern.search(question) is not None and not is_told


def suppose(question: str) -> str:
    """Return a question that asks what a newcomer would do: "How would you cut …?"."""
    rules = load_rules(*_RULES)
    question = rules["suppose_cause"].pattern.sub("would make", question)
    return rules["suppose"].pattern.sub(
        lambda found: "Would" if found[0].istitle() else "would", question
    )
