"""A job post → what is printed, exported and found by search engines."""

import json
import re
from functools import cache
from html import escape
from importlib import resources
from typing import Any

from interview_cli.job_posts.advert import Ad, build_ad, find_missing_names
from interview_cli.models import EmployerMessage, JobPost
from interview_cli.render.blocks import Block, Heading, Points, Prose, Remark, Report
from interview_cli.text import format_timestamp

_EXPERIENCE = re.compile(r"(\d{1,2})\s*(?:\+|-|–|to|or more)?[\d +]*(year|month)s?", re.IGNORECASE)


def post_document(post: JobPost) -> dict[str, Any]:
    """Where a post stands after `new` or `say`."""
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


def shown_document(post: JobPost) -> dict[str, Any]:
    """The same with the whole conversation, for `show`."""
    history = [
        f"{'User' if isinstance(one, EmployerMessage) else 'AI'}: {one.content}"
        for one in post.messages
    ]
    return post_document(post) | {
        "created_at": format_timestamp(post.created_at),
        "last_updated": format_timestamp(post.last_updated),
        "conversation_turns": len(post.employer_messages),
        "conversation_history": history,
        "sources": post.sources,
    }


def post_report(post: JobPost) -> Report:
    """The post as a page."""
    ad = build_ad(post.job_data, post.company_name)
    blocks: list[Block] = [Remark(name, value) for name, value in ad.facts]
    for section in ad.sections:
        blocks.append(Heading(2, section.heading))
        blocks.append(Prose(section.prose) if section.prose else Points(section.entries))
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


def posting(post: JobPost) -> tuple[dict[str, Any], list[str], list[str]]:
    """The post as a JobPosting of schema.org, as search engines for jobs read it, and which of the
    properties that they require and that they recommend are missing. No value is made up."""
    data = post.job_data
    ad = build_ad(data, post.company_name)
    found = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": data.title,
        "description": _html(ad),
        "datePosted": f"{post.finished_at or post.last_updated:%Y-%m-%d}",
        "hiringOrganization": {"@type": "Organization", "name": post.company_name},
        "identifier": {
            "@type": "PropertyValue",
            "name": post.company_name,
            "value": post.session_id,
        },
        **_where(post),
        "employmentType": data.employment_type,
        "baseSalary": _salary(post),
        "experienceRequirements": _experience(data.requirements),
        "skills": ", ".join(data.skills),
        "responsibilities": "\n".join(data.responsibilities),
        "qualifications": "\n".join(data.requirements),
        "jobBenefits": "\n".join(data.benefits),
    }
    kept: dict[str, Any] = {name: value for name, value in found.items() if value}
    where = "applicantLocationRequirements" if data.work_type == "remote" else "jobLocation"
    required = ["title", "description", where]
    if "jobLocation" in kept and "addressCountry" not in kept["jobLocation"]["address"]:
        required.append("jobLocation.address.addressCountry")
    recommended = (
        "employmentType",
        "baseSalary",
        "validThrough",
        "experienceRequirements",
        "skills",
    )
    return (
        kept,
        [name for name in required if name not in kept],
        [name for name in recommended if name not in kept],
    )


def posting_text(post: JobPost) -> str:
    """The JobPosting as JSON-LD."""
    return json.dumps(posting(post)[0], ensure_ascii=False, indent=2) + "\n"


def _html(ad: Ad) -> str:
    """The description in the marks that search engines keep: paragraphs and lists."""
    parts = []
    for section in ad.sections:
        parts.append(f"<p><b>{escape(section.heading)}</b></p>")
        if section.prose:
            parts += [f"<p>{escape(one)}</p>" for one in section.prose.split("\n\n")]
        else:
            parts.append(
                f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in section.entries)}</ul>"
            )
    return "".join(parts)


def _where(post: JobPost) -> dict[str, Any]:
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
    if last.strip().casefold() in _countries():
        address = {"@type": "PostalAddress", "addressCountry": last.strip()}
        if town:
            address["addressLocality"] = town.strip()
    return {"jobLocation": {"@type": "Place", "address": address}}


@cache
def _countries() -> frozenset[str]:
    text = resources.files("interview_cli.render").joinpath("countries.txt").read_text("utf-8")
    return frozenset(line.casefold() for line in text.splitlines() if line)


def _salary(post: JobPost) -> dict[str, Any] | None:
    """None without a currency: an amount of nothing is no pay."""
    data = post.job_data.model_dump(mode="json")
    low, high = data["salary_min"], data["salary_max"]
    if not data["currency"] or (low is None and high is None):
        return None
    ends = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    value = {"@type": "QuantitativeValue", **ends, "unitText": data["salary_unit"]}
    kept = {name: one for name, one in value.items() if one not in (None, "")}
    return {"@type": "MonetaryAmount", "currency": data["currency"], "value": kept}


def _experience(requirements: list[str]) -> dict[str, Any] | None:
    """Months of experience, where a requirement says years."""
    for one in requirements:
        said = _EXPERIENCE.search(one)
        if said and "experience" in one.lower():
            months = int(said[1]) * (12 if said[2].lower() == "year" else 1)
            return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
    return None
