"""Split lists into entries, and tell what each is: duty, skill, requirement or benefit."""

import re
from functools import cache

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.english.words import stem_word, tokenize
from interview_cli.job_posts.clauses import split_clauses, split_sentences, strip_marks
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.word_lists import load_phrases, load_words
from interview_cli.vocabulary import PostField

_FILE = "entries.toml"
_MAX_PART_WORDS = 7
_MOST_YEARS = 40
_DETERMINERS = (
    "the",
    "a",
    "our",
    "all",
    "new",
    "their",
    "up",
    "out",
    "on",
    "for",
    "with",
    "to",
    "of",
    "and",
)
_OBJECT_STARTS = ("the", "a", "an", "our", "their", "all", "new")
_GERUND_ENDING, _MIN_GERUND_CHARS = "ing", 6


def split_list(text: str, *, are_duties: bool = False) -> list[str]:
    """Return the entries of a list.

    Several lines, or parts between semicolons, are one entry each. A single line is split at its
    commas, and at "and" before the last entry.
    """
    lines = [line for part in split_sentences(text) if (line := strip_marks(part))]
    if len(lines) != 1:
        return lines
    parts = [part for clause in split_clauses(lines[0]) if (part := strip_marks(clause))]
    if not parts:
        return []
    *first, last = parts
    entries = [*first, *split_joined(_remove_conjunction(last), are_duties=are_duties)]
    return [entry for part in entries if (entry := strip_marks(_remove_conjunction(part)))]


def split_names(text: str) -> list[str]:
    """Return the entries of a list of short names, which is split at every "and" as well."""
    sentences = split_sentences(text) if "\n" not in text.strip() else [text]
    entries = (entry for sentence in sentences for entry in split_list(sentence))
    parts = [part for entry in entries for part in split_joined(entry)]
    return [name for part in parts if (name := strip_marks(part))]


def split_joined(entry: str, *, are_duties: bool = False) -> list[str]:
    """Split an entry at "and", unless the pair is one thing or "and" joins two verbs.

    Of duties, only what is a duty of its own is split off: "test the app and the site" is one.
    """
    parts: list[str] = []
    start = 0
    for joint in _rules()["joined"].pattern.finditer(entry):
        before, after = entry[start : joint.start()], entry[joint.end() :]
        if _is_pair(entry, joint) or not before.strip() or not after.strip():
            continue
        if (
            _is_verb(before.split()[-1])
            and _is_verb(after.split()[0])
            and not _is_duty_start(after)
        ):
            continue
        if before.count("(") > before.count(")"):
            continue
        if are_duties and len(before.split()) == 1 and start == 0 and _is_verb(before.strip()):
            continue  # "washing and ironing the sheets" share their object
        if are_duties and not (_is_duty_start(after) or names_activity(after)):
            continue
        if len(before.split()) > _MAX_PART_WORDS and not _is_duty_start(after):
            continue
        parts.append(before)
        start = joint.end()
    return [*parts, entry[start:]]


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
    is_named = bool(_rules()["named_skill"].pattern.fullmatch(entry.strip()))
    return "skills" if is_named or any(find_skills(entry)) else None


def is_duty(entry: str) -> bool:
    """Return whether an entry begins as a duty does: "serve guests", "keeping the books"."""
    words = entry.split()
    return len(words) > 1 and _is_duty_start(entry)


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
    is_gerund = len(words) == 1 and _is_gerund(last) and _is_verb(last)
    return last in load_words(_FILE, "activity_nouns") or is_gerund


def is_benefit(entry: str) -> bool:
    """Return whether an entry names something that employers give."""
    lowered = entry.lower()
    words = set(re.findall(r"[\w()-]+", lowered))
    if words & {"own", "selling", "sell"} and "clients" not in words:
        return False
    if _has_benefit_phrase(lowered):
        return True
    return is_given(entry) or not words.isdisjoint(load_words(_FILE, "benefit_words"))


def is_given(entry: str) -> bool:
    """Return whether a short entry says that something is given: "dental included"."""
    marks = load_phrases(_FILE, "benefit_marks")
    is_marked = any(_has_phrase(entry.lower(), mark) for mark in marks)
    return is_marked and len(entry.split()) <= _MAX_PART_WORDS


def is_requirement(entry: str) -> bool:
    """Return whether an entry names papers, years, languages or traits of a person."""
    lowered = entry.lower()
    years = _rules()["years"].pattern.search(lowered)
    is_alone = years is not None and years[0] == lowered.strip(" .") and "+" not in years[0]
    if years and not is_alone and _counts_career(years[0]):
        return True  # "2 years" alone may be the term of a contract
    lowered = _rules()["in_language"].pattern.sub("", lowered)
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
    match = _rules()["no_experience"].pattern.search(clause)
    return match[0] if match else ""


def strip_having(entry: str) -> str:
    """Return what a person brings without the verb before it: "have a licence" → "a licence"."""
    return _rules()["possessive"].pattern.sub("", _rules()["having"].pattern.sub("", entry))


def names_verb(text: str) -> bool:
    """Return whether the first word of a text may be a verb in its base form: "cut meat"."""
    words = re.findall(r"[\w-]+", text.lower())
    return bool(words) and words[0] in load_words(_FILE, "duty_verbs")


def begins_with_verb(text: str) -> bool:
    """Return whether a text begins with a word that is the verb of a duty and no noun."""
    words = re.findall(r"[\w-]+", text.lower())
    return bool(words) and _is_verb(words[0]) and words[0] not in load_words(_FILE, "noun_verbs")


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
    if before := _rules()["nice_before"].pattern.match(entry):
        return entry[before.end() :], True
    if nice := _rules()["nice_behind"].pattern.search(entry):
        return entry[: nice.start()], True
    if must := _rules()["must_behind"].pattern.search(entry):
        return entry[: must.start()], False
    return entry, None


def asks_years(entry: str) -> bool:
    """Return whether an entry counts years or months."""
    return bool(_rules()["years"].pattern.search(entry))


def split_duties(text: str) -> list[str]:
    """Split dictated duties, which have no punctuation, before each verb that follows a noun."""
    words = text.split()
    parts: list[list[str]] = [[]]
    for position, word in enumerate(words):
        before = words[position - 1].lower() if position else ""
        follows = words[position + 1].lower() if position + 1 < len(words) else ""
        if parts[-1] and _begins_dictated_duty(before, word.lower(), follows):
            parts.append([])
        parts[-1].append(word)
    joined = (" ".join(part) for part in parts)
    return [entry for part in joined if (entry := strip_marks(_remove_conjunction(part)))]


def _begins_dictated_duty(before: str, word: str, follows: str) -> bool:
    verbs = load_words(_FILE, "duty_verbs")
    if before == "and":
        return False
    if word == "and":
        return follows in verbs
    is_verb = word in verbs and word not in load_words(_FILE, "noun_verbs")
    is_object = follows in ("the", "a", "our", "after", "all", "up") or follows.endswith("s")
    return is_verb and is_object and before not in load_words(_FILE, "filler") - {"up"}


def find_base_verb(word: str) -> str:
    """Return the base form of a verb that duties begin with: "serves", "serving" → "serve".

    Empty if the word is none, or is the base form.
    """
    lowered = word.lower()
    if lowered in load_words(_FILE, "duty_verbs") or not _is_verb(lowered):
        return ""
    stem = stem_word(lowered)
    bases = sorted(verb for verb in load_words(_FILE, "duty_verbs") if stem_word(verb) == stem)
    return bases[0] if (bases and word.islower()) or (bases and word.istitle()) else ""


def _has_phrase(lowered: str, phrase: str) -> bool:
    return bool(re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", lowered))


def _remove_conjunction(text: str) -> str:
    first, _, rest = text.strip().partition(" ")
    return rest if first.lower() in ("and", "or", "plus", "also") else text


def _is_pair(entry: str, joint: re.Match[str]) -> bool:
    before, after = entry[: joint.start()].split(), entry[joint.end() :].split()
    if not before or not after:
        return False
    pair = f"{before[-1]} and {after[0]}".lower().strip(".,")
    return pair in load_phrases(_FILE, "pairs")


def _is_duty_start(entry: str) -> bool:
    words = [word for word in re.findall(r"[\w-]+", entry.lower()) if word not in ("to", "also")]
    if not words or not (_is_verb(words[0]) or _is_gerund_with_object(words)):
        return False
    if words[0] == "own":
        return len(words) > 1 and words[1] in _DETERMINERS
    if words[0] in load_words(_FILE, "noun_verbs"):
        return _has_object(words)
    if _is_gerund(words[0]):
        return len(words) > 1 and words[1] not in ("skills", "experience", "ability")
    return True


def _is_gerund_with_object(words: list[str]) -> bool:
    """Return whether an unknown word in "-ing" has an object: "thatching the roofs"."""
    is_gerund = _is_gerund(words[0]) and words[0] not in load_words(_FILE, "no_gerunds")
    return is_gerund and len(words) > 2 and words[1] in _OBJECT_STARTS


def _has_object(words: list[str]) -> bool:
    """Return whether what follows a verb that may be a noun is an object, not another noun."""
    if len(words) < 2 or (words[-1].endswith("ing") and len(words) == 2):
        return False
    return words[1] in _DETERMINERS or words[-1].endswith("s") or len(words) > 3


def _is_verb(word: str) -> bool:
    lowered = word.lower().strip(".,")
    verbs = load_words(_FILE, "duty_verbs")
    if lowered in verbs:
        return True
    is_form = _is_gerund(lowered) or (lowered.endswith("s") and len(lowered) > 2)
    return is_form and stem_word(lowered) in _stem_verbs()


def _is_gerund(word: str) -> bool:
    return word.endswith(_GERUND_ENDING) and len(word) >= _MIN_GERUND_CHARS


@cache
def _stem_verbs() -> frozenset[str]:
    return frozenset(map(stem_word, load_words(_FILE, "duty_verbs")))


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
