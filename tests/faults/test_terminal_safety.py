"""Escape sequences in documents, names, answers, replies and options never reach a terminal raw."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_cli.vocabulary import POST_LISTS
from tests.conftest import CV, JOB, STORY, Line
from tests.model_server import ModelServer, refuse, review_with, say

FAMILIES = {
    "colour": "\x1b[31;1mred\x1b[0m",
    "clear the screen": "\x1b[2J\x1b[H",
    "move and overwrite": "\x1b[1A\x1b[2K\rscore: 100",
    "window title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;ZXZpbA==\x1b\\",
    "link": "\x1b]8;;http://evil.test\x1b\\here\x1b]8;;\x1b\\",
    "device query": '\x1bP$q"p\x1b\\\x1b[6n\x1b[c',
    "C1 controls": "\x9b31m\x9d0;owned\x9c\x90x\x9c",
    "backspaces and bell": "good\x08\x08\x08\x08evil\x07",
    "other screen, mouse, keys": "\x1b[?1049h\x1b[?1000h\x1bc\x1b=",
    "private message": "\x1b^secret\x1b\\\x1b_app\x1b\\",
    "direction": "\u202egpj.exe\u202c \u2066x\u2069",
}
RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class Checked:
    """The command line, which fails if a raw control character is printed."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.commands = 0

    def __call__(self, *words: str | Path, **options):
        done = self._line(*words, **options)
        for stream in (done.stdout, done.stderr):
            assert not RAW.search(stream), (words, stream)
        self.commands += 1
        return done


@pytest.fixture
def line(any_line: Line) -> Line:
    return any_line


@pytest.fixture
def checked(line: Line) -> Checked:
    return Checked(line)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_a_whole_interview(
    line: Line, checked: Checked, tmp_path: Path, family: str, figure: Callable[[str], None]
) -> None:
    evil = FAMILIES[family]
    in_text = re.sub("[\x07\x08]", "", evil)  # a file with these is not text and is refused
    cv = tmp_path / f"cv {evil.replace('/', '')}.txt"
    cv.write_text(f"{CV}\n- Installed {in_text} alarms in schools in Leeds\n")
    job = tmp_path / "job.md"
    job.write_text(f"{JOB}\n- Experience with {in_text} panels\n")
    named = ["--title", f"Electrician {evil}", "--company", f"Acme {evil}", "--questions", "2"]
    session = checked("new", *named, "--cv", cv, "--job", job).stdout.strip()
    checked("upload", session, "--cv", cv, "--job-text", f"{JOB} {evil}")
    checked("ask", session)
    checked("answer", session, "--text", f"{STORY} {evil}")
    checked("answer", session, stdin=f"{STORY} {evil} again")
    checked("redo", session, "--number", "1", "--text", f"{evil} {STORY}")
    checked("feedback", session)
    checked("feedback", session, "--explain")
    for words in (["show"], ["show", "--cv"], ["show", "--job"], ["status"], ["keep"]):
        checked(*words, session)
        checked(*words, session, "--json")
    checked("status")
    for form in ("md", "html", "json"):
        checked("export", session, "--format", form, "-o", "-")
    checked("export", session, "-o", tmp_path / f"report {evil.replace('/', '')}.md")
    checked("export", session, "-o", tmp_path / f"report {evil.replace('/', '')}.md", exit_code=2)
    checked("show", session[-8:])
    checked("rm", session, "--yes")
    figure(f"8. {family}: {checked.commands} commands of an interview, nothing raw")


@pytest.mark.parametrize("family", FAMILIES)
def test_what_is_refused(checked: Checked, family: str) -> None:
    """The messages of Typer quote the input, as ours do."""
    evil = FAMILIES[family]
    for words, exit_code in (
        (["show", evil], 3),
        ([f"sta{evil}tus"], 2),
        (["status", f"--{evil}"], 2),
        (["status", "-n", evil], 2),
        (["status", "a", "b", f"--n{evil}=1"], 2),
        (["ask", "x", evil], 2),
        (["new", "--title", "T", "--company", "C", "--focus", evil], 2),
        (["new", "--title", "T", "--company", "C", "--ttl", evil], 2),
        (["new", "--title", "T", "--company", "C", "--cv", evil], 2),
        (["gc", "--ttl", evil], 2),
        (["--coach", evil, "status"], 2),
        (["answer", "--file", evil], 3),
        (["upload", "--job", evil], 2),
        (["job-post", evil], 2),
    ):
        checked(*words, exit_code=exit_code)
        checked(*words, "--json", exit_code=exit_code)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_session_changed_by_hand(line: Line, checked: Checked, family: str) -> None:
    evil = FAMILIES[family]
    session = line.finished(questions=1)
    stored = line.stored(session)
    feedback = stored["feedback"] | {"summary": evil, "strengths": [evil], "coach": evil}
    messages = [message | {"content": f"x {evil}"} for message in stored["messages"]]
    line.edit(
        session,
        name=f"evil {evil}",
        job_title=f"T {evil}",
        company_name=f"C {evil}",
        cv_source=evil,
        cv_text=f"{CV} {evil}",
        notices=[evil],
        feedback=feedback,
        messages=messages,
        **{"unknown " + evil: evil},
    )
    for words in (
        ["show"],
        ["status"],
        ["feedback"],
        ["keep"],
        ["show", "--json"],
        ["rm", "--yes"],
    ):
        checked(words[0], session, *words[1:])
    checked("status")


@pytest.mark.parametrize("family", FAMILIES)
def test_a_job_post(line: Line, checked: Checked, family: str) -> None:
    evil = FAMILIES[family]
    message = f"We need a nurse {evil} in Leeds. Skills: fire {evil} alarms"
    post = checked("job-post", "new", "--company", f"Acme {evil}", message).stdout.strip()
    checked("job-post", "say", f"Title: Chief {evil} Nurse", "--post", post)
    stored = line.stored(post)
    stored["job_data"] |= {"title": evil, "location": evil} | {name: [evil] for name in POST_LISTS}
    line.edit(post, job_data=stored["job_data"])
    for words in (["show"], ["check"], ["list"], ["export", "--format", "jsonld", "-o", "-"]):
        rest = [] if words == ["list"] else [post]
        checked("job-post", words[0], *rest, *words[1:])
    checked("job-post", "show", post, "--json")


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_a_model(line: Line, model: ModelServer, checked: Checked, family: str) -> None:
    session = line.new("--questions", "1")
    line("upload", session, "--cv", "-", "--job-text", JOB, stdin=CV)
    evil = FAMILIES[family]
    model.script = [say(json.dumps({"question": f"What {evil} did you mend, and how?"}))]
    checked("ask", session)
    checked("show", session)
    model.always = refuse(400, f"no {evil}", f"code {evil}")
    # A review may repeat only what the answer holds.
    checked("answer", session, "--text", f"{STORY} {evil}")
    checked("feedback", session, exit_code=5)
    model.always = review_with(summary=f"Sum {evil}", strengths=[{"text": evil, "quote": evil}])
    checked("feedback", session)


def test_families_counted(figure: Callable[[str], None]) -> None:
    assert len(FAMILIES) >= 10
    figure(f"8. {len(FAMILIES)} families of sequences, through 8 doors: nothing raw")
