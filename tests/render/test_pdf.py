"""The PDF of a report: every word in it, nothing fetched, nothing embedded."""

from datetime import UTC, datetime
from pathlib import Path

import pymupdf
import pytest

from interview_cli.models import Answer, AnswerReview, Feedback, Interview, Question, Ratings
from interview_cli.render.markdown import report
from interview_cli.render.pdf import pdf_of

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
LONG = " ".join(["Firstword", *(f"word{i}" for i in range(1998)), "Lastword"])
VIETNAMESE = "Năm 2023 hệ thống báo cháy của trường bị hỏng, tôi đã thay bảng điều khiển."
CHINESE = "二〇二三年学校的火警系统没有通过检查，我用两天时间更换了面板。"
INJECTIONS = [
    "![x](incwd.png)",
    '<img src="incwd.png">',
    "<img src=incwd.png>",
    "[x](#nowhere)",
    "[x](http://127.0.0.1:9/x)",
    "#### heading",
    "<b>bold</b> <br> <script>alert(1)</script>",
    "| a | b |",
    "&lt;b&gt; &amp;",
    "a &copy; b &#65; &nbsp; c",
    '&lt;img src="incwd.png"&gt;',
    "`code` **bold** _it_",
    "- - -",
]


def interview(*said: str, reviewed: bool = True) -> Interview:
    messages: list[Question | Answer] = []
    for number, text in enumerate(said, start=1):
        messages.append(Question(content=f"What of case {number}?", timestamp=NOW))
        messages.append(Answer(content=text, timestamp=NOW))
    one = Interview(
        session_id="01930001-0000-7000-8000-000000000001",
        created_at=NOW,
        last_updated=NOW,
        job_title="Electrician",
        company_name="Acme",
        max_questions=len(said),
        messages=messages,
    )
    if reviewed:
        five = Ratings(relevance=4, specificity=4, structure=3, ownership=4, impact=3)
        one.feedback = Feedback(
            interview_score=73,
            strengths=list(said),
            weaknesses=["No figure"],
            cv_improvements=["Add a date"],
            summary="A fair talk.",
            answers=[
                AnswerReview(number=n, ratings=five, score=73, comment="Fine.", next_time="More.")
                for n in range(1, len(said) + 1)
            ],
            coach="offline",
            created_at=NOW,
        )
    return one


def made(one: Interview) -> bytes:
    return pdf_of(report(one), "A report")


def text_of(content: bytes) -> str:
    """The text without spaces of any width, for the layout breaks lines where it must."""
    letters = pymupdf.TEXTFLAGS_TEXT & ~pymupdf.TEXT_PRESERVE_LIGATURES
    with pymupdf.open(stream=content) as pdf:
        pages = "".join(page.get_text(flags=letters) for page in pdf)
    return "".join(pages.split()).replace("\u200b", "")


def run_on(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "said",
    [
        "x" * 3000,
        "".join(f"{i}," for i in range(700)),
        "*" * 3000,
        "_" * 300,
        "\\" * 300,
        "<" * 300,
        "|" * 300,
        "`" * 300,
        "漢" * 600,
        "=" * 300,
        LONG,
        VIETNAMESE,
        CHINESE,
        "Ärger, naïve, façade, “quoted” – €2,000 … 50 %",
        "first line\nsecond line\n\nafter an empty one",
    ],
    ids=lambda said: f"{said[:12]!r} of {len(said)}",
)
@pytest.mark.parametrize("reviewed", [False, True], ids=["transcript", "report"])
def test_what_was_said_is_in_the_pdf_whole(said: str, reviewed: bool) -> None:
    assert text_of(made(interview(said, reviewed=reviewed))).count(run_on(said)) == 1 + reviewed


@pytest.mark.parametrize("said", INJECTIONS)
def test_marks_are_shown_as_text(said: str, tmp_path: Path, monkeypatch) -> None:
    with_a_picture_in(tmp_path, monkeypatch)
    content = made(interview(said))
    assert text_of(content).count(run_on(said)) == 2
    with pymupdf.open(stream=content) as pdf:
        assert [page.get_images() for page in pdf] == [[] for _ in pdf]
        assert [page.get_links() for page in pdf] == [[] for _ in pdf]


def with_a_picture_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder with incwd.png in it."""
    pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 8, 8), False).save(folder / "incwd.png")
    monkeypatch.chdir(folder)


def test_a_picture_named_by_our_own_marks_would_not_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_picture_in(tmp_path, monkeypatch)
    with pymupdf.open(stream=pdf_of("# Title\n\n![x](incwd.png)", "t")) as pdf:
        assert not any(page.get_images() for page in pdf)


@pytest.mark.parametrize(
    ("one", "pages"),
    [
        (interview("Short.", reviewed=False), 1),
        (interview("Short."), 2),
        (interview("x" * 3000), 4),
        (interview(LONG), 14),
        (interview(*["Short."] * 20), 12),
    ],
    ids=["transcript", "report", "long word", "2,000 words", "twenty questions"],
)
def test_a_report_has_a_fair_number_of_pages(one: Interview, pages: int) -> None:
    with pymupdf.open(stream=made(one)) as pdf:
        assert 1 <= len(pdf) <= pages


@pytest.mark.parametrize("said", ["x" * 3000, "*" * 3000, "漢" * 600, "W" * 500])
@pytest.mark.parametrize("title", ["Electrician", "W" * 200, "技" * 200])
def test_nothing_runs_out_of_the_page(title: str, said: str) -> None:
    one = interview(said)
    one.job_title = title
    with pymupdf.open(stream=made(one)) as pdf:
        for page in pdf:
            for x0, y0, x1, y1, *_ in page.get_text("words"):
                assert page.rect.contains((x0, y0))
                assert page.rect.contains((x1, y1))


def test_it_is_a_pdf_of_a4_with_its_title() -> None:
    content = pdf_of(report(interview("Short.")), "Electrician, Acme")
    assert content.startswith(b"%PDF-")
    with pymupdf.open(stream=content) as pdf:
        assert pdf.metadata["title"] == "Electrician, Acme"
        assert [round(side) for side in pdf[0].rect] == [0, 0, 595, 842]


def test_it_leaves_nothing_in_the_working_folder(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    made(interview("Short."))
    assert list((tmp_path / "empty").iterdir()) == []
