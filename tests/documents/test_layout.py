"""Columns, rows and paragraphs of a page, in the order in which a person reads them."""

from collections.abc import Sequence

import pymupdf
import pytest

from interview_cli.documents.layout import Line, join_in_reading_order
from tests.cases import each
from tests.documents.test_formats import in_order, text_of

LEFT = ["Contact", "Leeds, UK", "jo@example.org", "Skills", "Fire alarms", "Boards", "BS 7671"]


RIGHT = [
    "Experience",
    "Electrician, Brook and Sons, from 2019",
    "Installed fire alarms in 14 schools",
    "Tested and certified switchboards",
    "Trained two apprentices who passed",
    "Education",
    "City College Leeds, 2015",
]


def row_by_row(page: pymupdf.Page) -> None:
    for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        page.insert_text((50, 100 + 18 * row), left)
        page.insert_text((220, 100 + 18 * row), right)


def column_by_column(page: pymupdf.Page) -> None:
    page.insert_textbox((50, 90, 190, 600), "\n".join(LEFT))
    page.insert_textbox((220, 90, 560, 600), "\n".join(RIGHT))


def right_column_first(page: pymupdf.Page) -> None:
    page.insert_textbox((220, 90, 560, 600), "\n".join(RIGHT))
    page.insert_textbox((50, 90, 190, 600), "\n".join(LEFT))


def of_uneven_lines(page: pymupdf.Page) -> None:
    for row, left in enumerate(LEFT):
        page.insert_text((50, 100 + 31 * row), left)
    for row, right in enumerate(RIGHT):
        page.insert_text((220, 104 + 14 * row), right)


def word_by_word(page: pymupdf.Page) -> None:
    for row, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        for start, line in ((220, right), (50, left)):
            x = float(start)
            for word in line.split():
                page.insert_text((x, 100 + 18 * row), word)
                x += pymupdf.get_text_length(f"{word} ")


@each("columns", [row_by_row, column_by_column, right_column_first, of_uneven_lines, word_by_word])
@each("has_header", [True, False])
def test_two_columns_of_a_pdf_are_kept_apart(columns, has_header: bool) -> None:
    with pymupdf.open() as made:
        page = made.new_page()
        if has_header:
            page.insert_text((50, 60), "Jo Field, electrician in Leeds for many years", fontsize=20)
        columns(page)
        content = made.tobytes()
    text = text_of(content, "PDF")
    in_order(text, *LEFT, *RIGHT)
    if has_header:
        in_order(text, "Jo Field", *LEFT)


def make_lines(left: float, rows: Sequence[tuple[float, str]]) -> list[Line]:
    """Lines of 10 points, at these heights."""
    return [Line(left, left + 5 * len(text), top, top + 10, text) for top, text in rows]


LABELS = [(100, "Name"), (124, "Last employer"), (148, "Night work"), (172, "Own car")]


@each(
    ("labels", "values", "is_table"),
    [
        (LABELS, [(101, "Edda"), (125, "Port of Vaasa"), (149, "yes"), (173, "no")], True),
        (LABELS, [(100, "Edda"), (124, "Port of Vaasa"), (172, "no")], True),  # an empty value
        # A value of two lines, closer to each other than the rows.
        (LABELS, [(100, "Edda"), (124, "Port of Vaasa,"), (135, "rigger"), (148, "yes")], True),
        # Lines of two columns that are level by chance.
        (LABELS, [(100, "Edda"), (112, "rigger"), (124, "of Vaasa"), (136, "in 2019")], False),
        ([(100 + 16 * row, f"Skill {row}") for row in range(6)],
         [(100 + 16 * row, f"Line {row} of a text") for row in range(6)], False),
        (LABELS, [(104, "Edda"), (128, "Port of Vaasa"), (152, "yes"), (176, "no")], False),
    ],
)  # fmt: skip
def test_labels_and_values_are_read_row_by_row(labels, values, is_table: bool) -> None:
    text = join_in_reading_order(make_lines(50, labels) + make_lines(220, values))
    in_order(text, labels[0][1], values[0][1])
    follows = text.index(values[0][1]) < text.index(labels[1][1])
    assert follows == is_table
    assert sorted(text.split()) == sorted(" ".join(line for _, line in labels + values).split())


def test_dates_at_the_right_stay_with_their_row() -> None:
    rows = [("Electrician, Brook and Sons", "2019 to today"), ("Fitted alarms in schools", ""),
            ("Apprentice, Hall Ltd", "2015 to 2019"), ("Wired houses", ""),
            ("College of Leeds", "2013 to 2015"), ("NVQ level 3 in wiring", "")]  # fmt: skip
    with pymupdf.open() as made:
        page = made.new_page()
        for row, (left, right) in enumerate(rows):
            page.insert_text((50, 100 + 18 * row), left)
            page.insert_text((430, 100 + 18 * row), right)
        text = text_of(made.tobytes(), "PDF")
    in_order(text, *(words for row in rows for words in row if words))


def drawn(rows: list[tuple[str, str]], places: tuple[float, float], flush: bool = False) -> str:
    with pymupdf.open() as made:
        page = made.new_page()
        for row, (left, right) in enumerate(rows):
            page.insert_text((places[0], 100 + 18 * row), left)
            x = places[1] - (pymupdf.get_text_length(right) if flush else 0)
            page.insert_text((x, 100 + 18 * row), right)
        return text_of(made.tobytes(), "PDF")


JOBS = ["Electrician, Brook and Sons", "Apprentice, Hall Ltd", "Helper, Inn and Co", "City College"]


@pytest.mark.parametrize(
    "rows",
    [
        list(zip(["2019 to now", "2015 to 2019", "2014", "2013"], JOBS, strict=True)),
        list(zip(["Name:", "Mail:", "Phone:", "Town:"], JOBS, strict=True)),
    ],
    ids=["dates at the left", "labels"],
)
def test_dates_and_labels_at_the_left_stay_with_their_row(rows: list[tuple[str, str]]) -> None:
    in_order(drawn(rows, (50, 200)), *(words for row in rows for words in row))


def test_a_table_that_begins_with_dates_is_read_row_by_row() -> None:
    rows = [("Years", "Firm", "Work"), ("2015 to now", "DSV Road", "Baltic trips; trained 8"),
            ("2010 to 2015", "Raben", "Night trunking Berlin to Hull")]  # fmt: skip
    with pymupdf.open() as made:
        page = made.new_page()
        for number, row in enumerate(rows):
            for x, words in zip((50, 150, 300), row, strict=True):
                page.insert_text((x, 100 + 18 * number), words)
        page.insert_text((50, 170), "Held a licence for lorries without an accident for 14 years")
        text = text_of(made.tobytes(), "PDF")
    in_order(text, *(words for row in rows for words in row), "Held a licence")


def test_headings_between_dates_at_the_left_leave_them_with_their_row() -> None:
    rows = [("Experience", ""), ("2020 to now", "Head of pastry, Okura"), ("", "Led a team of six"),
            ("2016 to 2020", "Sous-chef, Pierre"), ("", "Wrote the standard"),
            ("2014 to 2016", "Commis, Maison K"), ("Education", "")]  # fmt: skip
    in_order(drawn(rows, (50, 150)), *(words for row in rows for words in row if words))


def test_a_heading_of_two_lines_is_one_paragraph() -> None:
    with pymupdf.open() as made:
        page = made.new_page()
        page.insert_text((50, 80), "Malin Brandt-", fontsize=28)
        page.insert_text((50, 125), "Oakes", fontsize=28)
        for number in range(8):
            page.insert_text((50, 180 + 12 * number), "Nurse in intensive care", fontsize=10)
        text = text_of(made.tobytes(), "PDF")
    assert "Malin Brandt-Oakes" in text


def test_bullets_drawn_separately_stay_with_their_line() -> None:
    text = drawn([("-", job) for job in JOBS], (50, 90))
    assert [line.split(maxsplit=1) for line in text.splitlines()] == [["-", job] for job in JOBS]


def test_places_flush_right_stay_with_their_row() -> None:
    rows = list(zip(JOBS, ["Leeds", "Berlin, Germany", "2014", "Hull, 2013"], strict=True))
    in_order(drawn(rows, (50, 540), flush=True), *(words for row in rows for words in row))


def line(left: float, top: float, text: str, width: float = 100) -> Line:
    return Line(left, left + width, top, top + 10, text)


def column(left: float, letter: str, count: int = 3, width: float = 100) -> list[Line]:
    """Return lines of one column, 12 points from line to line."""
    return [line(left, 100 + 12 * row, f"{letter}{row}", width) for row in range(count)]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        pytest.param([], "", id="nothing"),
        pytest.param(
            [*column(50, "a"), *column(300, "b")], "a0\na1\na2\n\nb0\nb1\nb2", id="columns"
        ),
        pytest.param(
            [*column(50, "a", 2), *column(300, "b", 2)], "a0  b0\na1  b1", id="too few lines"
        ),
        pytest.param(
            [*column(50, "a", width=248), *column(300, "b")],
            "a0\na1\na2\n\nb0\nb1\nb2",
            id="a narrow gutter between aligned columns",
        ),
        pytest.param(
            [line(50, 80, "Jo", width=400), *column(50, "a"), *column(300, "b")],
            "Jo\n\na0\na1\na2\n\nb0\nb1\nb2",
            id="a header across both",
        ),
        pytest.param(column(50, "b")[::-1], "b0\nb1\nb2", id="drawn from below"),
        pytest.param(
            [line(50, 100, "a"), line(50, 112, "b"), line(50, 140, "c")],
            "a\nb\n\nc",
            id="a gap starts a paragraph",
        ),
    ],
)
def test_lines_in_reading_order(lines: list[Line], text: str) -> None:
    assert join_in_reading_order(lines) == text


@pytest.mark.parametrize(
    ("labels", "are_rows"),
    [(["2019", "2020", "2021"], True), (["Name:", "Mail:", "-"], True), (["a", "b", "c"], False)],
)
def test_labels_stay_with_their_lines(labels: list[str], are_rows: bool) -> None:
    lines = [line(50, 100 + 12 * row, label, width=40) for row, label in enumerate(labels)]
    text = join_in_reading_order([*lines, *column(120, "b")])
    assert text.startswith(f"{labels[0]}  b0") == are_rows
