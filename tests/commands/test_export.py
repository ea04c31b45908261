"""`interview export`."""

import json
import os
import re
import resource
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pymupdf
import pytest

from tests.conftest import STAGES, Line

FORMATS = ("pdf", "md", "html", "json")


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        with pymupdf.open(path) as pdf:
            return letters("".join(page.get_text() for page in pdf))
    return letters(path.read_text("utf-8"))


def letters(text: str) -> str:
    """Return the text without white space and ligatures, which a PDF changes."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\u200b", "").split())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("stage", STAGES)
def test_every_format_at_every_stage(line: Line, stage: str, form: str) -> None:
    session = line.at_stage(stage)
    result = line("export", session, "--format", form)
    path = Path(f"acme-electrician.{form}")
    assert result.stdout == f"{path}\n"
    assert "Electrician" in text_of(path)
    assert ("of100" in text_of(path)) == (stage == "feedback_generated" and form != "json")


def test_the_default_is_a_pdf_beside(line: Line, tmp_path: Path) -> None:
    session = line.finished()
    document = line("export", session, "--json").json
    path = tmp_path / "acme-electrician.pdf"
    assert document == {
        "status": "ok",
        "session_id": session,
        "path": str(path),
        "format": "pdf",
        "bytes": path.stat().st_size,
    }
    assert path.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_pdf_holds_questions_answers_and_feedback(line: Line) -> None:
    session = line.finished()
    line("export", session, "-o", "report.pdf")
    text = text_of(Path("report.pdf"))
    stored = line.stored(session)
    for message in stored["messages"]:
        assert letters(message["content"]) in text
    assert letters(f"Score {stored['feedback']['interview_score']} of 100") in text


@pytest.mark.parametrize("form", FORMATS)
def test_the_format_follows_the_ending(line: Line, form: str) -> None:
    session = line.finished()
    assert line("export", session, "-o", f"r.{form}", "--json").json["format"] == form


def test_a_named_format_beats_the_ending(line: Line) -> None:
    line("export", line.finished(), "--format", "json", "-o", "report.txt")
    assert json.loads(Path("report.txt").read_text())["kind"] == "interview"


def test_an_ending_that_is_no_format(line: Line) -> None:
    line("export", line.finished(), "-o", "report.docx", exit_code=2)
    assert not Path("report.docx").exists()


def test_an_existing_file_is_overwritten_by_force_only(line: Line) -> None:
    session = line.finished()
    Path("report.md").write_text("precious")
    refused = line("export", session, "-o", "report.md", exit_code=2)
    assert "already exists" in refused.stderr
    assert Path("report.md").read_text() == "precious"
    line("export", session, "-o", "report.md", "--force")
    assert Path("report.md").read_text("utf-8").startswith("# Electrician, Acme")


@pytest.mark.parametrize("path", [".", "no/such/folder/report.md"])
def test_a_place_that_cannot_be_written(line: Line, path: str) -> None:
    line("export", line.finished(), "--format", "md", "-o", path, exit_code=2)


def test_to_stdout(line: Line) -> None:
    session = line.finished()
    markdown = line("export", session, "--format", "md", "-o", "-").stdout
    assert markdown.startswith("# Electrician, Acme")
    document = json.loads(line("export", session, "--format", "json", "-o", "-").stdout)
    assert document == line.stored(session)
    line("export", session, "-o", "-", "--json", exit_code=2)


def test_leaves_no_half_file(line: Line) -> None:
    session = line.finished()
    line("export", session, "-o", "report.md")
    assert sorted(path.name for path in Path().iterdir() if path.is_file()) == ["report.md"]


def test_hostile_text_stays_text(line: Line, tmp_path: Path) -> None:
    pixel = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 40), False)
    pixel.save(tmp_path / "inside.png")
    session = line.started(questions=1)
    answer = "![x](inside.png) <img src=inside.png> [y](#nowhere) #### head | a | b | " + "w" * 300
    line("answer", session, "--text", answer)
    line("export", session, "-o", "r.pdf")
    with pymupdf.open("r.pdf") as pdf:
        assert not any(page.get_images() for page in pdf)
        assert not any(page.get_links() for page in pdf)
    assert letters(answer) in text_of(Path("r.pdf"))


def test_force_follows_a_link(line: Line, tmp_path: Path) -> None:
    (tmp_path / "target.md").write_text("old")
    (tmp_path / "link.md").symlink_to("target.md")
    line("export", line.finished(), "-o", "link.md", "--force")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "target.md").read_text("utf-8").startswith("# Electrician")


@pytest.mark.parametrize("name", ["pipe", "x" * 300, "a/b/c.md"])
def test_what_is_no_place_for_a_report(line: Line, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    line("export", line.finished(), "--format", "md", "-o", name, "--force", exit_code=2)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize("name", ["/tmp/elsewhere", "../above", "n" * 400])
def test_a_name_written_by_hand_is_no_path(line: Line, tmp_path: Path, name: str) -> None:
    session = line.new()
    line.edit(session, name=name)
    path = Path(line("export", session, "--format", "md").stdout.strip())
    assert path.parent == Path()
    assert (tmp_path / path).exists()


def test_json_holds_nothing_a_terminal_obeys(line: Line) -> None:
    session = line.new()
    line.edit(session, extra="\x9b31m")
    printed = line("export", session, "--format", "json", "-o", "-").stdout
    assert "\x9b" not in printed
    assert json.loads(printed)["extra"] == "\x9b31m"


@pytest.mark.parametrize(
    ("company", "title", "name"),
    [
        ("../../etc", "passwd", "etc-passwd"),
        ("A/B Ltd.", "C++ / .NET", "a-b-ltd-c-net"),
        ("...", "-rf", "rf"),
        ("株式会社", "技術者", "株式会社-技術者"),
        ("Größe & Söhne", "Fahrer\u00b7in", "grösse-söhne-fahrer-in"),
        ("Ｆｕｌｌ", "ﬁtter", "full-fitter"),
        ("💼", "🔧", "session"),
    ],
)
def test_the_name_of_the_file(line: Line, company: str, title: str, name: str) -> None:
    session = line("new", "--title", title, "--company", company).stdout.strip()
    assert line("export", session, "--format", "html").stdout == f"{name}.html\n"
    assert Path(f"{name}.html").is_file()


@pytest.mark.parametrize("letter", ["x", "技", "é"])
def test_the_name_of_the_file_of_the_longest_company_and_title(line: Line, letter: str) -> None:
    words = letter * 200
    session = line("new", "--title", words, "--company", words).stdout.strip()
    path = Path(line("export", session, "--format", "md").stdout.strip())
    assert path.is_file()
    assert len(path.name.encode()) <= 255


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_a_disk_that_is_full_leaves_no_half_file(line: Line, form: str) -> None:
    session = line.finished()
    Path(f"old.{form}").write_text("precious")
    # -B: the limit on file sizes would also cut off bytecode that Python caches.
    program = [sys.executable, "-B", "-m", "interview_cli"]
    command = [*program, "--home", str(line.home), "export", session]
    for name, options in ((f"new.{form}", []), (f"old.{form}", ["--force"])):
        done = subprocess.run(
            [*command, "-o", name, *options], capture_output=True, text=True, preexec_fn=no_room
        )
        assert done.returncode == 6, done.stderr
        assert re.fullmatch(rf"error: \S*{name}: [^\n]*\nhint: [^\n]*\n", done.stderr)
    assert sorted(path.name for path in Path().iterdir() if path.is_file()) == [f"old.{form}"]
    assert Path(f"old.{form}").read_text() == "precious"


def no_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def test_its_paper(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    session = line.started()

    def width(name: str) -> int:
        with pymupdf.open(name) as pdf:
            return round(pdf[0].rect.width)

    line("export", session, "-o", "a4.pdf")
    line("export", session, "-o", "option.pdf", "--paper", "letter")
    monkeypatch.setenv("INTERVIEW_PAPER", "Letter")
    line("export", session, "-o", "set.pdf")
    line("export", session, "-o", "beats.pdf", "--paper", "a4")
    names = ("a4.pdf", "option.pdf", "set.pdf", "beats.pdf")
    assert [width(name) for name in names] == [595, 612, 612, 595]
    monkeypatch.setenv("INTERVIEW_PAPER", "a5")
    assert "INTERVIEW_PAPER" in line("export", session, "-o", "x.pdf", exit_code=2).stderr


@pytest.mark.parametrize("form", FORMATS)
def test_private_whatever_the_umask(line: Line, form: str) -> None:
    before = os.umask(0)
    try:
        line("export", line.started(), "-o", f"r.{form}")
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path(f"r.{form}").stat().st_mode) == 0o600
