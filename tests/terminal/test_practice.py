"""A whole interview in one sitting, used through a pseudo-terminal."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from interview_cli.cli import app
from tests.conftest import CV, JOB, STORY, Line
from tests.model_server import ModelServer, hang, refuse
from tests.terminal.conftest import Open, Terminal

OFFLINE = ("--coach", "offline")
SEND, LEAVE = b"\x04", b"\x03"
BACK_PROMPT = "A number: answer that question again. Enter: go on."


def practise(terminal: Open, *words: str, **more: str) -> Terminal:
    return terminal(*OFFLINE, "practice", *words, NO_PAGER="1", **more)


def answer(screen: Terminal, number: int, of: int, text: str = STORY) -> None:
    screen.show(f"{number}/{of}, 0 words")
    screen.type(text.encode())
    screen.show(f"{number}/{of}, {len(text.split())} words")
    screen.type(SEND)


def command(screen: Terminal, number: int, of: int, name: str) -> None:
    screen.show(f"{number}/{of}, 0 words")
    screen.type(f"/{name}\r".encode())


def skip_rating(screen: Terminal) -> None:
    screen.wait_for(lambda text: text.endswith("relevance:"))
    screen.type(b"s\r")


def read_answers(line: Line, session: str) -> list[tuple[str, bool]]:
    messages = line.stored(session)["messages"]
    return [
        (message["content"], message["skipped"])
        for message in messages
        if message["role"] == "user"
    ]


def latest(line: Line) -> str:
    return str(line("status", "--json").json["sessions"][0]["session_id"])


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Path, Path]:
    cv, job = tmp_path / "my cv.txt", tmp_path / "job's.md"
    cv.write_text(CV)
    job.write_text(JOB)
    return cv, job


def test_a_whole_sitting_from_nothing(
    terminal: Open,
    line: Line,
    documents: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    cv, _ = documents
    screen = practise(terminal)
    screen.show("Job title:")
    screen.type(b"Electrician\r")
    screen.show("Company:")
    screen.type(b" \r")
    screen.show("the company name is empty")
    screen.type(b"Acme\r")
    screen.show("The CV: a file")
    screen.type(f"'{cv}'\r".encode())
    screen.show("The job description: a file")
    screen.type(b"\r")
    screen.show("Paste the job description")
    screen.show("Ctrl-D send")
    screen.type(b"\x1b[200~" + JOB.encode() + b"\x1b[201~")
    screen.show("solar panels")
    screen.type(SEND)
    for number in range(1, 9):
        screen.show(f"Question {number} of 8:")
        if number < 3:
            answer(screen, number, 8)
        else:
            command(screen, number, 8, "skip")
    skip_rating(screen)
    screen.show("Enter: write the report as a PDF")
    screen.type(b"\r")
    assert screen.end() == 0
    assert "acme-electrician.pdf" in screen.text
    assert (tmp_path / "acme-electrician.pdf").read_bytes().startswith(b"%PDF")
    session = latest(line)
    assert read_answers(line, session) == [(STORY, False)] * 2 + [("", True)] * 6
    assert line.stored(session)["feedback"]
    assert line.stored(session)["self_ratings"] is None
    assert list((line.home / "drafts").iterdir()) == []


@pytest.mark.slow
def test_options_begin_in_one_step(
    terminal: Open, line: Line, documents: tuple[Path, Path]
) -> None:
    cv, job = documents
    words = ("--title", "Electrician", "--questions", "1", "--cv", str(cv), "--job", str(job))
    screen = practise(terminal, *words)
    screen.show("Company:")
    screen.type(b"Acme\r")
    answer(screen, 1, 1)
    for criterion, rating in (("relevance", "4"), ("specificity", "9"), ("structure", "")):
        screen.wait_for(lambda text, name=criterion: text.endswith(f"{name}:"))
        screen.type(f"{rating}\r".encode())
        if rating == "9":
            screen.show("“9” is not one of")
            screen.type(b"2\r")
    screen.show("own decisions and actions clear")
    screen.show("ownership:")
    assert line.stored(latest(line))["feedback"] is None
    screen.type(b"s\r")
    screen.show("Enter: write the report")
    screen.type(b"n\r")
    assert screen.end() == 0
    assert "later: interview export" in screen.text
    stored = line.stored(latest(line))
    assert stored["feedback"]
    assert stored["self_ratings"] == {
        "relevance": 4,
        "specificity": 2,
        "structure": None,
        "ownership": None,
        "impact": None,
    }
    report = line("feedback", stored["session_id"]).stdout
    assert "| Your own |" in report
    assert "| 4 of 5 |" in report


def test_pause_and_resume(terminal: Open, line: Line) -> None:
    older, session = line.started(), line.started(questions=2)
    screen = practise(terminal)
    screen.show("Interviews already begun:")
    assert screen.text.index(session[-8:]) < screen.text.index(older[-8:])
    screen.type(b"\r")
    answer(screen, 1, 2)
    screen.show("2/2, 0 words")
    screen.type(b"/pause\r")
    screen.show("Enter: keep it")
    screen.type(b"\r")
    assert screen.end() == 0
    assert "UTC, 24h after its last change" in screen.text
    assert f"paused; to continue: interview practice {session[-8:]}" in screen.text
    assert line.stored(session)["keep"]
    again = practise(terminal, session)
    again.show("Question 2 of 2:")
    answer(again, 2, 2, "I did it again.")
    skip_rating(again)
    again.show("Enter: write the report")
    again.type(SEND)
    assert again.end() == 0
    assert read_answers(line, session) == [(STORY, False), ("I did it again.", False)]


@pytest.mark.slow
def test_ctrl_c_twice_leaves_with_the_draft(terminal: Open, line: Line) -> None:
    session = line.started()
    screen = practise(terminal, session)
    screen.show("1/3, 0 words")
    screen.type(b"half a thought" + LEAVE)
    screen.show("your draft is kept; press Ctrl-C again to leave")
    screen.type(LEAVE)
    screen.show("Enter: keep it, n: let it expire.")
    screen.type(b"\r")
    screen.show("kept: it does not expire")
    assert screen.end() == 130
    assert line.stored(session)["keep"]
    assert f"to keep it: interview keep {session[-8:]}" in screen.text
    assert f"hint: to continue: interview practice {session[-8:]}" in screen.text
    again = practise(terminal, session)
    again.show("half a thought")
    again.type(SEND)
    again.show("Question 2 of 3:")
    assert read_answers(line, session) == [("half a thought", False)]


@pytest.mark.slow
def test_a_third_ctrl_c_lets_the_session_expire(terminal: Open, line: Line) -> None:
    session = line.started()
    screen = practise(terminal, session)
    screen.show("1/3, 0 words")
    screen.type(LEAVE + LEAVE)
    screen.show("Enter: keep it, n: let it expire.")
    screen.type(LEAVE)
    assert screen.end() == 130
    assert not line.stored(session)["keep"]


def test_off_a_terminal(line: Line) -> None:
    failed = line("practice", exit_code=2)
    assert "practice needs a terminal." in failed.stderr
    assert "interview answer --lines" in failed.stderr
    assert line("practice", "--json", exit_code=2).json["code"] == "usage"


@pytest.mark.slow
def test_a_hint_skips_and_goes_back(terminal: Open, line: Line) -> None:
    session = line.started()
    screen = practise(terminal, session)
    command(screen, 1, 3, "hint")
    screen.show("A good answer holds:")
    screen.show("- specificity: concrete throughout, with the numbers that matter")
    command(screen, 1, 3, "skip")
    screen.show("Question 2 of 3:")
    command(screen, 2, 3, "back")
    screen.wait_for(lambda text: text.endswith(BACK_PROMPT))
    assert "(skipped)" in screen.text
    screen.type(b"1\r")
    screen.show("question 1 of 3, 0 words")
    screen.type(b"//opt was full." + SEND)
    screen.show("question 1: the new answer counts")
    command(screen, 2, 3, "back")
    screen.wait_for(lambda text: text.endswith("/opt was full. " + BACK_PROMPT))
    screen.type(b"\r")
    screen.wait_for(lambda text: not text.endswith(BACK_PROMPT))
    command(screen, 2, 3, "pause")
    screen.show("Enter: keep it")
    screen.type(b"n\r")
    assert screen.end() == 0
    assert read_answers(line, session) == [("/opt was full.", False)]
    assert not line.stored(session)["keep"]


@pytest.mark.slow
@pytest.mark.parametrize("choice", ["again", "offline", "pause"])
def test_an_endpoint_that_fails_in_the_middle(
    terminal: Open, line: Line, model: ModelServer, choice: str
) -> None:
    session = line.started()
    model.always = refuse(401)
    screen = terminal("practice", session)
    answer(screen, 1, 3)
    screen.show("Enter: try again, p: pause, o: go on with the offline coach")
    assert "error: your answer is saved, but the coach failed" in screen.text
    if choice == "pause":
        screen.type(b"p\r")
        screen.show("Enter: keep it")
        screen.type(b"n\r")
        assert screen.end() == 0
        assert len(line.stored(session)["messages"]) == 2
        return
    if choice == "again":
        model.always = None
    screen.type(b"\r" if choice == "again" else b"o\r")
    screen.show("Question 2 of 3:")
    question = line.stored(session)["messages"][2]
    assert question["coach"] == ("openai" if choice == "again" else "offline")


@pytest.mark.slow
def test_interview_alone_takes_the_next_step(terminal: Open, line: Line) -> None:
    session = line.started()
    screen = terminal(INTERVIEW_COACH="offline")
    screen.show(f"Enter: interview practice {session[-8:]}")
    assert "0 of 3 questions answered" in screen.text
    screen.type(b"\r")
    screen.show("1/3, 0 words")
    screen.type(LEAVE)
    screen.show("Ctrl-C again")
    screen.type(LEAVE)
    screen.show("Enter: keep it")
    screen.type(b"n\r")
    assert screen.end() == 130


@pytest.mark.slow
def test_interview_alone_begins_or_shows_the_help(terminal: Open, line: Line) -> None:
    screen = terminal()
    screen.show("There is no session yet. Enter: begin an interview")
    screen.type(b"\r")
    screen.show("Job title:")
    screen.type(LEAVE)
    assert screen.end() == 130
    assert "nothing was begun" in screen.text
    screen = terminal()
    screen.show("h: all commands")
    screen.type(b"h\r")
    assert screen.end() == 0
    assert "Build a job post" in screen.text
    screen = terminal()
    screen.show("q: leave")
    screen.type(b"q\r")
    assert screen.end() == 0
    assert "error" not in screen.text


@pytest.mark.slow
def test_interview_alone_says_what_is_due_today(terminal: Open, line: Line) -> None:
    session = line.finished()
    day = datetime.now().astimezone().date() + timedelta(days=9)
    line("plan", session, "--date", str(day))
    screen = terminal()
    screen.show("Due today: ")
    screen.show(f"To practise: interview practice --from {session[-8:]}")
    screen.type(b"q\r")
    assert screen.end() == 0


@pytest.mark.slow
def test_a_debrief_is_typed(terminal: Open, line: Line) -> None:
    session = line.finished(2)
    screen = terminal("debrief", session)
    screen.show("Which questions were asked?")
    screen.show("Ctrl-D send")
    screen.type(b"Why us?\rTell me about a conflict." + SEND)
    screen.show("How did it go")
    screen.type(b"Well.\r")
    screen.show("How did it end")
    screen.type(b"next round\r")
    assert screen.end() == 0
    debrief = line.stored(session)["debrief"]
    contents = [question["content"] for question in debrief["questions"]]
    assert contents == ["Why us?", "Tell me about a conflict."]
    assert (debrief["went"], debrief["outcome"]) == ("Well.", "next_round")
    assert list((line.home / "drafts").iterdir()) == []


@pytest.mark.slow
def test_an_import_asks_who_the_person_is(terminal: Open, line: Line, tmp_path: Path) -> None:
    held = tmp_path / "held.txt"
    held.write_text(f"Anna: Tell me about yourself.\nJo: {STORY}\nAnna: Why us?\nJo: So.\n")
    screen = terminal("import", str(held), "--no-pager")
    screen.show("Which of them are you?")
    screen.type(b"2\r")
    assert screen.end() == 0
    assert read_answers(line, latest(line))[0] == (STORY, False)


def test_interview_with_a_home_alone(terminal: Open, line: Line, tmp_path: Path) -> None:
    screen = terminal("--home", str(tmp_path / "other"))
    screen.show("There is no session yet.")
    screen.type(b"q\r")
    assert screen.end() == 0


def test_interview_alone_elsewhere_prints_the_help() -> None:
    done = CliRunner().invoke(app, [])
    assert "job-post" in done.stdout + done.stderr


def test_study_mode_rates_each_answer_and_lets_it_be_given_again(
    terminal: Open, line: Line
) -> None:
    session = line.started(questions=2)
    screen = practise(terminal, session, "--study")
    screen.show("Without --study, the feedback comes after the last question.")
    screen.show("This sitting uses --study.")
    answer(screen, 1, 2, "We did some work with the team.")
    screen.show("how do you rate this answer?")
    screen.show("relevance:")
    screen.type(b"5\r")
    screen.show("specificity:")
    screen.type(b"s\r")
    screen.show("Enter: go on, t: try this question again")
    assert "your own 5" in screen.text
    assert "Next time:" in screen.text
    assert len(line.stored(session)["messages"]) == 2  # the next question is not asked yet
    screen.type(b"t\r")
    screen.show("We did some work with the team. question 1 of 2, 7 words")
    screen.type(b"\x15" + STORY.encode())
    screen.show(f"{len(STORY.split())} words")
    screen.type(SEND)
    screen.show("the new answer counts")
    skip_rating(screen)
    screen.show("(before ")
    screen.show("The words that earned them: “")
    screen.show("Enter: go on")
    screen.type(b"\r")
    command(screen, 2, 2, "skip")
    screen.show("Enter: write the report")
    screen.type(b"n\r")
    assert screen.end() == 0
    stored = line.stored(session)
    first = stored["messages"][1]
    (earlier,) = first["earlier"]
    assert earlier["self_ratings"]["relevance"] == 5
    assert earlier["study"]["score"] < first["study"]["score"]
    assert first["self_ratings"] is None
    assert stored["self_ratings"] is None
    assert stored["feedback"]["answers"][0]["ratings"] == first["study"]["ratings"]


@pytest.mark.slow
def test_study_mode_with_a_model_that_fails_and_scores_hidden(
    terminal: Open, line: Line, model: ModelServer
) -> None:
    session = line.started(questions=2)
    model.always = refuse(401)
    screen = terminal("--calm", "practice", session, "--study", NO_PAGER="1")
    answer(screen, 1, 2)
    skip_rating(screen)
    screen.show("Enter: try again, p: pause")
    model.always = None
    screen.type(b"\r")
    screen.show("r: show the ratings.")
    assert "relevance 4 of 5" not in screen.text
    screen.type(b"r\r")
    screen.show("p: pause.")
    screen.type(b"p\r")
    screen.show("Enter: keep it")
    screen.type(b"n\r")
    assert screen.end() == 0
    assert f"to continue: interview practice {session[-8:]} --study" in screen.text
    assert line.stored(session)["messages"][1]["study"]["coach"] == "openai"


def test_another_window_answers_meanwhile(terminal: Open, line: Line) -> None:
    session = line.started()
    screen = practise(terminal, session)
    screen.show("1/3, 0 words")
    line("answer", session, "--text", STORY)
    screen.type(b"My own words." + SEND)
    screen.show("already has a different answer")
    screen.show("Question 2 of 3:")
    command(screen, 2, 3, "back")
    screen.wait_for(lambda text: text.endswith(BACK_PROMPT))
    screen.type(b"1\r")
    screen.show("this is your draft from before")
    screen.show("My own words. question 1 of 3")
    assert read_answers(line, session) == [(STORY, False)]


@pytest.mark.slow
def test_ctrl_c_while_the_model_writes(terminal: Open, line: Line, model: ModelServer) -> None:
    session = line.started()
    model.always = hang
    screen = terminal("practice", session)
    answer(screen, 1, 3)
    screen.show("Ctrl-C stops")
    screen.type(LEAVE)
    assert screen.end() == 130
    assert "your answer is saved" in screen.text
    assert f"to continue: interview practice {session[-8:]}" in screen.text
    assert read_answers(line, session) == [(STORY, False)]


def test_a_window_closed_at_a_prompt(terminal: Open, line: Line) -> None:
    session = line.new()
    screen = practise(terminal, session)
    screen.show("The CV: a file")
    assert screen.hang_up() == 129
    assert line.stored(session)["cv_text"] is None


@pytest.mark.slow
def test_documents_are_pasted_at_the_prompt_or_refused(terminal: Open, line: Line) -> None:
    session = line.new("--questions", "1")
    screen = practise(terminal, session)
    screen.show("The CV: a file")
    screen.type(b"nowhere.pdf\r")
    screen.wait_for(lambda text: text.count("The CV: a file") == 2)
    screen.type(b"\x1b[200~" + CV.encode() + b"\x1b[201~\r")
    screen.show("Ctrl-D send")
    screen.type(SEND)
    screen.show("The job description: a file")
    assert "Brook & Sons" in line.stored(session)["cv_text"]
    screen.type(SEND)
    screen.show("Enter: keep it")
    screen.type(SEND)
    assert screen.end() == 0


@pytest.mark.slow
def test_a_sitting_in_plain_lines(terminal: Open, line: Line) -> None:
    session = line.started(questions=1)
    screen = terminal("--plain", *OFFLINE, "practice", session)
    screen.show("Ctrl-X Ctrl-E: editor. Ctrl-C twice: leave.")
    screen.show("/hint: show what a good answer to this kind of question holds")
    screen.type(b"/hint\r")
    screen.wait_for(lambda text: "A good answer holds:" in text and text.endswith(">"))
    screen.type(STORY.encode() + SEND)
    screen.show(f"1/1, {len(STORY.split())} words")
    skip_rating(screen)
    screen.show("Enter: write the report")
    screen.type(b"n\r")
    assert screen.end() == 0
    assert "\x1b" not in screen.seen
    assert read_answers(line, session) == [(STORY, False)]


def test_tab_completes_the_path_of_a_document(
    terminal: Open, line: Line, documents: tuple[Path, Path]
) -> None:
    cv, job = documents
    session = line.new("--questions", "1")
    screen = practise(terminal, session)
    screen.show("The CV: a file")
    screen.type(f"{cv.parent}/my\t".encode())
    screen.show("/my cv.txt")
    screen.type(b"\r")
    screen.show("The job description: a file")
    screen.type(f"{job.parent}/job\t".encode())
    screen.show("/job's.md")
    screen.type(b"\r")
    screen.show("Question 1 of 1:")
    assert "Brook & Sons" in line.stored(session)["cv_text"]


def test_an_endpoint_that_fails_at_the_first_question(
    terminal: Open, line: Line, model: ModelServer
) -> None:
    session = line.at_stage("documents_uploaded")
    model.always = refuse(401)
    screen = terminal("practice", session)
    screen.show("Enter: try again, p: pause, o: go on with the offline coach")
    assert "error: nothing is lost, but the coach failed" in screen.text
    model.always = None
    screen.type(b"\r")
    screen.show("Question 1 of 3:")
    assert line.stored(session)["messages"][0]["coach"] == "openai"


@pytest.mark.parametrize("choice", [b"\r", b"o\r"])
def test_an_endpoint_that_fails_at_the_feedback(
    terminal: Open, line: Line, model: ModelServer, choice: bytes
) -> None:
    session = line.started(questions=1)
    model.always = refuse(401)
    screen = terminal("practice", session, NO_PAGER="1")
    answer(screen, 1, 1)
    skip_rating(screen)
    screen.show("Enter: try again, p: pause, o: go on")
    assert "error: all answers are saved, but the coach failed" in screen.text
    assert line.stored(session)["feedback"] is None
    model.always = None
    screen.type(choice)
    screen.show("Enter: write the report")
    coach = "openai" if choice == b"\r" else "offline"
    assert line.stored(session)["feedback"]["coach"] == coach


@pytest.mark.slow
@pytest.mark.parametrize("mode", [(), ("--plain",)])
def test_a_mistyped_command_is_named_at_enter(
    terminal: Open, line: Line, mode: tuple[str, ...]
) -> None:
    session = line.started()
    screen = terminal(*mode, *OFFLINE, "practice", session)
    screen.show(">")
    screen.show("/help")
    screen.type(b"/skpi\r")
    screen.show("there is no command /skpi (/skip /hint /back /pause /help)")
    screen.type(b"\x15/skip\r")
    screen.show("Question 2 of 3:")
    assert read_answers(line, session) == [("", True)]
