"""Interview → the blocks of its requirement map."""

from collections.abc import Iterator, Sequence

from interview_cli.answers.non_answers import explain_non_answer
from interview_cli.english.words import content_stems
from interview_cli.models import Interview
from interview_cli.render.blocks import Block, Bullets, Heading, Prose, join_lines
from interview_cli.requirements.coverage import map_duties, map_requirements
from interview_cli.requirements.cv_languages import is_on_english
from interview_cli.requirements.cv_papers import is_paper
from interview_cli.requirements.cv_support import choose_part
from interview_cli.requirements.duties import find_duty_phrases
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.labels import name_formality, name_requirement
from interview_cli.requirements.line_kinds import drop_contacts
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.nearest_told import find_nearest
from interview_cli.requirements.paper_gaps import PaperGap
from interview_cli.requirements.part_support import InPart
from interview_cli.requirements.shared_words import share_words
from interview_cli.requirements.silence import ToldWork
from interview_cli.requirements.wanted import is_soft_skill
from interview_cli.text import join_list

_NO_REQUIREMENTS = "No requirements were found in the job description."
_NOT_ON_CV = "no word of it is on your CV"
_FORMALITIES = "Formalities, which a yes, a check or a date settles: {}."
_TRAITS = "An example shows this better than a CV. Have one ready: {}."
_NO_WORD = "I found no word of these in your CV or your answers: {}."
_UNCLEAR = "I can't tell by words alone whether your CV or your answers show: {}."
_LATER = "These come later or are taught on the job: {}."
_BY_SILENCE = {"absent": _NO_WORD, "unclear": _UNCLEAR, "later": _LATER}
_MORE = "{} more"
_ENGLISH = "{}: your answers themselves show it."
_GAP_STATES = {"none": "not there yet", "to_come": "still to come", "lapsed": "run out"}
"""What is said of a paper that is missing."""
_MOST_SILENT = 3
"""More tasks that nothing speaks of nobody prepares: an ad names the main ones first."""
_MOST_NAMED = 0.7
"""The share of its words that a question must have to ask about a requirement."""


def build_maps(
    interview: Interview,
) -> tuple[list[MappedRequirement], list[MappedRequirement]]:
    """Compare the job's requirements, and its tasks, with the CV and the answers given so far."""
    return _build_maps(interview, _list_answers(interview))


def _build_maps(
    interview: Interview, answers: Sequence[GivenAnswer]
) -> tuple[list[MappedRequirement], list[MappedRequirement]]:
    job, cv = interview.job_description_text or "", interview.cv_text or ""
    year, day = interview.last_updated.year, interview.created_at.date()
    return map_requirements(job, cv, answers, year, day), map_duties(job, cv, answers)


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
    answers = _list_answers(interview)  # which of their sentences prove anything is read once
    requirements, duties = _build_maps(interview, answers)
    blocks: list[Block] = [Heading(2, "What the job asks for")]
    if not requirements:
        blocks.append(Prose(_NO_REQUIREMENTS))
    listed, told = _list_once(requirements), _read_told(interview, answers)
    for title, must in (("Must have", True), ("Nice to have", False)):
        own = [mapped for mapped in listed if mapped.requirement.is_must == must]
        if own:
            blocks += [Heading(3, title), Bullets(tuple(_format_entries(own, interview, told)))]
    if duties:
        blocks += [
            Heading(3, "What you would do"),
            Bullets(tuple(_format_duties(duties, interview, told))),
        ]
    return blocks


def _read_told(interview: Interview, answers: Sequence[GivenAnswer]) -> ToldWork:
    job, cv = interview.job_description_text or "", interview.cv_text or ""
    return ToldWork(job, cv, answers)


def _format_entries(
    requirements: Sequence[MappedRequirement], interview: Interview, told: ToldWork
) -> Iterator[str]:
    """Yield an entry for each requirement that something supports, and one for all alike others."""
    missing = _group_by(_NO_WORD, _UNCLEAR, _TRAITS, _FORMALITIES)
    for mapped in requirements:
        name, asked = name_requirement(mapped.requirement), _describe_question(mapped, interview)
        reason = _explain_missing(mapped, told)
        if reason in (_UNCLEAR, _NO_WORD) and (near := _quote_nearest(mapped, told)):
            yield f"{name}: {'; '.join(filter(None, [near, asked]))}."
            continue
        if reason is not None:
            if is_on_english(mapped.requirement.text):
                yield _ENGLISH.format(name)
                continue
            if reason is _FORMALITIES:
                name = name_formality(mapped.requirement, interview.job_description_text or "")
            note = f" ({asked})" if asked else ""
            missing[reason].append(f"“{name}”{note or _quote_formality(mapped)}")
        else:
            parts = [*_quote_support(mapped), *_describe_absence(mapped), *filter(None, [asked])]
            yield f"{name}: {'; '.join(parts)}."
    missing[_UNCLEAR] = _count_rest(missing[_UNCLEAR])
    missing[_FORMALITIES] = _leave_out_parts(missing[_FORMALITIES])
    yield from (reason.format(join_list(names)) for reason, names in missing.items() if names)


def _leave_out_parts(names: Sequence[str]) -> list[str]:
    """Return names without those of which another has all words: one sentence may name two."""
    kept: list[str] = []
    for name in names:
        if not any(content_stems(name) <= content_stems(other) for other in kept):
            kept.append(name)
    return kept


def _list_once(requirements: Sequence[MappedRequirement]) -> list[MappedRequirement]:
    """Return the first of the requirements that have the same name."""
    by_name: dict[str, MappedRequirement] = {}
    for mapped in requirements:
        by_name.setdefault(name_requirement(mapped.requirement).casefold(), mapped)
    return list(by_name.values())


def _explain_missing(mapped: MappedRequirement, told: ToldWork) -> str | None:
    """Return what is said of a requirement that no line of the CV and no answer shows."""
    wanted = mapped.requirement
    if wanted.is_formality and mapped.status == "missing":
        return _FORMALITIES
    if not _is_silent(mapped):
        return None
    silence = told.rate_silence(mapped, is_task=False)
    if silence != "absent" and (wanted.is_paper or is_paper(wanted.topic)):
        return _FORMALITIES
    if silence == "later":
        return _FORMALITIES
    return _TRAITS if is_soft_skill(wanted) else _BY_SILENCE[silence]


def _quote_formality(mapped: MappedRequirement) -> str:
    """Return the line of the CV that has words of a formality."""
    lines = [part.text for part in mapped.in_part] if mapped.requirement.is_formality else []
    return f" (your CV: “{drop_contacts(join_lines(lines[0]))}”)" if lines else ""


def _is_silent(mapped: MappedRequirement) -> bool:
    """Return whether no line of the CV and no answer was found that has to do with something."""
    found = (mapped.mention, mapped.perhaps, mapped.in_part, mapped.gap)
    return mapped.status == "missing" and not any(found)


def _format_duties(
    duties: Sequence[MappedRequirement], interview: Interview, told: ToldWork
) -> Iterator[str]:
    """Yield an entry for each task that something supports, and one for all alike others."""
    missing = _group_by(*_BY_SILENCE.values())
    for mapped in duties:
        name, asked = name_requirement(mapped.requirement), _describe_duty(mapped, interview)
        if _is_silent(mapped):
            if near := _quote_nearest(mapped, told):
                yield f"{name}: {'; '.join(filter(None, [near, asked]))}."
                continue
            reason = _BY_SILENCE[told.rate_silence(mapped, is_task=True)]
            missing[reason].append(f"“{name}” ({asked})" if asked else f"“{name}”")
        else:
            yield f"{name}: {'; '.join([*_quote_support(mapped), *filter(None, [asked])])}."
    for reason, names in missing.items():
        if names:
            yield reason.format(join_list(_count_rest(names)))


def _group_by(*reasons: str) -> dict[str, list[str]]:
    return {reason: [] for reason in reasons}


def _count_rest(names: Sequence[str]) -> list[str]:
    """Return the first names, and how many more there are if it is more than one."""
    named, rest = names[:_MOST_SILENT], len(names) - _MOST_SILENT
    return [*named, _MORE.format(rest)] if rest > 1 else list(names)


def _quote_nearest(mapped: MappedRequirement, told: ToldWork) -> str | None:
    """Return the text that has a telling word of what no line states; None if none has."""
    near = find_nearest(mapped.requirement, told.job_text, told.cv_text, told.answers)
    if near is None:
        return None
    where = "closest on your CV" if near.number is None else f"answer {near.number} speaks of it"
    text = _quote_line(near.text, mapped) if near.number is None else join_lines(near.text)
    return f"{where}: “{text}”"


def _describe_duty(mapped: MappedRequirement, interview: Interview) -> str:
    """Return which question asks about a task, or the first thing in it; most go without one."""
    stems = content_stems(mapped.requirement.text)
    phrases = find_duty_phrases(interview.job_description_text or "")
    own = {phrase for phrase in phrases if content_stems(phrase) <= stems}
    for number, question in enumerate(interview.questions, start=1):
        if question.topic in own:
            return f"asked in question {number}"
    return "planned" if any(slot.topic in own for slot in interview.plan) else ""


def _quote_support(mapped: MappedRequirement) -> Iterator[str]:
    """Yield the sentence of an answer and the line of the CV that support an entry, or deny it."""
    if mapped.quote:
        verb = "you say so in" if mapped.is_stated else "shown in"
        yield f"{verb} answer {mapped.number}: “{join_lines(mapped.quote)}”"
    if mapped.line:
        yield f"on your CV: “{_quote_line(mapped.line, mapped)}”"
    if mapped.mention and not mapped.line:
        number, sentence = mapped.mention.number, join_lines(mapped.mention.sentence)
        is_denied = mapped.mention.is_denied
        where = f"not yet, by answer {number}" if is_denied else f"answer {number} speaks of it"
        yield f"{where}: “{sentence}”"
    yield from map(_describe_part, mapped.in_part)
    if mapped.gap:
        yield _describe_gap(mapped.gap)
    if mapped.perhaps and not mapped.quote:
        yield f"closest on your CV: “{_quote_line(mapped.perhaps, mapped)}”"


def _describe_gap(gap: PaperGap) -> str:
    """Return where a CV or an answer says that a paper is not there."""
    if not gap.text:
        return f"no line of your CV names “{gap.name}”"
    where = "by your CV" if gap.number is None else f"by answer {gap.number}"
    return f"{_GAP_STATES[gap.state]}, {where}: “{drop_contacts(join_lines(gap.text))}”"


def _describe_part(part: InPart) -> str:
    """Return which of the things that an entry asks for a line or an answer names."""
    names = join_list(part.parts)
    where = "on your CV" if part.number is None else f"named in answer {part.number}"
    return f"in part {where} ({names}): “{join_lines(part.text)}”"


def _quote_line(line: str, mapped: MappedRequirement) -> str:
    """Return of several sentences in a line of a CV the one that shares most with a requirement."""
    return choose_part(drop_contacts(join_lines(line)), mapped.requirement.text)


def _describe_absence(mapped: MappedRequirement) -> Iterator[str]:
    """Yield that the CV has nothing of what an answer speaks of; a CV need not show traits."""
    if mapped.is_absent and not is_soft_skill(mapped.requirement):
        yield _NOT_ON_CV


def _describe_question(mapped: MappedRequirement, interview: Interview) -> str:
    """Return which question asks about a requirement; a nice-to-have may go without one."""
    topic = mapped.requirement.topic
    for number, question in enumerate(interview.questions, start=1):
        if _asks_about(topic, question.content, interview):
            return f"asked in question {number}"
    is_answered = any(question.topic == topic for question in interview.questions)
    if any(slot.topic == topic for slot in interview.plan) and not is_answered:
        return "planned"
    is_open = len(interview.answers) < interview.max_questions
    is_lacking = is_open and interview.plan and mapped.requirement.is_must and not is_answered
    return "no question planned" if is_lacking else ""


def _asks_about(topic: str, question: str, interview: Interview) -> bool:
    """Return whether the words of a question name a topic; the name of the employer does not."""
    shared = share_words(topic, question.replace(interview.company_name, " "))
    return shared.exact > 0 and shared.shared >= shared.wanted * _MOST_NAMED
