"""The REST endpoints of job posts."""

from tests.conftest import Line
from tests.web.conftest import Client
from tests.web.test_interviews_api import NOWHERE

GONE = "Session not found or expired. Please start a new conversation."


def test_a_whole_job_post(client: Client, line: Line) -> None:
    said = "We need a senior nurse in Leeds. skills: triage. duties: run the ward."
    post = client.ok(
        client.post(
            "/create-job-post", message=said, company_id="c-1", company_name="papaya trading"
        )
    )
    session = post["session_id"]
    assert (post["status"], post["company_id"], post["company_name"]) == (
        "success",
        "c-1",
        "papaya trading",
    )
    assert post["job_data"]["title"]
    assert post["agent_response"]
    details = client.ok(client.get(f"/job-post-session/{session}"))
    assert details == line("job-post", "show", session, "--json").json
    assert details["conversation_turns"] == 1
    changed = client.ok(client.post("/job-post-chat", message="full time", session_id=session))
    assert changed["job_data"]["employmentType"] == "FULL_TIME"
    again = client.ok(client.post("/create-job-post", message="pay: 38000 GBP", session_id=session))
    assert again["session_id"] == session
    deleted = client.ok(client.send("DELETE", f"/job-post-session/{session}"))
    assert deleted == {"status": "success", "session_id": session}
    client.refused(client.get(f"/job-post-session/{session}"), 404, "not_found")


def test_a_missing_or_expired_post_answers_with_the_document_of_the_command(
    client: Client, line: Line
) -> None:
    session = client.ok(client.post("/create-job-post", company_name="Acme"))["session_id"]
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    for named in (session, NOWHERE, "", "latest"):
        answer = client.post("/job-post-chat", message="a nurse", session_id=named)
        document = client.refused(answer, 404, "not_found")
        assert document["error"] == GONE
        assert document["session_id"] is None
        assert (document["job_data"], document["is_complete"]) == ({}, False)
        assert document["current_step"] == "getting_basic_info"
        assert "expired" in document["agent_response"]
    client.refused(client.get(f"/job-post-session/{NOWHERE}"), 404, "not_found")


def test_an_unknown_session_begins_a_new_post(client: Client, line: Line) -> None:
    expired = client.ok(client.post("/create-job-post", company_name="Acme"))["session_id"]
    line.edit(expired, last_updated="2020-01-01T00:00:00Z")
    for named in (NOWHERE, expired, "nonsense"):
        post = client.ok(
            client.post("/create-job-post", message="a cook", company_name="B", session_id=named)
        )
        assert post["session_id"] not in (NOWHERE, expired)
    client.refused(client.post("/create-job-post", message="a cook"), 400, "usage")
    client.refused(client.post("/create-job-post", company_name=" "), 400, "invalid")


def test_an_interview_is_not_a_job_post(client: Client, line: Line) -> None:
    session = client.new()
    client.refused(client.send("DELETE", f"/job-post-session/{session}"), 404, "not_found")
    client.refused(client.post("/job-post-chat", message="x", session_id=session), 404, "not_found")
    assert line.path(session).exists()
