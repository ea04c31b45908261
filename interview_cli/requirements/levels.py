"""Read the seniority from a job title or a job description."""

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.english.words import split_served
from interview_cli.english.years import find_years_asked
from interview_cli.vocabulary import Level

# The first that a title names counts: a Junior Project Manager is junior, a Senior Director an
# executive.
_LEVELS: tuple[Level, ...] = ("junior", "executive", "lead", "senior", "mid")
_MID_YEARS = 2
_SENIOR_YEARS = 5


def find_level_in_title(text: str) -> Level | None:
    """Return the level that a title names, or None if it names none.

    The level of whom a job serves is not its own: "Assistant to the CFO".
    """
    rules = _load_levels()
    title = rules["no_level"].pattern.sub("", split_served(text)[0])
    return next((level for level in _LEVELS if rules[level].pattern.search(title)), None)


def infer_level(job_description: str, title: str = "") -> Level:
    """Return the level of a description; `mid` if it says nothing about it.

    People to lead make it `lead`, unless the title is that of an assistant; words for beginners
    make it `junior`. Otherwise the years of experience
    that it asks for decide: under two are junior, under five mid, five or more senior; the lower
    end of a range counts.
    """
    rules = _load_levels()
    leads = rules["leads_people"].pattern.search(job_description)
    if leads and not rules["support_role"].pattern.search(title):
        return "lead"
    if rules["beginner"].pattern.search(job_description):
        return "junior"
    years = find_years_asked(job_description)
    if years is None:
        return "mid"
    return "junior" if years < _MID_YEARS else "mid" if years < _SENIOR_YEARS else "senior"


def _load_levels() -> RuleFile:
    return load_rules("interview_cli.english", "levels.toml")
