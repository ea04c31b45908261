"""The HTML of a report is self-contained, structured, and shows every text literally."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.models import Interview
from interview_cli.render.blocks import Block, Heading, Report, SpokenBlock, Table, split_paragraphs
from interview_cli.render.html import read_stylesheet, render_page
from interview_cli.render.report import build_report
from interview_cli.text import remove_controls
from tests.cases import each
from tests.render.interviews import (
    GOLDEN,
    INJECTIONS,
    NOW,
    full_of,
    goldens,
    interview,
    reviewed,
    sample,
)

any_text = st.text(
    st.one_of(st.sampled_from("<>&\"'/=!-;#\n\t ab"), st.characters()), max_size=60
).map(remove_controls)


class Page(HTMLParser):
    """Tags of a page with their attributes, its text, and the tags that are not closed."""

    def __init__(self, one: Interview) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.texts: dict[str, list[str]] = {}
        self.feed(render_page(build_report(one)))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "br":
            self.handle_data("\n")
        elif tag != "meta":
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag in self.open:
            self.texts[tag][-1] += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError("a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("a processing instruction")

    def names(self) -> list[str]:
        return [tag for tag, _attributes in self.tags]


@pytest.mark.parametrize("name", ["report.html", "transcript.html"])
def test_it_is_as_it_was(name: str) -> None:
    assert goldens()[name] == (GOLDEN / name).read_text("utf-8")


def test_it_is_one_file_that_loads_nothing() -> None:
    page = Page(full_of("x"))
    allowed = {"class", "id", "lang", "dir", "scope", "aria-hidden", "aria-label", "style"}
    in_head = {"charset", "http-equiv", "content", "name"}
    for tag, attributes in page.tags:
        assert set(attributes) <= (in_head if tag == "meta" else allowed), tag
    assert not {"script", "link", "img", "a", "iframe", "form", "base"} & set(page.names())
    for sheet in ("page", "pdf"):
        assert not re.search(r"url\(|@import|expression", read_stylesheet(sheet))
    policy = next(a["content"] for _tag, a in page.tags if a.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_its_headings_tell_its_structure() -> None:
    levels = [int(tag[1]) for tag in Page(sample()).names() if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


def test_its_tables_have_headers_for_columns_and_rows() -> None:
    page = Page(sample())
    scopes = [attributes["scope"] for tag, attributes in page.tags if tag == "th"]
    assert scopes.count("row") == 5 * 5
    assert scopes.count("col") == 4 + 4 + 3 + 4 + 3
    assert all(attributes["aria-label"] for tag, attributes in page.tags if tag == "table")


def test_beside_every_bar_stands_its_number() -> None:
    rows = re.findall(r"<tr>.*?</tr>", render_page(build_report(sample())))
    bars = [row for row in rows if 'class="bar"' in row]
    assert len(bars) == 5 * 5
    for row in bars:
        wide = re.search(r"width:(\d+)%", row)
        rating = re.search(r'<td class="number">([\d.]+) of 5</td>', row)
        assert rating
        assert abs(20 * float(rating[1]) - float(wide[1] if wide else 0)) <= 1
        assert 'aria-hidden="true"' in row


def test_it_names_its_title_author_and_language() -> None:
    one = sample()
    one.language = "de"
    page = Page(one)
    assert page.texts["title"] == ["Electrician, Acme <&> Söhne: Interview report"]
    assert ("html", {"lang": "en"}) in page.tags
    tongues = {tag for tag, attributes in page.tags if attributes.get("lang") == "de"}
    assert tongues == {"blockquote", "li", "p"}
    assert not any(a.get("lang") == "de" for tag, a in page.tags if re.fullmatch("h[1-6]", tag))
    author = "the offline coach and the model qwen3:32b"
    assert ("meta", {"name": "author", "content": author}) in page.tags


def test_a_right_to_left_text_runs_from_the_right() -> None:
    page = Page(interview("שלום 2023 abc", "abc שלום", "123 مرحبا"))
    turned = [attributes.get("dir") for tag, attributes in page.tags if tag == "blockquote"]
    assert turned == ["rtl", None, "rtl"]


@each("text", INJECTIONS)
def test_a_report_of_nothing_but_marks_keeps_its_form(text: str) -> None:
    marked, plain = Page(full_of(text)), Page(full_of("plain"))
    parts = len(split_paragraphs(text)) - 1
    breaks = {"br", "p"}
    assert [t for t in marked.names() if t not in breaks] == [
        t for t in plain.names() if t not in breaks
    ]
    assert marked.names().count("p") == plain.names().count("p") + parts
    for quoted in marked.texts["blockquote"]:
        assert quoted == text.strip("\n")


@given(any_text)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = Page(reviewed(interview(text), summary=text))
    assert page.texts.get("blockquote", [""]) == [text.strip("\n")] or not text.strip()
    assert page.open == []


def render_blocks(*blocks: Block) -> str:
    report = Report(
        kind="",
        title="T",
        subtitle="",
        facts=(),
        author="",
        language="en",
        moment=NOW,
        blocks=blocks,
    )
    return render_page(report)


@pytest.mark.parametrize("level", [2, 3])
def test_the_label_of_spoken_words_is_one_level_below_the_last_heading(level: int) -> None:
    page = render_blocks(Heading(level, "Asked"), SpokenBlock("How it went", "Well."))
    assert f"<h{level + 1}>How it went</h{level + 1}>" in page


@pytest.mark.parametrize(
    ("cell", "is_number"),
    [("53", True), ("±\u00a010.3", True), ("-4", True), ("no change", False), ("–", False)],
)
def test_a_number_in_a_table_is_not_broken(cell: str, is_number: bool) -> None:
    page = render_blocks(Table("Scores", ("Session", "Noise"), (("1", cell),)))
    assert (f'<td class="number">{cell}</td>' in page) == is_number
