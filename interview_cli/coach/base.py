"""The seam: facts in, typed reply out, whoever does the thinking."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from interview_cli.job_posts.pay import Pay
from interview_cli.models import PlanSlot, Question, Ratings
from interview_cli.vocabulary import Focus, Level, PostField


@dataclass(frozen=True)
class Exchange:
    """A question, counted from 1, with its answer; the answer is empty when it was skipped."""

    number: int
    question: Question
    answer: str
    skipped: bool


@dataclass(frozen=True)
class Facts:
    """All that a coach may go by.

    `seed` is the session's id: equal facts, equal offline reply. `fence` is the session's random
    marker, at least 16 hexadecimal digits, by which a model tells data from orders.
    """

    seed: str
    fence: str
    job_title: str
    company_name: str
    language: str
    focus: Focus
    level: Level
    max_questions: int
    cv_text: str
    job_text: str
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True)
class QuestionReply:
    """A question, and who thought of it."""

    content: str
    coach: str
    model: str | None


@dataclass(frozen=True)
class Judgement:
    """A coach's view of one answer; caps, scores and the check of the quote are not its business.

    `reasons` says for each criterion what its rating rests on; it may be empty.
    """

    number: int
    ratings: Ratings
    reasons: dict[str, str]
    comment: str
    evidence: str | None
    next_time: str


@dataclass(frozen=True)
class Point:
    """A strength or a weakness, with the answer that showed it and the words that did."""

    text: str
    number: int
    quote: str | None


@dataclass(frozen=True)
class Review:
    """A coach's view of the whole interview: one judgement an answer, in order."""

    judgements: tuple[Judgement, ...]
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]
    cv_improvements: tuple[str, ...]
    summary: str
    coach: str
    model: str | None


@dataclass(frozen=True)
class PostFacts:
    """All that a coach may go by in one turn of a job post.

    `message` is the user's latest, `said` what was said before it, by turns of the user and the
    agent, beginning with the user. `data` are the fields as they stand, by their JSON names,
    `lists` what the lists hold of them. `asked` is the field that the agent asked for last, and
    `is_shown` whether the post lies before the user for review. For `fence` see `Facts`.
    """

    fence: str
    company_name: str
    message: str
    said: tuple[str, ...]
    data: dict[str, Any]
    lists: dict[PostField, tuple[str, ...]]
    asked: PostField | None
    is_shown: bool


@dataclass(frozen=True)
class Change:
    """What a message says of one field: a value to set, or an entry of a list to add or remove.

    `words` stand in the message. An empty `value` to remove is the whole field. `corrects` is
    whether the user meant to change what is there: a remark in passing never does.
    """

    field: PostField
    action: Literal["set", "add", "remove"]
    value: str | Pay
    words: str
    corrects: bool = False


@dataclass(frozen=True)
class PostReply:
    """What a coach understood of one turn of a job post, and what it would say next.

    It proposes: which changes stand, and when a post is complete, is not its business.
    """

    changes: tuple[Change, ...]
    sentence: str
    coach: str
    model: str | None


@dataclass(frozen=True)
class Request:
    """What a coach sends off this process: where to, and the JSON body."""

    url: str
    body: dict[str, Any]


class Watch:
    """Looks on while a coach works; this one does nothing."""

    shows_text = False
    """Whether `text` is worth calling: replies then come in parts."""

    def notice(self, text: str) -> None:
        """What the user should know, once a session; a coach may say it at every call."""

    def waiting(self, whom: str) -> None:
        """A reply has been asked for, and nothing of it is there yet."""

    def text(self, so_far: str) -> None:
        """The reply, as far as it is written; for display only, it may yet be refused."""

    def done(self) -> None:
        """The reply is there, or will not come."""


class Coach(Protocol):
    """Who asks and who judges.

    `question`, `review` and `job_post` raise CoachFailed when nothing usable comes of them. How
    long they may take is a property of the coach.
    """

    def question(self, facts: Facts, slot: PlanSlot, watch: Watch) -> QuestionReply:
        """The next question, on what the slot is about. For a follow-up the slot's topic is what
        the last answer lacks: `action`, `result` or `number`."""

    def review(self, facts: Facts, watch: Watch) -> Review:
        """Ratings of every answer, and what they say together."""

    def job_post(self, facts: PostFacts, watch: Watch) -> PostReply:
        """What one message of an employer's says of the job."""

    def request(self, facts: Facts, slot: PlanSlot, watch: Watch) -> Request | None:
        """What `question` would send, and None if it sends nothing."""

    def prepare(self) -> None:
        """Called while the user is still busy: whatever takes time may begin."""
