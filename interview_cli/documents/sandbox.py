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

from interview_cli.documents.account import Account
from interview_cli.documents.extraction import Extraction
from interview_cli.documents.formats import find_format
from interview_cli.english.rules import load_rules
from interview_cli.errors import UnreadableDocument
from interview_cli.garbage import collect_rarely, skip_last_collection
from interview_cli.next_step import Action, Hint, NextStep

_Reader = Callable[[bytes, str, Account], str]

TIME_LIMIT_S = 300
"""Of wall time, for a reader that waits; on a busy machine a second of work takes many."""
_CPU_LIMIT_S = 20
"""A hundred pages of small print take less than half of it."""
_MEMORY_BYTES = 390_000_000
_MAX_REPLY_BYTES = 8_000_000


def extract_in_sandbox(
    kind: str, content: bytes, source: str, keep_hidden: bool, is_cv: bool = False
) -> Extraction:
    """Return what the reader of the format `kind` finds, read in a separate process.

    Raises UnreadableDocument, also when the process exceeds its limits.
    """
    request = {"kind": kind, "source": source, "keep_hidden": keep_hidden, "is_cv": is_cv}
    header = json.dumps(request).encode()
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
        raise UnreadableDocument(
            f"{source} was not read within {TIME_LIMIT_S:.0f} seconds: the machine is busy.",
            "run the same command again later",
        ) from error
    try:
        reply = json.loads(done.stdout[:_MAX_REPLY_BYTES])
    except ValueError as error:  # the process was killed by a limit, or a library crashed
        raise _exceeds_limits(source) from error
    if "message" in reply:
        raise UnreadableDocument(reply["message"], _parse_hint(reply))
    hidden, notices = tuple(reply["hidden"]), tuple(reply["notices"])
    return Extraction(reply["text"], hidden, notices, reply["left_out"])


def extract(
    kind: str, content: bytes, source: str, keep_hidden: bool, is_cv: bool = False
) -> Extraction:
    """Return the same from this process, without limits.

    Raises UnreadableDocument, whatever the reader raises.
    """
    try:
        read: _Reader = _import_reader(kind).extract_text
        return _read_with_account(read, content, source, Account(keep_hidden, is_cv=is_cv))
    except UnreadableDocument:
        raise
    except MemoryError as error:
        raise _exceeds_limits(source) from error
    # Parsers raise all kinds of errors: KeyError, TypeError, struct.error, RecursionError, …
    except Exception as error:
        raise UnreadableDocument(
            f"{source} is damaged: it cannot be read as {kind}.", "save or export it again"
        ) from error


def _read_with_account(read: _Reader, content: bytes, source: str, account: Account) -> Extraction:
    """Read a document; if almost nothing is left of it, once more without the doubtful rules."""
    text = read(content, source, account)
    suspects = account.find_suspects(text)
    if suspects:
        reasons = " or ".join(sorted(reason.words for reason in suspects))
        account = account.copy(suspects)
        text = read(content, source, account)
        account.notices.append(
            f"almost all of {source} looked like {reasons}, so it was read all the same; check the "
            "stored text"
        )
    return account.close(text, source)


def _import_reader(kind: str) -> ModuleType:
    return import_module(f"interview_cli.documents.{find_format(kind).reader}")


def _exceeds_limits(source: str) -> UnreadableDocument:
    return UnreadableDocument(
        f"{source} takes too much time or memory to read.",
        "save it again as PDF or text, and upload that",
    )


def _run_as_child() -> None:
    collect_rarely()
    header, _, content = sys.stdin.buffer.read().partition(b"\n")
    request = json.loads(header)
    # Before memory is limited and files are out of reach.
    _import_reader(request["kind"])
    _load_rules()
    _limit_resources()
    sys.addaudithook(_refuse_to_reach_out)
    try:
        extraction = extract(content=content, **request)
        reply: dict[str, Any] = asdict(extraction)
    except UnreadableDocument as refusal:
        reply = {"message": refusal.message, **_describe_hint(refusal.hint)}
    sys.stdout.write(json.dumps(reply))
    skip_last_collection()


def _load_rules() -> None:
    """Compile the rules of all readers, or find them compiled, while that can still be kept."""
    rules = load_rules("interview_cli.documents", "rules.toml")
    for group in rules:
        _ = rules[group].pattern


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
