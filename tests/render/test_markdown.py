"""The Markdown of a report is readable, and no text of a user or a model is markup in it."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from interview_cli.models import Interview, Question
from interview_cli.render.markdown import escape_line, escape_text, render_markdown
from interview_cli.render.report import build_report, build_transcript
from interview_cli.text import remove_controls
from tests.cases import each
from tests.render.interviews import GOLDEN, INJECTIONS, NOW, full_of, goldens, interview, reviewed


def report(one: Interview) -> str:
    return render_markdown(build_report(one))


def transcript(one: Interview) -> str:
    return render_markdown(build_transcript(one))


class Reader(HTMLParser):
    """Collect the text of an HTML page and the names of its tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.text += " " if tag in ("br", "p", "li", "h1", "h2", "h3", "td") else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markdown: str) -> Reader:
    reader = Reader()
    reader.feed(MarkdownIt("js-default").enable("table").render(markdown))
    reader.close()
    return reader


def words(text: str) -> list[str]:
    return text.split()


any_text = st.text(
    st.one_of(st.sampled_from("\\`*_{}[]<>|~#&!$^-+=:.1 \n\tab()\"';/"), st.characters()),
    max_size=60,
).map(remove_controls)


@given(any_text)
@example("\n".join(INJECTIONS))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = read(escape_text(text))
    assert words(page.text) == words(text)
    assert page.tags <= {"p", "br"}


@each("text", INJECTIONS)
def test_a_mark_is_shown_and_not_obeyed(text: str) -> None:
    page = read(escape_text(text))
    assert words(page.text) == words(text)
    assert page.tags <= {"p", "br"}


@each("text", INJECTIONS)
@each("frame", ["- {}", "**{}**", "# {}, {}"])
def test_a_mark_is_shown_inside_of_our_own(frame: str, text: str) -> None:
    page = read(frame.replace("{}", escape_line(text)))
    assert words(page.text.replace(",", " , "))[: len(words(text))] == words(
        text.replace(",", " , ")
    )
    assert page.tags <= {"p", "br", "ul", "li", "strong", "h1"}


def test_lines_stay_lines() -> None:
    assert MarkdownIt("js-default").render(escape_text("one\ntwo")).count("<br") == 1


OURS = {"h1", "h2", "h3", "p", "br", "strong", "em", "ul", "li", "blockquote"} | {
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}


@pytest.mark.parametrize("name", ["report.md", "transcript.md"])
def test_it_is_as_it_was(name: str) -> None:
    assert goldens()[name] == (GOLDEN / name).read_text("utf-8")


def test_a_number_with_a_fraction_is_no_list() -> None:
    assert escape_text("1.8 s, and 3) x") == "1.8 s, and 3) x"
    assert escape_line("2. x") == "2\\. x"


def test_the_columns_of_a_table_stand_below_each_other() -> None:
    table = [row for row in report(reviewed(interview("One."))).splitlines() if row[:1] == "|"]
    assert {row.index("|", 1) for row in table} == {14}


def test_an_open_question_is_shown_as_open() -> None:
    one = interview("One.", max_questions=2)
    one.messages.append(Question(content="And then?", timestamp=NOW))
    text = read(transcript(one)).text
    assert text.index("And then?") < text.index("(not answered yet)")


def test_indented_lines_stay_indented_and_are_no_code() -> None:
    page = read(escape_text("def f(x):\n    return x\n\treturn 2"))
    assert page.tags == {"p", "br"}
    assert "\u00a0\u00a0\u00a0\u00a0return x" in page.text


@each("text", INJECTIONS)
def test_a_report_of_nothing_but_marks_keeps_its_form(text: str) -> None:
    def tags(one: Interview) -> dict[str, int]:
        html = MarkdownIt("js-default").enable("table").render(report(one))
        return {tag: html.count(f"<{tag}") for tag in OURS - {"p", "br"}}

    assert read(report(full_of(text))).tags <= OURS
    assert tags(full_of(text)) == tags(full_of("plain"))


@given(st.lists(any_text, min_size=1, max_size=3))
def test_every_word_said_is_in_the_report(said: list[str]) -> None:
    page = read(report(reviewed(interview(*said))))
    assert page.tags <= OURS
    shown = words(page.text)
    for text in said:
        expected = words(text)
        n = len(expected)
        assert any(shown[i : i + n] == expected for i in range(len(shown) - n + 1))
