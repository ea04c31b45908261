"""The stored models of an interview."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from interview_cli.limits import DEFAULT_QUESTIONS, MAX_IMPORTED_QUESTIONS, MAX_QUESTIONS
from interview_cli.progress import Debrief, PlannedSitting
from interview_cli.stored import Name, Rating, Score, Session, Stored, Text, Time
from interview_cli.text import make_slug
from interview_cli.vocabulary import Focus, Level, QuestionKind, Round


class PlanSlot(Stored):
    """The subject of one question of the interview."""

    kind: QuestionKind
    topic: Text
    question: Text = ""
    """The question to ask, where it is known: a real interviewer asked it."""


class AdRequirement(Stored):
    """One thing that the ad asks for, as `requirements.requirement` tells it."""

    text: Text
    """The ad's own words."""
    topic: Text
    is_must: bool
    is_stressed: bool
    is_listed: bool
    phrase: Text | None
    is_paper: bool


class AdReading(Stored):
    """What was found in the ad when the interview was planned."""

    requirements: list[AdRequirement]
    work_lines: list[Text]
    """The tasks, or the lines that may be about the work."""
    duty_phrases: list[Text]
    """The duties as questions name them."""


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
    asked_before: list[Text] = []
    """What earlier interviews for the same job have asked; the rest is asked first."""
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
    ad_reading: AdReading | None = None
    """What questions need of the ad, found with the plan; None: each question reads the ad."""

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
