"""Read a document in a separate process, with limits on time, memory and access.

A PDF or an archive can be crafted to use up all resources of a machine; here that only ends this
process. Run as a program, this module is that process: it reads a header line and the document from
stdin, and writes JSON to stdout.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from types import ModuleType
from typing import Any

from interview_cli.documents.extraction import Extraction
from interview_cli.documents.formats import find_format
from interview_cli.errors import UnreadableDocument
from interview_cli.next_step import Action, Hint, NextStep

TIME_LIMIT_S = 30
"""Of wall time, for a reader that waits; on a busy machine eight seconds of work take longer."""
_CPU_LIMIT_S = 8
_MEMORY_BYTES = 390_000_000
_MAX_REPLY_BYTES = 8_000_000


def extract_in_sandbox(kind: str, content: bytes, source: str, keep_hidden: bool) -> Extraction:
    """Return what the reader of the format `kind` finds, read in a separate process.

    Raises UnreadableDocument, also when the process exceeds its limits.
    """
    header = json.dumps({"kind": kind, "source": source, "keep_hidden": keep_hidden}).encode()
    # -P: modules in the working folder must not be imported.
    command = [sys.executable, "-P", "-m", "interview_cli.documents.sandbox"]
    try:
        done = subprocess.run(
            command,
            input=header + b"\n" + content,
            capture_output=True,
            timeout=TIME_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _exceeds_limits(source) from error
    try:
        reply = json.loads(done.stdout[:_MAX_REPLY_BYTES])
    except ValueError as error:  # the process was killed by a limit, or a library crashed
        raise _exceeds_limits(source) from error
    if "message" in reply:
        raise UnreadableDocument(reply["message"], _parse_hint(reply))
    return Extraction(reply["text"], tuple(reply["hidden"]), tuple(reply["notices"]))


def extract(kind: str, content: bytes, source: str, keep_hidden: bool) -> Extraction:
    """Return the same from this process, without limits.

    Raises UnreadableDocument, whatever the reader raises.
    """
    read: Callable[[bytes, str, bool], Extraction] = _import_reader(kind).extract_text
    try:
        return read(content, source, keep_hidden)
    except UnreadableDocument:
        raise
    except MemoryError as error:
        raise _exceeds_limits(source) from error
    # Parsers raise all kinds of errors: KeyError, TypeError, struct.error, RecursionError, …
    except Exception as error:
        raise UnreadableDocument(
            f"{source} is damaged: it cannot be read as {kind}.", "save or export it again"
        ) from error


def _import_reader(kind: str) -> ModuleType:
    return import_module(f"interview_cli.documents.{find_format(kind).reader}")


def _exceeds_limits(source: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{source} takes too much time or memory to read.",
        "save it again as PDF or text, and upload that",
    )


def _run_as_child() -> None:
    header, _, content = sys.stdin.buffer.read().partition(b"\n")
    request = json.loads(header)
    _import_reader(request["kind"])  # before memory is limited and files are out of reach
    _limit_resources()
    sys.addaudithook(_refuse_to_reach_out)
    try:
        extraction = extract(request["kind"], content, request["source"], request["keep_hidden"])
        reply: dict[str, Any] = asdict(extraction)
    except UnreadableDocument as refusal:
        reply = {"message": refusal.message, **_describe_hint(refusal.hint)}
    sys.stdout.write(json.dumps(reply))


def _describe_hint(hint: Hint | None) -> dict[str, Any]:
    """Return a hint as JSON: the action of a next step, or the text."""
    return {"action": hint.action} if isinstance(hint, NextStep) else {"hint": hint}


def _parse_hint(reply: dict[str, Any]) -> Hint | None:
    return NextStep(Action(reply["action"])) if "action" in reply else reply["hint"]


def _limit_resources() -> None:
    import resource

    limits = ((resource.RLIMIT_CPU, _CPU_LIMIT_S), (resource.RLIMIT_AS, _MEMORY_BYTES))
    for limit, most in limits:
        with suppress(ValueError, OSError):  # the system does not support this limit
            resource.setrlimit(limit, (most, most))


_FORBIDDEN_EVENTS = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostby",
    "socket.send",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
)


def _refuse_to_reach_out(event: str, args: tuple[Any, ...]) -> None:
    """Forbid network, other programs and writing files, because readers never need them."""
    writes = event == "open" and isinstance(args[1], str) and args[1].strip("rbt") != ""
    if writes or event.startswith(_FORBIDDEN_EVENTS):
        raise PermissionError("reading a document must not reach outside its process")


if __name__ == "__main__":
    _run_as_child()
