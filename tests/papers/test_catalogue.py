"""The papers that are known: each has names of its own, and covers what there is."""

from collections import Counter
from importlib import resources

from interview_cli.papers.catalogue import load_entries
from interview_cli.papers.index import format_index, load_index
from interview_cli.papers.naming import fold_names

ENTRIES = load_entries()
MOST_WORDS = 7
COUNTRIES = ("", "EU")
KINDS = (
    "registration",
    "licence",
    "card",
    "certificate",
    "degree",
    "vetting",
    "clearance",
    "medical",
)


def test_the_index_is_current() -> None:
    index = resources.files("interview_cli.papers").joinpath("index.txt").read_text("utf-8")
    assert index == format_index(ENTRIES), "run `python -m interview_cli.papers.index`"


def test_every_name_is_in_the_index() -> None:
    index = load_index()
    for number, entry in enumerate(ENTRIES):
        assert index.read_paper(number) == entry.paper
        for name in fold_names(entry.names):
            assert number in {found.number for found in index.find(name)}
            assert len(name.split()) in index.list_lengths(name.split()[0])
    assert index.find("no such paper") == []


def test_no_name_stands_twice() -> None:
    says = Counter(entry.paper.say for entry in ENTRIES)
    names = Counter(name.casefold() for entry in ENTRIES for name in {*entry.names})
    assert [say for say, count in says.items() if count > 1] == []
    assert [name for name, count in names.items() if count > 1] == []


def test_a_paper_can_be_said() -> None:
    for entry in ENTRIES:
        paper = entry.paper
        assert 1 <= len(paper.say.split()) <= MOST_WORDS, paper.say
        assert paper.article in ("your", "a", "an", "the", ""), paper.say
        assert paper.kind in KINDS, paper.say
        assert paper.family, paper.say
        assert entry.names, paper.say


def test_what_a_paper_covers_is_in_the_catalogue() -> None:
    says = {entry.paper.say for entry in ENTRIES}
    for entry in ENTRIES:
        assert set(entry.paper.covers) <= says - {entry.paper.say}, entry.paper.say


def test_short_names_have_words_beside_them() -> None:
    for entry in ENTRIES:
        assert not entry.letters or entry.paper.beside, entry.paper.say
