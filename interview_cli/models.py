"""The stored models: interviews, job posts, and their common fields."""

from datetime import date, datetime
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

from interview_cli.progress import Debrief, PlannedSitting
from interview_cli.settings import (
    DEFAULT_QUESTIONS,
    MAX_IMPORTED_QUESTIONS,
    MAX_QUESTIONS,
    SCHEMA_VERSION,
)
from interview_cli.stored import TTL, Amount, Name, Rating, Score, Stored, Text, Time
from interview_cli.text import make_slug
from interview_cli.vocabulary import (
    EmploymentType,
    Focus,
    Level,
    PostLevel,
    PostStep,
    QuestionKind,
    Round,
    SalaryUnit,
    WorkType,
)


class PlanSlot(Stored):
    """The subject of one question of the interview."""

    kind: QuestionKind
    topic: Text
    question: Text = ""
    """The question to ask, where it is known: a real interviewer asked it."""


class Question(Stored):
    """A question as it was asked."""

    role: Literal["assistant"] = "assistant"
    content: Text
    timestamp: Time
    kind: QuestionKind = "requirement"
    topic: Text = ""
    """What it is about; for a follow-up, what the last answer lacked."""
    coach: Text = ""
    """The coach that wrote it: `offline` or `openai`."""
    model: Text | None = None
    """The language model that wrote it; None for the offline coach."""


class Ratings(Stored):
    """The five criteria, each 0 to 5 on the anchored scale of `answers.criteria`.

    None for a criterion that the question does not ask for, and for all of an answer in a language
    that the coach cannot rate.
    """

    relevance: Rating | None
    specificity: Rating | None
    structure: Rating | None
    ownership: Rating | None
    impact: Rating | None


class AnswerReview(Stored):
    """The ratings of one answer, and what to do better."""

    number: int
    """The number of the question, from 1."""
    ratings: Ratings
    capped: Text | None = None
    """Why no rating is above 1 (0 for a skipped question), or why there is none (`language`)."""
    score: Score | None
    """Computed from the ratings by `answers.criteria`; None without any rating."""
    comment: Text
    evidence: Text | None = None
    """Words quoted from the answer."""
    next_time: Text
    reasons: dict[str, Text] = {}
    """The evidence for the rating of each criterion."""


class StudyReview(AnswerReview):
    """The review of one answer in study mode. It never counts for the interview's score."""

    coach: Text
    """The coach that made it: `offline` or `openai`."""
    model: Text | None = None
    created_at: Time


class SelfRatings(Stored):
    """How the user rated answers before seeing the scores; None for a criterion left out."""

    relevance: Rating | None = None
    specificity: Rating | None = None
    structure: Rating | None = None
    ownership: Rating | None = None
    impact: Rating | None = None


class Attempt(Stored):
    """An answer that a later one has replaced."""

    content: Text
    timestamp: Time
    skipped: bool = False
    self_ratings: SelfRatings | None = None
    study: StudyReview | None = None


class Answer(Stored):
    """The present answer to a question."""

    role: Literal["user"] = "user"
    content: Text
    timestamp: Time
    skipped: bool = False
    """Whether the question was skipped; `content` is empty then."""
    earlier: list[Attempt] = []
    """Earlier attempts at the same question, oldest first."""
    self_ratings: SelfRatings | None = None
    """The user's own ratings of this answer, given before `study` was made."""
    study: StudyReview | None = None
    """The review of this answer in study mode."""


class Feedback(Stored):
    """The review of an interview. A later one replaces it only on request."""

    interview_score: Score | None
    """The mean of the answers' scores, rounded half up; None if no answer could be rated."""
    strengths: list[Text]
    weaknesses: list[Text]
    cv_improvements: list[Text]
    summary: Text
    answers: list[AnswerReview]
    coach: Text
    """The coach that made the review: `offline` or `openai`."""
    model: Text | None = None
    created_at: Time
    samples: Annotated[int, Field(ge=1)] = 1
    """From how many reviews each rating is the median."""
    spread: dict[str, float] | None = None
    """By how many points the ratings of each criterion differ between the samples, on average."""
    rule_gaps: list[int] = []
    """The answers on which the ratings of a model and those by rules lie far apart."""


class Session(Stored):
    """The fields that every kind of session has. They come first in its file, for listings."""

    schema_version: Annotated[int, Field(ge=SCHEMA_VERSION, le=SCHEMA_VERSION)] = SCHEMA_VERSION
    kind: str
    session_id: str
    """A UUID, version 7."""
    name: Text = ""
    """A name to type on the command line; made of company and title unless given."""
    created_at: Time
    last_updated: Time
    ttl: TTL = "24h"
    keep: bool = False
    """Whether the session is exempt from expiry."""
    finished_at: Time | None = None
    """Set by `mark_changed`; finished sessions do not expire."""

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    def mark_changed(self, now: datetime) -> None:
        """Record that the session changed at `now`, and that it is finished if it is done."""
        self.last_updated = now
        self._set_finished_at()

    @model_validator(mode="after")
    def _set_missing_finished_at(self) -> Self:
        """A file written by hand may be finished but lack the time."""
        self._set_finished_at()
        return self

    def _set_finished_at(self) -> None:
        if self._is_done() and self.finished_at is None:
            self.finished_at = self.last_updated

    def _is_done(self) -> bool:
        """Return whether nothing is left to do in the session."""
        return False

    def to_json(self) -> bytes:
        """Return the session file. Raises UnicodeEncodeError for a lone surrogate."""
        return (self.model_dump_json(indent=2, by_alias=True) + "\n").encode("utf-8")


class Interview(Session):
    """One application: documents, plan, conversation and feedback."""

    kind: Literal["interview"] = "interview"
    job_title: Name
    company_name: Name
    language: Text = "en"
    focus: Focus = "mixed"
    round: Round = "mixed"
    level: Level | None = None
    max_questions: Annotated[int, Field(ge=1)] = DEFAULT_QUESTIONS
    cv_text: Text | None = None
    cv_source: Text | None = None
    job_description_text: Text | None = None
    job_description_source: Text | None = None
    plan: list[PlanSlot] = []
    """A slot for each question, made before the first question."""
    fence: Text | None = None
    """Random letters that mark documents in what a language model is sent."""
    notices: list[Text] = []
    """Notices that the user has seen, so that each is shown once."""
    messages: list[Annotated[Question | Answer, Field(discriminator="role")]] = []
    self_ratings: SelfRatings | None = None
    """The user's own ratings of all answers, given before the feedback was made."""
    feedback: Feedback | None = None
    earlier_feedback: list[Feedback] = []
    """Feedback that a later one has replaced, oldest first."""
    practise: list[PlanSlot] = []
    """What this interview is to ask about before anything else."""
    transcript_source: Text | None = None
    """The transcript that the conversation came from; None for an interview held here."""
    interview_date: date | None = None
    """The day of the real interview, in the user's own time zone."""
    planned_at: Time | None = None
    """When `practice_plan` was made."""
    practice_plan: list[PlannedSitting] = []
    """What to practise on which day until then, in order."""
    debrief: Debrief | None = None
    """What the user noted after the real interview."""

    @model_validator(mode="after")
    def _set_missing_name(self) -> Self:
        self.name = self.name or make_slug(f"{self.company_name} {self.job_title}")
        return self

    @model_validator(mode="after")
    def _check_messages(self) -> Self:
        for index, message in enumerate(self.messages):
            if isinstance(message, Question) != (index % 2 == 0):
                raise ValueError("messages do not alternate")
        if self.max_questions > (
            MAX_IMPORTED_QUESTIONS if self.transcript_source else MAX_QUESTIONS
        ):
            raise ValueError("max_questions out of range")
        if len(self.questions) > self.max_questions:
            raise ValueError("more questions than max_questions")
        if self.feedback and len(self.feedback.answers) != len(self.answers):
            raise ValueError("feedback on other answers")
        return self

    @property
    def questions(self) -> list[Question]:
        return [message for message in self.messages if isinstance(message, Question)]

    @property
    def answers(self) -> list[Answer]:
        return [message for message in self.messages if isinstance(message, Answer)]

    @property
    def open_question(self) -> Question | None:
        last = self.messages[-1] if self.messages else None
        return last if isinstance(last, Question) else None

    def _is_done(self) -> bool:
        return self.is_complete or self.has_feedback

    @property
    def is_complete(self) -> bool:
        """Whether every question is answered."""
        return self.answered_count >= self.max_questions

    @property
    def has_cv(self) -> bool:
        return bool(self.cv_text)

    @property
    def has_job_description(self) -> bool:
        return bool(self.job_description_text)

    @property
    def question_count(self) -> int:
        return len(self.questions)

    @property
    def answered_count(self) -> int:
        return len(self.answers)

    @property
    def has_feedback(self) -> bool:
        return self.feedback is not None


class JobData(Stored):
    """The fields of a job post. What the employer did not say is empty or null."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    title: Text = ""
    department: Text = ""
    experience_level: PostLevel = ""
    employment_type: EmploymentType = ""
    skills: list[Text] = []
    location: Text = ""
    work_type: WorkType = ""
    salary_min: Amount | None = None
    """In `currency`, for one `salary_unit`. Either end of the range may be open."""
    salary_max: Amount | None = None
    currency: Annotated[Text, StringConstraints(pattern=r"^([A-Z]{3})?$")] = ""
    """ISO 4217."""
    salary_unit: SalaryUnit = ""
    description: Text = ""
    responsibilities: list[Text] = []
    requirements: list[Text] = []
    benefits: list[Text] = []
    work_hours: Text = ""
    job_start_date: Text = ""
    """ISO 8601: a day, a month, or "immediately"."""
    valid_through: Text = ""
    """The last day of applications, ISO 8601."""
    total_job_openings: Annotated[int, Field(ge=1)] | None = None
    application_contact: Text = ""
    """An address, a number or a person to apply to."""
    reports_to: Text = ""
    travel: Text = ""
    shifts: Text = ""

    @property
    def has_pay(self) -> bool:
        return self.salary_min is not None or self.salary_max is not None


class EmployerMessage(Stored):
    """A message of the employer."""

    role: Literal["user"] = "user"
    content: Text
    timestamp: Time


class AgentMessage(Stored):
    """The agent's reply to a message."""

    role: Literal["assistant"] = "assistant"
    content: Text
    timestamp: Time
    asks: Text = ""
    """The field that the reply asks for."""
    repeats: Annotated[int, Field(ge=0)] = 0
    """How many times in a row the agent has repeated this question, this reply included."""
    coach: Text = ""
    model: Text | None = None


class Source(Stored):
    """The words of the employer behind a value of a job post."""

    turn: int
    """The employer's message that contains them, counted from 1."""
    words: Text


class PostContent(Stored):
    """What was understood of a conversation: what a change of the post changes."""

    job_data: JobData = JobData()
    nice_to_have: list[Text] = []
    """The entries of `job_data.requirements` that are not musts."""
    sources: dict[str, list[int]] = {}
    """For each field, by its name in JSON, the turns that its present value comes from."""
    words: dict[str, list[Source]] = {}
    """Likewise the words that it comes from."""
    skipped: list[Text] = []
    """The required fields that the employer declined, by their names in JSON."""


class JobPost(Session):
    """A job post: the conversation, and what was understood of it."""

    kind: Literal["job_post"] = "job_post"
    company_id: Text = ""
    company_name: Name
    fence: Text | None = None
    notices: list[Text] = []
    messages: list[Annotated[EmployerMessage | AgentMessage, Field(discriminator="role")]] = []
    job_data: JobData = JobData()
    nice_to_have: list[Text] = []
    """The entries of `job_data.requirements` that are not musts."""
    sources: dict[str, list[int]] = {}
    """For each field, by its name in JSON, the turns that its present value comes from."""
    words: dict[str, list[Source]] = {}
    """Likewise the words that it comes from."""
    current_step: PostStep = "getting_basic_info"
    is_complete: bool = False
    skipped: list[Text] = []
    """The required fields that the employer declined, by their names in JSON."""
    unused: list[Text] = []
    """The words of the last turn that no field took."""
    earlier: list[PostContent] = []
    """The contents before the last changes, the latest last; "undo" restores them."""

    @model_validator(mode="after")
    def _name_from_company(self) -> Self:
        self.name = self.name or make_slug(f"{self.company_name} {self.job_title or 'job post'}")
        return self

    def _is_done(self) -> bool:
        return self.is_complete

    def move_to(self, step: PostStep) -> None:
        """Set the current step. Only a complete post is finished."""
        self.current_step, self.is_complete = step, step == "complete"
        if not self.is_complete:
            self.finished_at = None

    @model_validator(mode="after")
    def _nice_to_have_of_older_files(self) -> Self:
        # Files that are older than this field say it only in the text of the entry.
        if "nice_to_have" not in self.model_fields_set:
            entries = self.job_data.requirements
            self.nice_to_have = [entry for entry in entries if "nice to have" in entry.lower()]
        return self

    @model_validator(mode="after")
    def _messages_take_turns(self) -> Self:
        for before, after in pairwise(self.messages):
            if isinstance(before, AgentMessage) and isinstance(after, AgentMessage):
                raise ValueError("two replies to one message")
        return self

    @property
    def employer_messages(self) -> list[EmployerMessage]:
        return [message for message in self.messages if isinstance(message, EmployerMessage)]

    @property
    def last_reply(self) -> AgentMessage | None:
        replies = (
            message for message in reversed(self.messages) if isinstance(message, AgentMessage)
        )
        return next(replies, None)

    @property
    def job_title(self) -> str:
        return self.job_data.title
