"""The index by which trades are recognised."""

from importlib import resources

from interview_cli.trades.index import (
    build_index,
    find_features,
    format_index,
    load_index,
    stem_title,
)


def test_the_index_is_current():
    built = format_index(build_index())
    assert read_index() == built, "run `python -m interview_cli.trades.index`"


def read_index() -> str:
    return resources.files("interview_cli.trades").joinpath("index.txt").read_text("utf-8")


def test_every_line_of_the_index_is_found_and_nothing_else():
    index = load_index()
    trades, titles, evidence = read_index().strip("\n").split("\n\n")
    assert [f"{name}\t{label}" for name, label in index["labels"].items()] == trades.split("\n")
    for found, stored in ((index["titles"], titles), (index["evidence"], evidence)):
        expected = dict(line.split("\t") for line in stored.split("\n"))
        assert list(found) == list(expected)
        assert len(found) == len(expected)
        for key, numbers in expected.items():
            assert found[key] == list(map(int, numbers.split()))
            assert f"{key}\x00" not in found
        for missing in ("", "\t", "~", "\ud800"):
            assert missing not in found


def test_a_title_without_linking_words():
    assert stem_title("Director of Operations") == ["director", "oper"]
    assert stem_title("Teacher's Aides") == ["teacher", "aid"]


def test_pairs_stand_in_one_phrase():
    assert find_features("Balance radiators. Flush systems") == [
        "balanc",
        "radiat",
        "balanc radiat",
        "flush",
        "system",
        "flush system",
    ]


def test_it_in_capitals_is_a_field():
    assert find_features("IT") == ["it"]
    assert find_features("fix it") == ["fix"]
