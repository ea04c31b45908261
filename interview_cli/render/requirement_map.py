"""Interview → the blocks of its requirement map."""

from collections.abc import Iterator, Sequence

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.english.words import content_stems
from interview_cli.models import Interview
from interview_cli.render.blocks import Block, Bullets, Heading, Prose, join_lines
from interview_cli.requirements.coverage import (
    MappedRequirement,
    map_duties,
    map_requirements,
    say_topic,
)
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.wanted import is_soft_skill
from interview_cli.text import join_list, shorten

_NO_REQUIREMENTS = "No requirements were found in the job description."
_NOT_ON_CV = "not on your CV"
_MAX_DUTY_CHARS = 120
_FORMALITIES = "Formalities that are not asked about, and that I did not find on your CV: {}."
_TRAITS = "A case shows these, not a line of a CV, and I cannot tell whether one of yours does: {}."
_NOT_FOUND = (
    "I compare words, and could not tell from them whether your CV or an answer shows these: {}."
)


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
        GivenAnswer(number, question.kind, question.topic, answer.content, question.content)
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
        own = [mapped for mapped in requirements if mapped.requirement.is_must == must]
        if own:
            blocks += [Heading(3, title), Bullets(tuple(_format_entries(own, interview)))]
    if duties:
        blocks += [Heading(3, "What you would do"), Bullets(tuple(_format_duties(duties)))]
    return blocks


def _format_entries(
    requirements: Sequence[MappedRequirement], interview: Interview
) -> Iterator[str]:
    """Yield an entry for each requirement that something supports, and one for all alike others."""
    missing: dict[str, list[str]] = {_NOT_FOUND: [], _TRAITS: [], _FORMALITIES: []}
    for mapped in requirements:
        topic, asked = say_topic(mapped.requirement), _describe_question(mapped, interview)
        if reason := _explain_missing(mapped):
            note = f" ({asked})" if asked else ""
            missing[reason].append(f"“{topic}”{note}")
        else:
            parts = [*_quote_support(mapped), *_describe_absence(mapped), *filter(None, [asked])]
            yield f"{topic}: {'; '.join(parts)}."
    yield from (reason.format(join_list(names)) for reason, names in missing.items() if names)


def _explain_missing(mapped: MappedRequirement) -> str | None:
    """Return what is said of a requirement that neither the CV nor an answer speaks of."""
    if mapped.status != "missing" or mapped.mention:
        return None
    if mapped.requirement.is_formality:
        return _FORMALITIES
    return _TRAITS if is_soft_skill(mapped.requirement) else _NOT_FOUND


def _format_duties(duties: Sequence[MappedRequirement]) -> Iterator[str]:
    """Yield an entry for each task that something supports, and one for all others."""
    missing = []
    for mapped in duties:
        name = shorten(mapped.requirement.text, _MAX_DUTY_CHARS)
        if mapped.status == "missing" and not mapped.mention:
            missing.append(f"“{name}”")
        else:
            yield f"{name}: {'; '.join(_quote_support(mapped))}."
    if missing:
        yield _NOT_FOUND.format(join_list(missing))


def _quote_support(mapped: MappedRequirement) -> Iterator[str]:
    """Yield the sentence of an answer and the line of the CV that support an entry."""
    if mapped.quote:
        verb = "you say so in" if mapped.is_stated else "shown in"
        yield f"{verb} answer {mapped.number}: “{join_lines(mapped.quote)}”"
    if mapped.line:
        yield f"on your CV: “{join_lines(mapped.line)}”"
    if mapped.mention:
        number, sentence = mapped.mention.number, join_lines(mapped.mention.sentence)
        yield f"answer {number} speaks of it: “{sentence}”"


def _describe_absence(mapped: MappedRequirement) -> Iterator[str]:
    """Yield what the CV lacks of a requirement that an answer speaks of."""
    if mapped.line:
        return
    yield f"nearest on your CV: “{join_lines(mapped.nearest)}”" if mapped.nearest else _NOT_ON_CV


def _describe_question(mapped: MappedRequirement, interview: Interview) -> str:
    """Return which question covers a requirement; a nice-to-have may go without one."""
    topic, named = mapped.requirement.topic, content_stems(mapped.requirement.topic)
    for number, question in enumerate(interview.questions, start=1):
        if question.topic == topic or named <= content_stems(question.content):
            return f"asked in question {number}"
    if any(slot.topic == topic for slot in interview.plan):
        return "planned"
    is_open = len(interview.answers) < interview.max_questions
    is_lacking = is_open and interview.plan and mapped.requirement.is_must
    return "no question planned" if is_lacking else ""
