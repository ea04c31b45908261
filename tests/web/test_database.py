"""The page and the REST endpoints on a real PostgreSQL."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from interview_cli.store.postgres.connection import MAX_CONNECTIONS
from tests import postgres
from tests.conftest import STORIES, STORY, Line
from tests.cutting_proxy import Cut, CuttingProxy
from tests.postgres import Database
from tests.web.conftest import Client, create_run, serving
from tests.web.test_turns import begin, read_end


@pytest.fixture
def proxy(database: Database) -> Iterator[CuttingProxy]:
    proxy = CuttingProxy(postgres.start_once(Path(os.environ[postgres.SHARED])))
    yield proxy
    proxy.close()


@pytest.fixture
def client(
    line: Line, database: Database, proxy: CuttingProxy, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    monkeypatch.setenv("INTERVIEW_STORE", proxy.address(database.address))
    run = create_run(line)
    with serving(run) as client:
        yield client
    run.close()


def test_a_whole_interview(client: Client, line: Line) -> None:
    session = client.new()
    path = f"/session/{session}"
    begun = begin(client, f"{path}/question")
    assert read_end(begun.getresponse().read())["event"] == "end"
    begun.close()
    assert client.post(f"{path}/draft", number=1, answer="half a sentence").status == 303
    assert "half a sentence" in client.get(f"{path}/interview").text
    for number, story in enumerate(STORIES[:3], start=1):
        begun = begin(client, f"{path}/answer", number=number, answer=story)
        assert read_end(begun.getresponse().read())["event"] == "end"
        begun.close()
    assert "half a sentence" not in client.get(f"{path}/interview").text
    client.ok(client.post(f"/api/interviews/{session}/feedback"))
    assert "Electrician" in client.get("/").text
    for page in ("upload", "interview", "feedback", "plan"):
        assert client.get(f"{path}/{page}").status == 200
    assert line("status", session, "--json").json["stage"] == "feedback_generated"
    client.ok(client.send("DELETE", f"/api/interviews/{session}"))
    client.refused(client.get(f"/api/interviews/{session}"), 404, "not_found")
    assert not (line.home / "sessions").exists()


def test_many_users_share_few_connections(client: Client, database: Database) -> None:
    count = 3 * MAX_CONNECTIONS

    def hold(number: int) -> str:
        session = client.started(company_name=f"Company {number}")
        text = f"{STORY} It was case {number}."
        client.ok(client.post(f"/api/interviews/{session}/answer", answer=text, number=1))
        return session

    with ThreadPoolExecutor(count) as pool:
        sessions = list(pool.map(hold, range(count)))
    with psycopg.connect(database.admin) as connection:
        rows = connection.execute("select id::text, doc from interview_sessions").fetchall()
        (opened,) = connection.execute(
            "select count(*) from pg_stat_activity"
            " where datname = current_database() and application_name = 'interview'"
        ).fetchone() or (0,)
    documents = dict(rows)
    assert documents.keys() == set(sessions)
    for number, session in enumerate(sessions):
        assert f"It was case {number}." in documents[session]
    assert 1 < opened <= MAX_CONNECTIONS


def test_a_database_that_is_gone_for_a_while(
    client: Client, database: Database, proxy: CuttingProxy
) -> None:
    session = client.started()
    with psycopg.connect(database.admin) as connection:
        connection.execute(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = 'app'"
            " and datname = current_database()"
        )
    # The connections that lay idle are gone; new ones are made without a word.
    client.ok(client.get(f"/api/interviews/{session}"))
    proxy.set(Cut(1, "before", is_for_good=True))
    answer = f"/api/interviews/{session}/answer"
    for response in (client.post(answer, answer=STORY, number=1), client.get("/api/interviews")):
        document = client.refused(response, 500, "storage")
        assert "the database cannot be reached" in document["error"]
    assert "he database cannot be reached" in client.get("/").text
    proxy.set(None)
    client.ok(client.post(answer, answer=STORY, number=1))
    assert client.ok(client.get(f"/api/interviews/{session}"))["answered_count"] == 1
