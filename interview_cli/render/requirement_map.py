"""Interview → the blocks of its requirement map."""

from collections.abc import Iterator

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.english.words import content_stems
from interview_cli.models import Interview
from interview_cli.render.blocks import Block, Bullets, Heading, Prose, join_lines
from interview_cli.requirements.coverage import (
    MappedRequirement,
    is_soft_skill,
    map_duties,
    map_requirements,
    say_topic,
)
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.text import shorten

_NO_REQUIREMENTS = "No requirements were found in the job description."
_FORMALITY = "a formality that interviews do not ask about; not mentioned in the CV"
_STATUS = {
    "proved": "proved",
    "claimed": "claimed in the CV",
    "missing": "not found in these words",
}
_SPOKEN_OF = "spoken of"
_STATED = "you said so; not in the CV"
_NOTHING_YET = "nothing in these words yet, in the CV or in an answer"
_MAX_DUTY_CHARS = 120
_TRAIT = "a case shows it, not a line of a CV; I cannot tell whether one of yours does"


def build_maps(
    interview: Interview,
) -> tuple[list[MappedRequirement], list[MappedRequirement]]:
    """Compare the job's requirements, and its tasks, with the CV and the answers given so far."""
    job, cv = interview.job_description_text or "", interview.cv_text or ""
    answers = _list_answers(interview)  # which of their sentences prove anything is read once
    return map_requirements(job, cv, answers), map_duties(job, cv, answers)


def _list_answers(interview: Interview) -> list[GivenAnswer]:
    cv, job = interview.cv_text or "", interview.job_description_text or ""
    pairs = list(zip(interview.questions, interview.answers, strict=False))
    return [
        GivenAnswer(number, question.kind, question.topic, answer.content)
        for number, (question, answer) in enumerate(pairs, start=1)
        if not answer.skipped
        and not explain_non_answer(answer.content, question.content, (cv, job))
    ]


def build_map_blocks(interview: Interview) -> list[Block]:
    """Build the blocks of the map, must-haves first."""
    requirements, duties = build_maps(interview)
    blocks: list[Block] = [Heading(2, "What the job asks for")]
    if not requirements:
        blocks.append(Prose(_NO_REQUIREMENTS))
    for title, must in (("Must have", True), ("Nice to have", False)):
        entries = tuple(
            _format_entry(mapped, interview)
            for mapped in requirements
            if mapped.requirement.is_must == must
        )
        if entries:
            blocks += [Heading(3, title), Bullets(entries)]
    if duties:
        entries = tuple(map(_format_duty, duties))
        blocks += [Heading(3, "What you would do"), Bullets(entries)]
    return blocks


def _format_entry(mapped: MappedRequirement, interview: Interview) -> str:
    topic = say_topic(mapped.requirement)
    if mapped.requirement.is_formality and mapped.status == "missing":
        return f"{topic}: {_FORMALITY}."
    parts = [f"{topic}: {_describe_status(mapped)}", *_quote_support(mapped)]
    if mapped.nearest:
        parts.append(f"nearest in the CV: “{join_lines(mapped.nearest)}”")
    elif not mapped.line and (mapped.quote or mapped.mention) and not mapped.is_stated:
        parts.append("CV: not mentioned")
    parts += _describe_question(mapped, interview)
    return "; ".join(parts) + "."


def _format_duty(mapped: MappedRequirement) -> str:
    status = _STATUS[mapped.status] if mapped.status != "missing" else _NOTHING_YET
    duty = shorten(mapped.requirement.text, _MAX_DUTY_CHARS)
    return "; ".join([f"{duty}: {status}", *_quote_support(mapped)]) + "."


def _quote_support(mapped: MappedRequirement) -> Iterator[str]:
    """Yield the sentence of an answer and the line of the CV that support an entry."""
    if mapped.quote:
        yield f"answer {mapped.number}: “{join_lines(mapped.quote)}”"
    if mapped.mention:
        yield f"answer {mapped.mention.number}: “{join_lines(mapped.mention.sentence)}”"
    if mapped.line:
        yield f"CV: “{join_lines(mapped.line)}”"


def _describe_status(mapped: MappedRequirement) -> str:
    if mapped.is_stated and mapped.line is None:
        return _STATED
    requirement = mapped.requirement
    if mapped.status == "missing" and mapped.mention:
        return _SPOKEN_OF
    if mapped.status == "missing" and is_soft_skill(requirement):
        return _TRAIT
    if mapped.nearest is not None:
        return "not in these words"
    return _STATUS[mapped.status]


def _describe_question(mapped: MappedRequirement, interview: Interview) -> list[str]:
    """Return which question covers a requirement; a nice-to-have may go without one."""
    topic, named = mapped.requirement.topic, content_stems(mapped.requirement.topic)
    for number, question in enumerate(interview.questions, start=1):
        if question.topic == topic or named <= content_stems(question.content):
            return [f"asked in question {number}"]
    if any(slot.topic == topic for slot in interview.plan):
        return ["planned"]
    is_open = len(interview.answers) < interview.max_questions
    if is_open and interview.plan and mapped.requirement.is_must:
        return ["no question planned"]
    return []
