"""The subjects that an interview for a job can ask about."""

from interview_cli.limits import DEFAULT_QUESTIONS
from interview_cli.models import Interview
from interview_cli.requirements.competencies import is_competency_mentioned, load_competencies
from interview_cli.workflow.debrief import list_unforeseen
from interview_cli.workflow.plan import plan_interview
from interview_cli.workflow.subjects import Subject, find_subject


def list_job_subjects(interview: Interview) -> list[Subject]:
    """Return the subjects of the plan, of one of usual length, and those that the ad mentions.

    What the real interview asked and the practice had not foreseen comes first.
    """
    usual = interview.model_copy(update={"max_questions": DEFAULT_QUESTIONS})
    wanted = [*list_unforeseen(interview), *interview.practise]
    slots = [*wanted, *interview.plan, *plan_interview(usual)]
    found = [find_subject(slot, interview.job_title) for slot in slots]
    job_text = interview.job_description_text or ""
    named = [
        Subject("competency", name)
        for name in load_competencies()
        if is_competency_mentioned(name, job_text)
    ]
    return list(dict.fromkeys(filter(None, [*found, *named])))
