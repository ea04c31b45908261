"""Job post → JSON for scripts, a report, and a JobPosting for search engines."""

import json
from html import escape
from typing import Any

from interview_cli.english.locales import is_country
from interview_cli.english.years import find_months_of_experience
from interview_cli.job_posts.advert import Ad, build_ad, find_missing_names
from interview_cli.models import EmployerMessage, JobPost
from interview_cli.render.blocks import Block, Bullets, Heading, Prose, Remark, Report
from interview_cli.text import format_timestamp

_RECOMMENDED = (
    "employmentType",
    "baseSalary",
    "validThrough",
    "experienceRequirements",
    "skills",
)
"""Properties of a JobPosting that search engines recommend."""


def build_post_payload(post: JobPost) -> dict[str, Any]:
    """Build the JSON that `new` and `say` print."""
    last = post.last_reply
    return {
        "status": "success",
        "session_id": post.session_id,
        "company_id": post.company_id,
        "company_name": post.company_name,
        "agent_response": last.content if last else "",
        "is_complete": post.is_complete,
        "job_data": post.job_data.model_dump(by_alias=True, mode="json"),
        "current_step": post.current_step,
        "missing": find_missing_names(post.job_data),
        "coach": last.coach if last else None,
        "model": last.model if last else None,
    }


def build_post_details_payload(post: JobPost) -> dict[str, Any]:
    """Build the JSON that `show` prints: the post with its whole conversation."""
    history = [
        f"{'User' if isinstance(message, EmployerMessage) else 'AI'}: {message.content}"
        for message in post.messages
    ]
    return build_post_payload(post) | {
        "created_at": format_timestamp(post.created_at),
        "last_updated": format_timestamp(post.last_updated),
        "conversation_turns": len(post.employer_messages),
        "conversation_history": history,
        "sources": post.sources,
    }


def build_post_report(post: JobPost) -> Report:
    """Build the report of a job post."""
    ad = build_ad(post.job_data, post.company_name)
    blocks: list[Block] = [Remark(name, value) for name, value in ad.facts]
    for section in ad.sections:
        blocks.append(Heading(2, section.heading))
        blocks.append(Prose(section.prose) if section.prose else Bullets(section.entries))
    return Report(
        kind="Job post" if post.is_complete else "Job post, draft",
        title=ad.title or "(no title yet)",
        subtitle=ad.company,
        facts=(),
        author=ad.company,
        language="en",
        moment=post.last_updated,
        blocks=tuple(blocks),
    )


def build_job_posting(post: JobPost) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return the JobPosting of a post, and its missing required and recommended properties.

    The format is schema.org's, as job search engines read it. No value is invented.
    """
    data = post.job_data
    ad = build_ad(data, post.company_name)
    properties = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": data.title,
        "description": _format_description(ad),
        "datePosted": f"{post.finished_at or post.last_updated:%Y-%m-%d}",
        "hiringOrganization": {"@type": "Organization", "name": post.company_name},
        "identifier": {
            "@type": "PropertyValue",
            "name": post.company_name,
            "value": post.session_id,
        },
        **_build_location(post),
        "employmentType": data.employment_type,
        "baseSalary": _build_salary(post),
        "experienceRequirements": _find_experience(data.requirements),
        "skills": ", ".join(data.skills),
        "responsibilities": "\n".join(data.responsibilities),
        "qualifications": "\n".join(data.requirements),
        "jobBenefits": "\n".join(data.benefits),
    }
    filled: dict[str, Any] = {name: value for name, value in properties.items() if value}
    location = "applicantLocationRequirements" if data.work_type == "remote" else "jobLocation"
    required = ["title", "description", location]
    if "jobLocation" in filled and "addressCountry" not in filled["jobLocation"]["address"]:
        required.append("jobLocation.address.addressCountry")
    return (
        filled,
        [name for name in required if name not in filled],
        [name for name in _RECOMMENDED if name not in filled],
    )


def format_job_posting(post: JobPost) -> str:
    """Return the JobPosting as JSON-LD."""
    return json.dumps(build_job_posting(post)[0], ensure_ascii=False, indent=2) + "\n"


def _format_description(ad: Ad) -> str:
    """Return HTML of paragraphs and lists, the only elements that search engines keep."""
    parts = []
    for section in ad.sections:
        parts.append(f"<p><b>{escape(section.heading)}</b></p>")
        if section.prose:
            parts += [f"<p>{escape(part)}</p>" for part in section.prose.split("\n\n")]
        else:
            entries = "".join(f"<li>{escape(entry)}</li>" for entry in section.entries)
            parts.append(f"<ul>{entries}</ul>")
    return "".join(parts)


def _build_location(post: JobPost) -> dict[str, Any]:
    data = post.job_data
    if data.work_type == "remote":
        remote: dict[str, Any] = {"jobLocationType": "TELECOMMUTE"}
        if data.location:
            area = {"@type": "AdministrativeArea", "name": data.location}
            remote["applicantLocationRequirements"] = area
        return remote
    if not data.location:
        return {}
    town, _, last = data.location.rpartition(",")
    address = {"@type": "PostalAddress", "addressLocality": data.location}
    if is_country(last.strip()):
        address = {"@type": "PostalAddress", "addressCountry": last.strip()}
        if town:
            address["addressLocality"] = town.strip()
    return {"jobLocation": {"@type": "Place", "address": address}}


def _build_salary(post: JobPost) -> dict[str, Any] | None:
    """Return a MonetaryAmount, or None without a currency, which schema.org requires."""
    data = post.job_data.model_dump(mode="json")
    low, high = data["salary_min"], data["salary_max"]
    if not data["currency"] or (low is None and high is None):
        return None
    amounts = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    properties = {"@type": "QuantitativeValue", **amounts, "unitText": data["salary_unit"]}
    filled = {name: value for name, value in properties.items() if value not in (None, "")}
    return {"@type": "MonetaryAmount", "currency": data["currency"], "value": filled}


def _find_experience(requirements: list[str]) -> dict[str, Any] | None:
    """Return the months of experience that the requirements ask for first."""
    for requirement in requirements:
        months = find_months_of_experience(requirement)
        if months is not None:
            return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
    return None
