"""Hostile files: each is read or refused within the limits, and nothing outside is reached.

Every case prints the CPU time and the memory of its reader.
"""

import io
import json
import os
import random
import resource
import socket
import threading
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.documents.formats import SANDBOXED
from interview_cli.documents.reader import read_content, read_file
from interview_cli.documents.sandbox import extract
from interview_cli.errors import UnreadableDocument
from tests.conftest import EXAMPLES, Line, mark_slow
from tests.documents.test_formats import PAD, W, archive, docx, odt, p, r

MAX_CPU_S = 21
MAX_MEMORY_KB = 400_000


def compress_copies(part: bytes, times: int) -> bytes:
    """Return many copies of a part, compressed. They are never in memory all at once."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(part) for _ in range(times)) + packer.flush()


def build_pdf(packed: bytes) -> bytes:
    """Return a PDF of one page with this compressed content stream."""
    head = b"<</Length %d/Filter/FlateDecode>>" % len(packed)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        head + b"stream\n" + packed + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return made + b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % start


def many_letters() -> bytes:
    line = b"BT /F1 9 Tf 50 700 Td (" + b"word " * 1_000 + b") Tj ET\n"
    return build_pdf(compress_copies(line, 4_000))


def many_operators() -> bytes:
    return build_pdf(compress_copies(b"q 1 0 0 1 0 0 cm 0 0 1 1 re f Q\n" * 1_000, 1_000))


def much_space() -> bytes:
    return build_pdf(compress_copies(b" " * 1_000_000, 300))


def deep_pdf() -> bytes:
    return build_pdf(compress_copies(b"[", 1_000_000))


def twice_packed() -> bytes:
    twice = zlib.compress(compress_copies(b" " * 1_000_000, 200), 9)
    return build_pdf(twice).replace(b"/Filter/FlateDecode", b"/Filter[/FlateDecode/FlateDecode]")


def with_member(megabytes: int) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written,
        written.open("word/document.xml", "w") as part,
    ):
        for _ in range(megabytes):
            part.write(b" " * 1_000_000)
    return made.getvalue()


def large_member() -> bytes:
    return with_member(200)


def member_that_lies() -> bytes:
    """Return an archive with a member of 100 MB whose headers say ten bytes."""
    honest = with_member(100)
    size = (100_000_000).to_bytes(4, "little")
    return honest.replace(size, (10).to_bytes(4, "little"))


def many_members() -> bytes:
    return archive(**{f"part{number}_xml": "<a/>" for number in range(20_000)})


def billion_laughs() -> bytes:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)
    )
    return archive(
        word__document_xml=f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>'
        f'<w:document xmlns:w="{W}"><w:body>{p(r("&m;"))}</w:body></w:document>'
    )


def external_entity() -> bytes:
    return archive(
        word__document_xml='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        f'<w:document xmlns:w="{W}"><w:body>{p(r("&e;"))}{p(r(PAD))}</w:body></w:document>'
    )


def deep_xml() -> bytes:
    return docx("<w:sdt>" * 200_000 + "</w:sdt>" * 200_000)


def deep_odt() -> bytes:
    return odt("<text:section>" * 100_000 + "</text:section>" * 100_000)


def long_paragraph() -> bytes:
    return docx(p(*[r("word ")] * 200_000))


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "letters without end": ("PDF", many_letters),
    "operators without end": ("PDF", many_operators),
    "300 MB of space": ("PDF", much_space),
    "a PDF a million deep": ("PDF", deep_pdf),
    "packed twice": ("PDF", twice_packed),
    "a member of 200 MB": ("Word", large_member),
    "a member that lies": ("Word", member_that_lies),
    "20,000 members": ("Word", many_members),
    "a billion laughs": ("Word", billion_laughs),
    "an entity from the disk": ("Word", external_entity),
    "XML 200,000 deep": ("Word", deep_xml),
    "ODT 100,000 deep": ("OpenDocument", deep_odt),
    "a paragraph of 200,000 runs": ("Word", long_paragraph),
    "braces": ("RTF", lambda: b"{\\rtf1 " + b"{" * 3_000_000),
    "controls": ("RTF", lambda: b"{\\rtf1 " + b"\\v" * 3_000_000),
    "HTML 300,000 deep": ("HTML", lambda: b"<html>" + b"<div>" * 300_000 + PAD.encode()),
    "a million tags": ("HTML", lambda: b"<html>" + b"<p>x</p>" * 1_000_000),
    "attributes": ("HTML", lambda: b"<html><p " + b"a=b " * 1_000_000 + b">x"),
    "JSON 500,000 deep": ("JSON Resume", lambda: b'{"work":' * 500_000),
    "a word of 16 MB": ("text", lambda: b"x" * 15_999_999),
}


SLOW = (
    "letters without end",
    "operators without end",
    "300 MB of space",
    "a PDF a million deep",
    "packed twice",
    "a paragraph of 200,000 runs",
    "controls",
    "braces",
    "a million tags",
)
"""Cases that take more than a second of CPU time."""


@pytest.mark.slow
@pytest.mark.parametrize("case", mark_slow(HOSTILE, but=HOSTILE.keys() - set(SLOW)))
def test_a_hostile_file_takes_little(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    kind, make = HOSTILE[case]
    content = make()
    assert len(content) <= 16_000_000
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    outcome = "read"
    try:
        read_content(content, kind, "cv")
    except UnreadableDocument as refusal:
        outcome = refusal.message
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with capsys.disabled():
        print(f"\n{case}: {cpu_s:.1f} s, at most {after.ru_maxrss // 1000} MB; {outcome}")
    assert cpu_s < MAX_CPU_S
    # A child process starts with the memory of this one, which may be more.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert after.ru_maxrss < max(MAX_MEMORY_KB, own + 1)
    assert "root:" not in outcome


@pytest.mark.parametrize(
    ("kind", "template"),
    [
        ("HTML", "<img src='{0}'><link rel=stylesheet href='{0}'><iframe src='{0}'></iframe>"
         "<object data='{0}'></object><base href='{0}'><p>{1}</p>"),
        ("HTML", "<!DOCTYPE html SYSTEM '{0}'><html><p>{1}</p></html>"),
        ("HTML", "<script type='application/ld+json'>{{\"@type\": \"JobPosting\", \"title\": \"T\","
         " \"description\": \"<img src='{0}'>{1}\"}}</script>"),
        ("RTF", "{{\\rtf1 {{\\field{{\\*\\fldinst INCLUDEPICTURE \"{0}\"}}}} {1}}}"),
    ],
)  # fmt: skip
def test_nothing_is_fetched(kind: str, template: str) -> None:
    with Listener() as (address, visitors):
        content = template.format(f"http://{address}/x", PAD).encode()
        with suppress(UnreadableDocument):
            read_content(content, kind, "cv")
    assert visitors == []


def test_no_relationship_of_a_docx_is_followed() -> None:
    with Listener() as (address, visitors):
        relationships = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="attachedTemplate" Target="http://{address}/x" '
            'TargetMode="External"/></Relationships>'
        )
        read_content(docx("", word___rels__settings_xml=relationships), "Word", "cv")
    assert visitors == []


class Listener:
    """A port on loopback that records connections."""

    def __enter__(self) -> tuple[str, list[object]]:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._visitors: list[object] = []
        threading.Thread(target=self._record, daemon=True).start()
        return f"127.0.0.1:{self._socket.getsockname()[1]}", self._visitors

    def _record(self) -> None:
        with suppress(OSError):
            self._visitors.append(self._socket.accept())

    def __exit__(self, *_: object) -> None:
        self._socket.close()


def test_a_reader_that_reaches_out_is_stopped() -> None:
    """The audit hook, in a separate process."""
    import subprocess
    import sys

    program = (
        "import sys, socket\n"
        "from interview_cli.documents.sandbox import _refuse_to_reach_out\n"
        "sys.addaudithook(_refuse_to_reach_out)\n"
        "for reach in (lambda: socket.create_connection(('127.0.0.1', 9)),\n"
        "              lambda: open('/tmp/x', 'w'), lambda: __import__('os').system('true')):\n"
        "    try: reach()\n"
        "    except PermissionError: continue\n"
        "    sys.exit(1)\n"
        "open(sys.executable, 'rb').close()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, cwd=EXAMPLES.parent)
    assert done.returncode == 0


def test_a_file_that_grows_is_read_no_further(tmp_path: Path) -> None:
    path = tmp_path / "cv.md"
    path.write_text("x" * 100)
    over = threading.Event()

    def grow() -> None:
        with path.open("ab") as file:
            while not over.is_set():
                file.write(b"x" * 1_000_000)
                if file.tell() > 100_000_000:
                    return

    thread = threading.Thread(target=grow)
    thread.start()
    with suppress(UnreadableDocument):
        read_file(path)
    over.set()
    thread.join()


def test_a_module_in_the_working_folder_is_not_run(line: Line, tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "pdfminer.py").write_text("raise SystemExit('taken over')")
    line("upload", line.new(), "--cv", EXAMPLES / "cv.pdf")


@pytest.mark.parametrize("kind", SANDBOXED)
@settings(max_examples=40)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(kind: str, data: bytes) -> None:
    starts = {"PDF": b"%PDF-1.4\n", "RTF": b"{\\rtf1 ", "HTML": b"<html>", "JSON Resume": b"{"}
    for content in (data, starts.get(kind, b"PK\x03\x04") + data):
        with suppress(UnreadableDocument):
            assert isinstance(extract(kind, content, "cv", keep_hidden=False).text, str)


GOOD = {
    "PDF": (EXAMPLES / "cv-two-columns.pdf").read_bytes(),
    "Word": (EXAMPLES / "cv.docx").read_bytes(),
    "OpenDocument": odt("<text:h>Experience</text:h>"),
    "RTF": rb"{\rtf1\ansi{\fonttbl{\f0 A;}}\f0 Caf\'e9 {\v hidden} " + PAD.encode() + b"}",
    "HTML": (EXAMPLES / "job.html").read_bytes(),
    "JSON Resume": (EXAMPLES / "cv.json").read_bytes(),
}


@pytest.mark.parametrize("kind", SANDBOXED)
def test_good_files_with_bytes_changed_are_text_or_refused(kind: str) -> None:
    chance = random.Random(f"mutations of {kind}")
    for _ in range(40):
        content = bytearray(GOOD[kind])
        for _ in range(chance.randint(1, 20)):
            place = chance.randrange(len(content) or 1)
            change = chance.choice(("flip", "cut", "double"))
            if change == "flip":
                content[place : place + 1] = bytes([chance.randrange(256)])
            elif change == "cut":
                del content[place : place + chance.randint(1, 50)]
            else:
                content[place:place] = content[place : place + 50]
        with suppress(UnreadableDocument):
            assert isinstance(extract(kind, bytes(content), "cv", keep_hidden=False).text, str)


def test_members_of_a_good_docx_with_bytes_changed() -> None:
    """The members change before they are packed, so that the check sums are right."""
    chance = random.Random("mutations inside")
    for _ in range(40):
        made = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(GOOD["Word"])) as source,
            zipfile.ZipFile(made, "w") as changed,
        ):
            for name in source.namelist():
                content = bytearray(source.read(name))
                for _ in range(chance.randint(0, 3)):
                    content[chance.randrange(len(content))] = chance.randrange(256)
                changed.writestr(name, bytes(content))
        with suppress(UnreadableDocument):
            extract("Word", made.getvalue(), "cv", keep_hidden=False)


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from(["basics", "work", "skills", "education", "other"]),
        st.recursive(
            st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["name", "highlights", "url", "x"]), inner)
            ),
            max_leaves=8,
        ),
    )
)
def test_any_json_resume_is_text_or_refused(resume: dict[str, object]) -> None:
    with suppress(UnreadableDocument):
        extract("JSON Resume", json.dumps(resume).encode(), "cv", keep_hidden=False)


def test_a_refused_upload_changes_nothing(line: Line, tmp_path: Path) -> None:
    session = line.started()
    before = line.path(session).read_bytes()
    (tmp_path / "bomb.docx").write_bytes(billion_laughs())
    os.mkfifo(tmp_path / "fifo.pdf")
    for name in ("bomb.docx", "fifo.pdf", "missing.pdf"):
        failed = line("upload", session, "--cv", tmp_path / name, exit_code=2)
        assert failed.stderr.count("\n") == 2
    assert line.path(session).read_bytes() == before
