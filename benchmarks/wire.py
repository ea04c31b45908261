"""Measure the time from Ctrl-D in a sitting to the arrival of the request at a model server.

Run it with `make bench`. `interview practice` runs on a pseudo-terminal, against a server on
loopback that answers at once. Each sitting begins with a question that is already asked, so its
first answer is sent by a process that has imported nothing for the request but what it imported
while the answer was typed.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import SimpleQueue

from interview_cli.store import disk

ROOT = Path(__file__).parent.parent
SITTINGS = 2
ANSWERS = 10
"""Answers of each sitting that are measured."""
GOAL_MS = 30.0
TYPING_S = 2.0
"""A person takes longer than this for any answer."""
ANSWER = (ROOT / "examples" / "answers.txt").read_text("utf-8").splitlines()[1]
TOPICS = (
    "routes", "queues", "releases", "schemas", "incidents", "riders", "reviews", "budgets",
    "contracts", "deployments", "interfaces",
)  # fmt: skip
ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[^\[])")


class Handler(BaseHTTPRequestHandler):
    """Answers each request at once with another question, as a stream of one part."""

    protocol_version = "HTTP/1.1"
    arrivals: SimpleQueue[float] = SimpleQueue()

    def do_POST(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        self.arrivals.put(time.perf_counter())
        number = int(re.findall(rb"ask question (\d+) of", content)[-1])
        question = f"How did your work on {TOPICS[number - 1]} lead to a result others noticed?"
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        for delta, finish in (({"role": "assistant", "content": question}, None), ({}, "stop")):
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            self.wfile.write(b"data: " + json.dumps(wrap_choice(choice)).encode() + b"\n\n")
        self.wfile.write(b"data: [DONE]\n\n")

    def log_message(self, *_: object) -> None:
        """Print nothing."""


def wrap_choice(choice: dict[str, object]) -> dict[str, object]:
    kind = "chat.completion.chunk"
    return {"id": "1", "object": kind, "created": 1, "model": "m", "choices": [choice]}


class Sitting:
    """`interview practice` on a pseudo-terminal."""

    def __init__(self, session: str, environment: dict[str, str]) -> None:
        self._text = ""
        self._pid, self._terminal = pty.fork()
        if not self._pid:
            os.chdir(ROOT)
            command = [sys.executable, "-m", "interview_cli", "practice", session]
            os.execve(sys.executable, command, environment)
        size = struct.pack("HHHH", 24, 200, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def read_until(self, shown: str) -> None:
        """Read what is shown, and forget it once the text appears. Raises OSError at the end."""
        while shown not in ESCAPES.sub("", self._text):
            self._text += os.read(self._terminal, 65_536).decode("utf-8", "replace")
        self._text = ""

    def read_for(self, seconds: float) -> None:
        """Read what is shown for some time, as a terminal does."""
        ends = time.monotonic() + seconds
        while (left := ends - time.monotonic()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                self._text += os.read(self._terminal, 65_536).decode("utf-8", "replace")

    def end(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)


def begin_interview(environment: dict[str, str]) -> str:
    """Create an interview with its first question asked, and return its id."""
    examples = ROOT / "examples"
    documents = ["--cv", str(examples / "cv.md"), "--job", str(examples / "job.md")]
    named = ["--title", "Senior Backend Engineer", "--company", "Velora Logistics"]
    count = ["--questions", str(ANSWERS + 1)]
    session = run(environment, "new", *named, *count, *documents).strip()
    run(environment, "--coach", "offline", "ask", session)
    return session


def run(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "interview_cli", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return done.stdout.decode()


def measure_sitting(environment: dict[str, str]) -> list[float]:
    """Return the milliseconds from Ctrl-D to the request, for each answer of a sitting."""
    sitting = Sitting(begin_interview(environment), environment)
    taken = []
    for number in range(1, ANSWERS + 1):
        sitting.read_until(f"{number}/{ANSWERS + 1}, 0 words")
        sitting.type(ANSWER)
        sitting.read_for(TYPING_S)
        sent = time.perf_counter()
        sitting.type("\x04")
        taken.append((Handler.arrivals.get() - sent) * 1000)
    sitting.end()
    return taken


def measure_save(home: str) -> float:
    """Return the median milliseconds of saving a file of a session's size, durably."""
    content, taken = b"x" * 10_000, []
    for _ in range(20):
        began = time.perf_counter()
        disk.replace_file(Path(home) / "saved", content)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as home:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": home,
            "INTERVIEW_HOME": home,
            "OPENAI_BASE_URL": f"http://127.0.0.1:{server.server_address[1]}/v1",
            "TERM": "xterm",
        }
        sittings = [measure_sitting(environment) for _ in range(SITTINGS)]
        save_ms = measure_save(home)
    taken = [milliseconds for sitting in sittings for milliseconds in sitting]
    median, first = statistics.median(taken), max(sitting[0] for sitting in sittings)
    print(f"from Ctrl-D to the request, {len(taken)} answers: median {median:.0f} ms,", end=" ")
    print(f"worst {max(taken):.0f} ms, first of a sitting {first:.0f} ms (goal {GOAL_MS:.0f})")
    print(f"of that, this disk takes {save_ms:.0f} ms to save the answer before it is sent")


if __name__ == "__main__":
    main()
