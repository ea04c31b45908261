"""The choices of a session file. Imports nothing heavy, so that listings can use it."""

from typing import Literal, get_args

Focus = Literal["mixed", "behavioural", "technical"]
Round = Literal["mixed", "recruiter", "manager", "technical", "panel", "values", "final"]
Level = Literal["junior", "mid", "senior", "lead", "executive"]
QuestionKind = Literal[
    "opener",
    "requirement",
    "gap",
    "behaviour",
    "situation",
    "follow_up",
    "motivation",
    "closing",
]
SubjectKind = Literal["competency", "requirement", "trade"]
"""What a question is about: how somebody works, what the job asks for, or the trade's own work."""
Outcome = Literal["waiting", "next_round", "offer", "rejected", "withdrawn"]
"""How a real interview ended."""

EmploymentType = Literal[
    "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "PER_DIEM", "VOLUNTEER", ""
]
WorkType = Literal["remote", "hybrid", "onsite", ""]
PostLevel = Literal["intern", "junior", "mid", "senior", "lead", "executive", ""]
SalaryUnit = Literal["HOUR", "DAY", "WEEK", "MONTH", "YEAR", ""]
PostStep = Literal["getting_basic_info", "collecting_details", "reviewing", "complete"]

PostField = Literal[
    "title",
    "department",
    "experience_level",
    "employment_type",
    "skills",
    "location",
    "work_type",
    "salary",
    "description",
    "responsibilities",
    "requirements",
    "benefits",
    "work_hours",
    "job_start_date",
    "valid_through",
    "total_job_openings",
    "application_contact",
    "reports_to",
    "travel",
    "shifts",
]

POST_LISTS: tuple[PostField, ...] = ("skills", "responsibilities", "requirements", "benefits")
"""Fields of a job post that hold a list; the others hold one value."""
FOCUSES: tuple[str, ...] = get_args(Focus)
ROUNDS: tuple[str, ...] = get_args(Round)
LEVELS: tuple[str, ...] = get_args(Level)
QUESTION_KINDS: tuple[str, ...] = get_args(QuestionKind)
SUBJECT_KINDS: tuple[str, ...] = get_args(SubjectKind)
OUTCOMES: tuple[str, ...] = get_args(Outcome)
POST_STEPS: tuple[str, ...] = get_args(PostStep)
