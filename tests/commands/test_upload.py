"""`interview upload`."""

from pathlib import Path

import pytest

from tests.conftest import CV, EXAMPLES, JOB, STAGES, Line


def test_stores_both_documents_and_says_what_it_read(line: Line, tmp_path: Path) -> None:
    (tmp_path / "cv.md").write_text(CV)
    session = line.new()
    result = line("upload", session, "--cv", tmp_path / "cv.md", "--job-text", JOB)
    stored = line.stored(session)
    assert stored["cv_text"] == CV.strip()
    assert stored["cv_source"] == "cv.md"
    assert stored["job_description_text"] == JOB.strip()
    cv_words, job_words = len(CV.split()), len(JOB.split())
    assert result.stdout == (
        f"CV: Markdown, {len(CV.strip()):,} characters, {cv_words} words; sections: Experience\n"
        f"job description: text, {len(JOB.strip()):,} characters, {job_words} words; "
        "sections: What you need, Nice to have\n"
    )


def test_reads_a_pdf(line: Line) -> None:
    session = line.new()
    result = line("upload", session, "--cv", EXAMPLES / "cv.pdf")
    assert result.stdout.startswith("CV: PDF, ")
    text = line("show", session, "--cv").stdout
    assert "Maya Lindqvist" in text
    assert text.index("Nordfrakt AB") < text.index("Vagnsystem AB") < text.index("References")


def test_one_document_at_a_time(line: Line) -> None:
    session = line.new()
    first = line("upload", session, "--job-text", JOB, "--json").json
    assert (first["stage"], first["flags"]["is_ready_for_interview"]) == ("created", False)
    second = line("upload", session, "--cv", "-", "--json", stdin=CV).json
    assert (second["stage"], second["flags"]["is_ready_for_interview"]) == (
        "documents_uploaded",
        True,
    )


@pytest.mark.parametrize(("size", "exit_code"), [(49, 2), (50, 0)])
def test_fifty_characters_are_the_least(line: Line, size: int, exit_code: int) -> None:
    session = line.new()
    text = f"  \n{'word ' * 20}"[: size + 3].rstrip().ljust(size + 3, "x") + "\n \n"
    result = line("upload", session, "--job-text", text, exit_code=exit_code)
    assert (f"has {size} characters" in result.stderr) == bool(exit_code)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--job-text", "too short"],
        ["--cv", "missing.pdf"],
        ["--cv", "."],
        ["--cv", "letter.pages"],
        ["--job", "-", "--job-text", JOB],
        ["--cv", "-", "--job", "-"],
    ],
)
def test_a_refused_upload_changes_nothing(line: Line, words: list[str]) -> None:
    session = line.at_stage("documents_uploaded")
    before = line.path(session).read_bytes()
    result = line("upload", session, *words, stdin=CV, exit_code=2)
    assert line.path(session).read_bytes() == before
    assert result.stderr.startswith("error: ")
    assert result.stdout == ""


@pytest.mark.parametrize("stage", STAGES)
def test_documents_are_replaceable_until_feedback(line: Line, stage: str) -> None:
    session = line.at_stage(stage)
    before = line.stored(session)
    text = f"{JOB}\nA new line in the advertisement."
    is_replaceable = stage != "feedback_generated"
    result = line("upload", session, "--job-text", text, exit_code=0 if is_replaceable else 4)
    after = line.stored(session)
    assert (after["job_description_text"] == text.strip()) == is_replaceable
    assert (after["messages"], after["plan"]) == (before["messages"], before["plan"])
    if not is_replaceable:
        assert "interview new --from" in result.stderr


def test_what_follows_uses_the_new_text(line: Line) -> None:
    session = line.new("--questions", "20")
    line("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
    line("ask", session)
    new_cv = CV.replace("fire alarms in 14 schools for Brook & Sons, Leeds", "theatre fire alarms")
    line("upload", session, "--cv", "-", stdin=new_cv)
    for number in range(1, 20):
        line("answer", session, "--text", f"I fitted panel {number} in a day.")
    asked = [message["content"] for message in line.stored(session)["messages"][2::2]]
    assert any("theatre fire alarms" in question for question in asked)
    assert not any("14 schools" in question for question in asked)
