"""Read the questions of real interviewers: what each asks for, and whether two ask for the same."""

from interview_cli.coach.llm.question_repeats import find_question_words
from interview_cli.english.rules import load_rules
from interview_cli.english.words import content_stems, split_sentences
from interview_cli.models import PlanSlot, Question
from interview_cli.requirements.competencies import find_competency, load_competencies
from interview_cli.vocabulary import QuestionKind

_KINDS: tuple[QuestionKind, ...] = ("closing", "motivation", "opener", "behaviour", "situation")
"""In the order in which they are tried."""
_ASKED_ONCE = ("opener", "motivation", "closing")
"""Questions of such a kind ask for the same in other words."""
_MIN_SHARED = 2
_SAME_SHARE = 0.6
"""Two questions are the same if they share so much of the shorter one's words."""


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


def is_foreseen(asked: str, practised: Question) -> bool:
    """Return whether a practised question asked for the same as one of the real interview.

    They do if both are openers, say, or name one competency, if the real one names the subject of
    the practised one, or if they share most of their words.
    """
    real = read_question(asked)
    if real.kind in _ASKED_ONCE or practised.kind in _ASKED_ONCE:
        return real.kind == practised.kind
    competency = find_competency(practised.topic) or _find_competency(practised.content)
    if competency and competency == real.topic:
        return True
    topic = content_stems(practised.topic) if not competency else frozenset()
    return (bool(topic) and topic <= content_stems(asked)) or _share_words(
        find_question_words(asked), find_question_words(practised.content)
    )


def _share_words(asked: frozenset[str], practised: frozenset[str]) -> bool:
    shared = len(asked & practised)
    return shared >= _MIN_SHARED and shared >= _SAME_SHARE * min(len(asked), len(practised))


def _find_competency(text: str) -> str | None:
    return next((name for name in load_competencies() if _matches(name, text)), None)


def _matches(group: str, text: str) -> bool:
    rules = load_rules("interview_cli.workflow", "real_questions.toml")
    return rules[group].pattern.search(text.replace("’", "'")) is not None
