"""Find the line of a CV that names a degree that is asked for, by its letters or its long name."""

import re
from collections.abc import Iterator

from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.words import tokenize
from interview_cli.requirements.cv_evidence import read_cv_lines
from interview_cli.requirements.cv_paper_lines import can_state_paper
from interview_cli.requirements.cv_papers import is_below, judge_line
from interview_cli.requirements.shared_words import share_words, split_choices
from interview_cli.requirements.wanted import Wanted, matches_evidence

_FILE = ("interview_cli.requirements", "cv_degrees.toml")
_RULES = Rules(*_FILE)
_DOT = re.compile(r"(?<=[A-Za-z])\.\s?(?=[A-Z])")
_SEPARATORS = re.compile(r"[/,]|\bor\b")
_MIN_INITIALS = 3


def find_degree_line(wanted: Wanted, cv_text: str) -> str | None:
    """Return the line that names a degree which is asked for; None if none surely does.

    It has the letters, if the ad asks for no subject, or else the subject or its initials: "BSc
    Civil Engineering" for a bachelor's degree in it, "BCom (HRM)" for one in human resources.
    """
    text = wanted.requirement.text
    asked = _find_letters(text)
    if not (wanted.is_paper and (asked or matches_evidence("degree", text))):
        return None
    subjects = list(_list_subjects(text))
    for line in read_cv_lines(cv_text):
        if _names_programme(wanted.topic, line):
            return line
        held = _find_letters(line)
        if not (held and can_state_paper(line, text, cv_text)) or is_below(wanted.topic, line):
            continue
        if any(_names_subject(subject, line) for subject in subjects):
            return line
        if not subjects and held & asked:
            return line
    return None


def has_degree_letters(line: str) -> bool:
    """Return whether a line names a degree by its letters or its name, and not only a certificate
    of study behind one, such as a PGCE."""
    return bool(_find_letters(line))


def _names_programme(topic: str, line: str) -> bool:
    """Return whether a line has the diploma of a programme of which an ad asks for a graduate."""
    is_asked = _RULES.is_found("programme", topic)
    is_held = _RULES.is_found("diploma", line)
    return is_asked and is_held and judge_line(topic, line) == "shown"


def _find_letters(text: str) -> frozenset[str]:
    """Return the letters of the degrees in a text, those of long names too: "mcom"."""
    long_names: dict[str, str] = load_toml(*_FILE)["long_names"]
    bare = _DOT.sub("", text).replace("’", "'")
    named = {letters for name, letters in long_names.items() if name in bare.lower()}
    known = set(load_toml(*_FILE)["letters"].split())
    words = {word.lower() for word in tokenize(bare) if any(map(str.isupper, word))}
    is_degree = _RULES.is_found("any_degree", text)
    return frozenset(named | (words & known) | ({"degree"} if is_degree else set()))


def _list_subjects(text: str) -> Iterator[str]:
    """Yield the subjects that an ad names behind "in": each one is enough."""
    found = _RULES.pattern("subject").search(text)
    if found:
        for choice in split_choices(found["subject"]):
            yield from (part.strip() for part in _SEPARATORS.split(choice) if part.strip())


def _names_subject(subject: str, line: str) -> bool:
    shared = share_words(subject, line)
    initials = "".join(word[0] for word in subject.split() if word[0].isupper())
    has_initials = len(initials) >= _MIN_INITIALS and initials in tokenize(line)
    return has_initials or (shared.is_whole and shared.shared == shared.wanted)
