"""Rows of a text box end between words."""

import pytest
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout import BufferControl
from prompt_toolkit.layout.processors import TransformationInput

from interview_cli.terminal.word_wrap import WordWrap, find_fills
from tests.conftest import Line
from tests.terminal.conftest import Open

STORY = "I fitted the panel, and I checked every cable of it twice before noon."


@pytest.mark.parametrize(
    ("text", "fills"),
    [
        ("", []),
        ("one two", []),
        ("one two six", [(8, 2)]),  # a column is left for the blank after the last word
        ("one two sixteen", [(8, 2)]),
        ("one unbelievable two", [(17, 3)]),  # "unbelievable" is broken
        ("one two \u65e5\u672c", [(8, 2)]),
        ("          one", []),
        ("   ", []),
    ],
)
def test_blanks_fill_a_row_of_ten_columns(text: str, fills: list[tuple[int, int]]) -> None:
    assert find_fills(text, 10) == fills


def test_every_place_is_found_again() -> None:
    document = Document(STORY)
    line = TransformationInput(
        BufferControl(Buffer()), document, 0, lambda place: place, [("", STORY)], 22, 10
    )
    wrapped = WordWrap(2).apply_transformation(line)
    shown = "".join(fragment[1] for fragment in wrapped.fragments)
    assert [shown[row : row + 20].strip() for row in range(0, len(shown), 20)] == [
        "I fitted the panel,",
        "and I checked every",
        "cable of it twice",
        "before noon.",
    ]
    for place, char in enumerate(STORY):
        assert shown[wrapped.source_to_display(place)] == char
        assert wrapped.display_to_source(wrapped.source_to_display(place)) == place


def test_the_box_breaks_its_rows_at_words(terminal: Open, line: Line) -> None:
    screen = terminal("answer", line.started(), columns=30)
    screen.show("Ctrl-D send")
    screen.type(STORY.encode())
    screen.show("before noon.")
    rows = [row.strip() for row in screen.rows]
    assert "> I fitted the panel, and I" in rows
    assert "checked every cable of it" in rows
