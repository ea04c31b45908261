"""Extracted text: rows of tables, glyphs, and words broken at the end of a line."""

import pymupdf
import pytest

from interview_cli.documents.cleanup import join_broken_words, join_cells, normalize_glyphs
from interview_cli.documents.reader import read_content
from interview_cli.requirements.extract import find_requirements
from tests.conftest import CV
from tests.documents.test_formats import PAD, text_of


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["a", "b"], "a | b"),
        (["a", ""], "a"),
        (["", "b"], "b"),
        (["a", "", "c"], "a |  | c"),
        (["a", "b", ""], "a | b"),
        (["a", "", ""], "a"),
        (["", "", ""], ""),
        (["a\nb", "", "c"], "a\nb\n\nc"),
    ],
)
def test_an_empty_cell_keeps_its_place_in_a_table(cells: list[str], line: str) -> None:
    assert join_cells(cells) == line


def test_the_column_that_is_marked_says_what_is_essential() -> None:
    rows = (
        ["Criterion", "Essential", "Desirable", "Assessed by"],
        ["NMC registration", "Yes", "", "A"],
        ["Work on a respiratory ward", "", "Yes", "A, I"],
    )
    ad = "Person specification\n\n" + "\n".join(map(join_cells, rows))
    assert [(need.topic, need.is_must) for need in find_requirements(ad)] == [
        ("NMC registration", True),
        ("Work on a respiratory ward", False),
    ]


class TestCleaning:
    def text(self, raw: str) -> str:
        return read_content(f"{raw}\n{CV}".encode(), "text", "cv.txt").text.partition("\nJo")[0]

    def test_ligatures_soft_hyphens_icons_and_old_bullets(self) -> None:
        assert self.text("ﬁnd oﬀ\u00ad\u00adice \uf0b7 phone \ue0b0\uf095 0117") == (
            "find office • phone  0117"
        )

    @pytest.mark.parametrize(
        ("lines", "joined"),
        [
            (["Develop-", "ment of systems"], "Development of systems"),
            (["well-", "known for it"], "well-known for it"),
            (["Software-", "Entwickler"], "Software-Entwickler"),
            (["from 2019-", "2020"], "from 2019-\n2020"),
        ],
    )
    def test_words_broken_at_the_end_of_a_line_of_a_pdf(
        self, lines: list[str], joined: str
    ) -> None:
        with pymupdf.open() as made:
            page = made.new_page()
            for row, line in enumerate([*lines, PAD]):
                page.insert_text((72, 72 + 14 * row), line)
            assert text_of(made.tobytes(), "PDF").startswith(joined)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("e\ufb03cient", "efficient"),
        ("\uf0b7 Fitted", "• Fitted"),
        ("\ue0b0 0117", " 0117"),
        ("main\u00ad\n  tenance", "maintenance"),
        ("main\u00adtenance", "maintenance"),
        ("a\u200bb\ufeff", "ab"),
        ("a\u00a0b", "a b"),
        ("well\u2011known, 2017\u20102024", "well-known, 2017-2024"),
        ("½ ² café", "½ ² café"),  # only ligatures are taken apart
    ],
)
def test_glyphs_become_letters(raw: str, clean: str) -> None:
    assert normalize_glyphs(raw) == clean


@pytest.mark.parametrize(
    ("raw", "joined"),
    [
        ("develop-\n  ment", "development"),
        ("docu\u2010\nmentation", "documentation"),
        ("Self-\nemployed", "Self-employed"),
        ("Software-\nEntwickler", "Software-Entwickler"),
        ("2019-\n2020", "2019-\n2020"),
        ("develop -\nment", "develop -\nment"),
        ("develop-\n\nment", "develop-\n\nment"),
    ],
)
def test_words_broken_at_the_end_of_a_line(raw: str, joined: str) -> None:
    assert join_broken_words(raw) == joined
