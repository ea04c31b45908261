"""Build the ad of a job post: title, facts and sections in the usual order."""

from dataclasses import dataclass

from interview_cli.models import JobData
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
}
WORK = {"remote": "remote", "hybrid": "hybrid", "onsite": "on site"}


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
    sections = (
        Section("About the job", prose=data.description),
        Section("What you will do", tuple(data.responsibilities)),
        Section("What you bring", tuple(data.requirements)),
        Section("Skills", tuple(data.skills)),
        Section("What we offer", tuple(data.benefits)),
    )
    facts = {
        "Level": LEVELS.get(data.experience_level, ""),
        "Employment": EMPLOYMENT.get(data.employment_type, ""),
        "Place": _describe_place(data),
        "Department": data.department,
        "Pay": describe_pay(data),
    }
    return Ad(
        title=data.title,
        company=company,
        facts=tuple((name, value) for name, value in facts.items() if value),
        sections=tuple(section for section in sections if section.entries or section.prose),
    )


def find_missing(data: JobData) -> list[PostField]:
    """Return the fields that a post still needs to be complete, the most important first."""
    needs: dict[PostField, bool] = {
        "title": not data.title,
        "experience_level": not data.experience_level,
        "skills": not data.skills,
        "location": not data.location and data.work_type != "remote",
        "responsibilities": not data.responsibilities and not data.description,
    }
    return [field for field, is_missing in needs.items() if is_missing]


def find_missing_names(data: JobData) -> list[str]:
    """Return the missing fields by their names in JSON."""
    return [str(JobData.model_fields[field].alias) for field in find_missing(data)]


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


def _format(amount: float) -> str:
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def _describe_place(data: JobData) -> str:
    work = WORK.get(data.work_type, "")
    return f"{data.location} ({work})" if data.location and work else data.location or work
