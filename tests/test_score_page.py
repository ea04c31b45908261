"""docs/how-the-score-is-made.md says what the program does."""

import re
from decimal import ROUND_HALF_UP, Decimal

from docs.worked_example import BEGIN, END, PAGE, build_page
from interview_cli.answers.criteria import ANCHORS
from tests.test_pages import DOCS

TEXT = PAGE.read_text("utf-8")
# The table of the page, read here and not from the program.
TABLE = re.findall(r"^\| (\w+) \| (\d+) % \| (.*) \| (.*) \| (.*) \|$", TEXT, re.MULTILINE)


def round_half_up(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), ROUND_HALF_UP))


def test_the_example_is_what_the_program_gives() -> None:
    assert build_page() == TEXT, "renew it: make docs"


def test_a_reader_gets_the_scores_of_the_example_from_its_ratings() -> None:
    example = TEXT.partition(BEGIN)[2].partition(END)[0]
    weights = {name: Decimal(weight) / 100 for name, weight, *_ in TABLE}
    scores = []
    for answer in example.split("    Answer ")[1:]:
        ratings = {name: int(rating) for name, rating in re.findall(r"(\w+) +(\d): ", answer)}
        assert list(ratings) == list(weights)
        score = round_half_up(20 * sum(weights[name] * ratings[name] for name in weights))
        assert f" = {score}\n" in answer
        scores.append(score)
    mean = round_half_up(Decimal(sum(scores)) / len(scores))
    assert f"rounded half up: {mean}\n" in example


def test_the_table_has_the_anchors_of_the_program() -> None:
    assert sum(int(weight) for _, weight, *_ in TABLE) == 100
    for name, _, *sentences in TABLE:
        anchors = ANCHORS[name]
        assert sentences == [anchors[0], anchors[3], anchors[5]]


def test_the_figures_are_those_of_the_page_on_the_offline_coach() -> None:
    section = re.search(r"<!-- figures.*?-->(.*?)<!-- end of figures", TEXT, re.DOTALL)
    assert section
    source = (DOCS / "offline-coach.md").read_text("utf-8")
    figures = re.findall(r"\d[\d.,]*\d", section[1])
    assert len(figures) > 8
    assert [figure for figure in figures if figure not in source] == []
