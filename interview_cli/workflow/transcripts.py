"""Turn an interview that was held elsewhere into a session that can be reviewed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from interview_cli.documents.reader import Document
from interview_cli.documents.transcript import (
    Transcript,
    Turn,
    choose_me,
    labels_question,
    list_speakers,
)
from interview_cli.english.words import is_english
from interview_cli.errors import InvalidInput
from interview_cli.limits import (
    DEFAULT_QUESTIONS,
    MAX_ANSWER_CHARS,
    MAX_IMPORTED_QUESTIONS,
    MAX_NAME_CHARS,
)
from interview_cli.models import Answer, Interview, Question
from interview_cli.text import remove_controls
from interview_cli.vocabulary import QUESTION_KINDS, Level
from interview_cli.workflow.job_series import NO_TITLE
from interview_cli.workflow.real_questions import (
    asks_something,
    is_goodbye,
    is_small_talk,
    read_question,
)
from interview_cli.workflow.sessions import NewInterview, build_interview

NO_COMPANY = "Company not named"


@dataclass
class HeldExchange:
    """A question of the transcript with its answer."""

    question: list[Turn]
    answer: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class HeldInterview:
    """The exchanges of a transcript, and the words that belong to none."""

    exchanges: tuple[HeldExchange, ...]
    left_out: tuple[str, ...]
    """Small talk, remarks between the sentences of an answer, and questions without an answer."""
    title: str = ""
    company: str = ""


def require_me(transcript: Transcript, named: str | None) -> str:
    """Return the speaker who was interviewed. Raises InvalidInput if only a person can tell."""
    me = choose_me(transcript.speakers, named)
    if me is None:
        raise InvalidInput(
            "the transcript does not say which of the speakers you are.",
            f"name one of {list_speakers(transcript.speakers)}",
        )
    return me


def pair_turns(transcript: Transcript, me: str, language: str = "en") -> HeldInterview:
    """Pair questions with answers.

    In English, words of an interviewer that ask nothing begin no question, so an answer goes on
    after a "right" or a "thank you"; after small talk or a goodbye none goes on. Raises
    InvalidInput for no exchange, too many, or an answer that is too long.
    """
    exchanges: list[HeldExchange] = []
    left_out: list[str] = [transcript.preface] if transcript.preface else []
    is_open = False
    for turn in transcript.turns:
        if turn.speaker != me and _asks(turn, language):
            _add_question(exchanges, turn)
            is_open = True
        elif turn.speaker == me and is_open and not _ends(exchanges[-1], turn, language):
            exchanges[-1].answer.append(turn.text)
        else:
            left_out.append(turn.text)
            is_open = is_open and (turn.speaker == me or not is_small_talk(turn.text))
    answered = [exchange for exchange in exchanges if exchange.answer]
    left_out += [_join(exchange.question) for exchange in exchanges if not exchange.answer]
    _require_bounds(answered)
    return HeldInterview(tuple(answered), tuple(left_out), transcript.title, transcript.company)


def _add_question(exchanges: list[HeldExchange], turn: Turn) -> None:
    """Begin an exchange, or add to the question of one that has no answer yet."""
    if exchanges and not exchanges[-1].answer:
        exchanges[-1].question.append(turn)
    else:
        exchanges.append(HeldExchange([turn]))


def _asks(turn: Turn, language: str) -> bool:
    is_marked = bool(turn.kind) or labels_question(turn.speaker)
    return is_marked or not is_english(language) or asks_something(turn.text)


def _ends(exchange: HeldExchange, turn: Turn, language: str) -> bool:
    """Return whether a turn after an answer only says goodbye."""
    return bool(exchange.answer) and is_english(language) and is_goodbye(turn.text)


def _require_bounds(exchanges: Sequence[HeldExchange]) -> None:
    if not exchanges:
        raise InvalidInput(
            "the transcript has no question with an answer.",
            "check that the right speaker is named as you",
        )
    if len(exchanges) > MAX_IMPORTED_QUESTIONS:
        raise InvalidInput(
            f"the transcript has {len(exchanges)} questions; at most {MAX_IMPORTED_QUESTIONS} "
            "are reviewed.",
            "split it into several files",
        )
    for number, exchange in enumerate(exchanges, start=1):
        if len("\n\n".join(exchange.answer)) > MAX_ANSWER_CHARS:
            raise InvalidInput(
                f"answer {number} has more than {MAX_ANSWER_CHARS:,} characters.",
                "check that its next question begins with a name",
            )


def build_import(
    held: HeldInterview,
    *,
    source: str,
    now: datetime,
    title: str | None,
    company: str | None,
    level: Level | None,
    language: str,
    ttl: str,
    cv: Document | None,
    job: Document | None,
) -> Interview:
    """Build a session, not stored yet, of an interview that was held elsewhere.

    Without a title it has that of a session file, or the first line of the job description;
    without a company that of a session file, or a word that says so. Raises InvalidInput for an
    unusable one.
    """
    outline = NewInterview(
        title=held.title or _find_title(job) if title is None else title,
        company=held.company or NO_COMPANY if company is None else company,
        questions=DEFAULT_QUESTIONS,
        focus="mixed",
        level=level,
        language=language,
        ttl=ttl,
    )
    interview = build_interview(outline, now, cv, job)
    interview.transcript_source = remove_controls(source)
    interview.max_questions = len(held.exchanges)
    for exchange in held.exchanges:
        interview.messages.append(_build_question(exchange.question, now))
        text = remove_controls("\n\n".join(exchange.answer)).strip()
        interview.messages.append(Answer(content=text, timestamp=now, skipped=not text))
    interview.mark_changed(now)
    return interview


def _find_title(job: Document | None) -> str:
    """Return the first line of a job description, without marks of a heading."""
    lines = (line.strip(" \t#*_") for line in (job.text if job else "").split("\n"))
    first = next(filter(None, lines), "")
    return first[:MAX_NAME_CHARS] or NO_TITLE


def _build_question(turns: Sequence[Turn], now: datetime) -> Question:
    text = remove_controls(_join(turns))
    slot = read_question(text)
    kind = next((turn.kind for turn in turns if turn.kind in QUESTION_KINDS), None)
    return Question.model_validate(
        {
            "content": text,
            "timestamp": now,
            "kind": kind or slot.kind,
            "topic": turns[0].topic if kind else slot.topic,
        }
    )


def _join(turns: Sequence[Turn]) -> str:
    return "\n\n".join(turn.text for turn in turns)
