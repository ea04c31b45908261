"""The requirement map of an interview: which answers count, and how an entry is worded."""

from typing import Any

import pytest

from interview_cli.models import Interview, PlanSlot, Question
from interview_cli.render.blocks import Bullets, Heading, Prose
from interview_cli.render.requirement_map import build_map_blocks, build_maps
from tests.conftest import CV, JOB
from tests.render.interviews import NOW, interview

PANELS = "I mended 14 fire alarm panels at Park School in 2023 and false alarms fell to none."
NOT_TOLD = "I compare words, and could not tell from them whether your CV or an answer shows these"


def build(*answers: str | None, **fields: Any) -> Interview:
    return interview(*answers, **{"cv_text": CV, "job_description_text": JOB} | fields)


def find_entry(one: Interview, topic: str) -> str:
    entries = [
        entry
        for block in build_map_blocks(one)
        if isinstance(block, Bullets)
        for entry in block.entries
    ]
    (found,) = [entry for entry in entries if topic in entry]
    return found


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (PANELS, "proved"),
        (None, "claimed"),
        ("Installed fire alarms in 14 schools for Brook & Sons, Leeds", "claimed"),
        ("I don't know.", "claimed"),
    ],
    ids=["an answer", "skipped", "a copy of the CV", "no answer"],
)
def test_only_real_answers_prove(answer: str | None, status: str) -> None:
    by_topic = {mapped.requirement.topic: mapped for mapped in build_maps(build(answer))[0]}
    assert by_topic["fire alarms"].status == status


@pytest.mark.parametrize(
    ("one", "topic", "entry"),
    [
        (
            build(PANELS),
            "fire alarms",
            f"fire alarms: shown in answer 1: “{PANELS}”; on your CV: “Installed fire alarms in 14 "
            "schools for Brook & Sons, Leeds”.",
        ),
        (build(), "nurse call", f"{NOT_TOLD}: “nurse call systems”."),
        (
            build(plan=[PlanSlot(kind="gap", topic="nurse call systems")]),
            "nurse call",
            f"{NOT_TOLD}: “nurse call systems” (planned).",
        ),
        (
            build(plan=[PlanSlot(kind="opener", topic="x")]),
            "nurse call",
            f"{NOT_TOLD}: “nurse call systems” (no question planned).",
        ),
        (
            build(plan=[PlanSlot(kind="opener", topic="x")]),
            "solar panels",
            f"{NOT_TOLD}: “solar panels”.",
        ),
        (
            build(
                messages=[Question(content="?", timestamp=NOW, topic="nurse call systems")],
                plan=[PlanSlot(kind="gap", topic="nurse call systems")],
            ),
            "nurse call",
            f"{NOT_TOLD}: “nurse call systems” (asked in question 1).",
        ),
    ],
    ids=["proved", "missing", "planned", "a must", "a nice-to-have", "asked"],
)
def test_an_entry(one: Interview, topic: str, entry: str) -> None:
    assert find_entry(one, topic) == entry


def test_what_nothing_speaks_of_stands_in_one_entry_of_its_kind() -> None:
    job = (
        "# Electrician\n## What you need\n- Knowledge of nurse call systems\n- Solar panels\n"
        "- Must be patient\n- Must be able to work weekends\n"
    )
    blocks = build_map_blocks(interview(cv_text=CV, job_description_text=job))
    entries = [entry for block in blocks if isinstance(block, Bullets) for entry in block.entries]
    assert f"{NOT_TOLD}: “nurse call systems” and “Solar panels”." in entries
    assert any("A case shows these" in entry and "patient" in entry for entry in entries)


def test_must_haves_stand_above_the_rest() -> None:
    titles = [block.text for block in build_map_blocks(build()) if isinstance(block, Heading)]
    assert titles == ["What the job asks for", "Must have", "Nice to have"]


@pytest.mark.parametrize("job", [None, "", "Come and join us in our small shop."])
def test_an_ad_without_requirements(job: str | None) -> None:
    blocks = build_map_blocks(build(job_description_text=job))
    assert [type(block) for block in blocks] == [Heading, Prose]
