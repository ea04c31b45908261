"""Find the words that name a requirement of a job ad."""

import re

from interview_cli.english.rules import Rules
from interview_cli.english.years import remove_years
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.brackets import cut_open_bracket

_RULES = Rules("interview_cli.requirements", "topics.toml")

_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_MIN_TOPIC_WORDS, _MAX_TOPIC_WORDS = 4, 9
_JOINTS = {"and", "or", "with", "that", "which", "who", "what", "using", "including", "by", "from"}
"""Words in front of which a long topic is cut."""
_NEVER_LAST = {"and", "or", "up", "with", "of", "in", "for", "to", "the", "a", "an", "at", "on"}
_NEVER_LAST |= {"&"}


def extract_topic(text: str) -> str:
    """Return the words that name a requirement: "5+ years of Python, ideally …" → "Python"."""
    topic = _strip_preamble(remove_inner_remarks(_EMPHASIS.sub("", remove_marks(text)).strip()))
    ends = [end.start() for end in _RULES.pattern("end").finditer(topic)]
    # One word before a comma is the first of a list: "pulp, paper or another process".
    usable = (end for end in ends if len(topic[:end].split()) > 1 or topic[end] != ",")
    words = _cut_at_joint(topic[: next(usable, len(topic))].split())
    while len(words) > 1 and words[-1].lower() in _NEVER_LAST:
        words.pop()
    return cut_open_bracket(" ".join(words).rstrip(" .,;:"))


def remove_inner_remarks(text: str) -> str:
    """Return a text without remarks in brackets in front of more of what names a requirement."""
    return _RULES.remove("remark", text)


def _cut_at_joint(words: list[str]) -> list[str]:
    """Return words without those behind the limit, and without a phrase that it cuts."""
    if len(words) <= _MAX_TOPIC_WORDS:
        return words
    joints = [place for place, word in enumerate(words[:_MAX_TOPIC_WORDS]) if word in _JOINTS]
    end = joints[-1] if joints and joints[-1] >= _MIN_TOPIC_WORDS else _MAX_TOPIC_WORDS
    return words[:end]


def _strip_preamble(text: str) -> str:
    """Return a requirement without its first words that do not name it."""
    preamble = _RULES.pattern("preamble")
    while (shorter := preamble.sub("", _strip_years(text))) != text:
        text = shorter
    return text


def _strip_years(text: str) -> str:
    """Return a requirement without the years it begins with: "two years on a line" → "line"."""
    rest = remove_years(text)
    return rest if rest == text else _RULES.remove("behind_years", rest)
