"""The PDF of a report shows every word, breaks pages well, and fetches and embeds nothing."""

import re
import socket
import unicodedata
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.errors import InvalidInput
from interview_cli.models import Interview
from interview_cli.render.blocks import Table
from interview_cli.render.pdf import render_pdf
from interview_cli.render.report import build_report
from interview_cli.setting_values import PAPERS, Paper
from interview_cli.text import remove_controls
from tests.cases import each
from tests.render.interviews import INJECTIONS, NOW, full_of, interview, reviewed, sample

LONG = " ".join(["Firstword", *(f"word{i}" for i in range(1998)), "Lastword"])
SCRIPTS = {
    "Vietnamese": "Năm 2023 hệ thống báo cháy của trường bị hỏng, tôi đã thay bảng điều khiển.",
    "decomposed": unicodedata.normalize("NFD", "Nguyễn Thị Phượng, naïve Ärger"),
    "Chinese": "二〇二三年学校的火警系统没有通过检查，我用两天时间更换了面板。",
    "Japanese": "二〇二三年、カタカナとひらがなを混ぜた文章です。",
    "Korean": "한국어 문장입니다. 프로젝트를 이끌었습니다.",
    "Arabic": "فشل نظام إنذار الحريق في المدرسة، فقمت بتغيير اللوحة خلال يومين.",
    "Hebrew": "בשנה שעברה מערכת האזעקה נכשלה, והחלפתי את הלוח.",
    "Hindi": "मैंने २०२३ में विद्यालय की अग्नि अलार्म प्रणाली को दो दिनों में ठीक किया। क्षेत्र, ज्ञान, श्री.",
    "Bengali": "আমি দুই দিনে মেরামত করেছি।",
    "Tamil": "நான் இரண்டு நாட்களில் சரிசெய்தேன்.",
    "Thai": "ในปี 2566 ระบบแจ้งเตือนไฟไหม้ของโรงเรียนไม่ผ่านการตรวจสอบ" * 12,
    "Greek and Russian": "Άλλαξα τον πίνακα. Я заменил панель.",
    "emoji": "Great 😀 🚀 👩‍💻 🇩🇪 ❤️ ✅ 👍🏽 end",
    "signs": "x² ½ ≠ ≤ → ∑ “quoted” – €2,000 … 50 % office, fluffy, afflict",
}


def made(one: Interview, paper: Paper = "a4") -> bytes:
    return render_pdf(build_report(one), paper)


def run_on(text: str) -> str:
    """Return a text without spaces, which the layout may turn into line breaks, and without
    invisible characters."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if not char.isspace() and not unseen(char))


def unseen(char: str) -> bool:
    return unicodedata.category(char) == "Cf" or "\ufe00" <= char <= "\ufe0f"


def text_of(content: bytes) -> str:
    with pymupdf.open(stream=content) as pdf:
        return "".join(run_on(body_of(page)) for page in pdf)


def body_of(page: pymupdf.Page) -> str:
    """Return the text of a page without its footer."""
    return page.get_text(
        clip=margins(page, 0, 0, 0, 60),
        flags=pymupdf.TEXTFLAGS_TEXT & ~pymupdf.TEXT_PRESERVE_LIGATURES,
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        "x" * 3000,
        "".join(f"{i}," for i in range(700)),
        "*" * 3000,
        "&" * 300,
        "\\" * 300,
        "<" * 300,
        "😀" * 300,
        "漢" * 600,
        "日本語" * 300,
        "ก" * 1000,
        LONG,
        "first line\nsecond line\n\nafter an empty one\n    and\tindented",
        *SCRIPTS.values(),
    ],
    ids=lambda said: f"{said[:12]!r} of {len(said)}",
)
@pytest.mark.parametrize("is_reviewed", [False, True], ids=["transcript", "report"])
def test_what_was_said_is_in_the_pdf_whole(said: str, is_reviewed: bool) -> None:
    one = interview(said)
    content = made(reviewed(one, summary=said.replace("\n", " ")) if is_reviewed else one)
    assert text_of(content).count(run_on(said)) == 1 + is_reviewed


@pytest.mark.slow
def test_every_word_of_twenty_long_answers_is_in_it() -> None:
    one = reviewed(interview(*[f"{number} {LONG}" for number in range(20)]))
    text = text_of(made(one))
    places = [text.find(run_on(answer.content)) for answer in one.answers]
    assert places == sorted(places)
    assert places[0] > 0


@pytest.mark.slow
@settings(max_examples=30)
@given(st.lists(st.text(max_size=200).map(remove_controls), min_size=1, max_size=4))
def test_any_letters_are_drawn(said: list[str]) -> None:
    # The layout counts every letter and raises if one is not drawn.
    made(reviewed(interview(*said), strengths=said))


@pytest.mark.slow
@settings(max_examples=20)
@given(st.integers(0, 60), st.integers(1, 40))
def test_wherever_a_page_ends_nothing_is_lost(lines: int, words: int) -> None:
    answers = ["\n".join(["line"] * lines), "word " * words, "x", "y\nz"]
    text = text_of(made(interview(*answers, asked="word " * words)))
    expected = sum(len(run_on(answer)) for answer in answers) + 4 * len(run_on("word " * words))
    cover = text_of(made(interview()))
    assert len(text) > expected + len(cover) / 2
    for answer in answers:
        assert run_on(answer) in text


@pytest.mark.slow
@pytest.mark.parametrize("text", INJECTIONS)
def test_marks_are_shown_as_text(text: str, tmp_path: Path, monkeypatch) -> None:
    pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 8, 8), False).save(tmp_path / "incwd.png")
    monkeypatch.chdir(tmp_path)
    one = full_of(text, answers=1)
    content = made(one)
    # Cover (twice), summary, three lists, question, two attempts, four remarks, notes; the name of
    # the model stands in the cover and among the limits.
    assert text_of(content).count(run_on(text)) >= 14
    with pymupdf.open(stream=content) as pdf:
        assert not any(page.get_images() or page.get_links() for page in pdf)
        assert pdf.embfile_count() == 0
        headings = [title for _level, title, _page in pdf.get_toc()]
    assert len(headings) == 1 + 9
    assert [path.name for path in tmp_path.iterdir()] == ["incwd.png"]


def test_nothing_is_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = "http://{}:{}/x.png".format(*server.getsockname())
        for text in (
            address,
            f"![x]({address})",
            f'<img src="{address}">',
            f"@import url({address})",
        ):
            made(full_of(text, answers=1))
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
        socket.create_connection(server.getsockname()).close()
        server.accept()[0].close()  # proves that a connection would be noticed


def test_control_characters_never_reach_it() -> None:
    one = interview("a\x1b[31mb\u202ec\x00d")
    assert "a[31mbcd" in text_of(made(one))


def margins(page: pymupdf.Page, left: float, top: float, right: float, foot: float) -> pymupdf.Rect:
    width, height = page.rect.br
    return pymupdf.Rect(left, top, width - right, height - foot)


@each("paper", PAPERS)
@each(
    ("one", "fewest", "most"),
    [
        (interview("Short."), 1, 1),
        (reviewed(interview("Short.")), 1, 3),
        (reviewed(interview("x" * 3000)), 2, 4),
        (reviewed(interview(LONG)), 4, 7),
        (reviewed(interview(*["Short."] * 20)), 7, 12),
        (sample(), 3, 4),
    ],
    ids=["transcript", "report", "long word", "2,000 words", "twenty questions", "sample"],
)
def test_its_pages(one: Interview, fewest: int, most: int, paper: Paper) -> None:
    """Pages are few and not empty; nothing is outside the margins, no heading is at the bottom."""
    with pymupdf.open(stream=made(one, paper)) as pdf:
        assert fewest <= len(pdf) <= most
        for number, page in enumerate(pdf, start=1):
            inside = margins(page, 50, 40, 50, 60)
            for x0, y0, x1, y1, *_ in page.get_text("words", clip=margins(page, 0, 0, 0, 61)):
                assert inside.contains(pymupdf.Rect(x0, y0, x1, y1)), page
            for drawing in page.get_drawings():
                assert inside.contains(drawing["rect"]), page
            assert page.get_text().strip().endswith(f"{number} of {len(pdf)}")
            lines = body_of(page).strip().splitlines()
            assert len(lines) > 1
            assert not re.match(r"Question \d|Answer, |Score$|Strengths$|.* asked ", lines[-1])


@pytest.mark.parametrize("title", ["W" * 200, "技" * 200, "a " * 100, "<b>&amp;" * 25])
def test_a_long_title_stays_on_the_page(title: str) -> None:
    with pymupdf.open(stream=made(interview("One.", job_title=title))) as pdf:
        assert pdf.metadata["title"] == f"{title.strip()}, Acme"
        for x0, _y0, x1, *_ in pdf[0].get_text("words"):
            assert 50 <= x0 <= x1 <= pdf[0].rect.width - 50


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_its_paper(paper: Paper, size: tuple[int, int]) -> None:
    with pymupdf.open(stream=made(interview("One."), paper)) as pdf:
        assert (round(pdf[0].rect.width), round(pdf[0].rect.height)) == size


def test_its_title_author_language_and_time() -> None:
    one = sample()
    one.language = "pt-BR"
    one.last_updated = NOW + timedelta(minutes=5)
    with pymupdf.open(stream=made(one)) as pdf:
        assert pdf.metadata["title"] == "Electrician, Acme <&> Söhne"
        assert pdf.metadata["author"] == "the offline coach and the model qwen3:32b"
        assert pdf.metadata["subject"] == "Interview report"
        assert pdf.metadata["creationDate"] == "D:20261122090500Z"
        assert pdf.xref_get_key(pdf.pdf_catalog(), "Lang") == ("string", "pt-BR")


def test_its_bookmarks() -> None:
    with pymupdf.open(stream=made(sample())) as pdf:
        titles = [(level, title) for level, title, page in pdf.get_toc() if page > 0]
    assert titles[:4] == [(1, "Electrician"), (2, "Score"), (2, "Strengths"), (2, "Weaknesses")]
    assert (3, "Question 4") in titles


def test_a_latin_report_is_small() -> None:
    answer = (
        "I rewired three schools in Leeds, and the alarms fell from nine to none a month. " * 20
    )
    assert len(made(reviewed(interview(*[answer] * 8)))) < 150_000


def test_a_report_that_would_lose_words_is_no_report() -> None:
    # MuPDF's layout never ends on a row taller than a page; no report has such a row.
    row = ("x", " ".join(["word"] * 3000))
    endless = build_report(interview("One."))._replace(blocks=(Table("x", ("a", "b"), (row,)),))
    with pytest.raises(InvalidInput, match="too wide for a page"):
        render_pdf(endless)


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        "\u00a0".join(["palabra"] * 40),
        "\u202f" * 200 + "x",
        "a" + "\u3000" * 50 + "b",
        "。" * 80,
        "ー" * 80,
        "W" * 29,
        "—" * 29,
        "\U0001242b" * 20,
        "a" + "\n" * 1500 + "b",
        "x\n" * 3000,
    ],
    ids=lambda said: f"{said[:3]!r} of {len(said)}",
)
def test_what_is_hard_to_wrap(said: str) -> None:
    one = reviewed(interview(said), strengths=[said], model="".join(said.split())[:60])
    one.job_title = "".join(said.split())[:200]
    with pymupdf.open(stream=made(one)) as pdf:
        assert run_on(said) in "".join(run_on(body_of(page)) for page in pdf)
        for page in pdf:
            for x0, _y0, x1, *_ in page.get_text("words"):
                assert 50 <= x0 <= x1 <= page.rect.width - 50


@pytest.mark.parametrize(
    "said",
    [
        "கொ கா கெ",  # one vowel on both sides of its consonant, and each side alone
        "கெ கா கொ",
        "বো বা বে",
        "น้ำ ทำ ตำ มา ค้า า",
        "มา ค้า น้ำ ทำ",
        unicodedata.normalize("NFD", "한국어"),
        "office fluffy affine",
    ],
)
def test_signs_that_share_their_shapes(said: str) -> None:
    for word in (said, "x"):
        text = text_of(made(interview(word, said)))
        expected = Counter(unicodedata.normalize("NFD", run_on(said)))
        assert expected <= Counter(unicodedata.normalize("NFD", text))


def test_brackets_after_a_text_from_the_right() -> None:
    one = interview("مرحبا (الفريق) [س] هنا", "Latin (40 %) after [x]")
    assert "Latin(40%)after[x]" in text_of(made(one))


def test_the_foot_of_every_page_can_be_read() -> None:
    with pymupdf.open(stream=made(interview("x\n" * 700))) as pdf:
        assert len(pdf) > 10
        for number, page in enumerate(pdf, start=1):
            foot = page.get_text(clip=(0, page.rect.height - 60, *page.rect.br)).split("\n")
            assert [part for part in foot if part] == [
                "Interview transcript",
                f"{number} of {len(pdf)}",
            ]


def test_a_web_address_is_broken_where_it_may_be() -> None:
    address = "https://github.com/acme/platform/pull/12345/files/review?tab=comments"
    with pymupdf.open(stream=made(interview(address))) as pdf:
        assert "https://github.com/acme/platform" in pdf[0].get_text()


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(st.integers(0, 900), min_size=8, max_size=8), st.integers(0, 40))
def test_pages_break_between_what_belongs_together(lengths: list[int], lines: int) -> None:
    answers = ["word " * (length // 5) for length in lengths]
    one = reviewed(
        interview(*answers, asked="How do you know that it worked, and" * 3),
        summary="x\n\n" * lines + "x",
    )
    with pymupdf.open(stream=made(one)) as pdf:
        pages = [body_of(page).strip().splitlines() for page in pdf]
    for lines_of in pages[:-1]:
        last = lines_of[-1]
        # A question keeps the beginning of its answer, and a score its ratings.
        assert not re.search(r"case \d\?$|^Question \d|, asked |^Answer, |^\d+ of 100$", last), last
        assert last not in ("Score", "Strengths", "Weaknesses", "CV improvements")
    tables = [page.count("Meaning") for page in pages]
    rows = ["\n".join(page).count("answers it for this role") for page in pages]
    assert tables == rows  # a table stands on one page
    assert len(pages[-1]) > 1
