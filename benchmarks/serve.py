"""The page under load: clients that answer questions at once, and how long each page takes.

The server is a process of its own, and so is the model, which answers without delay. Every client
holds its interview until the time is over; then every answer that was acknowledged is looked for in
the session's file. Times are those of the client, in milliseconds.

    python -m benchmarks.serve [--clients 50] [--seconds 60] [--pause 2]

A client waits `--pause` seconds before each request of an interview, half of it more or less:
people wait much longer, and not in step. With 0 it measures a server that has more to do than it
can.
"""

import argparse
import http.client
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from interview_cli.context import Run
from interview_cli.store.ids import generate_id
from tests.conftest import CV, JOB, STORY
from tests.model_server import ModelServer
from tests.model_server import serving as serving_model

QUESTIONS = 20
MANY_SESSIONS = 10_000
WARM_UP_S = 4
"""A server that has just started prepares its first turns for about a second."""
BARE = """
import sys, uvicorn
from contextlib import asynccontextmanager
from fastapi import FastAPI
@asynccontextmanager
async def live(_):
    print("ready", flush=True)
    yield
app = FastAPI(lifespan=live)
@app.get("/")
def read() -> dict[str, str]:
    return {"status": "ok"}
uvicorn.run(app, port=int(sys.argv[1]), log_level="error")
"""


class Client:
    """One user, on one connection."""

    def __init__(self, port: int, times: dict[str, list[float]]) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self._times = times

    def send(self, name: str, method: str, path: str, **fields: Any) -> bytes:
        """Send a request under a name, and return the body of a good answer."""
        body = urlencode(fields) if fields else None
        kind = {"content-type": "application/x-www-form-urlencoded"} if fields else {}
        began = time.perf_counter()
        self._connection.request(method, path, body, kind)
        response = self._connection.getresponse()
        content = response.read()
        self._times.setdefault(name, []).append(1000 * (time.perf_counter() - began))
        if response.status not in (200, 303):
            raise RuntimeError(f"{method} {path}: {response.status} {content[:300]!r}")
        return content

    def create(self) -> str:
        fields = {"cv_text": CV, "job_text": JOB, "max_questions": QUESTIONS}
        made = self.send(
            "create", "POST", "/api/interviews", job_title="Electrician", company_name="A", **fields
        )
        session: str = json.loads(made)["session_id"]
        return session


def hold_interviews(
    port: int, until: float, pause: Callable[[], None], times: dict[str, list[float]]
) -> dict[str, list[str]]:
    """Answer questions until the time is over; return the acknowledged answers by session."""
    client = Client(port, times)
    given: dict[str, list[str]] = {}
    while time.monotonic() < until:
        session = client.create()
        answers = given.setdefault(session, [])
        client.send("question (turn)", "POST", f"/session/{session}/question")
        for number in range(1, QUESTIONS + 1):
            pause()
            client.send("interview page", "GET", f"/session/{session}/interview")
            pause()
            if time.monotonic() > until:
                break
            client.send("draft", "POST", f"/session/{session}/draft", number=number, answer="I …")
            text = f"{STORY} Case {number} of {session}."
            path = f"/session/{session}/answer"
            client.send("answer (turn)", "POST", path, number=number, answer=text)
            answers.append(text)
        client.send("list", "GET", "/")
        client.send("documents page", "GET", f"/session/{session}/upload")
    return given


def run_clients(
    port: int, count: int, seconds: float, pause_s: float
) -> tuple[dict[str, list[float]], dict[str, list[str]], int]:
    """Return the times, the acknowledged answers, and the number of errors."""
    times: dict[str, list[float]] = {}
    given: dict[str, list[str]] = {}
    errors: list[str] = []
    until = time.monotonic() + seconds

    def work(number: int) -> None:
        rhythm = random.Random(number)

        def pause() -> None:
            time.sleep(pause_s * rhythm.uniform(0.5, 1.5))

        time.sleep(pause_s * number / count)  # they do not all begin at once
        try:
            given.update(hold_interviews(port, until, pause, times))
        except Exception as error:  # noqa: BLE001 # an error of any kind is what is counted
            errors.append(repr(error))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors[:5]:
        print("  error:", error)
    return times, given, len(errors)


def count_lost(home: Path, given: dict[str, list[str]]) -> int:
    """Return how many acknowledged answers are not in the files."""
    lost = 0
    for session, answers in given.items():
        stored = json.loads((home / "sessions" / f"{session}.json").read_text("utf-8"))
        kept = {message["content"] for message in stored["messages"]}
        lost += sum(answer not in kept for answer in answers)
    return lost


def print_times(times: dict[str, list[float]]) -> None:
    print(f"  {'':22}{'count':>7}{'p50 ms':>9}{'p99 ms':>9}")
    for name, measured in sorted(times.items()):
        ordered = sorted(measured)
        p50, p99 = ordered[len(ordered) // 2], ordered[int(0.99 * (len(ordered) - 1))]
        print(f"  {name:22}{len(ordered):7}{p50:9.1f}{p99:9.1f}")


def find_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@contextmanager
def serving(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
        try:
            assert process.stdout
            process.stdout.readline()  # a server says when it is ready
            yield process
        finally:
            lost = process.poll()
            process.terminate()
            process.wait()
            if lost is not None:
                errors.seek(0)
                print(f"  the server ended with {lost}:", errors.read()[-2000:].decode())


def serve_home(home: Path) -> tuple[list[str], int]:
    port = find_free_port()
    command = [sys.executable, "-m", "interview_cli", "--home", str(home), "serve"]
    return [*command, "--port", str(port)], port


def measure_rate(port: int, path: str, seconds: float = 3) -> float:
    """Return the requests a second of one client, after a second of warming up."""
    client = Client(port, {})
    for span in (1.0, seconds):
        count, began = 0, time.perf_counter()
        while time.perf_counter() - began < span:
            client.send("", "GET", path)
            count += 1
    return count / (time.perf_counter() - began)


def read_memory_kb(process_id: int) -> int:
    status = Path(f"/proc/{process_id}/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0])


def read_processor_s(process_id: int) -> float:
    """Return the processor time that a process has taken."""
    fields = Path(f"/proc/{process_id}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure_load(clients: int, seconds: float, pause_s: float) -> None:
    print(f"{clients} clients for {seconds:.0f} s, pauses of about {pause_s:g} s, and a model:")
    with tempfile.TemporaryDirectory() as folder, serving_model(ModelServer()) as model:
        os.environ |= {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "none"}
        home = Path(folder)
        command, port = serve_home(home)
        with serving(command) as server:
            time.sleep(WARM_UP_S)
            before = read_processor_s(server.pid), time.process_time()
            times, given, errors = run_clients(port, clients, seconds, pause_s)
            spent = read_processor_s(server.pid) - before[0], time.process_time() - before[1]
        answers = sum(map(len, given.values()))
        print_times(times)
        print(f"  errors {errors}, answers {answers}, lost {count_lost(home, given)}")
        print(f"  processor time: server {spent[0]:.1f} s, clients and model {spent[1]:.1f} s")
        print("  load of the machine:", *(f"{load:.1f}" for load in os.getloadavg()))
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY"):
        del os.environ[name]


def measure_rates() -> None:
    print("requests a second of one client, beside a bare FastAPI route:")
    with tempfile.TemporaryDirectory() as folder:
        command, port = serve_home(Path(folder))
        bare_port = find_free_port()
        bare = [sys.executable, "-c", BARE, str(bare_port)]
        with serving(command) as server, serving(bare):
            session = Client(port, {}).create()
            rates = [
                ("bare route", measure_rate(bare_port, "/")),
                ("GET /api/interviews/ID", measure_rate(port, f"/api/interviews/{session}")),
                ("list page", measure_rate(port, "/")),
                ("documents page", measure_rate(port, f"/session/{session}/upload")),
            ]
            for name, rate in rates:
                print(f"  {name:26}{rate:8.0f}{rate / rates[0][1]:8.2f} of the bare route")
            measure_memory(port, server.pid)


def measure_memory(port: int, process_id: int) -> None:
    print("memory of the server:")
    client = Client(port, {})
    done = 0
    for count in (100, 1_000, 10_000):
        while done < count:
            client.send("", "GET", "/")
            done += 1
        print(f"  after {count:6} requests {read_memory_kb(process_id) / 1024:7.1f} MB")


def measure_many_sessions() -> None:
    print(f"{MANY_SESSIONS} sessions in the home:")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        copy_sessions(home, MANY_SESSIONS)
        command, port = serve_home(home)
        with serving(command):
            times: dict[str, list[float]] = {}
            client = Client(port, times)
            client.send("list, first request", "GET", "/")
            client.send("job posts, first", "GET", "/job-posts")
            for _ in range(50):
                client.send("list", "GET", "/")
                client.send("list, last page", "GET", f"/?page={MANY_SESSIONS // 50}")
                client.send("job posts", "GET", "/job-posts")
            print_times(times)


def copy_sessions(home: Path, count: int) -> None:
    """Fill a home with copies of the sample sessions under new ids."""
    samples = Path(__file__).parent.parent / "sessions"
    texts = [json.loads(path.read_text("utf-8")) for path in sorted(samples.glob("*.json"))]
    folder = home / "sessions"
    folder.mkdir(parents=True)
    for number in range(count):
        session = texts[number % len(texts)] | {"session_id": generate_id(Run().now())}
        (folder / f"{session['session_id']}.json").write_text(json.dumps(session), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=2)
    parser.add_argument("--only-load", action="store_true")
    arguments = parser.parse_args()
    if not arguments.only_load:
        measure_many_sessions()
        measure_rates()
    measure_load(arguments.clients, arguments.seconds, arguments.pause)


if __name__ == "__main__":
    main()
