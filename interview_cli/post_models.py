"""The stored models of a job post."""

from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

from interview_cli.stored import Amount, Name, Session, Stored, Text, Time
from interview_cli.text import make_slug
from interview_cli.vocabulary import EmploymentType, PostLevel, PostStep, SalaryUnit, WorkType


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
