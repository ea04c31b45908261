"""`interview job-post chat` at a terminal."""

import pytest

from tests.conftest import KEY, Line
from tests.model_server import ModelServer, refuse
from tests.terminal.conftest import Open

PASTED = b"\x1b[200~skills: triage\nduties: care for patients\x1b[201~\x04"


def test_a_conversation_up_to_the_complete_post(terminal: Open, line: Line) -> None:
    session = line("job-post", "new", "--company", "City Hospital").stdout.strip()
    screen = terminal("--coach", "offline", "job-post", "chat", session, TERM="dumb")
    screen.wait_for(lambda text: "Tell me about it" in text and text.endswith(">"))
    screen.type(b"a senior nurse in Leeds\x04")
    screen.wait_for(lambda text: "Which skills must the person have" in text and text.endswith(">"))
    screen.type(PASTED)
    screen.wait_for(lambda text: "Say yes to complete it" in text and text.endswith(">"))
    screen.type(b"yes\x04")
    assert screen.end() == 0
    stored = line.stored(session)
    assert stored["is_complete"]
    messages = [message for message in stored["messages"] if message["role"] == "user"]
    assert (
        messages[1]["content"] == "skills: triage\nduties: care for patients"
    )  # one turn, not two


@pytest.mark.slow
def test_leaving_keeps_the_messages(terminal: Open, line: Line) -> None:
    session = line("job-post", "new", "--company", "City Hospital").stdout.strip()
    turns = (
        ("a nurse in Leeds", "title: Nurse", b"\x04y", 0),
        ("senior", "level: senior", b"\x03\x03", 130),
    )
    for message, noted, keys, code in turns:
        screen = terminal("--coach", "offline", "job-post", "chat", session, TERM="dumb")
        screen.wait_for(lambda text: text.endswith(">"))
        screen.type(message.encode() + b"\x04")
        screen.wait_for(lambda text, noted=noted: noted in text and text.endswith(">"))
        screen.type(keys)
        assert screen.end() == code
    data = line.stored(session)["job_data"]
    assert (data["title"], data["experienceLevel"]) == ("Nurse", "senior")


@pytest.mark.slow
def test_a_model_that_fails(terminal: Open, line: Line, model: ModelServer) -> None:
    session = line("job-post", "new", "--company", "City Hospital").stdout.strip()
    model.script = [refuse(401)]
    screen = terminal("job-post", "chat", session, OPENAI_API_KEY=KEY)
    screen.show("Ctrl-D send")
    screen.type(b"a nurse in Leeds\x04")
    screen.show("Enter: try again, p: pause, o: go on with the offline coach")
    screen.type(b"p\r")
    assert screen.end() == 0
    again = terminal("--coach", "offline", "job-post", "chat", session)
    again.show("a nurse in Leeds")
    again.type(b"\x04")
    again.show("title: Nurse")
    again.show("0 words")
    again.type(b"\x03\x03")
    assert again.end() == 130
    messages = [message["content"] for message in line.stored(session)["messages"]]
    assert messages.count("a nurse in Leeds") == 1
