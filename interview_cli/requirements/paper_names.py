"""Know papers by all their names, so that two texts can be compared (`paper_names.toml`)."""

import re
from functools import cache, lru_cache

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.word_groups import compile_words, load_lines
from interview_cli.english.words import content_stems, stem_word, tokenize
from interview_cli.papers.recognition import find_known_papers
from interview_cli.requirements.ad_capitals import calm_word

_FILE = ("interview_cli.requirements", "paper_names.toml")
_EVIDENCE = ("interview_cli.requirements", "evidence.toml")
_DOT_IN_DEGREE = re.compile(r"\b([BM])\.(?=[A-Z])")
"""B.Tech and BTech are one degree."""
_SLASH = re.compile(r"(?<=\w)/(?=[A-Z])")
_BRACKETS = re.compile(r"\([^()]*\)")
_CODE = re.compile(r"\b[A-Z]{1,2}\d{1,3}[A-Z]?\b")
_CODED_OR_WORD = re.compile(r"(?P<code>\b\w*\d\w*\b)|\w+")
_MAX_LETTERS = 5
"""A word of so few letters is the name of a paper only in capitals: "cap", "sia"."""
_MAX_CLASS_WORDS = 4
"""A text of so few words is on the class alone: "Class 1 since 2012"."""
_TEXTS_KEPT = 10_000


def write_same(text: str) -> str:
    """Return a text with one name for papers that have several: "JIB card" is "ecs card"."""
    is_short = len(tokenize(text)) <= _MAX_CLASS_WORDS
    says_so = load_rules(*_EVIDENCE)["on_lorries"].pattern.search(text) is not None
    is_on_lorries = (is_short or says_so) and not _is_other_class(text)
    return _write_first_names(text, is_on_lorries=is_on_lorries)


def _write_first_names(text: str, *, is_on_lorries: bool) -> str:
    """`is_on_lorries`: "class 1" in the text is that of lorries."""
    text = _DOT_IN_DEGREE.sub(r"\1", text)
    text = load_rules(*_EVIDENCE)["class_before"].pattern.sub(
        lambda found: found[0].replace("-", " "), text
    )
    names = _load_names()

    def write_first(found: re.Match[str]) -> str:
        name = found[0].lower()
        return found[0] if not is_on_lorries and name.startswith("class ") else names[name]

    return _compile("names", tuple(names)).sub(write_first, text.replace("’", "'"))


def _is_other_class(text: str) -> bool:
    return load_rules(*_EVIDENCE)["other_class"].pattern.search(text) is not None


def write_names(line: str) -> str:
    """Return a line of a CV with one name for each paper."""
    return _write_first_names(line, is_on_lorries=not _is_other_class(line))


@lru_cache(maxsize=_TEXTS_KEPT)
def write_line_same(line: str) -> str:
    """Return a line of a CV with one name for each paper, and with those that it implies behind."""
    same = write_names(line)
    found = _compile("implied", tuple(_load_implied())).findall(same)
    implied = dict.fromkeys(paper for name in found for paper in _load_implied()[name.lower()])
    return " / ".join([_SLASH.sub(" / ", same), *implied])


def is_named(text: str) -> bool:
    """Return whether a text is the name of a paper that is known, and says no more."""
    bare = _BRACKETS.sub(" ", text).replace("’", "'")
    found = [
        name for name in _compile("names", tuple(_load_names())).findall(bare) if _is_name(name)
    ]
    found += [name.text for name in find_known_papers(bare) if name.paper.is_brought]
    if not found:
        return False
    rest = bare
    for name in found:
        rest = rest.replace(name, " ")
    stems = content_stems(rest) - load_paper_stems() - _load_stems_beside()
    return not any(len(stem) > 1 and _CODE.fullmatch(stem.upper()) is None for stem in stems)


def find_names(text: str) -> list[tuple[int, int]]:
    """Return where the names of papers that are known stand in a text."""
    found = _compile("names", tuple(_load_names())).finditer(text.replace("’", "'"))
    return [name.span() for name in found if _is_name(name[0])]


def find_naming_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that name a paper; of all words if only its kind is named."""
    stems = content_stems(text)
    return stems - load_paper_stems() - _load_stems_beside() or stems


def spell(text: str) -> str:
    """Return a text in capitals in small letters, but for names of papers and their codes."""
    if not text.isupper() or " " not in text:
        return text
    names = _load_names()
    words = _CODED_OR_WORD.sub(
        lambda found: found[0] if found["code"] else calm_word(found[0]), text
    )

    def spell_name(found: re.Match[str]) -> str:
        first = names[found[0].lower()]
        return first if first.lower() == found[0].lower() else _spell_other(found[0])

    return _compile("names", tuple(names)).sub(spell_name, words)


def find_codes(text: str) -> frozenset[str]:
    """Return the codes of courses and classes in a text: "CPCS A60" has A60."""
    return frozenset(found[0] for found in _CODE.finditer(text))


def _spell_other(name: str) -> str:
    return name.upper() if len(name) <= _MAX_LETTERS and name.isalpha() else name


def _is_name(found: str) -> bool:
    is_short = len(found) <= _MAX_LETTERS and found.isalpha()
    return not is_short or found.isupper()


@cache
def load_paper_stems() -> frozenset[str]:
    """Return the stems of words for papers, such as "licence", which name none."""
    return frozenset(map(stem_word, load_toml(*_EVIDENCE)["words"]["paper"].split()))


@cache
def _load_stems_beside() -> frozenset[str]:
    return frozenset(map(stem_word, str(load_toml(*_FILE)["beside"]).split()))


@cache
def _load_names() -> dict[str, str]:
    """Return the first of several names for each of them."""
    groups = [line.split(", ") for line in load_lines(*_FILE, "names")]
    return {name.lower(): names[0] for names in groups for name in names}


@cache
def _load_implied() -> dict[str, list[str]]:
    """Return the papers that each name implies."""
    implied: dict[str, list[str]] = {}
    for line in load_lines(*_FILE, "implied"):
        paper, _, names = line.partition(": ")
        for name in names.split(", "):
            implied.setdefault(name, []).append(paper)
    return implied


@cache
def _compile(name: str, names: tuple[str, ...]) -> re.Pattern[str]:
    return compile_words(*_FILE, name, names, inner=r"\w+", flags=re.IGNORECASE)
