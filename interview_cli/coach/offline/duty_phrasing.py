"""Phrase the duties that an ad names so that they fit into a question."""

import re
from dataclasses import dataclass
from typing import Literal

from interview_cli.coach.offline.notes import is_said_whole
from interview_cli.english.rules import load_rules
from interview_cli.requirements.phrasing import spell_names
from interview_cli.requirements.work_verbs import parse_work_verb

_MAX_WORDS = 12
_MIN_WORDS = 3
_CUT = re.compile(r"\s[–—-]\s|;|:|\s\(|\.\s")
_SHOUTED = re.compile(r"\b[A-Z]{5,}\b")
_UNFIT = re.compile(r"[<>{}\[\]#*_@|=€£$\"“”•?!~&/\\]|\d{4,}")


@dataclass(frozen=True)
class Duty:
    """A duty of a job in the words of its ad."""

    text: str
    form: Literal["verb", "gerund"]
    """`verb`: it follows "you'd"; `gerund`: it follows "the job includes"."""


def phrase_duty(duty: str) -> Duty | None:
    """Return a duty that fills a sentence, in 3 to 12 words; None if it cannot be said well."""
    text = _clean(duty)
    words = text.split()
    if not _MIN_WORDS <= len(words) <= _MAX_WORDS or _UNFIT.search(text) or _is_refused(text):
        return None
    verb = parse_work_verb(words[0], words[1:])
    if verb is None or verb.form in ("past", "participle"):
        return None
    if not is_said_whole(words[1:]):
        return None
    rest = " ".join(words[1:])
    if verb.form == "gerund":
        return Duty(f"{words[0].lower()} {_say_own(rest)}", "gerund")
    if verb.form == "third" and _has_third_form(words[1:]):
        return None  # "Lays out, cuts and fits" has more verbs to change
    return Duty(f"{verb.plain} {_say_own(rest)}", "verb")


def _say_own(text: str) -> str:
    """Add the article that notes leave out: "inspect own welds"."""
    return f"your {text}" if text.startswith("own ") else text


def _clean(duty: str) -> str:
    text = _CUT.split(" ".join(duty.split()))[0]
    text = _load_pattern("lead").sub("", text)
    return spell_names(text).strip(" .,;:–-")


def _is_refused(text: str) -> bool:
    return bool(_SHOUTED.search(text) or _load_pattern("unfit").search(text))


def _has_third_form(words: list[str]) -> bool:
    return any(
        (verb := parse_work_verb(word.strip(","), words[place + 1 :])) is not None
        and verb.form == "third"
        for place, word in enumerate(words)
    )


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules("interview_cli.coach.offline", "duty_phrasing.toml")[group].pattern
