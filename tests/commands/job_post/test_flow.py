"""`interview job-post`, from the first message of an employer to the complete post."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import freezegun
import pymupdf
import pytest

from tests.conftest import CV, Line

COMPLETE = (
    "senior .net developer full stack in Amman, hybrid",
    "skills: C#, SQL Server, Azure",
    "duties: design APIs, review code",
)


def new_post(line: Line, *messages: str) -> str:
    """Create a post, send these messages, and return its id."""
    session = line("job-post", "new", "--company", "papaya trading").stdout.strip()
    for message in messages:
        line("job-post", "say", message, "--post", session)
    return session


def say(line: Line, session: str, message: str) -> dict:
    return line("job-post", "say", message, "--post", session, "--json").json


def test_a_post_is_built_turn_by_turn(line: Line) -> None:
    session = new_post(line)
    turns = [
        (".net developer full stack", "collecting_details", "experienceLevel"),
        ("senior level with 5+ years experience", "collecting_details", "location"),
        ("hybrid, 2 days in Amman", "collecting_details", "responsibilities"),
        ("design APIs, review code and mentor juniors", "reviewing", None),
    ]
    for message, step, missing in turns:
        reply = say(line, session, message)
        assert reply["status"] == "success"
        assert reply["current_step"] == step, message
        assert (reply["missing"] or [None])[0] == missing, message
        assert not reply["is_complete"]
    assert reply["job_data"] == {
        "title": "Full Stack .NET Developer",
        "department": "",
        "experienceLevel": "senior",
        "employmentType": "",
        "skills": [".NET"],
        "location": "Amman",
        "workType": "hybrid",
        "salaryMin": None,
        "salaryMax": None,
        "currency": "",
        "salaryUnit": "",
        "description": "",
        "responsibilities": ["design APIs", "review code", "mentor juniors"],
        "requirements": ["5+ years experience"],
        "benefits": [],
        "workHours": "",
        "jobStartDate": "",
        "validThrough": "",
        "totalJobOpenings": None,
        "applicationContact": "",
        "reportsTo": "",
        "travel": "",
        "shifts": "",
    }
    assert (reply["skipped"], reply["unused"]) == ([], [])
    done = say(line, session, "yes, that's it")
    assert (done["current_step"], done["is_complete"]) == ("complete", True)


def test_new_takes_the_first_turn(line: Line) -> None:
    opened = line(
        "job-post", "new", "--company", "Acme", "--company-id", "c-7", "a nurse in Leeds", "--json"
    ).json
    assert opened["company_id"] == "c-7"
    assert opened["job_data"]["title"] == "Nurse"
    assert opened["job_data"]["location"] == "Leeds"
    assert opened["agent_response"].endswith("junior, mid, senior or lead?")
    plain = line("job-post", "new", "--company", "Acme", "a nurse in Leeds")
    assert re.fullmatch(r"[0-9a-f-]{36}\n", plain.stdout)
    assert "Noted: title: Nurse" in plain.stderr


def test_say_takes_a_pipe_and_prints_the_reply(line: Line) -> None:
    session = new_post(line)
    reply = line("job-post", "say", stdin="We need a nurse in Leeds.\n")
    assert reply.stdout.startswith("Noted: title: Nurse; place: Leeds.\n")
    assert line.stored(session)["job_data"]["title"] == "Nurse"


def test_the_review_shows_the_post_its_gaps_and_the_words(line: Line) -> None:
    session = new_post(line, *COMPLETE)
    shown = line.stored(session)["messages"][-1]["content"]
    for words in (
        "# Full Stack .NET Developer, papaya trading",
        "Level: senior",
        "- Review code",
        "Not said yet, and worth saying: pay, employment",
        "- level: “senior” (turn 1)",
        "Say yes to complete it",
    ):
        assert words in shown


@pytest.mark.parametrize(
    "passing",
    [
        "create the post",
        "perfect",
        "ready",
        "the post should be ready by May",
        "is it ready to post?",
    ],
)
def test_a_word_in_passing_completes_nothing(line: Line, passing: str) -> None:
    early = new_post(line, "a nurse in Leeds")
    assert not say(line, early, passing)["is_complete"]
    if " should " in passing or "?" in passing:
        shown = new_post(line, *COMPLETE)
        reply = say(line, shown, passing)
        assert not reply["is_complete"]
        assert reply["current_step"] == "reviewing"


@pytest.mark.parametrize(
    ("lacking", "messages"),
    [
        ("location", ("senior nurse", "skills: triage", "duties: care for patients")),
        ("responsibilities", ("senior nurse in Leeds", "skills: triage")),
        ("skills", ("senior nurse in Leeds", "duties: care for patients")),
        ("experienceLevel", ("nurse in Leeds", "skills: triage", "duties: care for patients")),
        ("title", ("in Leeds, senior", "skills: triage", "duties: care for patients")),
    ],
)
def test_nothing_completes_without(line: Line, lacking: str, messages: tuple[str, ...]) -> None:
    session = new_post(line, *messages)
    reply = say(line, session, "yes")
    assert reply["missing"] == [lacking]
    assert not reply["is_complete"]


def test_remote_needs_no_place(line: Line) -> None:
    session = new_post(line, "senior nurse, fully remote", "skills: triage", "duties: answer calls")
    assert say(line, session, "ok")["is_complete"]


def test_corrections_replace_and_remarks_do_not(line: Line) -> None:
    session = new_post(line, "senior nurse in Leeds, £35,000 a year")
    assert say(line, session, "we also have a junior nurse in York")["job_data"]["title"] == "Nurse"
    data = line.stored(session)["job_data"]
    assert (data["experienceLevel"], data["location"]) == ("senior", "Leeds")
    data = say(line, session, "actually mid level, not senior")["job_data"]
    assert data["experienceLevel"] == "mid"
    assert data["salaryMin"] == 35000
    data = say(line, session, "the salary should be £36,000 to £40,000")["job_data"]
    assert (data["salaryMin"], data["salaryMax"], data["currency"]) == (36000, 40000, "GBP")
    assert data["salaryUnit"] == "YEAR"


def test_sources_name_the_turns_of_the_present_value(line: Line) -> None:
    session = new_post(
        line, "senior nurse", "skills: triage, first aid", "drop first aid", "mid level, not senior"
    )
    line("job-post", "say", "skills: wound care", "--post", session)
    shown = line("job-post", "show", session, "--json").json
    assert shown["sources"]["experienceLevel"] == [4]
    assert shown["sources"]["skills"] == [2, 5]
    assert shown["job_data"]["skills"] == ["triage", "wound care"]
    assert shown["conversation_turns"] == 5
    assert shown["conversation_history"][0] == "User: senior nurse"
    assert shown["conversation_history"][1].startswith("AI: Noted")


def test_a_complete_post_is_reopened_by_a_change(line: Line) -> None:
    session = new_post(line, *COMPLETE, "yes")
    assert line("status", session, "--json").json["expires_at"] is None
    reply = say(line, session, "drop Azure")
    assert (reply["current_step"], reply["is_complete"]) == ("reviewing", False)
    assert line.stored(session)["finished_at"] is None
    assert say(line, session, "perfect, thanks")["is_complete"]
    assert say(line, session, "thank you!")["is_complete"]


def test_resumed_after_days_and_lost_after_its_time(line: Line) -> None:
    session = line("job-post", "new", "--company", "Acme", "--ttl", "7d").stdout.strip()
    start = datetime.now(UTC)
    with freezegun.freeze_time(start + timedelta(days=6)):
        assert say(line, session, "a nurse in Leeds")["job_data"]["title"] == "Nurse"
    with freezegun.freeze_time(start + timedelta(days=14)):
        lost = line("job-post", "say", "x", "--post", session, "--json", exit_code=3)
        assert lost.json["hint"].startswith("to bring it back: interview keep")
        line("keep", session)
        assert say(line, session, "skills: triage")["job_data"]["skills"] == ["triage"]


def test_a_missing_post_is_told_as_scripts_expect(line: Line) -> None:
    lost = line("job-post", "say", "hello", "--post", "0000beef", "--json", exit_code=3)
    assert lost.json == {
        "status": "error",
        "code": "not_found",
        "error": "Session not found or expired. Please start a new conversation.",
        "hint": lost.json["hint"],
        "session_id": None,
        "agent_response": "I'm sorry, but your session has expired. Let's start fresh!",
        "is_complete": False,
        "job_data": {},
        "current_step": "getting_basic_info",
    }
    assert "job-post new" in lost.json["hint"]


def test_each_command_keeps_to_its_kind(line: Line) -> None:
    interview, session = line.new(), new_post(line)
    assert "is a job post" in line("ask", session, exit_code=3).stderr
    by_name = line("ask", line.stored(session)["name"], exit_code=3).stderr
    assert f"{session[-8:]} is a job post" in by_name
    assert "is an interview" in line("job-post", "show", interview, exit_code=3).stderr
    assert "is an interview" in line("job-post", "rm", interview, "--yes", exit_code=3).stderr
    assert line("show").stderr.startswith(f"session {interview[-8:]}")
    assert line("job-post", "show").stderr.startswith(f"session {session[-8:]}")
    assert line.path(interview).exists()


def test_posts_stand_beside_interviews(line: Line) -> None:
    interview, session = line.new(), new_post(line, "a nurse in Leeds")
    sessions = line("status", "--json").json["sessions"]
    assert [listed["kind"] for listed in sessions] == ["job_post", "interview"]
    assert sessions[0]["job_title"] == "Nurse"
    assert sessions[0]["stage"] == "collecting_details"
    assert "max_questions" not in sessions[0]
    rows = line("status").stdout.splitlines()
    assert "\tpapaya-trading-nurse\tjob_post\t" in rows[0]
    assert "\tinterview\t" in rows[1]
    assert "job post" in line("status", session).stdout
    listed = line("job-post", "list", "--json").json["sessions"]
    assert [post["session_id"] for post in listed] == [session]
    assert interview[-8:] not in line("job-post", "list").stdout


def test_gc_keep_and_rm_are_the_same(line: Line) -> None:
    kept, lost = new_post(line), new_post(line, "a nurse")
    finished = new_post(line, *COMPLETE, "yes")
    line("keep", kept)
    with freezegun.freeze_time(datetime.now(UTC) + timedelta(hours=25)):
        assert line("gc", "--json").json["removed"] == [lost]
        assert line("gc", "--finished", "--json").json["removed"] == [finished]
    line("job-post", "rm", kept, exit_code=2)
    line("job-post", "rm", kept, "--yes")
    assert not line.path(kept).exists()


@pytest.mark.parametrize("form", ["pdf", "md", "html", "json", "jsonld"])
def test_every_format(line: Line, form: str) -> None:
    session = new_post(line, *COMPLETE)
    written = line("job-post", "export", session, "--format", form)
    path = Path(written.stdout.strip())
    assert path.name == f"papaya-trading-full-stack-net-developer.{form}"
    if form == "pdf":
        with pymupdf.open(path) as pdf:
            text = pdf[0].get_text()
    else:
        text = path.read_text("utf-8")
    for words in ("Full Stack .NET Developer", "papaya trading", "eview code", "SQL Server"):
        assert words in text
    line("job-post", "export", session, "--format", form, exit_code=2)


def test_the_two_systems_meet(line: Line) -> None:
    session = new_post(line, *COMPLETE, "we offer health insurance", "2-3k JOD a month", "yes")
    interview = line("new", "--job-post", session).stdout.strip()
    stored = line.stored(interview)
    assert stored["job_title"] == "Full Stack .NET Developer"
    assert stored["company_name"] == "papaya trading"
    assert stored["job_description_source"] == f"job post {session[-8:]}"
    assert stored["job_description_text"] == (
        "# Full Stack .NET Developer, papaya trading\n\n"
        "Level: senior\nPlace: Amman (hybrid)\nPay: 2,000 to 3,000 JOD a month\n\n"
        "## About the job\n\npapaya trading is looking for a senior Full Stack .NET Developer in"
        " Amman (hybrid).\n\n"
        "## What you will do\n\n- Design APIs\n- Review code\n\n"
        "## Skills\n\n- .NET\n- C#\n- SQL Server\n- Azure\n\n"
        "## What we offer\n\n- Health insurance"
    )
    line("upload", interview, "--cv", "-", stdin=CV)
    line("ask", interview)
    topics = {slot["topic"] for slot in line.stored(interview)["plan"]}
    assert {".NET", "C#", "SQL Server", "Azure"} & topics
    other = line.new()
    line("upload", other, "--job-post", session)
    assert line.stored(other)["job_description_text"] == stored["job_description_text"]
    line("upload", other, "--job-post", session, "--job-text", "x", exit_code=2)
    line("new", "--job-post", interview, exit_code=3)
    assert line("new", "--job-post", session, "--title", "Tester").stdout


def test_what_is_no_message(line: Line) -> None:
    session = new_post(line)
    for message in ("", "  \n", "\x00\x1b"):
        line("job-post", "say", message, "--post", session, exit_code=2)
    line("job-post", "say", "x" * 50_001, "--post", session, exit_code=2)
    line("job-post", "say", stdin=b"\xff\xfe\xfd", exit_code=2)
    line("job-post", "new", "--company", " ", exit_code=2)
    line("job-post", "chat", session, exit_code=2)
    assert line.stored(session)["messages"] == []


def test_check_shows_what_weakens_a_post(line: Line) -> None:
    session = new_post(
        line,
        "senior nurse in Leeds",
        "duties: lead a dynamic team in a fast-paced ward; support families",
    )
    findings = line("job-post", "check", session, "--json").json["findings"]
    kinds = [finding["kind"] for finding in findings]
    assert kinds == ["pay", "missing", *["gender_coded"] * 2, "vague"]
    coded = {finding["word"]: finding for finding in findings if finding["kind"] == "gender_coded"}
    assert "masculine" in coded["lead"]["message"]
    assert "feminine" in coded["support"]["message"]
    assert coded["lead"]["sentence"] == "lead a dynamic team in a fast-paced ward"
    shown = line("job-post", "check", session).stdout
    assert "  in: lead a dynamic team" in shown
    many = ", ".join(f"skill {letter}" for letter in "abcdefgh")
    line("job-post", "say", f"skills: {many}", "--post", session)
    findings = line("job-post", "check", session, "--json").json["findings"]
    assert "musts" in [finding["kind"] for finding in findings]


def test_a_post_of_hostile_text_stays_text(line: Line) -> None:
    session = new_post(line, *COMPLETE)
    line(
        "job-post",
        "say",
        "benefits: <script>alert(1)</script>, [x](http://127.0.0.1/y)",
        "--post",
        session,
    )
    line("job-post", "export", session, "-o", "p.html")
    html = Path("p.html").read_text("utf-8")
    assert html.count("<script") == 1  # the JobPosting
    assert "&lt;script&gt;" in html
    line("job-post", "export", session, "-o", "p.jsonld")
    assert "<script" not in json.loads(Path("p.jsonld").read_text("utf-8"))["description"]


def test_a_remark_overwrites_nothing_while_the_post_is_shown(line: Line) -> None:
    session = new_post(line, *COMPLETE)
    for remark in (
        "we are a fast growing company based in London",
        "our previous developer was junior",
        "what if we drop Azure?",
    ):
        data = say(line, session, remark)["job_data"]
        assert (data["location"], data["experienceLevel"]) == ("Amman", "senior")
        assert "Azure" in data["skills"]


def test_who_has_no_level_is_asked_for_the_rest_first(line: Line) -> None:
    session = new_post(line, "a barber in Leeds")
    asked = [say(line, session, "whatever you like")["agent_response"] for _ in range(2)]
    assert "I did not find a level" in asked[0]
    assert "Which skills" in asked[1]
    data = say(line, session, "fades, beard trims")["job_data"]
    assert data["skills"] == ["fades", "beard trims"]


def test_an_unusable_time_to_live(line: Line) -> None:
    line("job-post", "new", "--company", "Acme", "--ttl", "1s", exit_code=2)
    assert line("job-post", "list", "--json").json["sessions"] == []


def test_the_post_is_shown_to_who_asks_to_see_it(line: Line) -> None:
    session = new_post(line, *COMPLETE)
    assert "# Full Stack .NET Developer" in say(line, session, "can I see it?")["agent_response"]
    assert "did not use: “nice weather”" in say(line, session, "hm, nice weather")["agent_response"]


PIPED = "a baker in York\n"


@pytest.mark.parametrize(
    ("message", "title", "rest"),
    [
        (["-"], "Baker", ""),
        ([], "", "a baker in York\n"),
        (["a cook"], "Cook", "a baker in York\n"),
    ],
)
def test_stdin_is_read_for_a_dash_alone(
    tmp_path: Path, message: list[str], title: str, rest: str
) -> None:
    """In a `while read` loop the list on stdin is left to the loop."""
    piped = tmp_path / "piped.txt"
    piped.write_text(PIPED, "utf-8")
    command = [sys.executable, "-m", "interview_cli", "job-post", "new", "--company", "Acme"]
    with piped.open() as stdin:
        done = subprocess.run(
            [*command, "--json", *message],
            stdin=stdin,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "INTERVIEW_HOME": str(tmp_path / "home")},
        )
        left = os.read(stdin.fileno(), 100).decode()
    assert json.loads(done.stdout)["job_data"]["title"] == title
    assert left == rest


def test_an_empty_first_message_is_refused(line: Line) -> None:
    line("job-post", "new", "--company", "Acme", "-", exit_code=2, stdin="  \n")
    assert line("job-post", "list", "--json").json["sessions"] == []
