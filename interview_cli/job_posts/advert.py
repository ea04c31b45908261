"""Build the ad of a job post: title, facts and sections in the usual order."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from interview_cli.job_posts.wording import (
    merge_entries,
    word_duties,
    word_entries,
    word_requirements,
)
from interview_cli.post_models import JobData
from interview_cli.vocabulary import PostField

LEVELS = {
    "intern": "internship",
    "junior": "junior",
    "mid": "mid level",
    "senior": "senior",
    "lead": "lead",
    "executive": "executive",
}
EMPLOYMENT = {
    "FULL_TIME": "full time",
    "PART_TIME": "part time",
    "CONTRACTOR": "contract",
    "TEMPORARY": "temporary",
    "INTERN": "internship",
    "PER_DIEM": "per diem",
    "VOLUNTEER": "voluntary",
}
_LEVEL_IN_SENTENCE = {
    "junior": "junior",
    "mid": "mid-level",
    "senior": "senior",
    "lead": "lead",
    "executive": "executive",
}
_WORK_IN_SENTENCE = {"remote": "remote", "hybrid": "hybrid", "onsite": "on site"}
WORK = {"remote": "remote", "hybrid": "hybrid", "onsite": "on site"}

FIELD_NAMES: dict[PostField, str] = {
    "title": "title",
    "department": "department",
    "experience_level": "level",
    "employment_type": "employment",
    "skills": "skills",
    "location": "place",
    "work_type": "place of work",
    "salary": "pay",
    "description": "description",
    "responsibilities": "duties",
    "requirements": "requirements",
    "benefits": "benefits",
    "work_hours": "hours",
    "job_start_date": "start",
    "valid_through": "last day to apply",
    "total_job_openings": "openings",
    "application_contact": "contact",
    "reports_to": "reports to",
    "travel": "travel",
    "shifts": "shifts",
}
"""What an employer calls each field."""


@dataclass(frozen=True)
class Section:
    """A heading with its content, which is either a list or prose."""

    heading: str
    entries: tuple[str, ...] = ()
    prose: str = ""


@dataclass(frozen=True)
class Ad:
    """An ad. It contains only what the employer said."""

    title: str
    company: str
    facts: tuple[tuple[str, str], ...]
    """Names and values, such as ("Level", "senior")."""
    sections: tuple[Section, ...]

    def text(self) -> str:
        """Return the ad as plain text that is also Markdown."""
        heading = ", ".join(filter(None, [self.title, self.company]))
        parts = [f"# {heading}", "\n".join(f"{name}: {value}" for name, value in self.facts)]
        for section in self.sections:
            body = section.prose or "\n".join(f"- {entry}" for entry in section.entries)
            parts.append(f"## {section.heading}\n\n{body}")
        return "\n\n".join(filter(None, parts))


def build_ad(data: JobData, company: str) -> Ad:
    """Build the ad of a post, which may be incomplete."""
    about = "\n\n".join(filter(None, [summarize_post(data, company), data.description]))
    skills = merge_entries(data.skills)
    sections = (
        Section("About the job", prose=about),
        Section("What you will do", word_duties(data.responsibilities)),
        Section("What you bring", word_requirements(data.requirements, besides=skills)),
        Section("Skills", skills),
        Section("What we offer", word_entries(data.benefits)),
        Section("How to apply", prose=_describe_application(data)),
    )
    facts = {
        "Level": LEVELS.get(data.experience_level, "").removesuffix(" level"),
        "Employment": EMPLOYMENT.get(data.employment_type, ""),
        "Place": _describe_place(data),
        "Department": data.department,
        "Pay": describe_pay(data),
        "Hours": data.work_hours,
        "Shifts": data.shifts,
        "Start": _describe_date(data.job_start_date),
        "Travel": data.travel,
        "Reports to": data.reports_to,
        "Openings": str(data.total_job_openings or ""),
    }
    return Ad(
        title=data.title,
        company=company,
        facts=tuple((name, value) for name, value in facts.items() if value),
        sections=tuple(section for section in sections if section.entries or section.prose),
    )


def summarize_post(data: JobData, company: str) -> str:
    """Return a sentence that sums up what was said; empty without a title and two facts."""
    place = f" in {data.location}" if data.location else ""
    employment = EMPLOYMENT.get(data.employment_type, "")
    work = _WORK_IN_SENTENCE.get(data.work_type, "")
    if (
        not data.title
        or not company
        or not (place or work)
        or not (employment or data.experience_level)
    ):
        return ""
    level = _LEVEL_IN_SENTENCE.get(data.experience_level, "")
    name = f"{level} {data.title}".strip()
    if level and level.lower() in data.title.lower():
        name = data.title
    count = data.total_job_openings or 1
    opening = f"{company} has {count} openings as" if count > 1 else f"{company} is looking for"
    article = f"{_choose_article(name)} "
    extras = ", ".join(filter(None, [work, employment]))
    return f"{opening} {article}{name}{place}" + (f" ({extras})." if extras else ".")


def _choose_article(name: str) -> str:
    first = name.split()[0]
    if first.isupper() and len(first) > 1:
        return "an" if first[0] in "AEFHILMNORSX" else "a"
    return "an" if first[0].lower() in "aeio" or first.lower().startswith(("un", "up")) else "a"


def _describe_application(data: JobData) -> str:
    parts = []
    if data.application_contact:
        parts.append(f"Apply to {data.application_contact}")
    if data.valid_through:
        until = f"by {_describe_date(data.valid_through)}"
        parts.append(until if parts else f"Apply {until}")
    return f"{' '.join(parts)}." if parts else ""


def _describe_date(written: str) -> str:
    """Return a date of ISO 8601 in words, "1 March 2027"; another text as it is."""
    try:
        day = date.fromisoformat(written if len(written) > len("2027-01") else f"{written}-01")
    except ValueError:
        return written
    month = f"{day:%B %Y}"
    return f"{day.day} {month}" if len(written) > len("2027-01") else month


def find_missing(data: JobData, skipped: Container[str] = ()) -> list[PostField]:
    """Return the fields that a post still needs to be complete, the most important first.

    `skipped` are the names in JSON of those that the employer declined.
    """
    needs: dict[PostField, bool] = {
        "title": not data.title,
        "experience_level": not data.experience_level,
        "skills": not data.skills,
        "location": not data.location and data.work_type != "remote",
        "responsibilities": not data.responsibilities and not data.description,
    }
    return [
        field
        for field, is_missing in needs.items()
        if is_missing and name_in_json(field) not in skipped
    ]


def find_missing_names(data: JobData, skipped: Container[str] = ()) -> list[str]:
    """Return the missing fields by their names in JSON."""
    return [name_in_json(field) for field in find_missing(data, skipped)]


def name_missing(data: JobData, skipped: Container[str] = ()) -> list[str]:
    """Return the missing fields as an employer calls them."""
    return [FIELD_NAMES[field] for field in find_missing(data, skipped)]


def name_in_json(field: str) -> str:
    """Return the name in JSON of a field of JobData."""
    return str(JobData.model_fields[field].alias)


def describe_pay(data: JobData) -> str:
    """Return the pay in words, "2,000 to 3,000 JOD a month"; empty when it is not known."""
    if not data.has_pay:
        return ""
    low, high = data.salary_min, data.salary_max
    if low is not None and high is not None:
        amount = _format(low) if low == high else f"{_format(low)} to {_format(high)}"
    else:
        amount = f"from {_format(low)}" if low is not None else f"up to {_format(high or 0)}"
    per = f"a{'n' * (data.salary_unit == 'HOUR')} {data.salary_unit.lower()}"
    return " ".join(filter(None, [amount, data.currency, per if data.salary_unit else ""]))


def describe_field(data: JobData, field: PostField) -> str:
    """Return what a post says of a field, in words; empty if it says nothing."""
    if field == "salary":
        return describe_pay(data)
    value = getattr(data, field)
    if isinstance(value, list):
        return ", ".join(value)
    if field in ("job_start_date", "valid_through"):
        return _describe_date(value)
    return {**LEVELS, **EMPLOYMENT, **WORK}.get(value, str(value or ""))


def _format(amount: float) -> str:
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def _describe_place(data: JobData) -> str:
    work = WORK.get(data.work_type, "")
    return f"{data.location} ({work})" if data.location and work else data.location or work
