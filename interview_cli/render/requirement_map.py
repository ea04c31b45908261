"""The map of a job's requirements, as blocks of a report and as a page of its own."""

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.models import Interview
from interview_cli.render.blocks import Block, Heading, Points, Prose, on_one_line
from interview_cli.requirements.coverage import GivenAnswer, MappedRequirement, map_requirements

_NOTHING = "The job description asks for nothing that rules can read."
_FORMAL = "no matter for an interview, and no line of the CV speaks of it"
_SAID = {"proved": "proved", "claimed": "claimed by the CV alone", "missing": "missing"}


def map_of(interview: Interview) -> list[MappedRequirement]:
    """The map of an interview as far as it has come."""
    cv, job = interview.cv_text or "", interview.job_description_text or ""
    pairs = list(zip(interview.questions, interview.answers, strict=False))
    told = [
        GivenAnswer(number, question.kind, question.topic, answer.content)
        for number, (question, answer) in enumerate(pairs, start=1)
        if not answer.skipped
        and not explain_non_answer(answer.content, question.content, (cv, job))
    ]
    return map_requirements(job, cv, told)


def map_blocks(interview: Interview) -> list[Block]:
    """The map, must-haves first: what is proved, claimed or missing, and where."""
    found = map_of(interview)
    blocks: list[Block] = [Heading(2, "What the job asks for")]
    if not found:
        return [*blocks, Prose(_NOTHING)]
    for title, must in (("Must have", True), ("Nice to have", False)):
        entries = tuple(_entry(one, interview) for one in found if one.requirement.is_must == must)
        if entries:
            blocks += [Heading(3, title), Points(entries)]
    return blocks


def _entry(one: MappedRequirement, interview: Interview) -> str:
    is_formal = one.requirement.is_formality and one.status == "missing"
    parts = [f"{one.requirement.topic}: {_FORMAL if is_formal else _SAID[one.status]}"]
    if is_formal:
        return f"{parts[0]}."
    if one.quote:
        parts.append(f"answer {one.number}: “{on_one_line(one.quote)}”")
    parts.append(f"CV: “{on_one_line(one.line)}”" if one.line else "CV: no line")
    parts += _asked(one, interview)
    return "; ".join(parts) + "."


def _asked(one: MappedRequirement, interview: Interview) -> list[str]:
    """Whether a question is about it; only must-haves that a question could be about are missed."""
    topics = [question.topic for question in interview.questions]
    if one.requirement.topic in topics:
        return [f"asked in question {topics.index(one.requirement.topic) + 1}"]
    if any(slot.topic == one.requirement.topic for slot in interview.plan):
        return ["planned"]
    if interview.plan and one.requirement.is_must:
        return ["left out of the plan"]
    return []
