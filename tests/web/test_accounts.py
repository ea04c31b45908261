"""Several users of one server, each with a token of their own, on a real PostgreSQL."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

import psycopg
import pytest

from interview_cli.context import Run
from interview_cli.errors import UsageError
from interview_cli.store.accounts import derive_cookie, hash_cookie, hash_token
from interview_cli.store.postgres.shares import PostgresShares
from interview_cli.web.app import _APIS, _PAGES
from interview_cli.web.security import USERS_KNOWN_FOR_S
from interview_cli.web.server import Server
from interview_cli.web.turns import Turns
from tests.conftest import CV, STORY, Line
from tests.postgres import Database
from tests.web.conftest import Answer, Client, Start, create_run, serving

NAMES = ("ann", "bob", "kim")
FIELDS = {
    "number": "1", "answer": STORY, "message": "A nurse in Leeds", "date": "2999-01-01",
    "cv_text": CV, "went": "Well.", "quiet": "true", "again": "true", "name": "bob",
}  # fmt: skip
"""What some form takes; every form ignores the rest."""


@dataclass
class School:
    """A server with three users."""

    port: int
    database: Database
    run: Run
    """The command line of those who manage users."""
    tokens: dict[str, str]

    def client(self, name: str) -> Client:
        return Client(self.port, {"Authorization": f"Bearer {self.tokens[name]}"})

    def share(self, owner: str, session: str, reader: str) -> None:
        self.shares(owner).add(session, reader)

    def shares(self, owner: str) -> PostgresShares:
        return PostgresShares(self.run._connect(self.database.office), owner)

    def read_rows(self) -> list[tuple[object, ...]]:
        """Return all that is stored, as the owner of the tables sees it."""
        with psycopg.connect(self.database.admin) as connection:
            return [
                row
                for table in ("sessions", "drafts", "shares")
                for row in connection.execute(f"select * from interview_{table}".encode())
            ]


@pytest.fixture
def school(line: Line, database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    monkeypatch.setenv("INTERVIEW_STORE", database.office)
    office = create_run(line)
    tokens = {name: office.open_accounts().add(name) for name in NAMES}
    monkeypatch.setenv("INTERVIEW_STORE", database.address)
    run = create_run(line)
    with serving(run) as client:
        yield School(client.port, database, office, tokens)
    run.close()
    office.close()


def list_routes() -> list[tuple[str, str]]:
    """Return method and path of every page and endpoint that names a session."""
    routes = [route for module in (*_APIS, *_PAGES) for route in module.router.routes]
    return [
        (method, route.path)
        for route in routes
        if "{id}" in route.path or "{session_id}" in route.path
        for method in sorted(route.methods)
    ]


def send(client: Client, method: str, path: str, session: str, post: str) -> Answer:
    """Call a route on an interview, or where it is one of job posts on a job post."""
    wanted = post if "job-post" in path else session
    named = (
        path.replace("{id}", wanted)
        .replace("{session_id}", wanted)
        .replace("{number}", "1")
        .replace("{name}", "kim")
    )
    if named.endswith("/export"):
        named += "?format=md"  # a PDF takes longer
    return client.get(named) if method == "GET" else client.form(method, named, **FIELDS)


def open_post(client: Client) -> str:
    reply = client.post("/create-job-post", company_name="Acme", message="a nurse in Leeds")
    post: str = client.ok(reply)["session_id"]
    return post


def test_each_user_has_sessions_of_their_own(school: School) -> None:
    ann, bob = school.client("ann"), school.client("bob")
    session, other = ann.started(job_title="Nurse"), bob.new(job_title="Baker")
    ann.post(f"/session/{session}/draft", number=1, answer="half a sentence")
    for client, own, hidden in ((ann, session, other), (bob, other, session)):
        listed = client.ok(client.get("/api/interviews"))
        assert [row["session_id"] for row in listed["sessions"]] == [own]
        page = client.get("/").text
        assert own in page
        assert hidden not in page
    assert "Sign out ann" in ann.get("/").text
    assert "half a sentence" in ann.get(f"/session/{session}/interview").text
    with psycopg.connect(school.database.admin) as connection:
        owners = connection.execute("select owner, id::text from interview_sessions").fetchall()
    assert set(owners) == {("ann", session), ("bob", other)}


def test_nobody_gets_in_without_a_valid_token(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = school.tokens["ann"]
    cookie = derive_cookie(token)
    forged = (
        *("x", "", "ann", token[:-1], token + "x", token.swapcase(), "é"),
        # What stands in the database, and what is derived from it:
        *(hash_token(token).hex(), hash_cookie(cookie).hex(), cookie),
    )
    nobody = Client(school.port)
    for given in forged:
        quoted = given.encode("utf-8").decode("latin-1")
        assert nobody.get("/", Authorization=f"Bearer {quoted}").status == 401, given
        if given != cookie:
            assert nobody.get("/", Cookie=f"interview_token={quoted}").status == 401, given
        assert "set-cookie" not in nobody.post("/start", token=given).headers, given
    assert nobody.get("/", Cookie=f"interview_token={token}").status == 401
    for path in ("/", "/docs", "/static/app.css", "/api/interviews", "/shared"):
        assert nobody.get(path).status == 401
    assert 'action="/start"' in nobody.get("/").text
    document = nobody.refused(nobody.get("/api/interviews"), 401, "usage")
    assert document["error"] == "this server needs the token of a user."


def test_a_browser_gets_a_cookie_and_gives_it_back(school: School) -> None:
    browser = Client(school.port)
    assert 'name="token"' in browser.get("/start").text
    answer = browser.get(f"/start?token={school.tokens['kim']}")
    assert (answer.status, answer.place) == (303, "/")
    cookie, *attributes = answer.headers["set-cookie"].split("; ")
    assert {"HttpOnly", "SameSite=strict"} <= set(attributes)
    assert school.tokens["kim"] not in cookie
    assert "Sign out kim" in browser.get("/", Cookie=cookie).text
    # A link that somebody else sent does not put their user in the place of the present one.
    link = f"/start?token={school.tokens['ann']}"
    asked = browser.get(link, Cookie=cookie)
    assert "set-cookie" not in asked.headers
    assert "signed in as kim" in asked.text
    assert browser.get(f"/start?token={school.tokens['kim']}", Cookie=cookie).status == 303
    typed = urlencode({"token": school.tokens["ann"]}).encode()
    form = {"content-type": "application/x-www-form-urlencoded", "Cookie": cookie}
    assert "set-cookie" in browser.send("POST", "/start", typed, form).headers
    gone = browser.send("POST", "/sign-out", headers={"Cookie": cookie})
    assert (gone.status, gone.place) == (303, "/start")
    assert "Max-Age=0" in gone.headers["set-cookie"]


def test_an_ended_token_ends_at_once_with_its_cookie(school: School) -> None:
    bob, cookie = school.client("bob"), derive_cookie(school.tokens["bob"])
    assert bob.get("/api/interviews").status == 200
    new = school.run.open_accounts().renew_token("bob")
    assert bob.get("/api/interviews").status == 401
    assert Client(school.port).get("/", Cookie=f"interview_token={cookie}").status == 401
    school.tokens["bob"] = new
    assert school.client("bob").get("/api/interviews").status == 200
    school.run.open_accounts().remove("bob", with_sessions=False)
    assert school.client("bob").get("/api/interviews").status == 401
    assert school.client("ann").get("/api/interviews").status == 200


def test_the_id_of_another_user_is_no_use(school: School) -> None:
    ann, bob = school.client("ann"), school.client("bob")
    session, post = ann.finished(max_questions=1), open_post(ann)
    ann.ok(ann.put(f"/api/interviews/{session}/plan", date="2999-01-01"))
    before = school.read_rows()
    for method, path in list_routes():
        answer = send(bob, method, path, session, post)
        assert answer.status == 404, (method, path, answer.text)
        assert "Electrician" not in answer.text
    for words in ({"session": session}, {"from": session}):
        ((name, value),) = words.items()
        assert "Electrician" not in bob.get(f"/?{name}={value}").text
        assert bob.get(f"/api/compare?{name}={value}").status in (400, 404, 409)
    assert bob.post("/api/interviews", **{"from": session}).status == 404
    assert bob.post("/job-post-chat", session_id=post, message="Rename it").status == 404
    given = {"job_title": "Cook", "company_name": "Inn", "job_post": post}
    assert bob.post("/api/interviews", **given).status == 404
    assert school.read_rows() == before


def test_a_shared_session_can_be_read_and_nothing_else(school: School) -> None:
    ann, kim = school.client("ann"), school.client("kim")
    session, begun, post = ann.finished(max_questions=1), ann.started(), open_post(ann)
    ann.ok(ann.put(f"/api/interviews/{session}/plan", date="2999-01-01"))
    for shared in (session, begun, post):
        school.share("ann", shared, "kim")
    before = school.read_rows()

    listed = kim.ok(kim.get("/api/interviews"))
    assert listed["sessions"] == []
    assert {row["session_id"] for row in listed["shared"]} == {session, begun, post}
    assert {row["shared_by"] for row in listed["shared"]} == {"ann"}
    for path in ("/", "/shared"):
        page = kim.get(path).text
        assert page.count("shared by ann") == 3, path
        assert "/keep" not in page
        assert "/delete" not in page
    for method, path in list_routes():
        for interview in (session, begun):
            answer = send(kim, method, path, interview, post)
            if method != "GET":
                assert answer.status == 403, (method, path, answer.text)
                assert "only ann can change it" in answer.text
            elif path.endswith(("/delete", "/share", "/shares")):
                assert answer.status == 403
            elif interview == session:
                # 409: no question is left that could be previewed
                assert answer.status in (200, 303, 409), (method, path, answer.text)
    for form in ({"from": session}, {"job_title": "C", "company_name": "I", "job_post": post}):
        assert kim.post("/api/interviews", **form).status == 403
    assert kim.post("/job-post-chat", session_id=post, message="Rename it").status == 403
    assert kim.get(f"/?from={session}").status == 403
    assert school.read_rows() == before

    assert kim.ok(kim.get(f"/api/interviews/{begun}"))["shared_by"] == "ann"
    assert school.client("bob").get(f"/api/interviews/{session}").status == 404
    assert school.shares("ann").remove(session, "kim") == ["kim"]
    assert kim.get(f"/session/{session}/feedback").status == 404
    assert kim.get(f"/session/{begun}/interview").status == 200


def test_an_owner_shares_on_the_page_and_by_rest(school: School) -> None:
    ann, kim = school.client("ann"), school.client("kim")
    session = ann.new()
    path, api = f"/session/{session}/share", f"/api/interviews/{session}"
    assert f'href="{path}"' in ann.get(f"/session/{session}/upload").text
    assert "Nobody but you" in ann.get(path).text
    assert ann.post(path, name="kim").place == path
    assert "Stop sharing with kim" in ann.get(path).text
    assert kim.get(api).status == 200
    assert ann.post(path, name="kim", stop="true").status == 303
    assert kim.get(api).status == 404
    for name, status in (("nobody", 404), ("ann", 400), ("a b", 400), ("", 400)):
        assert ann.post(path, name=name).status == status, name
    assert ann.ok(ann.put(f"{api}/shares/kim"))["shared_with"] == ["kim"]
    assert ann.ok(ann.get(f"{api}/shares"))["shared_with"] == ["kim"]
    document = ann.refused(ann.put(f"{api}/shares/nobody"), 404, "not_found")
    assert document["hint"] == "check the name of the user"
    deleted = ann.send("DELETE", f"{api}/shares/kim")
    assert ann.ok(deleted)["shared_with"] == []
    assert kim.get(api).status == 404


def test_the_pages_of_a_shared_session_have_no_buttons_that_change_it(school: School) -> None:
    ann, kim = school.client("ann"), school.client("kim")
    sessions = [ann.new(), ann.started(), ann.answered(max_questions=1)]
    sessions.append(ann.finished(max_questions=1))
    ann.ok(ann.put(f"/api/interviews/{sessions[3]}/plan", date="2999-01-01"))
    ann.ok(ann.put(f"/api/interviews/{sessions[3]}/debrief", went="Well."))
    post = open_post(ann)
    pages = [
        *(f"/session/{session}/{page}" for session in sessions for page in PAGES),
        f"/job-post/{post}",
    ]
    for shared in (*sessions, post):
        school.share("ann", shared, "kim")
    has_buttons = partial(re.findall, r'method="post" action="(?!/sign-out)|\?from=|formaction')
    for page in pages:
        answer = kim.get(page)
        assert answer.status in (200, 303), page
        if answer.status == 200:
            assert not has_buttons(answer.text), page
            assert "ann shares this session with you" in answer.text, page
        assert "shares this session" not in ann.get(page).text
    assert any(has_buttons(ann.get(page).text) for page in pages)


PAGES = ("upload", "interview", "feedback", "plan", "debrief")


def test_a_turn_is_joined_by_its_own_user_only() -> None:
    turns = Turns()
    ann, bob = turns.of("ann"), turns.of("bob")
    gate, work = iter(()), lambda _: next(gate, None)
    running = ann._running["ann", "the id", "ask"] = object()
    assert ann.start("the id", "ask", work) is running
    assert bob.start("the id", "ask", work) is not running
    assert not bob.is_asking("the id")


def test_a_database_that_fails_lets_nobody_in(school: School) -> None:
    with psycopg.connect(school.database.admin) as connection:
        connection.execute("revoke execute on function interview_find_user from interview_app")
    ann = school.client("ann")
    assert ann.refused(ann.get("/api/interviews"), 500, "storage")["hint"] is None
    assert ann.get("/").status == 500


def test_a_server_that_cannot_ask_for_users_does_not_start(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", "postgresql://web@127.0.0.1:9/none")
    assert "cannot be reached" in line("serve", "--port", "0", exit_code=6).stderr


def test_users_make_a_server_safe_to_be_reached(
    line: Line, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", database.office)
    run = create_run(line)
    with pytest.raises(UsageError):
        Server.listen(run, "0.0.0.0", 0, [])
    run.open_accounts().add("ann")
    server = Server.listen(run, "0.0.0.0", 0, [])
    assert server.start_link.endswith("/start")
    server.socket.close()
    run.close()


def test_the_first_user_closes_a_server_that_runs(
    line: Line, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_STORE", database.office)
    monkeypatch.setenv("INTERVIEW_TOKEN", "sesame-and-more")
    run = create_run(line)
    accounts = run.open_accounts()
    with serving(run) as nobody:
        owner = Client(nobody.port, {"Authorization": "Bearer sesame-and-more"})
        session = owner.new(company_name="Inn")
        token = accounts.add("ann")
        time.sleep(USERS_KNOWN_FOR_S)  # for so long a server relies on what it knows
        assert owner.get("/api/interviews").status == 401
        assert "set-cookie" not in nobody.get("/start?token=sesame-and-more").headers
        ann = Client(nobody.port, {"Authorization": f"Bearer {token}"})
        assert ann.ok(ann.get("/api/interviews"))["sessions"] == []
        assert ann.get(f"/api/interviews/{session}").status == 404
        accounts.remove("ann", with_sessions=False)
        for client in (owner, ann, nobody):
            assert client.get("/").status == 401
    run.close()


@pytest.mark.slow
def test_the_token_of_the_server_lets_nobody_in_beside_users(
    school: School, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERVIEW_TOKEN", "sesame-and-more")
    process, client, link = start()
    assert link.endswith("/start")
    assert client.get("/", Authorization="Bearer sesame-and-more").status == 401
    own = client.get(f"/start?token={school.tokens['ann']}")
    assert own.status == 303
    process.terminate()
    _, log = process.communicate()
    assert "INTERVIEW_TOKEN lets nobody in: the database has users" in log
    for secret in (*school.tokens.values(), "sesame-and-more"):
        assert secret not in log
