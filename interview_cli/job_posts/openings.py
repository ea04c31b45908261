"""Read how many people are wanted. The rules are in `openings.toml`."""

import re
from collections.abc import Iterator

from interview_cli.english.rules import Rules, load_toml
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.titles import find_title
from interview_cli.job_posts.word_lists import pick_group

_FILE = ("interview_cli.job_posts", "openings.toml")
_RULES = Rules(*_FILE)


def find_openings(text: str) -> Act | None:
    """Find how many people are wanted, by the words around the number: "12 of them"."""
    match = _RULES.pattern("openings").search(text.strip())
    if match is None:
        return None
    number = match["count"] or pick_group(match, "times") or ""
    return _state(number, match[0].strip())


def find_bare_count(text: str, context: str) -> Act | None:
    """Read a text that is only a number, if the text around it counts people: "so three"."""
    match = _RULES.pattern("bare_count").fullmatch(text.strip())
    if match is None or not _RULES.pattern("counting").search(context):
        return None
    return _state(match["count"], match["count"])


def counts_people(number: str, words: str) -> bool:
    """Return whether words say that this many people are wanted: "a pair of them"."""
    openings = find_openings(words)
    return openings is not None and openings.value == number


def count_known(words: str, present: int | None) -> str:
    """Return the last number of people in words that are about it; empty without one.

    "One more" counts from the `present` number.
    """
    changes = list(_RULES.pattern("count_change").finditer(words))
    counts = list(_RULES.pattern("count_known").finditer(words))
    if changes and changes[-1].start() == counts[-1].start():
        by = int(_read_count(changes[-1]["by"]))
        is_less = changes[-1]["way"].lower() in ("less", "fewer")
        return str(max(present + (-by if is_less else by), 1)) if present else ""
    shared = [count for count in counts if words[count.end() :].startswith(" for ")]
    if len(shared) > 1:  # "one for the girls and one for the boys"
        return str(sum(int(_read_count(count["count"])) for count in shared))
    return _read_count(counts[-1]["count"]) if counts else ""


def find_count_alone(text: str) -> Act | None:
    """Read a text that is only a number of people: "two", "make it" being left out."""
    match = _RULES.pattern("count_alone").fullmatch(text.strip())
    if match is None:
        return None
    return _state(match["count"], match["count"])


def find_counted(text: str) -> Iterator[Act]:
    """Find how many people are wanted, also by a number before the title: "three cooks"."""
    if openings := find_openings(text):
        yield openings
        return
    match = _RULES.pattern("count_before").match(text)
    match = match or _RULES.pattern("count_within").search(text)
    if match and _counts_title(text, match):
        yield _state(match["count"], match["count"], corrects=False)


def _counts_title(text: str, match: re.Match[str]) -> bool:
    """Return whether a number stands before the title of the job: "three cooks"."""
    rest = text[match.end() :].lstrip()
    found = find_title(rest)
    if found is None or not rest.startswith(found[1]):
        return False
    is_wanted = bool(re.search(r"[a-z]", match[0].replace(match["count"], ""), re.IGNORECASE))
    return is_wanted or found[1].rstrip(" .").endswith(("s", "men"))


def _state(number: str, words: str, *, corrects: bool = True) -> Act:
    """Return the act that so many people are wanted, in figures or in a word."""
    return Act("set", "total_job_openings", _read_count(number), words, corrects=corrects)


def _read_count(number: str) -> str:
    counts: dict[str, int] = load_toml(*_FILE)["counts"]
    return number if number.isdigit() else str(counts[number.lower()])
