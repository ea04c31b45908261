"""The index by which trades are recognised."""

from importlib import resources

from interview_cli.trades.index import build_index, find_features, format_index, stem_title


def test_the_index_is_current():
    built = format_index(build_index())
    stored = resources.files("interview_cli.trades").joinpath("index.txt").read_text("utf-8")
    assert stored == built, "run `python -m interview_cli.trades.index`"


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
