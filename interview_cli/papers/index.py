"""Build the index by which papers are found in a text: `python -m interview_cli.papers.index`.

Reading the whole catalogue takes longer than a question may take, so what is known of papers and
their names is kept in `index.txt`. Build it again after a change to a paper; a test compares the
two. Its three parts are separated by an empty line; each has an entry a line:

    papers  the number of a paper, a tab, and what is known of it, in the order of the fields of
            `Paper`
    firsts  the first word of names, a tab, and how many words such names have, the most first
    names   the words of a name, a tab, and the numbers of its papers; of short names that count
            only beside another word, each with a question mark
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

from interview_cli.english.rules import load_toml
from interview_cli.papers.catalogue import Entry, Kind, Paper, load_entries
from interview_cli.papers.naming import fold_names
from interview_cli.sorted_lines import SortedLines, open_lines

_PATH = Path(__file__).with_name("index.txt")
_HEAD = "number\tpaper"
_MANY = "|"


class NamedPaper(NamedTuple):
    """The number of a paper that has a name."""

    number: int
    is_short: bool
    """Whether the name counts only beside another word."""


class Index:
    """What is known of all papers. Each is read when it is found."""

    def __init__(self, path: Path) -> None:
        """The file stays open."""
        file, content = open_lines(path)
        firsts = content.index(b"\n\n") + 2
        names = content.index(b"\n\n", firsts) + 2
        # The blank lines belong to the parts before them: a block ends with a line feed.
        self._papers = SortedLines(file, content, _skip_line(content), firsts - 1)
        # Taken apart at once: each of 8,500 lines by itself would take 5 ms.
        fields = content[firsts : names - 2].decode().replace("\t", "\n").split("\n")
        self._firsts = dict(zip(fields[::2], fields[1::2], strict=True))
        self._names = SortedLines(file, content, names, len(content))
        self.read_paper = cache(self._read_paper)
        """Return what is known of the paper with a number."""

    def find(self, name: str) -> list[NamedPaper]:
        """Return the papers that words name, with spaces between the words."""
        found = (self._names.find(name) or "").split()
        return [NamedPaper(int(each.strip("?")), each.endswith("?")) for each in found]

    def list_lengths(self, first: str) -> list[int]:
        """Return how many words the names have that begin with a word, the most first."""
        return list(map(int, self._firsts.get(first, "").split()))

    def _read_paper(self, number: int) -> Paper:
        line = self._papers.find(_format_number(number))
        if line is None:
            raise KeyError(number)
        return _parse_paper(line)


def _skip_line(content: bytes) -> int:
    return content.index(b"\n") + 1


def _format_number(number: int) -> str:
    return f"{number:05}"


@cache
def load_index() -> Index:
    """Return the index as it was built last."""
    return Index(_PATH)


def format_index(entries: list[Entry]) -> str:
    """Return the content of the file of an index."""
    names: dict[str, list[str]] = defaultdict(list)
    ambiguous = str(load_toml("interview_cli.papers", "words.toml")["ambiguous"]).split()
    for number, entry in enumerate(entries):
        for name in fold_names(entry.names):
            names[name].append(f"{number}?" if name in ambiguous else str(number))
        for name in fold_names(entry.letters):
            names[name].append(f"{number}?")
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        lengths[name.split()[0]].add(len(name.split()))
    firsts = {
        first: " ".join(map(str, sorted(counts, reverse=True))) for first, counts in lengths.items()
    }
    papers = [
        f"{_format_number(number)}\t{_format_paper(entry.paper)}"
        for number, entry in enumerate(entries)
    ]
    parts = (
        [_HEAD, *papers],
        _sort_lines(firsts),
        _sort_lines({name: " ".join(numbers) for name, numbers in names.items()}),
    )
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _sort_lines(values: Mapping[str, object]) -> list[str]:
    """Return a line for each key, in the order of their bytes."""
    return sorted((f"{key}\t{value}" for key, value in values.items()), key=str.encode)


def _format_paper(paper: Paper) -> str:
    fields = (_MANY.join(field) if isinstance(field, tuple) else str(field) for field in paper)
    return "\t".join(fields)


def _parse_paper(line: str) -> Paper:
    say, article, family, kind, country, covers, years, *lists, is_by_law = line.split("\t")
    grades, beside, shown_by = map(_split, lists)
    return Paper(
        say,
        article,
        family,
        cast(Kind, kind),
        country,
        _split(covers),
        int(years),
        grades,
        beside,
        shown_by,
        is_by_law == "True",
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split(_MANY)) if text else ()


if __name__ == "__main__":
    _PATH.write_text(format_index(load_entries()), "utf-8")
