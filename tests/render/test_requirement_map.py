"""The requirement map of an interview: which answers count, and how an entry is worded."""

from typing import Any

import pytest

from interview_cli.models import Answer, Interview, PlanSlot, Question
from interview_cli.render.blocks import Bullets, Heading, Prose
from interview_cli.render.requirement_map import build_map_blocks, build_maps
from tests.conftest import CV, JOB
from tests.render.interviews import NOW, interview

PANELS = "I mended 14 fire alarm panels at Park School in 2023 and false alarms fell to none."
ASKED = "Which nurse call systems have you worked with?"
NO_WORD = "I found no word of these in your CV or your answers"
UNCLEAR = "I can't tell by words alone whether your CV or your answers show:"
LATER = "These come later or are taught on the job:"
TRAITS = "An example shows this better than a CV. Have one ready: {}."


def build(*answers: str | None, **fields: Any) -> Interview:
    return interview(*answers, **{"cv_text": CV, "job_description_text": JOB} | fields)


def list_entries(one: Interview) -> list[str]:
    blocks = build_map_blocks(one)
    return [entry for block in blocks if isinstance(block, Bullets) for entry in block.entries]


def find_entry(one: Interview, topic: str) -> str:
    (found,) = [entry for entry in list_entries(one) if topic in entry]
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
            f"Experience with fire alarms: shown in answer 1: “{PANELS}”; on your CV: “Installed "
            "fire alarms in 14 schools for Brook & Sons, Leeds”.",
        ),
        (build(), "nurse call", f"{NO_WORD}: “Experience with nurse call systems”."),
        (
            build(plan=[PlanSlot(kind="gap", topic="nurse call systems")]),
            "nurse call",
            f"{NO_WORD}: “Experience with nurse call systems” (planned).",
        ),
        (
            build(plan=[PlanSlot(kind="opener", topic="x")]),
            "nurse call",
            f"{NO_WORD}: “Experience with nurse call systems” (no question planned).",
        ),
        (
            build(plan=[PlanSlot(kind="opener", topic="x")]),
            "solar panels",
            f"{NO_WORD}: “Experience with solar panels”.",
        ),
        (
            build(
                messages=[Question(content=ASKED, timestamp=NOW, topic="nurse call systems")],
                plan=[PlanSlot(kind="gap", topic="nurse call systems")],
            ),
            "nurse call",
            f"{NO_WORD}: “Experience with nurse call systems” (asked in question 1).",
        ),
    ],
    ids=["proved", "missing", "planned", "a must", "a nice-to-have", "asked"],
)
def test_an_entry(one: Interview, topic: str, entry: str) -> None:
    assert find_entry(one, topic) == entry


def test_what_nothing_speaks_of_stands_in_one_entry_of_its_kind() -> None:
    job = (
        "# Electrician\n## What you need\n- Experience with nurse call systems\n- Solar panels\n"
        "- Must be patient\n- Must be able to work weekends\n"
    )
    blocks = build_map_blocks(interview(cv_text=CV, job_description_text=job))
    entries = [entry for block in blocks if isinstance(block, Bullets) for entry in block.entries]
    assert f"{NO_WORD}: “Experience with nurse call systems” and “Solar panels”." in entries
    assert TRAITS.format("“Must be patient”") in entries


def test_must_haves_stand_above_the_rest() -> None:
    titles = [block.text for block in build_map_blocks(build()) if isinstance(block, Heading)]
    assert titles == ["What the job asks for", "Must have", "Nice to have"]


@pytest.mark.parametrize("job", [None, "", "Come and join us in our small shop."])
def test_an_ad_without_requirements(job: str | None) -> None:
    blocks = build_map_blocks(build(job_description_text=job))
    assert [type(block) for block in blocks] == [Heading, Prose]


AD = "# Clerk\n## What you will do\n- Answer the post\n## What you need\n- {}\n"
CLERK = "Ann Lee\n\nWork\nClerk, Hull, 2019 to now\n- {}\n- Kept the van tidy\n"


def read_entries(requirement: str, cv_line: str = "Sold bread", **fields: Any) -> list[str]:
    cv, job = CLERK.format(cv_line), AD.format(requirement)
    blocks = build_map_blocks(interview(cv_text=cv, job_description_text=job, **fields))
    return [entry for block in blocks if isinstance(block, Bullets) for entry in block.entries]


@pytest.mark.parametrize(
    ("requirement", "question", "is_asked"),
    [
        ("Experience with RabbitMQ", "How have you used RabbitMQ?", True),
        ("Experience with RabbitMQ", "Tell me about the importer that you wrote.", False),
        ("Experience in care", "Why do you want to work for Acme Care?", False),
        ("VAT returns", "How do you prepare the VAT returns?", True),
        ("Producing sales reports", "What is the hardest part of sales?", False),
    ],
)
def test_a_question_is_named_only_if_its_words_name_the_topic(
    requirement: str, question: str, *, is_asked: bool
) -> None:
    fields: dict[str, Any] = {"company_name": "Acme Care"}
    topic = requirement.removeprefix("Experience with ").removeprefix("Experience in ")
    messages = [Question(content=question, timestamp=NOW, topic=topic)]
    entries = read_entries(requirement, messages=messages, **fields)
    assert any("asked in question 1" in entry for entry in entries) == is_asked


@pytest.mark.parametrize(
    ("requirement", "label"),
    [
        ("At least 1 year's experience in an office", "At least 1 year's experience in an office"),
        ("Attend to personal care needs where required", "Attend to personal care needs"),
        ("➕ Terraform", "Terraform"),
    ],
)
def test_a_label_is_a_whole_phrase_of_the_ad(requirement: str, label: str) -> None:
    assert any(label in entry and "➕" not in entry for entry in read_entries(requirement))


def test_a_formality_is_named_by_its_sentence() -> None:
    entries = read_entries("Kerridge\n\nAll posts are subject to an enhanced DBS check.")
    assert any("“All posts are subject to an enhanced DBS check”" in entry for entry in entries)


def test_the_line_that_may_show_it_is_hedged() -> None:
    line = "Co-supervised two student dietitians"
    entries = read_entries("Supervise dietetic students with the senior", line)
    assert f"Supervise dietetic students with the senior: closest on your CV: “{line}”." in entries


def test_only_the_sentence_of_a_long_line_is_quoted() -> None:
    line = (
        "I served lunch to 240 children each day and kept the allergy list. I cared for my mother, "
        "who had dementia, at home. I have worked in hotels and shops for nine years."
    )
    entries = read_entries("Supporting people who live with dementia", line)
    assert any("“I cared for my mother, who had dementia, at home.”" in entry for entry in entries)


@pytest.mark.parametrize("is_asked", [True, False])
def test_a_duty_is_asked_about_if_a_question_names_its_first_part(*, is_asked: bool) -> None:
    topic = "auditing ledgers"
    content = f"Part of this job is {topic}. What's your experience of that?"
    question = Question(content=content, timestamp=NOW, kind="requirement", topic=topic)
    job = (
        "# Clerk\n## What you will do\n- Audit ledgers, rents, wages and stock lists of branches\n"
    )
    cv = CLERK.format("Sold bread")
    asked = {"messages": [question] if is_asked else []}
    plan = [PlanSlot(kind="requirement", topic=topic)]
    fields: dict[str, Any] = {"cv_text": cv, "job_description_text": job, "plan": plan} | asked
    status = "asked in question 1" if is_asked else "planned"
    assert status in find_entry(interview(**fields), "ledgers")


def test_a_line_that_names_some_of_several_things_is_told_with_these() -> None:
    entry, *_ = read_entries("Stock of bread, diesel and asphalt", "Stock of diesel and asphalt")
    assert entry.endswith("in part on your CV (diesel and asphalt): “Stock of diesel and asphalt”.")


@pytest.mark.parametrize(
    ("requirement", "line"),
    [
        (
            "Scan every pallet with an RF gun, report damages and shorts",
            "Picker, pallet jack rider",
        ),
        ("Present findings to branch managers in simple language", "Language: Marathi"),
    ],
)
def test_one_word_of_a_long_requirement_shows_nothing(requirement: str, line: str) -> None:
    assert f"{UNCLEAR} “{requirement}”." in read_entries(requirement, line)


@pytest.mark.parametrize("requirement", ["Fluent spoken English", "Good communicator in English"])
def test_the_interview_shows_how_english_is_spoken(requirement: str) -> None:
    assert f"{requirement}: your answers themselves show it." in read_entries(requirement)


def test_a_paper_that_no_line_names_is_a_formality() -> None:
    entries = read_entries("Practice educator qualification")
    assert (
        "Formalities, which a yes, a check or a date settles: “Practice educator qualification”."
        in entries
    )


@pytest.mark.parametrize(
    ("task", "work", "entry"),
    [
        (
            "Contribute to QOF audits and hui of Storypark",
            "Picker, 2019 to now\n- Loaded vans",
            NO_WORD,
        ),
        ("Audit stock and hui of Storypark", "Picker, 2019 to now\n- Counted stock", UNCLEAR),
        ("Audit stock and hui of Storypark", "Lead nurse, 2019 to now\n- Counted stock", UNCLEAR),
        ("Take the on-call phone after 6 months", "Picker, 2019 to now\n- Counted stock", LATER),
    ],
    ids=["no word", "a word", "the same trade", "not yet"],
)
def test_a_task_is_missing_only_if_no_word_of_it_stands_anywhere(
    task: str, work: str, entry: str
) -> None:
    job = f"# Nurse\n## What you will do\n- {task}\n"
    one = interview(cv_text=f"Ann Lee\n\nWork\n{work}\n", job_description_text=job)
    assert [each.partition(": “")[0] for each in list_entries(one)] == [entry.rstrip(":")]


def test_the_tasks_that_are_not_named_are_counted() -> None:
    tasks = ["Contribute to QOF audits", "Weld barge hulls", "Tune harps", "Fell old spruces"]
    entry = read_tasks(tasks)
    assert all(task in entry for task in tasks)
    entry = read_tasks([*tasks, "Shear angora goats"])
    assert [task in entry for task in tasks] == [True, True, True, False]
    assert "and 2 more." in entry


def read_tasks(tasks: list[str]) -> str:
    job = "# Nurse\n## What you will do\n" + "".join(f"- {task}\n" for task in tasks)
    one = interview(cv_text="Ann Lee\n\nWork\nPicker, 2019 to now\n", job_description_text=job)
    (entry,) = list_entries(one)
    return entry


def test_no_requirement_is_dropped_in_silence() -> None:
    needs = ["Experience of stock", "18 or older", "Audit the stock", "Audit vans and stock"]
    bullets = "".join(f"- {need}\n" for need in needs)
    job = f"# Clerk\n## What you need\n{bullets}"
    entries = list_entries(interview(cv_text=CLERK.format("Vans"), job_description_text=job))
    assert [need for need in needs if not any(need in entry for entry in entries)] == []


def test_what_an_answer_was_asked_about_is_not_called_missing() -> None:
    question = Question(
        content=ASKED, timestamp=NOW, kind="requirement", topic="nurse call systems"
    )
    answer = Answer(content="I fitted two in a week at Park School.", timestamp=NOW)
    job = "# Clerk\n## What you need\n- Can mend nurse call systems\n"
    fields = {"cv_text": CLERK.format("Sold bread"), "job_description_text": job}
    before = interview(messages=[question], **fields)
    after = interview(messages=[question, answer], **fields)
    assert UNCLEAR in find_entry(before, "nurse call")
    assert NO_WORD not in find_entry(after, "nurse call")


def test_a_paper_that_is_asked_about_is_not_told_as_held() -> None:
    paper = "A valid UK reach truck certificate is a must"
    assert (
        ": on your CV" not in read_entries(paper, "reach truck from 11.2023, in the night shift")[0]
    )
    assert "on your CV" in read_entries(paper, "UK reach truck certificate, to May 2029")[0]


@pytest.mark.parametrize(
    ("requirement", "entry"),
    [
        ("Good numeracy", TRAITS.format("“Good numeracy”")),
        ("Uses their initiative", TRAITS.format("“Uses their initiative”")),
        ("Can explain what you did", f"{UNCLEAR} “Can explain what you did”."),
        ("2 years in a good kitchen", f"{UNCLEAR} “2 years in a good kitchen”."),
        ("Experience with Primavera", f"{NO_WORD}: “Experience with Primavera”."),
    ],
)
def test_no_word_is_said_to_be_missing_of_what_goes_by_many_words(
    requirement: str, entry: str
) -> None:
    assert entry in read_entries(requirement)


@pytest.mark.parametrize(
    ("requirement", "line", "words"),
    [
        ("Write clear incident reports", "Patrols, DAR and incident reports", "incident reports"),
    ],
)
def test_a_line_with_some_words_of_a_requirement_is_told_with_these(
    requirement: str, line: str, words: str
) -> None:
    assert any(
        f"in part on your CV ({words}): “{line}”" in e for e in read_entries(requirement, line)
    )


@pytest.mark.parametrize(
    ("requirement", "line"),
    [
        ("Own hand tools", "Full licence. Own tools."),
        ("Legal permission to work in Ireland", "Stamp 4"),
        ("Subject to an enhanced DBS check", "DBS: on update service"),
        ("Own transport", "Licence: Code EB, own car"),
    ],
)
def test_a_formality_that_the_cv_settles_is_told_with_its_line(requirement: str, line: str) -> None:
    assert any(f"on your CV: “{line}”" in entry for entry in read_entries(requirement, line))


def test_a_tool_that_the_cv_says_no_to_is_not_told_as_known() -> None:
    entries = read_entries(
        "Procore, Jobpac and Primavera", "Procore, Jobpac, Bluebeam. Not Primavera."
    )
    assert any("(Procore and Jobpac)" in entry for entry in entries)


def test_a_paper_that_is_missing_is_told_so_with_what_says_it() -> None:
    job = "Driver\n\nRequirements\n- CSCS card\n- Tanker endorsement, Hazmat endorsement\n"
    cv = "Ann Lee\n\nLicences\nCSCS card, expired\nCDL A, Tanker (N) endorsement\n"
    one = build(cv_text=cv, job_description_text=job)
    assert find_entry(one, "CSCS") == "CSCS card: run out, by your CV: “CSCS card, expired”."
    assert "no line of your CV names “Hazmat endorsement”" in find_entry(one, "Hazmat")


def test_what_an_answer_says_no_to_is_told_as_not_yet() -> None:
    told = "I've never met nurse call systems myself."
    entry = find_entry(build(told), "nurse call")
    assert f"not yet, by answer 1: “{told}”" in entry
