"""The rules of a text box, whichever editor shows it: what is sent, and what is a command."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from interview_cli.text import is_blank, remove_controls

_COMMAND_LINE = re.compile(r"/([a-z]+)[ \t]*")


class Ending(StrEnum):
    """How the user left the box."""

    SENT = "sent"
    PAUSED = "paused"
    """Sent while it was empty, and confirmed."""
    COMMAND = "command"
    LEFT = "left"
    """By Ctrl-C twice."""
    INTERRUPTED = "interrupted"
    """By a signal."""


@dataclass(frozen=True)
class EditorResult:
    """How the user left the box, and what it held."""

    ending: Ending
    text: str = ""
    """The text that was sent. For any other ending, what is left as a draft."""
    command: str = ""
    """The name of the command, without its slash."""


@dataclass(frozen=True)
class Box:
    """What a text box holds at first, and what may leave it."""

    what: str
    """What the text is called in messages, such as `the answer`."""
    max_chars: int
    draft: str = ""
    notice: str = ""
    """A sentence on the draft."""
    commands: Mapping[str, str] = field(default_factory=dict)
    """For each command the user may type, without its slash, what it does. Without any, a slash
    means nothing."""
    history: tuple[str, ...] = ()
    """Texts that the up key brings back, oldest first."""
    status: Callable[[str], str] = lambda text: ""
    """What to show beside the keys, such as the words typed so far."""

    def find_command(self, text: str) -> EditorResult | None:
        """Return the command that stands alone on the first line; the other lines stay a draft."""
        first, _, rest = text.partition("\n")
        return self._build_command(first, rest)

    def find_last_command(self, text: str) -> EditorResult | None:
        """Return the command that stands alone on the last line; the other lines stay a draft."""
        rest, _, last = text.rpartition("\n")
        return self._build_command(last, rest)

    def _build_command(self, line: str, rest: str) -> EditorResult | None:
        match = _COMMAND_LINE.fullmatch(line)
        if match and match[1] in self.commands:
            return EditorResult(Ending.COMMAND, rest, match[1])
        return None

    def explain_refusal(self, text: str) -> str | None:
        """Return why the text cannot be sent, or None if it can be."""
        if unknown := self.explain_unknown_command(text):
            return unknown
        length = len(remove_controls(text).strip())
        if length > self.max_chars:
            return (
                f"{self.what} has {length:,} characters; at most {self.max_chars:,} are allowed: "
                "shorten it"
            )
        return None

    def explain_unknown_command(self, text: str) -> str | None:
        """Return that there is no such command, if the text is one line like a command."""
        match = _COMMAND_LINE.fullmatch(text.strip())
        if not (self.commands and match) or match[1] in self.commands:
            return None
        known = " ".join(f"/{name}" for name in self.commands)
        return f"there is no command /{match[1]} ({known}); // is a literal slash"

    def send(self, text: str) -> EditorResult:
        """Return the result of sending a text that is not refused and not empty."""
        found = self.find_command(text)
        if found and is_blank(found.text):
            return found
        if found := self.find_last_command(text.rstrip()):
            return found
        is_escaped = self.commands and text.startswith("//")
        return EditorResult(Ending.SENT, text[1:] if is_escaped else text)

    def describe_commands(self) -> list[str]:
        """Return a line for each command."""
        return [f"/{name}: {effect}" for name, effect in self.commands.items()]


def join_drafts(draft: str, more: str) -> str:
    """Return a draft followed by what was typed after it, on a line of its own."""
    if not draft or not more or draft.endswith("\n"):
        return draft + more
    return f"{draft}\n{more}"


class WritingStatus:
    """Words typed and time passed, as a status line. It informs; nothing is ever cut off."""

    def __init__(self, lead: str = "", began_at: float | None = None) -> None:
        self._lead = lead
        self._began_at = time.monotonic() if began_at is None else began_at

    def __call__(self, text: str) -> str:
        minutes, seconds = divmod(int(time.monotonic() - self._began_at), 60)
        words = len(text.split())
        counted = f"{words} word{'' if words == 1 else 's'}, {minutes}:{seconds:02d}"
        return f"{self._lead}, {counted}" if self._lead else counted
