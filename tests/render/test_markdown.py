"""Transcript and report: complete, and data stays data."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from interview_cli.models import (
    Answer,
    AnswerReview,
    Attempt,
    Feedback,
    Interview,
    Question,
    Ratings,
)
from interview_cli.render.markdown import in_line, literal, report, transcript
from interview_cli.text import clean

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

INJECTIONS = [
    "![x](incwd.png)",
    "[x](#nowhere)",
    "[x]: http://example.org",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<https://example.org>",
    "http://example.org",
    "#### heading",
    "# heading #",
    "setext\n===",
    "setext\n---",
    "- bullet\n- bullet",
    "+ bullet",
    "* bullet",
    "1. first\n2. second",
    "1) first",
    "> quote",
    "    code",
    "\tcode",
    "`code`",
    "```\nfenced\n```",
    "~~~\nfenced\n~~~",
    "~~gone~~",
    "**bold** *it* __b__ _i_",
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "a|b\n-|-\n1|2",
    "a\n:-\n1",
    "&amp; &lt;b&gt; &#65; &nbsp;",
    "\\*not\\* \\",
    "one\\\ntwo",
    "two  \nlines",
    "***",
    "---",
    "___",
    "$x$ ^a^",
    "- - -",
    "word\n\nword",
    "\u00a0# odd",
    "1.",
    "12345678901. x",
    "-",
    "+",
    "=",
    "a\u2028# b",
    "(c) ... -- \"quoted\" 'quoted'",
]


class Reader(HTMLParser):
    """The text of an HTML page, and the names of its tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.text += " " if tag in ("br", "p", "li", "h1", "h2", "td") else ""

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
).map(clean)


@given(any_text)
@example("\n".join(INJECTIONS))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = read(literal(text))
    assert words(page.text) == words(text)
    assert page.tags <= {"p", "br"}


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_mark_is_shown_and_not_obeyed(text: str) -> None:
    page = read(literal(text))
    assert words(page.text) == words(text)
    assert page.tags <= {"p", "br"}


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize("frame", ["- {}", "**{}**", "# {}, {}"])
def test_a_mark_is_shown_inside_of_our_own(frame: str, text: str) -> None:
    page = read(frame.replace("{}", in_line(text)))
    assert words(page.text.replace(",", " , "))[: len(words(text))] == words(
        text.replace(",", " , ")
    )
    assert page.tags <= {"p", "br", "ul", "li", "strong", "h1"}


def test_lines_stay_lines() -> None:
    assert MarkdownIt("js-default").render(literal("one\ntwo")).count("<br") == 1


def ratings(*five: int) -> Ratings:
    return Ratings(**dict(zip(Ratings.model_fields, five, strict=True)))


def interview(*said: str | None, questions: int | None = None, asked: str = "What of") -> Interview:
    """An interview with these answers; None is one that was skipped."""
    messages: list[Question | Answer] = []
    for number, text in enumerate(said, start=1):
        messages.append(Question(content=f"{asked} case {number}?", timestamp=NOW))
        messages.append(Answer(content=text or "", timestamp=NOW, skipped=text is None))
    return Interview(
        session_id="01930001-0000-7000-8000-000000000001",
        created_at=NOW,
        last_updated=NOW,
        job_title="Electrician",
        company_name="Acme",
        max_questions=questions or len(said),
        messages=messages,
    )


def reviewed(one: Interview, **changes: object) -> Interview:
    """The interview with a feedback."""
    reviews = [
        AnswerReview(
            number=number,
            ratings=ratings(4, 4, 3, 4, 3),
            score=73,
            comment=f"Comment on {number}.",
            evidence=None,
            next_time=f"Advice on {number}.",
        )
        for number in range(1, len(one.answers) + 1)
    ]
    fields = {
        "interview_score": 73,
        "strengths": ["Concrete"],
        "weaknesses": ["No figure"],
        "cv_improvements": ["Add a date"],
        "summary": "A fair talk.",
        "answers": reviews,
        "coach": "offline",
        "created_at": NOW,
    }
    one.feedback = Feedback.model_validate(fields | changes)
    return one


ANSWERS = [f"I repaired case {word} in Leeds." for word in ("one", "two", "three", "four")]


@pytest.mark.parametrize("render", [transcript, report])
@pytest.mark.parametrize("with_feedback", [False, True])
def test_every_question_and_answer_is_there_in_order(render, with_feedback: bool) -> None:
    one = interview(*ANSWERS)
    text = read(render(reviewed(one) if with_feedback else one)).text
    expected = [message.content for message in one.messages]
    places = [text.find(words) for words in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_a_report_before_the_feedback_is_the_transcript() -> None:
    one = interview(*ANSWERS)
    assert report(one) == transcript(one)


def test_a_transcript_shows_no_feedback() -> None:
    assert transcript(reviewed(interview(*ANSWERS))).count("of 100") == 0


@pytest.mark.parametrize("count", range(5))
def test_a_transcript_at_every_stage(count: int) -> None:
    one = interview(*ANSWERS[:count], questions=4)
    assert f"{count} of 4 questions answered" in read(transcript(one)).text


def test_an_open_question_is_shown_as_open() -> None:
    one = interview(ANSWERS[0], questions=2)
    one.messages.append(Question(content="And then?", timestamp=NOW))
    text = read(transcript(one)).text
    assert text.index("And then?") < text.index("(open)")


def test_a_skipped_question_is_shown_as_skipped() -> None:
    assert "(skipped)" in transcript(interview(None))


def test_earlier_attempts_are_shown_before_the_answer() -> None:
    one = interview(ANSWERS[0])
    one.answers[0].earlier = [
        Attempt(content="My first try.", timestamp=NOW),
        Attempt(content="", timestamp=NOW, skipped=True),
    ]
    text = read(transcript(one)).text
    assert text.index("My first try.") < text.index("(skipped)") < text.index(ANSWERS[0])


def test_the_cover_names_job_company_and_day() -> None:
    page = read(transcript(interview(*ANSWERS)))
    assert page.text.split("\n")[0].strip() == "Electrician, Acme"
    assert "2026-11-22" in page.text


@pytest.mark.parametrize(
    "shown",
    [
        "Score: 73 of 100",
        "A fair talk.",
        "Concrete",
        "No figure",
        "Add a date",
        "Comment on 4.",
        "Advice on 4.",
        "relevance 4, specificity 4, structure 3, ownership 4, impact 3",
        "Feedback by the offline coach, 2026-11-22 09:00 UTC",
    ],
)
def test_a_report_holds_the_feedback(shown: str) -> None:
    assert shown in read(report(reviewed(interview(*ANSWERS)))).text


def test_the_means_stand_in_a_table() -> None:
    page = read(report(reviewed(interview(*ANSWERS))))
    assert "table" in page.tags
    assert words("structure 20 % 3.0 of 5") == words(page.text.split("specificity")[1])[5:11]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("strengths", "No answer earned one yet."),
        ("weaknesses", "None that the ratings show."),
        ("cv_improvements", "None that this review sees."),
    ],
)
def test_a_section_without_entries_says_so(field: str, words: str) -> None:
    one = interview(*ANSWERS)
    assert words not in report(reviewed(one))
    assert words in report(reviewed(one, **{field: []}))


OURS = {"h1", "h2", "p", "br", "strong", "em", "ul", "li"} | {
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_report_of_nothing_but_marks_keeps_its_form(text: str) -> None:
    one = interview(text, text, asked=text)
    one.job_title = one.company_name = text.replace("\n", " ")
    plain = reviewed(interview("plain", "plain"))
    marked = reviewed(
        one, summary=text, strengths=[text], weaknesses=[text], cv_improvements=[text], model=text
    )
    assert marked.feedback
    for review in marked.feedback.answers:
        review.comment = review.next_time = review.evidence = review.capped = text
    tags = read(report(marked)).tags
    assert tags <= OURS
    html = MarkdownIt("js-default").enable("table").render(report(marked))
    expected = MarkdownIt("js-default").enable("table").render(report(plain))
    for heading in ("<h1", "<h2", "<table"):
        assert html.count(heading) == expected.count(heading)


@given(st.lists(any_text, min_size=1, max_size=3))
def test_every_word_said_is_in_the_report(said: list[str]) -> None:
    page = read(report(reviewed(interview(*said))))
    assert page.tags <= OURS
    shown = words(page.text)
    for text in said:
        expected = words(text)
        n = len(expected)
        assert any(shown[i : i + n] == expected for i in range(len(shown) - n + 1))
