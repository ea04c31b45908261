"""Read questions about what the post says, about the law, and about what the agent must know.

The rules are in `stored_questions.toml`.
"""

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.vocabulary import PostField

STORED, IS_STORED = "stored", "is_stored"
"""The topics of questions for a value, and for an entry; the field or the words follow a colon."""
# The first field that a question names is meant: "which closing date" is no day of work.
_FIELDS: dict[str, PostField] = {
    "valid_through": "valid_through",
    "job_start_date": "job_start_date",
    "shifts": "shifts",
    "salary": "salary",
    "title": "title",
    "experience_level": "experience_level",
    "skills": "skills",
    "responsibilities": "responsibilities",
    "requirements": "requirements",
    "benefits": "benefits",
    "application_contact": "application_contact",
    "total_job_openings": "total_job_openings",
    "department": "department",
    "employment_type": "employment_type",
    "travel": "travel",
    "location": "location",
    "hours": "work_hours",
}


def find_stored_topic(sentence: str) -> str:
    """Return what a question asks of the post: "stored:salary"; empty if it asks something else."""
    rules = _rules()
    if rules["law"].pattern.match(sentence) or (
        "?" in sentence and rules["selecting"].pattern.search(sentence)
    ):
        return "law"
    if rules["must_say"].pattern.match(sentence):
        return "must_say"
    if rules["needs_it"].pattern.match(sentence) and not _find_field(sentence):
        return "unneeded"
    if rules["stored"].pattern.match(sentence) and (field := _find_field(sentence)):
        return f"{STORED}:{field}"
    if entry := rules["is_stored"].pattern.match(sentence):
        return f"{IS_STORED}:{strip_marks(entry['what'])}"
    return ""


def _find_field(sentence: str) -> PostField | None:
    return next(
        (field for group, field in _FIELDS.items() if _rules()[group].pattern.search(sentence)),
        None,
    )


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", "stored_questions.toml")
