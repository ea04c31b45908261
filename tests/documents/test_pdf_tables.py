"""Tables between drawn lines are read cell by cell, in whatever way their lines are drawn."""

from collections.abc import Callable
from itertools import pairwise

import pymupdf

from interview_cli.documents.sandbox import extract
from tests.cases import each
from tests.documents.test_formats import in_order

COLUMNS = (50, 170, 330, 540)
ROWS = (100, 130, 175, 215)
CELLS = [
    ["Area", "Essential", "Desirable"],
    ["Experience", "A season outdoors in all weathers, with members of the public", "Narrowboats"],
    ["Other", "Weekends by rota", ""],
]
WANTED = [
    "Area | Essential | Desirable",
    "Experience | A season outdoors in all weathers, with members of the public | Narrowboats",
    "Other | Weekends by rota",
]


def draw_frames(page: pymupdf.Page) -> None:
    for top, bottom in pairwise(ROWS):
        for left, right in pairwise(COLUMNS):
            page.draw_rect(pymupdf.Rect(left, top, right, bottom))


def draw_grid(page: pymupdf.Page) -> None:
    shape = page.new_shape()
    for top in ROWS:
        shape.draw_line((COLUMNS[0], top), (COLUMNS[-1], top))
    for left in COLUMNS:
        shape.draw_line((left, ROWS[0]), (left, ROWS[-1]))
    shape.finish()
    shape.commit()


def draw_thin_bars(page: pymupdf.Page) -> None:
    bars = [pymupdf.Rect(COLUMNS[0], top, COLUMNS[-1], top + 0.7) for top in ROWS]
    bars += [pymupdf.Rect(left, ROWS[0], left + 0.7, ROWS[-1]) for left in COLUMNS]
    for bar in bars:
        page.draw_rect(bar, color=None, fill=(0, 0, 0))


def write(page: pymupdf.Page, order: Callable[[list], list] = list) -> None:
    places = [
        (pymupdf.Rect(left + 3, top + 3, right - 3, bottom), text)
        for row, top, bottom in zip(CELLS, ROWS, ROWS[1:], strict=False)
        for text, left, right in zip(row, COLUMNS, COLUMNS[1:], strict=False)
    ]
    for box, text in order(places):
        page.insert_textbox(box, text, fontsize=10)


def read(made: pymupdf.Document) -> str:
    with made:
        return extract("PDF", made.tobytes(), "ad.pdf", keep_hidden=False).text


@each("lines", [draw_frames, draw_grid, draw_thin_bars])
@each("order", [list, lambda places: places[::-1]])
def test_a_table_is_read_row_by_row(lines, order) -> None:
    made = pymupdf.open()
    page = made.new_page()
    page.insert_text((50, 80), "Person specification of a lock keeper", fontsize=12)
    page.insert_text((50, 260), "Come and see us on the quay.", fontsize=10)
    lines(page)
    write(page, order)
    text = read(made)
    in_order(text, "Person specification", *WANTED, "Come and see us")


def test_the_lines_of_a_cell_that_are_not_wrapped_stay_lines() -> None:
    made = pymupdf.open()
    page = made.new_page()
    draw_grid(page)
    page.insert_textbox(
        pymupdf.Rect(173, 132, 327, 175), "- Boats\n- Ropes and knots\n- Radio", fontsize=9
    )
    page.insert_text((53, 120), "Knowledge of", fontsize=10)
    assert "- Boats\n- Ropes and knots\n- Radio" in read(made)


@each(
    "rules",
    [
        [((50, 130), (540, 130)), ((50, 175), (540, 175))],  # under headings
        [((160, 90), (160, 215))],  # between a sidebar and the text
        [],
    ],
)
def test_other_lines_make_no_table(rules) -> None:
    made = pymupdf.open()
    page = made.new_page()
    for start, end in rules:
        page.draw_line(start, end)
    write(page)
    assert "|" not in read(made)


def test_text_across_a_line_and_turned_text_are_not_lost() -> None:
    made = pymupdf.open()
    page = made.new_page()
    draw_grid(page)
    write(page)
    page.insert_text((100, 98), "A caption that crosses the upper line of the table", fontsize=10)
    page.insert_text((45, 215), "Side note", rotate=90, fontsize=10)
    text = read(made)
    assert "A caption that crosses the upper line of the table" in text
    assert "Side note" in text
