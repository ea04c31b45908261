"""`interview stories`."""

from pathlib import Path

import pymupdf
import pytest

from tests.conftest import STORY, Line


def test_a_story_with_where_it_was_told(line: Line) -> None:
    session = line.started(questions=2)
    line("answer", session, "--text", STORY)
    line("answer", session, "--text", f"{STORY} It was in Leeds.")
    line("feedback", session)
    document = line("stories", "--json").json
    (story,) = document["stories"]
    assert story["answer"].startswith(STORY)
    assert story["situation"] in STORY
    assert "40 detectors" in story["figures"]
    assert [one["number"] for one in story["told"]] == [1, 2]
    assert document["used_twice"] == [
        {"session_id": session, "numbers": [1, 2], "title": story["title"]}
    ]
    shown = line("stories").stdout
    assert "Used twice in one interview" in shown
    assert "No story yet for Electrician, Acme" in shown


def test_without_a_story_it_says_what_one_is(line: Line) -> None:
    session = line.started(questions=1)
    line("answer", session, "--text", "I am a team player and I always give my best at work.")
    assert "No answer tells a case yet" in line("stories").stdout


def test_refusals(line: Line) -> None:
    line("stories", exit_code=3)
    session = line.started()
    assert "interview practice" in line("stories", exit_code=4).stderr
    assert line("stories", session, "--json").json["stories"] == []


@pytest.mark.parametrize("suffix", ["md", "html", "pdf"])
def test_a_page_to_take_along(line: Line, tmp_path: Path, suffix: str) -> None:
    line.finished(2)
    file = tmp_path / f"stories.{suffix}"
    line("stories", "--export", file)
    if suffix == "pdf":
        with pymupdf.open(file) as pages:
            assert len(pages) == 1
            text = pages[0].get_text()
    else:
        text = file.read_text("utf-8")
    assert "40 detectors" in text


def test_stories_of_several_jobs_are_not_said_to_be_of_the_last(line: Line) -> None:
    line.finished()
    assert line("stories").stdout.startswith("# Your stories, Electrician, Acme\n")
    later = line.new("--questions", "1", "--from", "latest", "--title", "Cook", "--company", "Inn")
    line("ask", later)
    line("answer", later, "--text", "I like it here.")
    told = line("stories").stdout
    assert told.startswith("# Your stories\n")
    assert "## No story yet for Cook, Inn\n" in told
