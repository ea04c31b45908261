"""Job post → a JobPosting of schema.org, as job search engines read it. No value is invented."""

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from interview_cli.english.years import (
    find_months_of_experience,
    find_opening_years,
    find_years_asked,
)
from interview_cli.job_posts.addresses import parse_address
from interview_cli.job_posts.advert import Ad, build_ad
from interview_cli.job_posts.date_roles import AT_ONCE
from interview_cli.job_posts.lands import describe_country, is_listed_country, split_countries
from interview_cli.job_posts.wording import word_duties, word_entries, word_requirements
from interview_cli.post_models import JobData, JobPost

_RECOMMENDED = (
    "employmentType",
    "baseSalary",
    "validThrough",
    "experienceRequirements",
    "skills",
)
"""Properties of a JobPosting that search engines recommend."""


def build_job_posting(post: JobPost) -> tuple[dict[str, Any], list[str], list[str]]:
    """Return the JobPosting of a post, and its missing required and recommended properties.

    The format is schema.org's, within the rules of Google's documentation of job postings.
    """
    data = post.job_data
    ad = build_ad(data, post.company_name)
    properties = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": data.title,
        "description": _format_description(ad),
        "datePosted": f"{post.finished_at or post.last_updated:%Y-%m-%d}",
        "validThrough": data.valid_through,
        "hiringOrganization": {"@type": "Organization", "name": post.company_name},
        "identifier": {
            "@type": "PropertyValue",
            "name": post.company_name,
            "value": post.session_id,
        },
        **_build_location(data),
        "employmentType": data.employment_type,
        "baseSalary": _build_salary(data),
        "experienceRequirements": _find_experience(word_requirements(data.requirements)),
        "skills": ", ".join(data.skills),
        "responsibilities": "\n".join(word_duties(data.responsibilities)),
        "qualifications": "\n".join(word_requirements(data.requirements)),
        "jobBenefits": "\n".join(word_entries(data.benefits)),
        "workHours": ", ".join(filter(None, [data.work_hours, data.shifts])),
        **_build_start(data),
        "totalJobOpenings": data.total_job_openings,
        "applicationContact": _build_contact(data.application_contact),
    }
    filled: dict[str, Any] = {name: value for name, value in properties.items() if value}
    return filled, _list_missing(filled, data), _list_unsaid(filled, data)


def format_job_posting(post: JobPost) -> str:
    """Return the JobPosting as JSON-LD."""
    return json.dumps(build_job_posting(post)[0], ensure_ascii=False, indent=2) + "\n"


def embed_job_posting(post: JobPost) -> str:
    """Return the JobPosting as the script element of a page."""
    text = json.dumps(build_job_posting(post)[0], ensure_ascii=False)
    # Inside a script, "<" might end it.
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>'


def _list_missing(filled: dict[str, Any], data: JobData) -> list[str]:
    is_remote = data.work_type == "remote"
    location = "applicantLocationRequirements" if is_remote else "jobLocation"
    missing = [name for name in ("title", "description", location) if name not in filled]
    if "jobLocation" in filled and "addressCountry" not in filled["jobLocation"]["address"]:
        missing.append("jobLocation.address.addressCountry")
    return missing


def _list_unsaid(filled: dict[str, Any], data: JobData) -> list[str]:
    """Return what search engines recommend and was not said; of pay only what is lacking."""
    unsaid = [name for name in _RECOMMENDED if name not in filled]
    if data.has_pay and "baseSalary" in unsaid:
        lacking = {"baseSalary.currency": not data.currency}
        unsaid.remove("baseSalary")
        unsaid += [name for name, is_lacking in lacking.items() if is_lacking]
    if "baseSalary" in filled and "unitText" not in filled["baseSalary"]["value"]:
        unsaid.append("baseSalary.value.unitText")
    return unsaid


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


def _build_location(data: JobData) -> dict[str, Any]:
    if data.work_type == "remote":
        remote: dict[str, Any] = {"jobLocationType": "TELECOMMUTE"}
        if data.location:
            areas = [_build_area(place) for place in split_countries(data.location)]
            remote["applicantLocationRequirements"] = areas if len(areas) > 1 else areas[0]
        return remote
    if not data.location:
        return {}
    address = parse_address(data.location)
    parts = {
        "addressLocality": address.locality,
        "addressRegion": address.region,
        "addressCountry": address.country,
    }
    filled = {name: value for name, value in parts.items() if value}
    return {"jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", **filled}}}


def _build_area(place: str) -> dict[str, Any]:
    """Return the area that people must live in: a country, a state or a city."""
    address = parse_address(place)
    if address.locality and address.country:
        return {"@type": "City", "name": place}
    if address.region:
        return {"@type": "State", "name": place}
    if is_listed_country(place):
        return {"@type": "Country", "name": describe_country(address.country)}
    return {"@type": "AdministrativeArea", "name": place}


def _build_start(data: JobData) -> dict[str, Any]:
    if data.job_start_date == AT_ONCE:
        return {"jobImmediateStart": True}
    return {"jobStartDate": data.job_start_date}


def _build_contact(contact: str) -> dict[str, Any] | None:
    if not contact:
        return None
    kind = "email" if "@" in contact else "telephone" if contact[:1] in "+0123456789" else "name"
    return {"@type": "ContactPoint", kind: contact}


def _build_salary(data: JobData) -> dict[str, Any] | None:
    """Return a MonetaryAmount, or None without a currency, which schema.org requires."""
    dumped = data.model_dump(mode="json")
    low, high = dumped["salary_min"], dumped["salary_max"]
    if not data.currency or (low is None and high is None):
        return None
    amounts = {"value": low} if low == high else {"minValue": low, "maxValue": high}
    properties = {"@type": "QuantitativeValue", **amounts, "unitText": data.salary_unit}
    filled = {name: value for name, value in properties.items() if value not in (None, "")}
    return {"@type": "MonetaryAmount", "currency": data.currency, "value": filled}


def _find_experience(requirements: Iterable[str]) -> dict[str, Any] | None:
    """Return the months of experience that the requirements ask for first."""
    for requirement in requirements:
        months = find_months_of_experience(requirement)
        if months is None and (years := find_years_asked(requirement)) is not None:
            months = 12 * years
        if months is None and (years := find_opening_years(requirement)) is not None:
            months = 12 * years
        if months is not None:
            return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
    return None
