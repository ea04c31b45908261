"""Who may use the server, and what every answer says."""

import pytest

from tests.conftest import CV, STORY, Line
from tests.web.conftest import Client, create_run, serving

TOKEN = "a token that nobody guesses"


@pytest.fixture
def guarded(line: Line, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INTERVIEW_TOKEN", TOKEN)
    with serving(create_run(line)) as client:
        yield client


def test_another_host_is_refused_whatever_the_other_headers_say(client: Client) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.", "", "a b"):
        headers = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
        assert client.send("GET", "/", headers=headers).status in (400, 403), host
        assert client.send("POST", "/api/interviews", headers=headers).status in (400, 403), host


def test_the_loopback_names_are_allowed(client: Client) -> None:
    for host in ("localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000"):
        assert client.get("/api/interviews", Host=host).status == 200, host


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://OWN"}, 403),
        ({"Origin": "http://OWN"}, 200),
        ({"Origin": "http://localhost:1"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
    ],
)
def test_a_change_that_another_site_asks_for_is_refused(
    client: Client, headers: dict[str, str], status: int
) -> None:
    own = f"127.0.0.1:{client.port}"
    named = {name: value.replace("OWN", own) for name, value in headers.items()}
    body = b"job_title=Nurse&company_name=Acme"
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert client.send("POST", "/api/interviews", body, form | named).status == status
    assert len(client.get("/api/interviews").json["sessions"]) == (status == 200)


def test_every_answer_says_what_a_browser_must_not_do(client: Client) -> None:
    for path in ("/", "/docs", "/nothing", "/api/interviews", "/api/nothing", "/static/app.js"):
        require_safe(client.get(path).headers)


def require_safe(headers: dict[str, str]) -> None:
    policy = headers["content-security-policy"]
    for words in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
        assert words in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' " not in f"{policy} ".replace("script-src 'self';", "")
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_no_folder_is_listed_and_no_other_file_is_sent(client: Client) -> None:
    inside = ("/static/", "/static/../app.py", "/static/%2e%2e/app.py")
    for path in (*inside, "/session/..%2f..%2fetc", "/%00"):
        assert client.get(path).status == 404, path


def test_text_of_a_user_is_never_markup(client: Client) -> None:
    evil = "<script>alert(1)</script>"
    session = client.finished(
        job_title=evil, company_name=f'"><img src=x>{evil}', max_questions=1, cv_text=f"{CV}{evil}"
    )
    post = client.ok(client.post("/create-job-post", message=evil, company_name=evil))
    api = f"/api/interviews/{session}"
    client.ok(client.put(f"{api}/plan", date="2999-01-01"))
    client.ok(client.put(f"{api}/debrief", questions=f"{evil}?", went=evil))
    pages = ["upload", "interview", "feedback", "map", "plan", "debrief", "delete"]
    for path in [
        *("/", "/compare", "/stories", f"/compare?session={session}"),
        *("/job-posts", f"/job-post/{post['session_id']}"),
        *(f"/session/{session}/{page}" for page in pages),
    ]:
        answer = client.get(path)
        assert answer.status == 200, path
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
    missing = client.get(f"/session/{evil}/interview")
    assert "<script>alert" not in missing.text


def test_a_body_is_counted_whatever_its_length_is_said_to_be(client: Client) -> None:
    session = client.started()
    api = f"/api/interviews/{session}"
    much = client.post(f"{api}/answer", answer="x" * 5_000_000)
    client.refused(much, 413, "usage")
    file = client.put(f"{api}/documents", cv=("cv.txt", b"x" * 40_000_000))
    client.refused(file, 413, "usage")
    large = client.put(f"{api}/documents", cv=("cv.txt", b"x" * 16_000_001))
    assert "larger than 16 MB" in client.refused(large, 400, "invalid")["error"]
    long = client.post(f"{api}/answer", answer="é" * 50_001)
    client.refused(long, 400, "invalid")
    assert client.ok(client.get(api))["answered_count"] == 0


class TestToken:
    """With INTERVIEW_TOKEN every request needs it."""

    def test_nothing_is_shown_without_it(self, guarded: Client) -> None:
        for path in ("/", "/docs", "/static/app.css", "/api/interviews"):
            wrong = ({}, {"Authorization": "Bearer x"}, {"Cookie": f"interview_token={TOKEN}"})
            for headers in wrong:
                assert guarded.send("GET", path, headers=headers).status == 401, path

    def test_a_program_sends_it(self, guarded: Client) -> None:
        for scheme in ("Bearer", "bearer"):
            answer = guarded.get("/api/interviews", Authorization=f"{scheme} {TOKEN}")
            assert answer.status == 200

    def test_a_browser_gets_a_cookie_at_once(self, guarded: Client) -> None:
        answer = guarded.get("/start?token=" + TOKEN.replace(" ", "%20"))
        assert (answer.status, answer.place) == (303, "/")
        cookie, *attributes = answer.headers["set-cookie"].split("; ")
        assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(attributes)
        assert TOKEN not in cookie
        assert guarded.get("/", Cookie=f"other=1; {cookie}").status == 200

    def test_a_user_types_it(self, guarded: Client) -> None:
        assert 'name="token"' in guarded.get("/start").text
        assert guarded.post("/start", token="wrong").status == 401
        assert guarded.post("/start", token=TOKEN).status == 303

    def test_the_page_without_it_asks_for_it_and_loads_nothing(self, guarded: Client) -> None:
        pages = [guarded.get("/start"), guarded.get("/"), guarded.post("/start", token="wrong")]
        assert [page.status for page in pages] == [200, 401, 401]
        for page in pages:
            assert 'action="/start"' in page.text
            assert 'name="token"' in page.text
            for word in ("<link", "<script", "src="):  # they would be refused
                assert word not in page.text
        told = [page.text.count("This is not the token") for page in pages]
        assert told == [0, 0, 1]

    def test_a_host_is_refused_before_the_token_is_looked_at(self, guarded: Client) -> None:
        headers = {"Host": "evil.example", "Authorization": f"Bearer {TOKEN}"}
        assert guarded.send("GET", "/", headers=headers).status == 403


def test_a_bug_is_answered_without_its_words(
    line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("my CV and my key")

    monkeypatch.setattr("interview_cli.web.interviews_api.build_listing_payload", fail)
    monkeypatch.setattr("interview_cli.web.interview_turns.ask_question", fail)
    with serving(create_run(line)) as client:
        document = client.refused(client.get("/api/interviews"), 500, "internal")
        assert "ZeroDivisionError in " in document["error"]
        session = client.new()
        turn = client.refused(client.post(f"/api/interviews/{session}/question"), 500, "internal")
        stream = client.send(
            "POST", f"/session/{session}/question", headers={"Accept": "text/event-stream"}
        )
        page = client.post(f"/session/{session}/question")
    assert page.status == 500
    for text in (str(document), str(turn), stream.text, page.text, caplog.text):
        assert "my CV" not in text
        assert "Traceback" not in text


def test_an_upload_that_is_no_form(client: Client) -> None:
    session = client.new()
    path = f"/api/interviews/{session}/documents"
    for kind in ("multipart/form-data", "multipart/form-data; boundary=x", "application/json"):
        answer = client.send("PUT", path, b'{"cv_text": "x"}', {"content-type": kind})
        assert answer.status == 400, kind
    many = {f"f{number}": ("a.txt", b"x") for number in range(1_001)}
    assert client.put(path, **many).status == 400


def test_a_draft_and_an_answer_from_elsewhere_change_nothing(client: Client, line: Line) -> None:
    session = client.started()
    for path in ("answer", "draft", "question", "keep", "delete", "feedback"):
        headers = {
            "Sec-Fetch-Site": "cross-site",
            "content-type": "application/x-www-form-urlencoded",
        }
        body = f"number=1&answer={STORY}".encode()
        assert client.send("POST", f"/session/{session}/{path}", body, headers).status == 403
    assert line.stored(session)["messages"][1:] == []
