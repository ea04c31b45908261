"""The protocol of a coach, which gets facts and returns a typed reply."""

from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Protocol

from interview_cli.models import AdReading, PlanSlot, Question, Ratings
from interview_cli.trades.short_titles import write_out_title
from interview_cli.vocabulary import Focus, Level, Round

if TYPE_CHECKING:  # An interview must not pay for the rules of job posts.
    from interview_cli.job_posts.acts import Act, Turn

OFFLINE = "offline"
"""The name of the embedded coach in what is stored."""
CHOICE_NOTICE = "using the offline coach ({reason})."
"""Told once in a session: it is on a setting, and not on what was read."""


class Exchange(NamedTuple):
    """A question, counted from 1, with its answer; the answer is empty when it was skipped."""

    number: int
    question: Question
    answer: str
    skipped: bool


class Facts(NamedTuple):
    """Everything that a coach may use."""

    seed: str
    """The session's id: the offline coach gives the same reply for the same facts."""
    fence: str
    """The session's random marker, at least 16 hexadecimal digits, around data in a prompt."""
    job_title: str
    company_name: str
    language: str
    focus: Focus
    level: Level
    max_questions: int
    cv_text: str
    job_text: str
    exchanges: tuple[Exchange, ...]
    round: Round = "mixed"
    year: int = 0
    """The year of the last change of the interview; 0 if it is not known."""
    day: date | None = None
    """The day on which the interview began; None if it is not known."""
    asked_before: frozenset[str] = frozenset()
    """Questions of earlier interviews for the same job, which are asked again only at need."""
    ad_reading: AdReading | None = None
    """What was found in the ad when the interview was planned, if that is known."""
    draw: int = 1
    """Reviews of the same interview differ by it, where a coach does not always say the same."""

    @property
    def of_job(self) -> "Facts":
        """What stays the same for all interviews on these documents; it can be hashed."""
        return self._replace(
            seed="", fence="", exchanges=(), asked_before=frozenset(), ad_reading=None
        )

    @property
    def full_title(self) -> str:
        """The job's title with its short forms written out, as far as they are certain."""
        return write_out_title(self.job_title, self.job_text)


class QuestionReply(NamedTuple):
    """A question, and the coach that asked it."""

    content: str
    coach: str
    model: str | None


class Judgement(NamedTuple):
    """A coach's ratings of one answer. The program caps and scores them and checks the quote."""

    number: int
    ratings: Ratings
    reasons: dict[str, str]
    """For each criterion what its rating is based on; may be empty."""
    comment: str
    evidence: str | None
    next_time: str


class Point(NamedTuple):
    """A strength or a weakness, with the number of the answer and the words that show it."""

    text: str
    number: int
    quote: str | None


class Review(NamedTuple):
    """A coach's review of the whole interview: one judgement for each answer, in order."""

    judgements: tuple[Judgement, ...]
    strengths: tuple[Point, ...]
    weaknesses: tuple[Point, ...]
    cv_improvements: tuple[str, ...]
    summary: str
    coach: str
    model: str | None


class PostFacts(NamedTuple):
    """Everything that a coach may use in one turn of a job post."""

    fence: str
    """See `Facts`."""
    turn: "Turn"
    """The user's latest message, and the post before it."""
    conversation: tuple[tuple[Literal["employer", "agent"], str], ...]
    """The messages before it, oldest first, each with its speaker."""


class PostReply(NamedTuple):
    """What a coach understood of one turn of a job post, and what it proposes to say next.

    The program decides which acts apply and when a post is complete.
    """

    acts: "tuple[Act, ...]"
    sentence: str
    coach: str
    model: str | None


class Request(NamedTuple):
    """A request that a coach sends: its URL and JSON body."""

    url: str
    body: dict[str, Any]


class ProgressListener:
    """Receives progress while a coach works; this one ignores it."""

    shows_text = False
    """Whether `text` should be called: replies are then requested as a stream."""

    def notice(self, text: str) -> None:
        """Tell the user something once a session; a coach may repeat it at every call."""

    def waiting(self, whom: str) -> None:
        """A reply was requested, but no part of it has arrived."""

    def text(self, so_far: str) -> None:
        """Show the reply so far. It may still be refused."""

    def done(self) -> None:
        """The reply has arrived or failed."""

    def strike_out(self, fault: str) -> None:
        """Strike out what `text` showed last, because of this fault."""


class Coach(Protocol):
    """Asks questions and rates answers.

    `question`, `review` and `job_post` raise CoachFailed when they give nothing usable. How long
    they may take depends on the coach.
    """

    def question(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> QuestionReply:
        """Return the next question, on the slot's topic. A follow-up's topic is what the last
        answer lacks, such as `action`, `result` or `number`."""

    def review(self, facts: Facts, listener: ProgressListener) -> Review:
        """Rate every answer and review the interview."""

    def estimate_review(self, facts: Facts) -> int | None:
        """Return about how many tokens `review` sends; None if it sends nothing and always gives
        the same review of the same facts."""

    def job_post(self, facts: PostFacts, listener: ProgressListener) -> PostReply:
        """Return what one message of an employer says about the job."""

    def request(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> Request | None:
        """Return what `question` would send, or None if it sends nothing."""

    def prepare(self) -> None:
        """Begin slow preparation while the user is still typing."""
