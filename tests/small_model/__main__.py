"""Run three questions, a review and a job post of four turns on a small real model.

The model is weak: its questions are often refused, and its reviews mostly. That is not an error.
What is checked is how the command behaves then: see `checks.py`. `--full` runs eight questions on
the files in examples/. Exit code 1 if anything was wrong.
"""

import argparse
import contextlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from interview_cli.coach.llm.question_cleaning import clean_question
from interview_cli.models import Interview
from interview_cli.post_models import JobPost
from tests.conftest import CV, JOB, STORY
from tests.small_model.checks import FAILED, Checks, find_fault
from tests.small_model.command import Command, Result, TimeBudget
from tests.small_model.recorder import Recorded, Recorder, recording

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"

SERVER_START_S = 60
SHOWN_CHARS = 90

SAID = [
    "We need an electrician in Leeds, full time.",
    "Skills: fire alarms, testing of switchboards",
    "Actually senior level, and drop fire alarms",
    "yes",
]


@dataclass(frozen=True)
class Limits:
    """Limits in seconds: of all turns together, and of one request of each kind."""

    all_turns: float
    question: float
    review: float
    post_turn: float


SHORT = Limits(150, question=20, review=40, post_turn=15)
FULL = Limits(1200, question=60, review=180, post_turn=30)


@dataclass
class Trial:
    """A run of the command against the model, with what came of it."""

    command: Command
    recorder: Recorder
    limits: Limits
    checks: Checks = field(default_factory=Checks)
    outcomes: Counter[str] = field(default_factory=Counter)

    def run_turn(self, *words: str, most_s: float) -> tuple[Result, list[Recorded]]:
        """Run a command that asks the model, and check that it ended as it may."""
        result = self.command.run("--json", *words, most_s=most_s)
        requests = self.recorder.take_requests()
        self.checks.expect_outcome(result, len(requests))
        return result, requests

    def report(self, name: str, result: Result, requests: list[Recorded], outcome: str) -> None:
        print(
            f"{name:<12} {result.seconds:6.1f} s  {len(requests)} requests  {outcome}", flush=True
        )
        self.outcomes[outcome.partition(":")[0]] += 1
        if result.exit_code == FAILED:
            for request in requests:
                print(f"    {request.status}: {shorten(request.reply)!r}")
            print(f"    said: {result.json['error']}\n    hint: {result.json['hint']}", flush=True)

    def load_interview(self, session_id: str) -> Interview:
        return Interview.model_validate_json(self.command.read_session(session_id))

    def load_post(self, session_id: str) -> JobPost:
        return JobPost.model_validate_json(self.command.read_session(session_id))


def hold_interview(trial: Trial, documents: tuple[Path, Path], answers: list[str]) -> str:
    """Ask and answer every question, and review the answers. Returns the session's id."""
    cv, job = documents
    session_id = create_interview(trial, cv, job, len(answers))
    words: tuple[str, ...] = ("ask", session_id)
    for number, answer in enumerate(answers, start=1):
        result, requests = trial.run_turn(*words, most_s=trial.limits.question)
        check_question(trial, session_id, number, result, requests, answers[: number - 1])
        words = ("answer", session_id, "--text", answer)
    trial.command.run(*words)
    review(trial, session_id, answers)
    return session_id


def create_interview(trial: Trial, cv: Path, job: Path, questions: int) -> str:
    title = "Senior Backend Engineer" if job.parent == EXAMPLES else "Electrician"
    about, documents = ("--title", title), ("--cv", str(cv), "--job", str(job))
    created = trial.command.run(
        "new", *about, "--company", "Acme", "--questions", str(questions), *documents
    )
    return created.stdout.strip()


def check_question(
    trial: Trial,
    session_id: str,
    number: int,
    result: Result,
    requests: list[Recorded],
    answers: list[str],
) -> None:
    interview = trial.load_interview(session_id)
    trial.checks.expect_answers(interview, answers)
    name = f"question {number}"
    if result.exit_code == FAILED:
        trial.checks.expect(len(interview.questions) < number, "a refused question is stored")
        trial.report(name, result, requests, "exit 5")
        result = trial.command.run("--json", "--coach", "offline", "ask", session_id)
        trial.checks.expect(result.exit_code == 0, "the offline coach does not go on")
        return
    trial.checks.expect_question(interview, number, result)
    trial.report(name, result, requests, describe_question(interview, requests))
    show_replies(interview, requests)


def describe_question(interview: Interview, requests: list[Recorded]) -> str:
    question = interview.questions[-1]
    if question.coach == "offline":
        return "replaced by the offline coach"
    if len(requests) > 1:
        return "asked again"
    return "as it came" if requests[-1].reply.strip() == question.content else "cleaned"


def show_replies(interview: Interview, requests: list[Recorded]) -> None:
    for request in requests:
        fault = find_fault(interview, clean_question(request.reply))
        print(f"    {fault or 'good'}: {shorten(request.reply)!r}", flush=True)
    print(f"    stored: {shorten(interview.questions[-1].content)!r}", flush=True)


def shorten(text: str) -> str:
    flat = re.sub(r"\s+", " ", text)
    return flat if len(flat) <= SHOWN_CHARS else f"{flat[:SHOWN_CHARS]}…"


def review(trial: Trial, session_id: str, answers: list[str]) -> None:
    result, requests = trial.run_turn("feedback", session_id, most_s=trial.limits.review)
    interview = trial.load_interview(session_id)
    trial.checks.expect_answers(interview, answers)
    trial.checks.expect_review(interview, result)
    trial.report("review", result, requests, "exit 5" if result.exit_code else "accepted")
    if result.exit_code == FAILED:
        result = trial.command.run("--json", "--coach", "offline", "feedback", session_id)
        trial.checks.expect(result.exit_code == 0, "the offline coach does not review")
        trial.checks.expect_answers(trial.load_interview(session_id), answers)


def build_post(trial: Trial) -> None:
    created = trial.command.run("job-post", "new", "--company", "Acme")
    session_id = created.stdout.strip()
    for number, message in enumerate(SAID, start=1):
        result, requests = trial.run_turn(
            "job-post", "say", message, "--post", session_id, most_s=trial.limits.post_turn
        )
        post = trial.load_post(session_id)
        trial.checks.expect_post(post, SAID[:number])
        if number < len(SAID):
            trial.checks.expect(not post.is_complete, "the post is complete without a yes")
        outcome = "exit 5" if result.exit_code else f"accepted: now {post.current_step}"
        trial.report(f"post turn {number}", result, requests, outcome)


def check_lost_server(trial: Trial, cv: Path, job: Path) -> None:
    """With the server gone, an answer is stored, and the offline coach goes on."""
    session_id = create_interview(trial, cv, job, 2)
    trial.command.run("--coach", "offline", "ask", session_id)
    result, requests = trial.run_turn(
        "answer", session_id, "--text", STORY, most_s=trial.limits.question
    )
    trial.checks.expect(result.exit_code == FAILED, "a lost server is not noticed")
    trial.checks.expect_answers(trial.load_interview(session_id), [STORY])
    trial.report("lost server", result, requests, "exit 5")
    result = trial.command.run("--json", "--coach", "offline", "ask", session_id)
    trial.checks.expect(result.exit_code == 0, "the offline coach does not go on")


@contextlib.contextmanager
def serving_model(log: Path) -> Iterator[int]:
    """Run the server in a process of its own; yields its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with log.open("w") as errors:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.small_model.server", str(port)],
            cwd=ROOT,
            stdout=errors,
            stderr=errors,
        )
    try:
        wait_until_open(port, server, log)
        yield port
    finally:
        server.send_signal(signal.SIGKILL)
        server.wait()


def wait_until_open(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(SERVER_START_S * 10):
        if server.poll() is not None:
            break
        if "ready" in log.read_text("utf-8", "replace"):
            return
        time.sleep(0.1)
    sys.exit(f"the server of the small model did not start:\n{log.read_text('utf-8', 'replace')}")


def run(folder: Path, *, is_full: bool) -> Trial:
    cv, job = folder / "cv.md", folder / "job.md"
    cv.write_text(CV, "utf-8")
    job.write_text(JOB, "utf-8")
    answers = [f"{STORY} That was case {number}." for number in (1, 2, 3)]
    documents = (cv, job)
    if is_full:
        documents = (EXAMPLES / "cv.pdf", EXAMPLES / "job.md")
        answers = (EXAMPLES / "answers.txt").read_text("utf-8").splitlines()
    turns = len(answers) + len(["review", "lost server"]) + len(SAID)
    limits = FULL if is_full else SHORT
    with serving_model(folder / "server.log") as port, recording(port) as recorder:
        budget = TimeBudget(time.monotonic() + limits.all_turns, turns)
        trial = Trial(Command(folder, recorder.port, budget), recorder, limits)
        hold_interview(trial, documents, answers)
        build_post(trial)
    check_lost_server(trial, cv, job)
    return trial


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="eight questions on examples/")
    is_full = parser.parse_args().full
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        trial = run(Path(folder), is_full=is_full)
    counts = ", ".join(f"{count} {outcome}" for outcome, count in trial.outcomes.items())
    print(f"turns: {counts}")
    print(f"{trial.checks.count} checks, {len(trial.checks.problems)} wrong")
    print(f"{time.monotonic() - started:.0f} s")
    return 1 if trial.checks.problems else 0


if __name__ == "__main__":
    sys.exit(main())
