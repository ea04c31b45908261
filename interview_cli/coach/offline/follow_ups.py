"""Ask for what the last answer lacks."""

from typing import Any

from interview_cli.answers.generality import is_general
from interview_cli.answers.points import find_point
from interview_cli.answers.sentences import parse_sentences
from interview_cli.answers.thin import find_thin
from interview_cli.coach.base import Facts
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems
from interview_cli.requirements.notes import is_said_whole

_ANSWERS = "interview_cli.answers"
_QUOTED = ("group", "outcome", "unclear")
"""Forms of points that are said back in the words of the answer."""
_MIN_QUOTED_WORDS, _MAX_QUOTED_WORDS = 3, 8
_PRONOUNS = ("both", "it", "them", "her", "him", "me", "us", "all", "this", "that", "there")


def find_follow_ups(facts: Facts, missing: str) -> tuple[list[str], dict[str, str]]:
    """Return follow-ups on what the last answer lacks, which take up a point of it if there is one.

    `missing` is a table of `follow_ups.toml`. Returns wordings and the values of their fields.
    """
    follow_ups = _load_follow_ups()
    element = missing if missing in follow_ups else "result"
    last = facts.exchanges[-1]
    if element == "thin":
        thin = find_thin(last.answer, last.question.content)
        wordings = follow_ups[element][thin.form if thin else "none"]
        words = thin.words if thin else ""
        return _leave_out_asked(wordings, last.question.content), {"point": words}
    text, form = _find_text(last.answer, element, last.question.content)
    wordings = follow_ups[element][form]
    return _leave_out_asked(wordings, last.question.content), {"point": text} if text else {}


def _find_text(answer: str, element: str, question: str) -> tuple[str, str]:
    """Return the words that a follow-up says back, and the name of its wordings.

    What is faulty is not said back, nor what is general or told besides.
    """
    form = _find_pointless_form(element, question)
    if element == "situation" and is_general(parse_sentences(answer)):
        return "", form
    point = find_point(answer, element, question)
    if point is None or point.is_aside:
        return "", form
    text = _shorten_quote(point.text) if point.form in _QUOTED else point.text
    return (text, point.form) if text else ("", form)


def _find_pointless_form(element: str, question: str) -> str:
    """Return the name of the wordings that say nothing back, which differ by what was asked."""
    if element != "situation":
        return "none"
    if load_rules(_ANSWERS, "missing.toml")["asks_path"].pattern.search(question):
        return "steps"
    if load_rules(_ANSWERS, "thin.toml")["asks_check"].pattern.search(question):
        return "catch"
    asks_time = load_rules(_ANSWERS, "missing.toml")["asks_time"].pattern.search(question)
    return "one_time" if asks_time else "none"


def _shorten_quote(quote: str) -> str:
    """Return the longest beginning of a quote that is short and has its articles, or nothing.

    Long or faulty words sound mocked when they are said back.
    """
    joint = load_rules(_ANSWERS, "points.toml")["quote_joint"].pattern
    ends = [found.start() for found in joint.finditer(quote)]
    parts = (quote[:end] for end in [len(quote), *reversed(ends)])
    return next(filter(_is_faultless, parts), "")


def _is_faultless(quote: str) -> bool:
    words = quote.split()
    rest = [word for word in words[2:] if word not in _PRONOUNS]
    is_short = _MIN_QUOTED_WORDS <= len(words) <= _MAX_QUOTED_WORDS
    return is_short and (not rest or is_said_whole(rest))


def _leave_out_asked(wordings: list[str], question: str) -> list[str]:
    """Return the wordings that share the fewest words with the question before."""
    asked = content_stems(question)
    shared = [len(content_stems(wording) & asked) for wording in wordings]
    return [
        wording for wording, count in zip(wordings, shared, strict=True) if count == min(shared)
    ]


def _load_follow_ups() -> dict[str, Any]:
    return load_toml("interview_cli.coach.offline", "follow_ups.toml")
