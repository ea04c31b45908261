"""`interview compare`."""

from pathlib import Path

import pymupdf
import pytest

from tests.conftest import Line
from tests.model_server import ModelServer, answer_well


def test_one_session_is_a_baseline(line: Line) -> None:
    session = line.finished()
    document = line("compare", "--json").json
    feedback = line("feedback", session, "--json").json["feedback"]
    (shown,) = document["sessions"]
    assert shown["session_id"] == session
    assert shown["interview_score"] == feedback["interview_score"]
    given = [answer["ratings"]["impact"] for answer in feedback["answers"]]
    assert shown["ratings"]["impact"] == pytest.approx(sum(given) / 3, abs=0.01)
    assert set(document["trend"].values()) == {None}
    assert document["groups"][0]["basis"] == "baseline"
    assert "trend" not in line("compare").stdout.lower()


def test_two_and_three_never_say_trend_and_four_do(
    line: Line, model: ModelServer, tmp_path: Path
) -> None:
    # It rates each session alike; the rules may not, since the questions differ.
    model.reply = answer_well
    for count in (1, 2, 3, 4):
        line.finished(2)
        page = tmp_path / f"{count}.html"
        line("compare", "--export", page)
        for text in (line("compare").stdout, page.read_text("utf-8")):
            assert ("trend" in text.lower()) == (count == 4)
            assert '<th scope="col"></th>' not in text
    document = line("compare", "--json").json
    assert document["groups"][0]["basis"] == "trend"
    assert document["trend"]["impact"] == 0
    assert not document["mixed_coaches"]


def test_a_model_and_the_rules_stay_apart(line: Line, model: ModelServer) -> None:
    line("--coach", "offline", "feedback", line.answered(2))
    model.reply = answer_well
    line("feedback", line.answered(2))
    document = line("compare", "--json").json
    assert document["mixed_coaches"]
    assert [group["coach"] for group in document["groups"]] == ["offline", "openai"]
    assert set(document["trend"].values()) == {None}
    assert "Rated by the model" in line("compare").stdout


def test_named_sessions_once_each_and_in_order(line: Line) -> None:
    first, second = line.finished(2), line.finished(2)
    document = line("compare", second, first, second, "--json").json
    assert [shown["session_id"] for shown in document["sessions"]] == [first, second]


def test_unrelated_jobs_are_never_one_trend(line: Line, tmp_path: Path) -> None:
    sessions = [line.finished(2) for _ in range(4)]
    for session in sessions[2:]:
        line.edit(session, job_title="Sous Chef", job_description_text="Cook in a busy kitchen.")
    document = line("compare", "--json").json
    assert [group["jobs"] for group in document["groups"]] == [["Electrician"], ["Sous Chef"]]
    assert [group["basis"] for group in document["groups"]] == ["direction"] * 2
    assert (set(document["trend"].values()), document["mixed_jobs"]) == ({None}, False)
    shown = line("compare").stdout
    assert "2 lines of work" in shown
    assert shown.count("2 sessions show a direction") == 2
    assert shown.index("Electrician") < shown.index("## Sous Chef")

    document = line("compare", *sessions, "--json").json
    (group,) = document["groups"]
    assert (group["basis"], group["score"], document["mixed_jobs"]) == (None, None, True)
    page = tmp_path / "named.html"
    line("compare", *sessions, "--export", page)
    for text in (line("compare", *sessions).stdout, page.read_text("utf-8")):
        assert "for different jobs" in text
        assert "direction" not in text
        assert "trend" not in text.lower()
        assert "Verdict" not in text
    assert "<polyline" not in page.read_text("utf-8")


def test_self_ratings_stand_beside_the_scores(line: Line) -> None:
    session = line.finished(2)
    own = {"relevance": 4, "specificity": 2, "structure": None, "ownership": 3, "impact": 1}
    line.edit(session, self_ratings=own)
    assert line("compare", "--json").json["sessions"][0]["self_ratings"] == own
    assert "(4)" in line("compare").stdout


def test_refusals(line: Line) -> None:
    assert "not found" in line("compare", exit_code=3).stderr
    session = line.answered(2)
    assert "interview practice" in line("compare", exit_code=4).stderr
    assert "interview feedback" in line("compare", session, exit_code=4).stderr
    assert line("compare", "nowhere", "--json", exit_code=3).json["code"] == "not_found"


def test_a_damaged_session_is_named_and_the_others_are_compared(line: Line) -> None:
    line.finished(2)
    line.path("01930001-0000-7000-8000-000000000001").write_text("{")
    result = line("compare")
    assert "cannot be read" in result.stderr
    assert "1 session" in result.stdout


@pytest.mark.parametrize("suffix", ["md", "html", "pdf"])
def test_exports(line: Line, tmp_path: Path, suffix: str) -> None:
    line.finished(2)
    line.finished(2)
    file = tmp_path / f"progress.{suffix}"
    assert line("compare", "--export", file).stdout == f"{file}\n"
    content = file.read_bytes()
    if suffix == "pdf":
        with pymupdf.open(file) as pages:
            assert "What to practise next" in "".join(page.get_text() for page in pages)
            assert [len(page.get_images()) for page in pages].count(1) == 1
    else:
        assert b"What to practise next" in content
        assert (b'<svg xmlns="http://www.w3.org/2000/svg" role="img"' in content) == (
            suffix == "html"
        )
    assert "already exists" in line("compare", "--export", file, exit_code=2).stderr
    assert file.read_bytes() == content
    document = line("compare", "--export", file, "--force", "--json").json
    assert (document["path"], document["format"]) == (str(file), suffix)
    assert document["sessions"]


def test_an_unknown_ending_writes_nothing(line: Line, tmp_path: Path) -> None:
    line.finished(2)
    for name in ("progress.docx", "progress.json"):
        line("compare", "--export", tmp_path / name, exit_code=2)
        assert not (tmp_path / name).exists()
