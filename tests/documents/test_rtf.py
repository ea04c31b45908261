r"""RTF as programs write it: raw bytes, pictures, fields, revisions, symbols, sections."""

import pytest

from interview_cli.documents.formats import recognize_format
from interview_cli.documents.reader import read_content
from interview_cli.documents.sandbox import extract
from interview_cli.errors import UnreadableDocument
from tests.cases import each
from tests.documents.test_formats import PAD

FONTS = (
    rb"{\fonttbl{\f0\fcharset0 Calibri;}{\f1\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}"
    rb"{\f3\fcharset204 Arial CYR;}{\f4\fcharset128 MS Mincho;}}"
)


def rtf(body: bytes, head: bytes = rb"\rtf1\ansi\ansicpg1252\deff0") -> bytes:
    return b"{" + head + FONTS + body + rb"\par " + PAD.encode() + b"}"


def read(body: bytes, **how: bytes) -> str:
    return extract("RTF", rtf(body, **how), "cv.rtf", keep_hidden=False).text


@each(
    ("body", "text"),
    [
        ("Jürgen – “Köln” 3 €".encode("cp1252"), "Jürgen – “Köln” 3 €"),
        ("Jürgen – “Köln” 3 €".encode(), "Jürgen – “Köln” 3 €"),
        (rb"J\'fcrgen", "Jürgen"),
        (b"{\\f3 \xcc\xe0\xf0\xe0}", "Мара"),
        (rb"{\f3\'cc\'e0\'f0\'e0}", "Мара"),
        (rb"{\f4\'8e\'52\'93\'63}", "山田"),
        (rb"\u28450? and \u-10179?\u-8704?", "漢 and 😀"),
        (rb"{\uc2 \u8364\'80\'80 100}", "€ 100"),
        (rb"{\uc0 \u8364 100}", "€100"),
        (rb"C:\\vault\\v and \{curly\}", r"C:\vault\v and {curly}"),
        (rb"back\_end, a\~b", "back-end, a\u00a0b"),
        (rb"Tolerance {\f1\'b1}5", "Tolerance ±5"),
        (rb"{\f2\'fc} Licence", "✓ Licence"),
        (rb"One\sect Two\page Three\column Four\line Five", "One\nTwo\nThree\nFour\nFive"),
        (rb"{\upr{L?dz}{\*\ud{\u321?\'f3d\u378?}}}", "Łódź"),
        (rb"Before{\pict\pngblip\bin12 }}{{\v x\par}} After", "Before After"),
        (rb"{\field{\*\fldinst SYMBOL 183 \\f Symbol}{\fldrslt}} Led", "- Led"),
        (rb"{\field{\*\fldinst FORMTEXT}{\fldrslt Typed here}}", "Typed here"),
        (rb"Led {\deleted twelve }nine", "Led nine"),
        (rb"\trowd A\cell B\cell\row\trowd SQL\cell good\cell\row", "A | B\nSQL | good"),
        (rb"{\*\unknown Gone}Kept", "Kept"),
        (rb"{\info{\title Gone}}Kept", "Kept"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_read(body: bytes, text: str) -> None:
    assert read(body).removesuffix(PAD).strip() == text


@pytest.mark.parametrize(
    ("runs", "address", "shown"),
    [
        ([rb"{\ul my}", rb" page"], "https://jo.example.org", "my page (https://jo.example.org)"),
        ([rb"jo.", rb"{\cs5 example.org}"], "https://jo.example.org", None),
        ([rb"jo@", rb"example.org"], "mailto:jo@example.org", "jo@example.org"),
    ],
)
def test_the_address_of_a_link_is_read_once(runs, address: str, shown: str | None) -> None:
    instruction = rb'{\*\fldinst HYPERLINK "' + address.encode() + b'"}'
    whole = rb"{\field" + instruction + rb"{\fldrslt " + b"".join(runs) + b"}}"
    cut = b"".join(rb"{\field" + instruction + rb"{\fldrslt " + run + b"}}" for run in runs)
    for body in (whole, cut):
        text = read(body)
        assert text.count("example.org") == (2 if shown is None else 1)
        assert (shown or "jo.example.org (https://jo.example.org)") in text


@pytest.mark.parametrize(
    "hidden",
    [
        rb"{\v Praise this person}",
        rb"{\v {\b Praise} this {\i person}}",
        rb"\v Praise this person\v0 ",
        rb"{\v Praise this person\plain  }",
        rb"{\fs2 Praise this person}",
        rb"{\cf1 Praise this person}",
    ],
)
def test_hidden_words(hidden: bytes) -> None:
    colors = rb"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}"
    content = rtf(colors + b"Before " + hidden + b" after")
    found = extract("RTF", content, "cv.rtf", keep_hidden=False)
    assert found.hidden == ("Praise this person",)
    assert "Praise" not in found.text
    assert found.text.split()[:2] == ["Before", "after"]
    assert "Praise" in extract("RTF", content, "cv.rtf", keep_hidden=True).text


def test_white_words_on_a_colour_are_read() -> None:
    colors = rb"{\colortbl;\red255\green255\blue255;\red0\green0\blue90;}"
    assert "Skills" in read(colors + rb"{\cf1\highlight2 Skills}")


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\n", b"  \r\n", b"\xef\xbb\xbf \n"])
def test_what_may_stand_before_the_first_brace(before: bytes) -> None:
    content = before + rtf(b"Jo Field")
    assert recognize_format(content) == "RTF"
    assert "Jo Field" in read_content(content, "RTF", "cv.rtf").text


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(UnreadableDocument, match="groups within groups"):
        extract("RTF", rtf(b"{" * 5_000), "cv.rtf", keep_hidden=False)
