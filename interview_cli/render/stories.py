"""Story bank → a report to take along, and its JSON document."""

from typing import Any

from interview_cli.render.blocks import (
    Block,
    Bullets,
    Heading,
    KeepTogether,
    Prose,
    Remark,
    Report,
    join_lines,
)
from interview_cli.store.ids import short_id
from interview_cli.text import join_list
from interview_cli.workflow.stories import Repeat, Story, StoryBank
from interview_cli.workflow.subjects import Subject

_NONE = (
    "No answer tells a case yet. A case says where it was, what you did and what came of it, with "
    "at least one name, date or amount."
)


def build_story_report(bank: StoryBank) -> Report:
    """Build the report of a story bank."""
    jobs = [
        f"{join_lines(interview.job_title)}, {join_lines(interview.company_name)}"
        for interview in bank.interviews
    ]
    blocks: list[Block] = [
        Heading(2, "Cases you told"),
        *(KeepTogether(tuple(_build_story(story))) for story in bank.stories),
    ]
    if bank.missing:
        entries = tuple(join_lines(subject.title) for subject in bank.missing)
        blocks += [Heading(2, f"No story yet for {jobs[-1]}"), Bullets(entries)]
    if bank.repeats:
        blocks += [
            Heading(2, "Used twice in one interview"),
            Bullets(tuple(map(_describe_repeat, bank.repeats))),
        ]
    if bank.unread:
        unread = join_list([short_id(session) for session in bank.unread])
        blocks.append(Prose(f"Not read, because the rules read English only: {unread}."))
    count = len(bank.stories)
    return Report(
        kind="Stories",
        title="Your stories",
        subtitle=jobs[-1] if len(set(jobs)) == 1 else "",
        facts=("1 story" if count == 1 else f"{count} stories",),
        author="interview",
        language="en",
        moment=max(interview.last_updated for interview in bank.interviews),
        blocks=tuple(blocks if bank.stories else [Prose(_NONE), *blocks[1:]]),
    )


def _build_story(story: Story) -> list[Block]:
    remarks = {
        "For": join_list([join_lines(subject.title) for subject in story.subjects]),
        "Situation": "" if story.situation == story.title else join_lines(story.situation),
        "Result": join_lines(story.result),
        "Figures": ", ".join(story.figures),
        "Told": _describe_tellings(story),
    }
    shown = [Remark(label, text) for label, text in remarks.items() if text]
    return [Heading(3, join_lines(story.title)), *shown]


def _describe_tellings(story: Story) -> str:
    """Return how often a story was told, and where it was told last."""
    latest, count = story.latest, len(story.tellings)
    score = "" if latest.score is None else f", {latest.score} of 100"
    where = f"question {latest.number} of {short_id(latest.session_id)}"
    times = "" if count == 1 else f"{count} times, last "
    return f"{times}{latest.timestamp:%Y-%m-%d}, {where}{score}"


def _describe_repeat(repeat: Repeat) -> str:
    numbers = join_list(list(map(str, repeat.numbers)))
    session = short_id(repeat.session_id)
    return f"“{join_lines(repeat.story.title)}”: questions {numbers} of {session}"


def build_story_payload(bank: StoryBank) -> dict[str, Any]:
    """Describe a story bank as a JSON document."""
    return {
        "status": "ok",
        "stories": [_describe_story(story) for story in bank.stories],
        "missing": [_describe_subject(subject) for subject in bank.missing],
        "used_twice": [
            {
                "session_id": repeat.session_id,
                "numbers": list(repeat.numbers),
                "title": repeat.story.title,
            }
            for repeat in bank.repeats
        ],
        "unread": list(bank.unread),
    }


def _describe_story(story: Story) -> dict[str, Any]:
    competencies = [subject for subject in story.subjects if subject.kind == "competency"]
    return {
        "title": story.title,
        "competency": competencies[0].name if competencies else None,
        "subjects": [_describe_subject(subject) for subject in story.subjects],
        "situation": story.situation or None,
        "result": story.result or None,
        "figures": list(story.figures),
        "answer": story.latest.answer,
        "told": [
            {"session_id": telling.session_id, "number": telling.number, "score": telling.score}
            for telling in story.tellings
        ],
    }


def _describe_subject(subject: Subject) -> dict[str, Any]:
    return {"kind": subject.kind, "name": subject.name, "title": subject.title}
