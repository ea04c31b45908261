"""Comparison, plan, stories, debrief and import over HTTP: the endpoints and the pages."""

import re
from datetime import datetime, timedelta

import pytest

from tests.commands.test_import import TEXT
from tests.conftest import CV, Line
from tests.web.conftest import Client
from tests.web.test_pages import open_page, send

pytestmark = pytest.mark.slow  # they start processes and wait for models

NOWHERE = "01a21f00-0000-7000-8000-000000000000"
DAY = str(datetime.now().astimezone().date() + timedelta(days=9))


def test_the_endpoints_answer_what_the_commands_print(client: Client, line: Line) -> None:
    session = client.finished()
    for name in ("compare", "stories"):
        document = client.ok(client.get(f"/api/{name}?session={session}"))
        assert document.pop("damaged") == []
        assert document == line(name, session, "--json").json
    api = f"/api/interviews/{session}"
    client.refused(client.get(f"{api}/plan"), 400, "invalid")
    planned = client.ok(client.put(f"{api}/plan", date=DAY))
    assert planned == client.ok(client.get(f"{api}/plan")) == line("plan", session, "--json").json
    noted = client.ok(client.put(f"{api}/debrief", questions="Why us?\nHow?", outcome="offer"))
    assert noted == line("debrief", session, "--json").json
    later = client.ok(client.put(f"{api}/debrief", went="Well."))
    assert (later["debrief"]["outcome"], later["debrief"]["went"]) == ("offer", "Well.")
    assert client.ok(client.get("/api/compare"))["sessions"][0]["outcome"] == "offer"


@pytest.mark.parametrize(
    ("path", "kind", "start"),
    [
        ("/api/compare/export?format=html", "text/html", b"<!doctype html>"),
        ("/api/compare/export?format=md", "text/markdown", b"# "),
        ("/api/stories/export?format=pdf", "application/pdf", b"%PDF"),
        ("/api/interviews/{id}/plan/calendar", "text/calendar", b"BEGIN:VCALENDAR\r\n"),
    ],
)
def test_files(client: Client, path: str, kind: str, start: bytes) -> None:
    session = client.finished()
    client.ok(client.put(f"/api/interviews/{session}/plan", date=DAY))
    answer = client.get(path.replace("{id}", session))
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.content.startswith(start)


def test_an_import_is_reviewed(client: Client, line: Line) -> None:
    document = client.ok(
        client.post(
            "/api/import",
            transcript=("folder\\held.txt", TEXT.encode()),
            job_title="Nurse",
            company_name="Acme",
            cv_text=CV,
        )
    )
    assert document["questions"] == len(document["feedback"]["answers"]) == 3
    assert line.stored(document["session_id"])["transcript_source"] == "held.txt"


def test_refusals(client: Client) -> None:
    client.refused(client.get("/api/compare"), 404, "not_found")
    client.refused(client.get(f"/api/compare?session={NOWHERE}"), 404, "not_found")
    client.refused(client.get("/api/stories?session=latest"), 404, "not_found")
    client.refused(client.post("/api/import", transcript_text="Just words."), 400, "invalid")
    client.refused(client.post("/api/import", me="Jo"), 400, "usage")
    session = client.new()
    api = f"/api/interviews/{session}"
    client.refused(client.put(f"{api}/plan", date="2001-01-01"), 400, "invalid")
    error = client.refused(client.put(f"{api}/debrief", outcome="great"), 400, "usage")
    assert error["error"].startswith("outcome: input should be 'waiting', ")
    file = ("held.txt", TEXT.encode() + b" " * 16_000_000)
    client.refused(client.post("/api/import", transcript=file), 400, "invalid")
    client.refused(client.get(f"/api/compare?session={session}"), 409, "conflict")


def test_the_page_of_a_comparison_has_the_table_and_the_chart(client: Client) -> None:
    empty = open_page(client, "/compare")
    assert "Compare" in empty.heading()
    client.finished()
    client.finished()
    page = open_page(client, "/compare")
    assert page.text.count("<svg ") == 1
    assert "show a direction" in page.text
    assert re.search(r'<th scope="row">impact</th>', page.text)
    assert "trend" not in page.text.lower()


def test_a_page_shows_the_sessions_that_are_chosen_in_its_form(client: Client, line: Line) -> None:
    first, second, other = (client.finished() for _ in range(3))
    line.edit(other, job_title="Sous Chef", job_description_text="Cook in a busy kitchen.")
    page = open_page(client, "/compare")
    assert "2 lines of work" in page.text
    assert page.text.count("<svg ") == 2
    for area in ("compare", "stories"):
        assert open_page(client, f"/{area}").text.count('type="checkbox" name="session"') == 3
    page = open_page(client, f"/compare?session={first}&session={other}")
    assert "for different jobs" in page.text
    assert "Verdict" not in page.text
    assert second[-8:] not in page.text
    assert 'href="/compare">All sessions' in page.text
    document = client.ok(client.get(f"/api/compare?session={first}&session={other}"))
    assert (document["mixed_jobs"], document["groups"][0]["basis"]) == (True, None)


def test_the_pages_of_a_plan_and_a_debrief(client: Client, line: Line) -> None:
    session = client.finished()
    page = open_page(client, f"/session/{session}/plan")
    refused = client.post(f"/session/{session}/plan", date="2001-01-01")
    assert (refused.status, "in the past" in refused.text) == (400, True)
    page = send(client, page, "/plan", date=DAY)
    assert "(due)" in page.text
    assert line.stored(session)["interview_date"] == DAY
    page = open_page(client, f"/session/{session}/debrief")
    page = send(client, page, "/debrief", questions="Why us?\n", went="Well.", outcome="offer")
    assert "Outcome: offer" in page.text
    assert line.stored(session)["debrief"]["outcome"] == "offer"
    assert "Cases you told" in open_page(client, "/stories").text


def test_the_page_of_an_import(client: Client, line: Line) -> None:
    page = open_page(client, "/import")
    refused = client.post("/import", transcript_text="Anna: Why us?\nJo: It is near.")
    assert (refused.status, "which of the speakers" in refused.text) == (400, True)
    assert "It is near." in refused.text
    file = ("held.txt", b"Anna: Why us?\nJo: I like it here.")
    refused = client.post("/import", transcript=file, me="Kim")
    assert (refused.status, "I like it here." in refused.text) == (400, True)
    assert 'value="Kim"' in refused.text
    page = send(client, page, "/import", transcript_text=TEXT, job_title="Nurse")
    page = send(client, page, "/feedback")
    assert "Held elsewhere; transcript: pasted text" in page.text
