"""Reading a CV or a job description from a file or stream, and refusing other content."""

import os
from pathlib import Path

import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.documents.reader import Document, create_document, read_content, read_file
from interview_cli.errors import UnreadableDocument
from interview_cli.limits import MAX_DOCUMENT_BYTES
from tests.conftest import CV, EXAMPLES, JOB

LINES = CV.splitlines()


def pdf(*pages: list[str], **options: object) -> bytes:
    """Return a PDF with these lines on its pages."""
    with pymupdf.open() as made:
        for lines in pages:
            page = made.new_page()
            for row, line in enumerate(lines):
                page.insert_text((72, 72 + 20 * row), line)
        return made.tobytes(**options)


def refused(content: bytes, kind: str | None = None) -> str:
    """Return the message of the error that refuses a document."""
    with pytest.raises(UnreadableDocument) as error:
        read_content(content, kind, "cv.pdf")
    assert "\n" not in error.value.message
    return error.value.message


@pytest.mark.parametrize(
    ("name", "kind"),
    [("cv.md", "Markdown"), ("cv.txt", "text"), ("CV.TXT", "text"), ("my cv.v2.Md", "Markdown")],
)
def test_a_text_file_is_read(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_text(CV, "utf-8")
    assert read_file(tmp_path / name) == Document(kind, CV.strip(), name)


def test_a_pdf_is_read(tmp_path: Path) -> None:
    (tmp_path / "cv.PDF").write_bytes(pdf(LINES))
    document = read_file(tmp_path / "cv.PDF")
    assert (document.kind, document.source) == ("PDF", "cv.PDF")
    assert document.text.split() == CV.split()


def test_the_example_pdf_reads_in_order() -> None:
    text = " ".join(read_file(EXAMPLES / "cv.pdf").text.split())
    landmarks = [
        "Maya Lindqvist",
        "Profile",
        "Nordfrakt plans and tracks 40,000 parcel deliveries a day",
        "drivers get a changed route in 90 seconds instead of the next morning",
        "Software Engineer, Vagnsystem AB, Gothenburg",
        "Built the timetable import for eleven regional operators",
        "University Library Lund",
        "MSc Computer Science",
        "PostgreSQL, Kafka, RabbitMQ, Redis",
        "References on request.",
    ]
    places = [text.find(words) for words in landmarks]
    assert -1 not in places
    assert places == sorted(places)


def test_the_example_pdf_has_the_words_of_its_source() -> None:
    source = (EXAMPLES / "cv.md").read_text("utf-8")
    words = {word.strip("*#-,.;:“”()") for word in source.split()}
    text = read_file(EXAMPLES / "cv.pdf").text
    assert not [word for word in words if word not in text]


def test_pages_come_in_order() -> None:
    content = pdf(*([f"Page {i} tells of long work and of the many years"] for i in range(1, 4)))
    text = read_content(content, None, "cv.pdf").text
    assert text.index("Page 1") < text.index("Page 2") < text.index("Page 3")


def test_a_hundred_pages_are_read() -> None:
    page = ["Work of many years, and what came of all of it"]
    assert read_content(pdf(*[page] * 100), "PDF", "cv.pdf").kind == "PDF"


def test_more_than_a_hundred_pages_are_refused() -> None:
    assert "more than 100 pages" in refused(pdf(*[["Work and years"]] * 101), "PDF")


def test_a_protected_pdf_is_refused() -> None:
    locked = pdf(LINES, encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="o", user_pw="u")
    assert "password" in refused(locked, "PDF")


def test_a_pdf_with_only_an_owner_password_is_read() -> None:
    locked = pdf(LINES, encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="o", user_pw="")
    assert "Brook & Sons" in read_content(locked, "PDF", "cv.pdf").text


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"\x00\xff" * 500,
        pdf(LINES)[:400],
        b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n",
    ],
    ids=["a beginning", "noise", "cut off", "without pages"],
)
def test_a_damaged_pdf_is_refused(content: bytes) -> None:
    refused(content, "PDF")


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\n" + b"\x00\xff" * 500, pdf(LINES)[:400]], ids=["noise", "cut off"]
)
def test_a_damaged_pdf_is_called_damaged(content: bytes) -> None:
    assert "damaged" in refused(content, "PDF")


def test_a_scanned_pdf_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_content(pdf([]), "PDF", "cv.pdf")
    assert "0 characters" in error.value.message
    assert "ocrmypdf" in (error.value.hint or "")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("no.md", "does not exist"),
        ("folder.md", "is not a regular file"),
        ("cv.docxx", "is not in a format that can be read"),
        ("no/such/cv.pdf", "does not exist"),
        ("cv.md/cv.md", "cannot be opened"),
    ],
)
def test_a_path_that_cannot_be_read_is_refused(tmp_path: Path, path: str, words: str) -> None:
    (tmp_path / "folder.md").mkdir()
    for name in ("cv.docxx", "cv", ".md", "cv.md"):
        (tmp_path / name).write_text(CV)
    with pytest.raises(UnreadableDocument, match=words):
        read_file(tmp_path / path)


MISNAMED = {
    "a PDF called text": (pdf(LINES), "text"),
    "a PDF called Markdown": (pdf(LINES), "Markdown"),
    "a PDF called HTML": (pdf(LINES), "HTML"),
    "a text called PDF": (CV.encode(), "PDF"),
    "a text called DOCX": (CV.encode(), "Word"),
    "a text called RTF": (CV.encode(), "RTF"),
    "an archive called text": (b"PK\x03\x04" + CV.encode(), "text"),
    "a picture called text": (b"\x89PNG" + CV.encode(), "text"),
    "RTF called DOCX": (b"{\\rtf1 " + CV.encode(), "Word"),
}


@pytest.mark.parametrize("case", MISNAMED)
def test_content_in_another_format_than_its_suffix_is_refused(case: str) -> None:
    assert "is not in the format that its suffix names" in refused(*MISNAMED[case])


def test_a_text_called_html_is_refused() -> None:
    assert "does not contain HTML" in refused(CV.encode(), "HTML")


def test_the_old_format_of_word_is_named() -> None:
    assert "the old format of Word" in refused(b"\xd0\xcf\x11\xe0" + b"x" * 200, "Word")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("cv.pdf", "PDF"),
        ("cv.docx", "Word"),
        ("cv.json", "JSON Resume"),
        ("job.html", "HTML"),
        ("cv.md", "text"),
    ],
)
def test_the_format_of_a_stream_is_recognized(name: str, kind: str) -> None:
    assert read_content((EXAMPLES / name).read_bytes(), None, "stdin").kind == kind


def test_a_fifo_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cv.pdf")
    with pytest.raises(UnreadableDocument, match="is not a regular file"):
        read_file(tmp_path / "cv.pdf")


@pytest.mark.parametrize("size", [50, 51, 199_999, 200_000])
def test_a_document_within_the_limits_is_read(size: int) -> None:
    assert len(create_document("x" * size, "cv.txt").text) == size


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 characters"),
        (49, "49 characters"),
        (200_001, "200,001 characters"),
        (400_000, "400,000 characters"),
    ],
)
def test_a_document_too_short_or_too_long_is_refused(size: int, words: str) -> None:
    assert words in refused(b"x" * size, "text")


@pytest.mark.parametrize("space", [" ", "\n", "\t", "\u00a0", "\r\n", "\f"])
def test_white_space_around_a_text_does_not_count(space: str) -> None:
    with pytest.raises(UnreadableDocument, match="49 characters"):
        create_document(space * 100 + "x" * 49 + space * 100, "cv.txt")


def test_the_limit_counts_letters_and_not_bytes() -> None:
    assert len(create_document("漢" * 200_000, "cv.txt").text) == 200_000


def test_more_than_sixteen_megabytes_are_refused(tmp_path: Path) -> None:
    assert "larger than 16 MB" in refused(b" " * (MAX_DOCUMENT_BYTES + 1))
    path = tmp_path / "cv.md"
    with path.open("wb") as file:
        file.truncate(MAX_DOCUMENT_BYTES + 1)
    with pytest.raises(UnreadableDocument, match="larger than 16 MB"):
        read_file(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_all_encodings_of_unicode_are_read(encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    content = marks.get(encoding, b"") + f"{CV}Groß – 漢".encode(encoding)
    document = read_content(content, "text", "cv.txt")
    assert document.text == f"{CV}Groß – 漢"
    assert document.notices == ()


def test_windows_1252_is_read_with_a_notice() -> None:
    document = read_content(("Jürgen Groß – 5 € “so”\n" * 5).encode("cp1252"), "text", "cv.txt")
    assert document.text.startswith("Jürgen Groß – 5 € “so”")
    assert "read as Windows-1252" in document.notices[0]


@pytest.mark.parametrize("content", [b"\x00" * 60, b"\x81" * 60, bytes(range(256))])
def test_binary_content_is_refused_as_text(content: bytes) -> None:
    refused(content, "text")


def test_a_byte_order_mark_is_removed() -> None:
    assert read_content(CV.encode("utf-8-sig"), "text", "cv.txt").text == CV.strip()


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_are_normalized(end: str) -> None:
    content = CV.replace("\n", end).encode()
    assert read_content(content, "text", "cv.txt").text == CV.strip()


@pytest.mark.parametrize(
    "unsafe", ["\0", "\x1b", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\x08", "\x0b"]
)
def test_control_characters_are_dropped(unsafe: str) -> None:
    text = f"{unsafe}Jo{unsafe} Field".ljust(60, "x")
    assert create_document(text, "cv.txt").text == text.replace(unsafe, "")


def test_control_characters_do_not_count() -> None:
    with pytest.raises(UnreadableDocument, match="49 characters"):
        create_document("x\x1b" * 49, "cv.txt")


def test_tabs_and_letters_of_any_script_are_kept() -> None:
    text = "Nguyễn Văn A\tElectrician 電工 😀 العربية".ljust(60, "x")
    assert create_document(text, "cv.txt").text == text


def test_empty_lines_are_folded_and_ends_of_lines_trimmed() -> None:
    text = f"{JOB.strip()}   \n\n\n\n\nThe end.\t"
    assert create_document(text, "job.md").text == f"{JOB.strip()}\n\nThe end."


def test_words_are_counted() -> None:
    assert create_document(CV, "cv.txt").word_count == len(CV.split())


@given(st.text(min_size=50))
def test_reading_is_idempotent(text: str) -> None:
    try:
        once = create_document(text, "cv.txt").text
    except UnreadableDocument:
        return
    assert create_document(once, "cv.txt").text == once
