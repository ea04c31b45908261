"""Read a model's reply from a chat completion, streamed or whole, and stop where it ends."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from time import monotonic

from interview_cli.coach.llm import failures
from interview_cli.coach.llm.completion_parts import Part, parse_body, parse_event
from interview_cli.coach.llm.event_stream import (
    HEAD_BYTES,
    is_event_stream,
    read_events,
    split_json_lines,
)
from interview_cli.coach.llm.failures import Endpoint
from interview_cli.coach.llm.loops import is_looping
from interview_cli.coach.llm.replies import find_thoughts_end
from interview_cli.coach.llm.reply_bounds import ReplyBounds
from interview_cli.english.words import tokenize
from interview_cli.model_settings import MAX_REPLY_CHARS
from interview_cli.text import remove_controls

_SHOW_INTERVAL_S = 0.05
"""The shortest time between two updates, because each one is checked and drawn again."""
_TAG_ENDS = frozenset(">]▷")
"""Thoughts end with one of these; until it comes, they need not be read again."""
_BLANK_CHARS = 100
"""A loop that ends in so much white space consists of it."""
_MAX_BLANK_AFTER = 2
"""So much white space may follow a whole reply; more ends it like any text."""
_CHARS_PER_TOKEN = 4
_MAX_BODY_BYTES = 4 * MAX_REPLY_CHARS

_GOOD_ENDS = ("", "stop", "eos", "eos_token", "end_turn", "end", "stop_sequence", "complete")
_CUT_ENDS = ("length", "max_tokens", "max_output_tokens", "model_length")
_FILTERED_ENDS = (
    "content_filter",
    "guardrail_intervened",
    "prohibited_content",
    "recitation",
    "refusal",
    "safety",
    "sensitive",
)
_CALL_ENDS = ("tool_calls", "function_call", "tool_use")


class ReplyReader:
    """Reads one reply within its bounds. Another thread may look at how far it is."""

    def __init__(
        self, endpoint: Endpoint, bounds: ReplyBounds, show: Callable[[str], None]
    ) -> None:
        """`show` gets the text so far from time to time."""
        self._endpoint = endpoint
        self._bounds = bounds
        self._show = show
        self._raw = ""
        self._text = ""
        self._text_start = 0
        self._checked_chars = 0
        self._is_followed = False
        self._thoughts = ""
        self._is_in_thoughts = False
        self._next_show = 0.0
        self._first_at: float | None = None
        self._last_at = 0.0
        self.whole: str | None = None
        """The first whole question or object of the text, once it is there."""
        self.prompt_tokens = 0
        """How many tokens of the request the server has read; 0 if it has not said so."""

    @property
    def tokens_per_s(self) -> float | None:
        """How fast the model writes, roughly, thoughts included; None if it has not begun."""
        if self._first_at is None:
            return None
        seconds = max(monotonic() - self._first_at, 0.001)
        return (len(self._thoughts) + len(self._raw)) / _CHARS_PER_TOKEN / seconds

    @property
    def silent_s(self) -> float:
        """How long ago the last part arrived."""
        return monotonic() - self._last_at

    @property
    def is_thinking(self) -> bool:
        """Whether nothing but thoughts has arrived."""
        return not self._text

    def read(self, parts: Iterable[bytes], content_type: str) -> Iterator[str]:
        """Yield the reply once, as soon as it is complete; then read what follows its end.

        Nothing is read after a reply that is complete before the model ends it. Raises
        RequestFailed, and what reading the parts raises.
        """
        remaining = iter(parts)
        head = b""
        while len(head) < HEAD_BYTES and (piece := next(remaining, None)) is not None:
            head += piece
        body = chain([head], remaining)
        if is_event_stream(head) or (not head and "event-stream" in content_type.lower()):
            yield from self._read_stream(read_events(body))
        else:
            content = _join_bounded(body)
            if lines := split_json_lines(content):
                yield from self._read_stream(lines)
                return
            part = parse_body(content, self._endpoint)
            self._add(part)
            yield self._finish(part.end or "")

    def _read_stream(self, events: Iterable[str]) -> Iterator[str]:
        has_ended = False
        for event in filter(str.strip, events):
            if event.strip() == "[DONE]":
                if not has_ended and self._is_whole():  # servers that give no reason
                    has_ended = True
                    yield str(self.whole)
                break
            part = parse_event(event, self._endpoint)
            self._add(part)
            if has_ended:
                continue
            if part.end is not None:
                has_ended = True
                yield self._finish(part.end)
            elif (reply := self._find_early_end()) is not None:
                yield reply
                return
        if not has_ended:
            raise failures.explain_broken_off(self._endpoint)

    def _add(self, part: Part) -> None:
        self._last_at = monotonic()
        self._thoughts += part.thoughts
        self.prompt_tokens = part.prompt_tokens or self.prompt_tokens
        if self._first_at is None and (part.text or part.thoughts):
            self._first_at = self._last_at
        self._raw += part.text
        if part.end in _FILTERED_ENDS:
            raise failures.explain_filtered(self._endpoint)

    def _find_early_end(self) -> str | None:
        """Return the reply if what follows does not belong to it, or is too long."""
        if not self._raw and is_looping(self._thoughts):
            raise failures.explain_loop(self._endpoint, is_blank=False)
        new = self._raw[self._checked_chars :]
        may_end = len(new) >= self._bounds.check_chars or new.rstrip().endswith("}")
        if self._checked_chars and not may_end:
            return None
        if self._is_in_thoughts and _TAG_ENDS.isdisjoint(new):
            self._checked_chars = len(self._raw)
        else:
            self._check()
        if self._is_followed:
            return self.whole
        if is_looping(self._raw):
            if self.whole is not None:
                return self.whole
            raise failures.explain_loop(
                self._endpoint, is_blank=self._raw[-_BLANK_CHARS:].isspace()
            )
        if self._bounds.is_exceeded(self._text):
            return self._text
        if len(self._raw) + len(self._thoughts) > MAX_REPLY_CHARS:
            raise failures.explain_endless(self._endpoint)
        if self._text and monotonic() >= self._next_show:
            self._show(self._text)
            self._next_show = monotonic() + _SHOW_INTERVAL_S
        return None

    def _check(self) -> None:
        """Find the text after the thoughts, and what of it is whole."""
        self._checked_chars = len(self._raw)
        start = self._text_start or find_thoughts_end(self._raw)
        if start < len(self._raw):  # thoughts that have ended do not begin again
            self._text_start = start
        is_open = 0 < start == len(self._raw)
        self._is_in_thoughts = is_open and self._raw[-1:] not in _TAG_ENDS
        text = remove_controls(self._raw[start:]).lstrip()  # a line end may end a reply
        self._text = text.rstrip()
        end = self._bounds.find_end(text)
        self.whole = None if end is None else text[:end]
        self._is_followed = end is not None and (
            len(self._text) > end or len(text) > end + _MAX_BLANK_AFTER
        )

    def _is_whole(self) -> bool:
        self._check()
        return self.whole is not None

    def _finish(self, end: str) -> str:
        """Return the reply that the model has ended, for this reason. Raises RequestFailed."""
        self._check()
        if self.whole is not None and (self._is_followed or end in (*_CUT_ENDS, *_CALL_ENDS)):
            return self.whole  # it does not matter how what follows ended, or would have
        endpoint = self._endpoint
        only_thoughts = not self._text and (self._thoughts + self._raw).strip() != ""
        if end in _CUT_ENDS:
            raise failures.explain_cut_off(endpoint, is_thinking=only_thoughts)
        if only_thoughts:
            raise failures.explain_only_thoughts(endpoint)
        if end not in _GOOD_ENDS + _CALL_ENDS:
            raise failures.explain_ended_in_error(endpoint)
        if end in _CALL_ENDS or not tokenize(self._text):
            raise failures.explain_empty(endpoint)
        if len(self._text) > MAX_REPLY_CHARS:
            raise failures.explain_endless(endpoint)
        return self._text


def _join_bounded(parts: Iterable[bytes]) -> bytes:
    content = b""
    for part in parts:
        content += part
        if len(content) > _MAX_BODY_BYTES:
            break
    return content
