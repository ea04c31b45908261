"""Reading a document in a process of its own, with limits on time, memory and reach.

A PDF or an archive can be made to take all of a machine; then only that process ends. Run as a
program, this module is that process: a header line and the document on stdin, JSON on stdout.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from importlib import import_module
from typing import Any

from interview_cli.documents.extract import Extract
from interview_cli.errors import UnreadableDocument
from interview_cli.next_step import Action, Hint, NextStep

TIME_LIMIT_S = 9
_CPU_LIMIT_S = 8
_MEMORY_BYTES = 390_000_000
_MAX_REPLY_BYTES = 8_000_000

MODULES = {
    "PDF": "pdf",
    "Word": "docx",
    "OpenDocument": "odt",
    "RTF": "rtf",
    "HTML": "html",
    "JSON Resume": "json_resume",
}
"""The kinds that are read apart, each by the module of its name."""


def extract_apart(kind: str, content: bytes, source: str, keep_hidden: bool) -> Extract:
    """What the reader of this kind finds. Raises UnreadableDocument."""
    header = json.dumps({"kind": kind, "source": source, "keep_hidden": keep_hidden}).encode()
    # -P: nothing in the working folder may pass for a module.
    command = [sys.executable, "-P", "-m", "interview_cli.documents.apart"]
    try:
        done = subprocess.run(
            command,
            input=header + b"\n" + content,
            capture_output=True,
            timeout=TIME_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_much(source) from error
    try:
        reply = json.loads(done.stdout[:_MAX_REPLY_BYTES])
    except ValueError as error:  # killed, by a limit or by a fault of a library
        raise _too_much(source) from error
    if "message" in reply:
        raise UnreadableDocument(reply["message"], _parse_hint(reply))
    return Extract(reply["text"], tuple(reply["hidden"]), tuple(reply["notices"]))


def extract(kind: str, content: bytes, source: str, keep_hidden: bool) -> Extract:
    """The same in this process, without limits. Raises UnreadableDocument, whatever happens."""
    read: Callable[[bytes, str, bool], Extract] = import_module(
        f"interview_cli.documents.{MODULES[kind]}"
    ).read
    try:
        return read(content, source, keep_hidden)
    except UnreadableDocument:
        raise
    except MemoryError as error:
        raise _too_much(source) from error
    # Parsers raise whatever they trip over: KeyError, TypeError, struct.error, RecursionError, …
    except Exception as error:
        raise UnreadableDocument(
            f"{source} is damaged: it cannot be read as {kind}.", "save or export it once more"
        ) from error


def _too_much(source: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{source} takes too much time or memory to read.", "save it anew, as PDF or text"
    )


def _main() -> None:
    header, _, content = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(header)
    import_module(f"interview_cli.documents.{MODULES[asked['kind']]}")
    _limit()
    sys.addaudithook(_refuse_to_reach_out)
    try:
        found = extract(asked["kind"], content, asked["source"], asked["keep_hidden"])
        reply: dict[str, Any] = asdict(found)
    except UnreadableDocument as refusal:
        reply = {"message": refusal.message, **_describe_hint(refusal.hint)}
    sys.stdout.write(json.dumps(reply))


def _describe_hint(hint: Hint | None) -> dict[str, Any]:
    """Return a hint as JSON: its action where it is a step, else its words."""
    return {"action": hint.action} if isinstance(hint, NextStep) else {"hint": hint}


def _parse_hint(reply: dict[str, Any]) -> Hint | None:
    return NextStep(Action(reply["action"])) if "action" in reply else reply["hint"]


def _limit() -> None:
    import resource

    for what, most in ((resource.RLIMIT_CPU, _CPU_LIMIT_S), (resource.RLIMIT_AS, _MEMORY_BYTES)):
        with suppress(ValueError, OSError):  # a system that knows no such limit
            resource.setrlimit(what, (most, most))


_REACHES_OUT = (
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
    """No network, no other program, no file written: no document needs any of them."""
    writes = event == "open" and isinstance(args[1], str) and args[1].strip("rbt") != ""
    if writes or event.startswith(_REACHES_OUT):
        raise PermissionError("a document reaches out")


if __name__ == "__main__":
    _main()
