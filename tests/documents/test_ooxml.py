"""DOCX as programs write it: other names and forms of parts, and text outside of runs."""

import pytest

from interview_cli.documents.reader import read_file
from interview_cli.documents.sandbox import extract
from tests.cases import each
from tests.documents.test_formats import PAD, R, W, archive, docx, p, r, rels, text_of

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
PART = f'<w:document xmlns:w="{W}"><w:body>{p(r("Edda Novak"))}{p(r(PAD))}</w:body></w:document>'
WHITE = '<w:color w:val="FFFFFF"/>'


def package(name: str, part: str = PART) -> bytes:
    """Return a package whose main part has this name, in the archive and its relationship."""
    root = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{R}/officeDocument" Target="{name.replace(chr(92), "/")}"/>'
        "</Relationships>"
    )
    return archive(**{"_rels/.rels": root, name: part})


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word\\document.xml", "WORD/Document.XML", "main/cv.xml"]
)
def test_the_main_part_is_found_by_its_relationship(name: str) -> None:
    assert "Edda Novak" in text_of(package(name), "Word")


def test_the_strict_form_is_read() -> None:
    strict = PART.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert "Edda Novak" in text_of(package("word/document.xml", strict), "Word")


@pytest.mark.parametrize("suffix", [".docm", ".dotx", ".dotm"])
def test_templates_and_documents_with_macros_are_read(tmp_path, suffix: str) -> None:
    path = tmp_path / f"cv{suffix}"
    path.write_bytes(package("word/document.xml"))
    assert "Edda Novak" in read_file(path).text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<html><style>p{color:red}</style><p>Foreman at Lystra</p></html>"),
        ("a.rtf", "{\\rtf1 Foreman at Lystra}"),
        ("a.txt", "Foreman at Lystra"),
        (
            "a.mht",
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
            "quoted-printable\r\n\r\n<html><p>Foreman =\r\nat Lystra</p></html>\r\n--b--\r\n",
        ),
        ("a.docx", package("word/document.xml", PART.replace("Edda Novak", "Foreman at Lystra"))),
    ],
)
def test_a_chunk_of_another_format_is_read(name: str, content: str | bytes) -> None:
    parts = {
        f"word/{name}": content,
        "word___rels__document_xml_rels_end": rels(c1=("aFChunk", name)),
    }
    body = docx(p(r("Before")) + '<w:altChunk r:id="c1"/>' + p(r("After")), **parts)
    text = " ".join(text_of(body, "Word").split())
    assert text.index("Before") < text.index("Foreman at Lystra") < text.index("After")
    assert "color" not in text


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('<w:r><w:sym w:font="Symbol" w:char="F0B1"/></w:r>' + r("5"), "±5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" A"), "✓ A"),
        ('<w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>' + r("40"), "€40"),
        (
            f"<w:r><w:ruby><w:rt>{r('reading')}</w:rt><w:rubyBase>{r('山田')}</w:rubyBase></w:ruby>"
            "</w:r>",
            "山田",
        ),
        ("<m:oMath><m:r><m:t>p</m:t></m:r><m:r><m:t>&lt;0.05</m:t></m:r></m:oMath>", "p<0.05"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
            "</m:den></m:f></m:oMath>",
            "1/2",
        ),
        (f"<w:fldSimple>{r('7')}</w:fldSimple>", "7"),
        (
            '<w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="A"/>'
            '<w:listEntry w:val="Fluent"/></w:ddList></w:ffData></w:fldChar></w:r>',
            "Fluent",
        ),
        (
            '<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>'
            f"{r('typed')}</w:sdtContent></w:sdt>",
            "typed",
        ),
    ],
    ids=lambda value: value if len(value) < 12 else "",
)
def test_text_outside_of_plain_runs(inside: str, text: str) -> None:
    assert text_of(docx(p(inside)), "Word").splitlines()[0] == text


def test_diagrams_are_read_where_they_stand() -> None:
    diagram = (
        f'<d:dataModel xmlns:d="{DIAGRAM}" xmlns:a="{DRAWING}"><d:pt><a:p><a:r><a:t>SQL, ten years'
        "</a:t></a:r></a:p></d:pt></d:dataModel>"
    )
    shown = f'<w:r><w:drawing><d:relIds xmlns:d="{DIAGRAM}" r:dm="d1"/></w:drawing></w:r>'
    parts = {
        "word/diagrams/data1.xml": diagram,
        "word___rels__document_xml_rels_end": rels(d1=("diagramData", "diagrams/data1.xml")),
    }
    text = text_of(docx(p(r("Skills"), shown) + p(r("End")), **parts), "Word")
    assert text.index("Skills") < text.index("SQL, ten years") < text.index("End")


def test_deleted_rows_and_unused_headers_are_named_and_left_out() -> None:
    def row(words: str, how: str = "") -> str:
        return f"<w:tr><w:trPr>{how}</w:trPr><w:tc>{p(r(words))}</w:tc></w:tr>"

    header = f'<w:hdr xmlns:w="{W}">{p(r("YOUR NAME"))}</w:hdr>'
    body = f"<w:tbl>{row('kept')}{row('gone', '<w:del/>')}</w:tbl>"
    found = extract("Word", docx(body, word__header1_xml=header), "cv", keep_hidden=False)
    assert "kept" in found.text
    assert "gone" not in found.text
    assert "YOUR NAME" not in found.text
    assert "deleted text (1 word), headers that no page uses (2 words)" in found.notices[0]


@each(
    ("ground", "color", "is_seen"),
    [
        ("1F3864", "FFFFFF", True),
        ("FFFFFF", "FFFFFF", False),
        ("1F3864", "1F3864", False),
        ("000000", "111111", False),
        ("FFFF00", "000000", True),
        ("auto", "FFFFFF", False),
        ("auto", "777777", True),
    ],
)
@each("place", ["page", "table", "cell", "paragraph", "run"])
def test_letters_are_judged_by_their_contrast(place: str, ground, color: str, is_seen) -> None:
    shading = f'<w:shd w:val="clear" w:fill="{ground}"/>'
    look = f'<w:color w:val="{color}"/>{shading if place == "run" else ""}'
    words = p(r("Skills", look), properties=shading if place == "paragraph" else "")
    if place in ("table", "cell"):
        table, cell = (shading, "") if place == "table" else ("", shading)
        words = (
            f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{words}</w:tc>"
            "</w:tr></w:tbl>"
        )
    content = docx(words)
    if place == "page":
        page = f'<w:background w:color="{ground}"/>'
        root = PART.replace("<w:body>", f"{page}<w:body>{words}")
        content = package("word/document.xml", root)
    found = extract("Word", content, "cv", keep_hidden=False)
    assert ("Skills" in found.text, "Skills" in found.hidden) == (is_seen, not is_seen)
