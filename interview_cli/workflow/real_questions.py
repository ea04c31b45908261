"""Read the questions of real interviewers: what each asks for."""

from interview_cli.english.rules import load_rules
from interview_cli.english.words import split_sentences
from interview_cli.models import PlanSlot
from interview_cli.requirements.competencies import load_competencies
from interview_cli.vocabulary import QuestionKind

_KINDS: tuple[QuestionKind, ...] = ("closing", "motivation", "opener", "behaviour", "situation")
"""In the order in which they are tried."""
_ASKED_ONCE = ("opener", "motivation", "closing")
"""Questions of such a kind are about no competency."""


def asks_something(text: str) -> bool:
    """Return whether an interviewer's words ask for an answer; thanks and small talk do not."""
    rest = " ".join(part for part in split_sentences(text) if not _matches("small_talk", part))
    return "?" in rest or _matches("request", rest)


def is_small_talk(text: str) -> bool:
    """Return whether an interviewer's words ask only small talk or say goodbye."""
    return not asks_something(text) and any(
        _matches(group, part)
        for part in split_sentences(text)
        for group in ("small_talk", "farewell")
    )


def is_goodbye(text: str) -> bool:
    """Return whether words only say thanks or goodbye."""
    return all(
        _matches("thanks", part) or _matches("farewell", part) for part in split_sentences(text)
    )


def read_question(text: str) -> PlanSlot:
    """Return the kind of a question and the competency it is about, with the question itself.

    The topic is empty if it names no competency. Unless its words say otherwise, a question on a
    competency is of the kind `behaviour`, any other of the kind `requirement`.
    """
    topic = _find_competency(text) or ""
    default: QuestionKind = "behaviour" if topic else "requirement"
    kind = next((kind for kind in _KINDS if _matches(kind, text)), default)
    topic = "" if kind in _ASKED_ONCE else topic
    return PlanSlot(kind=kind, topic=topic, question=text)


def _find_competency(text: str) -> str | None:
    return next((name for name in load_competencies() if _matches(name, text)), None)


def _matches(group: str, text: str) -> bool:
    rules = load_rules("interview_cli.workflow", "real_questions.toml")
    return rules[group].pattern.search(text.replace("’", "'")) is not None
