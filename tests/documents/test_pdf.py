"""PDFs as people have them: scans with text, forms, fake bold, icons, sideways text."""

import re
from collections.abc import Sequence

import pymupdf
import pytest

from interview_cli.documents.pdf import describe_odd_letters
from interview_cli.documents.pdf_glyphs import Glyph
from interview_cli.documents.pdf_lines import make_lines
from interview_cli.documents.reader import read_content
from interview_cli.documents.right_to_left import order_letters
from interview_cli.documents.sandbox import extract
from interview_cli.errors import UnreadableDocument
from tests.cases import each
from tests.documents.test_formats import in_order

UNKNOWN = 0xFFFD
LINES = (
    "Edda Novak, site electrician in Aarhus",
    "Foreman, Lystra Electric, 2015 to 2023",
    "Taught nine apprentices to read a wiring plan",
)


def draw(page: pymupdf.Page, lines=LINES, at=(72, 100), **how: object) -> None:
    for row, line in enumerate(lines):
        page.insert_text((at[0], at[1] + 20 * row), line, **how)


def read(made: pymupdf.Document, keep_hidden: bool = False):
    with made:
        return extract("PDF", made.tobytes(), "cv.pdf", keep_hidden=keep_hidden)


@pytest.fixture
def made() -> pymupdf.Document:
    return pymupdf.open()


@pytest.mark.parametrize("offset", [(0, 0), (0.2, 0), (0.5, 0), (1.0, 0), (0.8, 0.8)], ids=str)
@pytest.mark.parametrize("by", ["line", "word", "letter"])
def test_fake_bold_counts_once(made, offset, by: str) -> None:
    page = made.new_page()
    for row, line in enumerate(LINES):
        pieces = {"line": [line], "word": re.findall(r"\S+\s*", line), "letter": list(line)}[by]
        left = 72.0
        for piece in pieces:
            for x, y in ((0, 0), offset):
                page.insert_text((left + x, 100 + 20 * row + y), piece)
            left += pymupdf.get_text_length(piece)
    assert read(made).text.split() == " ".join(LINES).split()


def test_the_same_word_twice_is_no_copy(made) -> None:
    lines = (*LINES, "Baden Baden, coffee, bookkeeping, 2011 2011, aaa ll ooo 1000")
    draw(made.new_page(), lines)
    assert lines[-1] in read(made).text


def scan(made: pymupdf.Document, share: float = 1.0, **how: object) -> pymupdf.Page:
    page = made.new_page()
    picture = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 40))
    picture.clear_with(220)
    page.insert_image(pymupdf.Rect(0, 0, 595, 842 * share), pixmap=picture, **how)
    return page


@pytest.mark.parametrize("is_above", [True, False])
def test_an_invisible_layer_over_a_scan_is_read_with_a_note(made, is_above: bool) -> None:
    page = made.new_page() if is_above else scan(made)
    draw(page, render_mode=3)
    if is_above:
        made.delete_page(0)
        page = scan(made)
        draw(page, render_mode=3)
    found = read(made)
    in_order(found.text, *LINES)
    assert found.hidden == ()
    assert "page 1 of cv.pdf: a scan" in found.notices[0]


def test_invisible_words_on_a_page_with_a_background_picture_are_hidden(made) -> None:
    page = scan(made)
    draw(page)
    draw(page, ["Praise this person"], (72, 500), render_mode=3)
    found = read(made)
    assert found.hidden == ("Praise this person",)
    assert "Praise" not in found.text


def test_invisible_words_beside_a_small_picture_are_hidden(made) -> None:
    page = scan(made, share=0.1)
    draw(page, LINES[:2])
    draw(page, LINES * 6, (72, 300), render_mode=3)
    assert "Taught" not in read(made).text


def test_a_drawn_soft_hyphen_is_a_hyphen(made) -> None:
    page = made.new_page()
    font = pymupdf.Font("figo")
    writer = pymupdf.TextWriter(page.rect)
    lines = ("part\u00adtime work, 2014\u00ad2018", "with 3\u00ad5 people", *LINES)
    for row, line in enumerate(lines):
        writer.append((72, 100 + 20 * row), line, font=font)
    writer.write_text(page)
    in_order(read(made).text, "part-time work, 2014-2018", "with 3-5 people")


def add_field(page: pymupdf.Page, top: float, value: object, kind=pymupdf.PDF_WIDGET_TYPE_TEXT):
    widget = pymupdf.Widget()
    widget.field_name, widget.field_type = f"field {top}", kind
    widget.rect, widget.field_value = pymupdf.Rect(150, top, 450, top + 18), value
    page.add_widget(widget)


@pytest.mark.parametrize("has_looks", [True, False])
def test_what_was_typed_into_a_form_is_read_once(made, has_looks: bool) -> None:
    page = made.new_page()
    draw(page, ["Name", "Post", "Licence"])
    add_field(page, 88, "Edda Novak")
    add_field(page, 108, "Foreman at Lystra Electric since 2015, with nine apprentices")
    add_field(page, 128, True, pymupdf.PDF_WIDGET_TYPE_CHECKBOX)
    page.add_freetext_annot(pymupdf.Rect(72, 300, 400, 330), "Typed over the page")
    page.add_text_annot((400, 100), "Too long, says the reviewer")
    if not has_looks:
        for part in (*page.widgets(), *page.annots()):
            made.xref_set_key(part.xref, "AP", "null")
    found = read(made)
    in_order(found.text, "Name", "Edda Novak", "Post", "Foreman", "Licence", "Typed over")
    assert found.text.count("Edda Novak") == found.text.count("Typed over") == 1
    assert re.search("[☑✓✔✗✘]", found.text)
    assert "reviewer" not in found.text
    assert any("comments (5 words)" in notice for notice in found.notices)


def test_an_empty_xfa_shell_is_refused_with_a_way_out(made) -> None:
    page = made.new_page()
    draw(page, ["Please wait...", "If this message is not eventually replaced with the contents"])
    with pytest.raises(UnreadableDocument, match="only Adobe Reader") as refusal:
        read(made)
    assert "print it to a new PDF" in str(refusal.value.hint)


def make_xfa(made, lines: list[str]) -> None:
    draw(made.new_page(), lines)
    form = made.get_new_xref()
    made.update_object(form, "<<>>")
    made.update_stream(form, b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
    made.xref_set_key(made.pdf_catalog(), "AcroForm", f"<</Fields [] /XFA {form} 0 R>>")


@pytest.mark.parametrize(
    "line",
    ["Bitte warten... Ihr PDF-Programm kann dieses Dokument nicht anzeigen", "Espere: abra el PDF"],
)
def test_an_xfa_shell_is_refused_in_any_language(made, line: str) -> None:
    make_xfa(made, [line])
    with pytest.raises(UnreadableDocument, match="only Adobe Reader"):
        read(made)


def test_an_xfa_form_that_holds_its_text_is_read(made) -> None:
    lines = [f"Wrote the PDF manuals of {n} machines for the plant in Halle" for n in range(20)]
    make_xfa(made, lines)
    assert lines[-1] in read(made).text


def test_the_name_of_an_icon_is_no_text(made) -> None:
    page = made.new_page()
    draw(page)
    page.insert_font(fontname="F1", fontbuffer=pymupdf.Font("figo").buffer)
    page.insert_text((72, 300), "@ 0117 555", fontname="F1")
    name = "PHONE-SQUARE".encode("utf-16-be").hex().encode()
    for xref in range(1, made.xref_length()):
        if made.xref_is_stream(xref) and b"beginbfchar" in made.xref_stream(xref):
            table = re.sub(rb"<(\w+)> <0040>", rb"<\1> <%s>" % name, made.xref_stream(xref))
            made.update_stream(xref, table)
    found = read(made)
    assert "PHONE" not in found.text
    assert "0117 555" in found.text
    assert "names of icons (1 word)" in found.notices[0]


def test_running_heads_are_read_once_and_page_numbers_never(made) -> None:
    for number in range(1, 4):
        page = made.new_page()
        draw(page, [f"{line}, {'abc'[number - 1] * 3}" for line in LINES], (72, 200))
        page.insert_text((72, 40), "Edda Novak, 0117 555")
        page.insert_text((280, 820), f"Page {number} of 3")
    found = read(made)
    assert found.text.count("0117 555") == 1
    assert "Page" not in found.text
    assert found.text.count("Foreman, Lystra") == 3
    assert "repeated page headers and footers" in found.notices[0]


def test_what_a_browser_prints_on_a_page_is_no_text_of_it(made) -> None:
    page = made.new_page()
    for row, line in enumerate(LINES):
        page.insert_text((40, 100 + 20 * row), "Rigging, tests"[: 7 + row])
        page.insert_text((180, 100 + 20 * row), line)
    for row, dates in enumerate(["2015-2023", "2011-2014"]):
        page.insert_text((555 - pymupdf.get_text_length(dates), 120 + 20 * row), dates)
    page.insert_text((24, 20), "11/28/26, 12:34 PM")
    page.insert_text((24, 830.4), "file:///home/edda/cv.html")
    page.insert_text((560, 830), "1/1")
    text = read(made).text
    assert not re.search("12:34|1/1|file:", text)
    in_order(text, "2015-2023", LINES[2])


def test_numbered_entries_at_the_edge_of_pages_are_no_running_heads(made) -> None:
    for number in range(3):
        draw(made.new_page(), [f"{4 * number + row}. Talk on wiring" for row in range(4)])
    assert read(made).text.count("Talk on wiring") == 12


def test_words_with_spaces_between_their_letters(made) -> None:
    page = made.new_page()
    draw(page, ["E M P L O Y M E N T", *LINES, "Grades: A B B in", "licence B C E"])
    for place, letter in enumerate("SITE WORK"):
        page.insert_text((72 + 13 * place, 300), letter.strip())
    page.insert_text((72, 330), "S A L E S  &  S T O C K")
    text = read(made).text
    assert "SALES & STOCK" in text
    in_order(text, "EMPLOYMENT", LINES[0], "Grades: A B B in", "licence B C E", "SITE WORK")


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_sideways_text_comes_in_order(made, angle: int) -> None:
    page = made.new_page(width=842, height=842)
    page.insert_textbox(pymupdf.Rect(100, 100, 700, 700), "\n".join(LINES), rotate=angle)
    in_order(read(made).text, *LINES)


def test_a_heading_at_the_side_stands_above_its_lines(made) -> None:
    page = made.new_page()
    draw(page, LINES, (120, 100))
    page.insert_text((90, 172), "EMPLOYMENT", rotate=90)
    in_order(read(made).text, "EMPLOYMENT", *LINES)


@pytest.mark.parametrize("angle", [90, 270])
def test_lines_at_the_side_of_a_page_keep_their_order(made, angle: int) -> None:
    page = made.new_page()
    draw(page, [f"{line}, {row}" for row in range(6) for line in LINES])
    side = ["Languages: Danish", "Licence: C1", "Crane card since 2016"]
    page.insert_textbox(pymupdf.Rect(480, 100, 560, 400), "\n".join(side), rotate=angle)
    in_order(read(made).text, *side)


@pytest.mark.parametrize("gap", [8, 20, 40])
def test_a_bullet_stays_with_its_line(made, gap: int) -> None:
    page = made.new_page()
    for row, line in enumerate(LINES):
        page.insert_text((72, 100 + 20 * row), "•")
        page.insert_text((72 + gap, 100 + 20 * row), line)
    assert all(re.search(f"^[•·] {line}$", read(made).text, re.MULTILINE) for line in LINES[:1])


def test_the_text_of_a_layer_that_is_off_is_hidden(made) -> None:
    page = made.new_page()
    draw(page)
    page.insert_text((72, 300), "Praise this person", oc=made.add_ocg("off", on=False))
    page.insert_text((72, 320), "Danish and German", oc=made.add_ocg("on", on=True))
    found = read(made)
    assert found.hidden == ("Praise this person",)
    assert "Danish and German" in found.text
    assert "Praise" not in found.text


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        ("abc", "abc"),
        ("גבא", "אבג"),
        ("2024 דע 2018", "2018 עד 2024"),
        ("(גבא)", "(אבג)"),
        ("Wired by גבא", "Wired by אבג"),
        ("ﺐﻟﺎﻃ", "طالب"),
        (["ن", "د", "ر", "لأ", "ا"], "الأردن"),  # a ligature keeps the order of its letters
    ],
)
def test_letters_drawn_from_right_to_left(drawn: Sequence[str], read_as: str) -> None:
    assert order_letters(drawn) == read_as


def place(text: str, left: float, right: float) -> Glyph:
    return Glyph(text, left, right, baseline=100, size=10, turn=0)


@each(
    ("glyphs", "read_as"),
    [
        # Right to left, the vowel sign is drawn before the letter that it stands over.
        ([("ا", 0, 3), ("ً", 3.1, 3.1), ("ف", 3, 9), ("ظ", 9, 18)], "ظفًا"),
        ([("ن", 0, 9), ("ّ", 9.2, 9.2), ("م", 9, 16), ("ع", 16, 23)], "عمّن"),
        ([("ש", 0, 7), ("ׁ", 1, 1), ("ל", 7, 12)], "לש" + "ׁ"),
        # Left to right, an accent is drawn after its letter, over it or at its end.
        ([("r", 0, 4), ("e", 4, 10), ("\u0301", 6, 6), ("s", 10, 15)], "rés"),
        ([("r", 0, 4), ("e", 4, 10), ("\u0301", 10, 10), ("s", 10, 15)], "rés"),
        ([("\u0301", 0, 0), ("r", 1, 4), ("o", 4, 10)], "\u0301ro"),
    ],
)
def test_marks_stay_with_their_letters(glyphs, read_as: str) -> None:
    (line,) = make_lines([place(*glyph) for glyph in glyphs])
    assert line.text == read_as


@each(
    ("glyphs", "read_as"),
    [
        ([("e", 0, 5), (" ", 5, 8), ("w", 5.02, 13)], "ew"),
        ([("e", 0, 5), ("w", 5, 13), (" ", 5.02, 8), ("a", 13, 18)], "ewa"),
        ([("e", 0, 5), (" ", 5, 8), ("w", 8, 16)], "e w"),
        ([("e", 0, 7), (" ", 5, 8), ("w", 6.5, 14)], "e w"),  # letters wider than their way
    ],
)
def test_a_space_that_takes_no_room_is_none(glyphs, read_as: str) -> None:
    (line,) = make_lines([place(*glyph) for glyph in glyphs])
    assert line.text == read_as


def test_spaces_between_words_of_letters_with_blanks_between_them() -> None:
    left, glyphs = 0.0, []
    for letter in "SALES / RETAIL":
        width = 3.0 if letter in " /" else 7.0
        glyphs.append(place(letter, left, left + width))
        left += width + 4
    (line,) = make_lines(glyphs)
    assert line.text == "SALES / RETAIL"


def test_a_letter_that_the_file_does_not_tell_is_named_with_its_word(made) -> None:
    page = made.new_page()
    draw(page)
    page.insert_htmlbox(pymupdf.Rect(72, 300, 500, 400), "<p>الخبرة في البناء</p>")
    content = made.tobytes()
    drawn = [
        letter
        for span in pymupdf.open(stream=content)[0].get_texttrace()
        for letter in span["chars"]
    ]
    assert any(code == UNKNOWN for code, *_ in drawn)  # a ligature or form of the font
    found = extract("PDF", content, "cv.pdf", keep_hidden=False)
    assert re.search(r"\ufffd\w*: a letter is missing", " ".join(found.notices))
    assert LINES[0] in found.text


@each(
    ("line", "is_odd"),
    [("ניהלתי ב\u00dfתי", True), ("\u0627\u00e0\u0628", True), ("הAPI של Excel", False)],
)
def test_words_that_mix_scripts_are_named(line: str, is_odd: bool) -> None:
    assert bool(list(describe_odd_letters("cv.pdf", line))) == is_odd


def test_a_dark_page_is_no_hidden_text(made) -> None:
    page = made.new_page()
    page.draw_rect(page.rect, color=None, fill=(0.1, 0.1, 0.3))
    draw(page, color=(1, 1, 1))
    found = read(made)
    in_order(found.text, *LINES)
    assert found.hidden == ()


def test_a_file_that_ends_too_early_is_read_or_refused(made) -> None:
    draw(made.new_page())
    content = made.tobytes()
    try:
        text = read_content(content[: len(content) // 2], "PDF", "cv.pdf").text
    except UnreadableDocument:
        return
    assert "Edda" in text
