"""Find names in a text that may be places, and rate how surely each is the place of the job.

A list of the world's towns holds plain words and names of persons, too, so what stands around a
name decides. `python -m benchmarks.place_fit` fits the weights (`fit_places.toml`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from interview_cli.english.rules import Rules
from interview_cli.english.words import stem_word
from interview_cli.english.words import word_list as common_words
from interview_cli.fits import read_fit
from interview_cli.job_posts.lands import is_land
from interview_cli.job_posts.strange_names import find_strange_place
from interview_cli.job_posts.town_list import find_town
from interview_cli.job_posts.word_lists import load_words

FIT = "fit_places.toml"
_FILE, _PACKAGE = "places.toml", "interview_cli.job_posts"
_RULES = Rules(_PACKAGE, _FILE)
_MAX_NAME_WORDS = 4
WORD = re.compile(r"[^\W_](?:[\w'’]|[.&-](?=\w))*\.?")
GAP = "\0"
"""What stands for words of a text that were read already."""
_AROUND = re.compile(r"[\w'’]+|[,.;:()!?\n&/]|\0+")
_READ = "#"
"""The word of a feature for what was read already."""
_ENDS = ",(:;.!?)\n#"
_MARKS = ("site_of", "after_preposition", "place_based", "based_at")
_FAR = 3
"""How many words away a word of the text still counts as beside a name."""


class Candidate(NamedTuple):
    """A name that may be a place."""

    start: int
    end: int
    kind: str
    """`town` with its size, `?` behind it if it is also a plain word; `land`; `name`, which no list
    has and a word places; `street`, a street's name; `strange`, an unknown one in small letters."""


def find_candidates(text: str) -> list[Candidate]:
    """Return the names in a text that may be places, in order; none overlap."""
    marked = [
        Candidate(start, end, "street" if _is_street(text[start:end]) else "name")
        for start, end in _find_marked(text)
    ]
    found = list(_find_listed(text))
    for candidate in marked:
        own = [other for other in found if _overlap(candidate, other)]
        if own and candidate.kind == "name" and _holds(candidate, own):
            found = [other for other in found if other not in own]
            found.append(candidate._replace(kind=own[-1].kind))  # "North Malé Atoll"
        elif not own:
            found.append(candidate)
    strange = find_strange_place(text)
    if strange and not any(_overlap(Candidate(*strange, "strange"), other) for other in found):
        found.append(Candidate(*strange, "strange"))
    return sorted(found)


def _is_street(name: str) -> bool:
    return name.split()[-1].lower() in load_words(_FILE, "streets")


def _holds(candidate: Candidate, others: list[Candidate]) -> bool:
    """Return whether a name is longer than the listed names in it."""
    start, end = min(others).start, max(other.end for other in others)
    is_within = candidate.start <= start and end <= candidate.end
    return is_within and (candidate.start, candidate.end) != (start, end)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


def _find_marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand that the words around them mark as places."""
    for group in _MARKS:
        for match in _RULES.pattern(group).finditer(text):
            name = re.sub(r"['’]s$|[.'’-]+$", "", match["place"])
            if not text[match.end("place") :].startswith("&"):
                yield match.start("place"), match.start("place") + len(name)


def _find_listed(text: str) -> Iterator[Candidate]:
    """Yield listed towns, regions and countries; of several that begin at a word, the longest."""
    words = list(WORD.finditer(text))
    first = 0
    while first < len(words):
        for last in range(min(len(words), first + _MAX_NAME_WORDS) - 1, first - 1, -1):
            start, end = words[first].start(), words[last].end()
            name = text[start:end].rstrip(".")
            if kind := _find_kind(name):
                end = _find_street_end(words, last)
                kind, end = ("street", end) if end else (kind, start + len(name))
                yield Candidate(start, end, kind)
                while first + 1 < len(words) and words[first + 1].start() < end:
                    first += 1
                break
        first += 1


def _find_street_end(words: list[re.Match[str]], place: int) -> int:
    """Return where the street ends whose name ends with a word; 0 if it is no street's."""
    street = words[place + 1] if place + 1 < len(words) else None
    is_street = street and street[0].strip(".").lower() in load_words(_FILE, "streets")
    is_sure = street and words[place][0].istitle() == street[0].istitle()
    return street.end() if street and is_street and is_sure else 0


def _find_kind(name: str) -> str:
    lowered = name.lower()
    if lowered in common_words("stop") or lowered in load_words(_FILE, "never_a_place"):
        return "land" if name.isupper() and is_land(name) else ""
    if is_land(name):
        return "land"
    town = find_town(name)
    if town is None or (len(name) == 2 and name.isupper()):
        return ""
    return f"town{town.size}{'?' * town.is_word}"


def rate_candidate(candidate: Candidate, text: str) -> float:
    """Return how far above the bound the log odds lie that a name is the place of the job."""
    fit = read_fit(_PACKAGE, FIT)
    return fit.rate(dict.fromkeys(measure_candidate(candidate, text), 1.0)) - fit.bound


def measure_candidate(candidate: Candidate, text: str) -> set[str]:
    """Return the features of a name: its kind, its case, and what stands around it."""
    name = text[candidate.start : candidate.end]
    before = _split_words(text[: candidate.start])
    after = _split_words(text[candidate.end :])
    kind = candidate.kind
    case = "capital" if name[0].isupper() else "small"
    if case == "small" and not re.search(r"[A-Z]", text):
        case = "all small"
    placed = _class_before(before)
    behind = _class_after(after)
    is_sure = _describe_sureness(kind)
    features = {
        f"kind {kind}",
        f"{kind} {case}",
        f"{case} {placed}",
        f"sure {is_sure} {case} {placed}",
        f"{placed} {behind}",
        f"behind {behind}",
        f"sure {is_sure} behind {behind}",
        f"words {len(name.split())} {case} {is_sure}",
    }
    if kind.startswith("town"):
        features |= {f"{kind} {case} {placed}", f"{kind} behind {behind}"}
    if not before and not after:
        features |= {"alone", f"alone {kind}", f"alone {case} {is_sure}"}
    if behind == "end":
        features |= {f"last {is_sure} {case}", f"last {is_sure} {placed}"}
    features |= {f"before {_get(before, -1)}", f"after {_get(after, 0)}"}
    features |= {f"before2 {_get(before, -2)} {_get(before, -1)}"}
    features |= {f"near before {stem_word(word)}" for word in before[-_FAR:]}
    features |= {f"near after {stem_word(word)}" for word in after[:_FAR]}
    features |= {f"text {stem_word(word)}" for word in (*before, *after) if word.isalpha()}
    return features


def _describe_sureness(kind: str) -> str:
    """Return how sure it is that a name of a kind is a town's, whatever stands around it."""
    if kind.endswith("?"):
        return "word"
    return "large" if kind in ("town2", "town3", "town4") else kind.rstrip("01")


def _split_words(text: str) -> list[str]:
    return [word.strip(GAP) or _READ for word in _AROUND.findall(text)]


def _get(words: list[str], place: int) -> str:
    return words[place].lower() if -len(words) <= place < len(words) else "^"


def _class_before(before: list[str]) -> str:
    """Return the class of the word before a name."""
    for name in ("placing", "moving", "naming", "owning", "joining"):
        if _get(before, -1) in load_words(_FILE, name):
            return name
    return "start" if not before else "comma" if before[-1][0] in _ENDS else "other"


def _class_after(after: list[str]) -> str:
    """Return the class of the word behind a name."""
    for name in ("streets", "site_words", "joining", "placing", "no_place_before"):
        if _get(after, 0) in load_words(_FILE, name):
            return name
    return "end" if not after else "comma" if after[0][0] in _ENDS else "other"
