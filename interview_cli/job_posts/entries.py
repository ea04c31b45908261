"""Tell what an entry of a list is: duty, skill, requirement or benefit."""

import re

from interview_cli.english.rules import Rules
from interview_cli.english.words import stem_word, tokenize
from interview_cli.job_posts.duty_verbs import begins_duty, is_gerund, is_verb
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.word_lists import load_phrases, load_words
from interview_cli.vocabulary import PostField

_FILE = "entries.toml"
_RULES = Rules("interview_cli.job_posts", _FILE)
_MAX_PART_WORDS = 7
_MOST_YEARS = 40


def find_list(entry: str) -> PostField | None:
    """Return the list that an entry belongs to by its own words; None if they do not say."""
    if _is_plain_duty(entry):
        return "responsibilities"
    if is_benefit(entry):
        return "benefits"
    if is_requirement(entry):
        return "requirements"
    if is_duty(entry):
        return "responsibilities"
    is_named = bool(_RULES.pattern("named_skill").fullmatch(entry.strip()))
    return "skills" if is_named or any(find_skills(entry)) else None


def is_duty(entry: str) -> bool:
    """Return whether an entry begins as a duty does: "serve guests", "keeping the books"."""
    words = entry.split()
    return len(words) > 1 and begins_duty(entry)


def _is_plain_duty(entry: str) -> bool:
    """Return whether an entry begins with a word that is a verb only: "cooking lunch"."""
    first = re.match(r"[\w-]+", entry.lower())
    if first is None or not is_duty(entry) or _has_benefit_phrase(entry.lower()):
        return False
    nouns = {stem_word(word) for word in load_words(_FILE, "noun_verbs")}
    return stem_word(first[0]) not in nouns and first[0] not in load_words(_FILE, "benefit_words")


def _has_benefit_phrase(lowered: str) -> bool:
    return any(_has_phrase(lowered, phrase) for phrase in load_phrases(_FILE, "benefit_phrases"))


def names_activity(entry: str) -> bool:
    """Return whether an entry ends in the name of an activity: "gate checks", "mopping"."""
    words = tokenize(entry)
    if not words:
        return False
    last = words[-1].lower()
    is_alone = len(words) == 1 and is_gerund(last) and is_verb(last)
    return last in load_words(_FILE, "activity_nouns") or is_alone


def is_benefit(entry: str) -> bool:
    """Return whether an entry names something that employers give."""
    lowered = entry.lower()
    words = set(re.findall(r"[\w()-]+", lowered))
    if is_given(entry):
        return True
    if words & {"own", "selling", "sell"} and "clients" not in words:
        return False
    if _has_benefit_phrase(lowered):
        return True
    if lowered.split() and lowered.split()[-1] in load_words(_FILE, "handled_nouns"):
        return False
    return not words.isdisjoint(load_words(_FILE, "benefit_words"))


def is_given(entry: str) -> bool:
    """Return whether a short entry says that something is given: "dental included"."""
    marks = load_phrases(_FILE, "benefit_marks")
    is_marked = any(_has_phrase(entry.lower(), mark) for mark in marks)
    return is_marked and len(entry.split()) <= _MAX_PART_WORDS


def is_requirement(entry: str) -> bool:
    """Return whether an entry names papers, years, languages or traits of a person."""
    lowered = entry.lower()
    years = _RULES.pattern("years").search(lowered)
    is_alone = years is not None and years[0] == lowered.strip(" .") and "+" not in years[0]
    if years and not is_alone and _counts_career(years[0]):
        return True  # "2 years" alone may be the term of a contract
    lowered = _RULES.remove("in_language", lowered)
    words = re.findall(r"[\w-]+", lowered)
    if words and words[-1] in load_words(_FILE, "traits"):
        return True
    if not load_words(_FILE, "requirement_words").isdisjoint(words):
        return True
    return begins_requirement(lowered)


def _counts_career(years: str) -> bool:
    """Return whether somebody can have worked for so long: not "80 years"."""
    return all(int(number) <= _MOST_YEARS for number in re.findall(r"\d+", years))


def find_no_experience(clause: str) -> str:
    """Return the words of a clause that ask for no experience; empty if it has none."""
    match = _RULES.pattern("no_experience").search(clause)
    return match[0] if match else ""


def strip_having(entry: str) -> str:
    """Return what a person brings without the verb before it: "have a licence" → "a licence"."""
    return _RULES.remove("possessive", _RULES.remove("having", entry))


def begins_requirement(entry: str) -> bool:
    """Return whether an entry begins as requirements do: "at least two years", "able to"."""
    starts = load_phrases(_FILE, "requirement_starts")
    return any(re.match(rf"{re.escape(start)}\b", entry.lower()) for start in starts)


def has_content(text: str) -> bool:
    """Return whether a text says more than filler words."""
    lowered = text.lower().replace("’", "'")
    if any(_has_phrase(lowered, phrase) for phrase in load_phrases(_FILE, "content_phrases")):
        return True
    if asks_years(text) and any(word.startswith("exp") for word in lowered.split()):
        return True
    if re.search(r"\.[A-Z]", text):  # .NET
        return True
    if lowered.strip(" .,!") in load_words(_FILE, "traits"):
        return True
    words = re.findall(r"[^\W_][\w'+#.-]*[\w+#]|\w", lowered)
    filler = load_words(_FILE, "filler")
    return any(
        not word.isdigit() and word not in filler and word.split("'")[0] not in filler
        for word in words
    )


def read_rank(entry: str) -> tuple[str, bool | None]:
    """Return an entry without the words that rank it, and whether it is nice to have or a must.

    None: the words do not say.
    """
    if before := _RULES.pattern("nice_before").match(entry):
        return entry[before.end() :], True
    if nice := _RULES.pattern("nice_behind").search(entry):
        return entry[: nice.start()], True
    if must := _RULES.pattern("must_behind").search(entry):
        return entry[: must.start()], False
    return entry, None


def asks_years(entry: str) -> bool:
    """Return whether an entry counts years or months."""
    return bool(_RULES.pattern("years").search(entry))


def _has_phrase(lowered: str, phrase: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", lowered))
