"""Turns of a coach, each in a thread of its own, that several requests can watch and wait for.

A turn goes on when the request that began it is gone, as a command goes on whose terminal nobody
looks at. A request for the same turn joins it: a reload or a double click sends nothing to a model.
"""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from functools import partial
from typing import Any

from interview_cli.coach.base import ProgressListener
from interview_cli.errors import Interrupted, SessionBusy

_MAX_TURNS = 200
"""Turns that run at once; each takes a thread."""
_HEARTBEAT_S = 10.0
"""The longest silence of a stream; the connection may be closed after a longer one."""

Event = tuple[str, dict[str, str]]
Work = Callable[[ProgressListener], Any]


class Turn(ProgressListener):
    """One turn: its progress, and in the end its result or its failure."""

    shows_text = True

    def __init__(self, *, asks: bool) -> None:
        """`asks` says that a question is open after the turn."""
        self.asks = asks
        self.result: Future[Any] = Future()
        self._lock = threading.Lock()
        self._events: list[Event] = []
        self._watchers: list[Callable[[Event | None], None]] = []

    def run(self, work: Work) -> None:
        """Do the work; its result and its failure are kept in `result`."""
        self.result.set_running_or_notify_cancel()
        try:
            done = work(self)
        except BaseException as error:  # noqa: BLE001 # who waits for the turn handles it
            self._end(partial(self.result.set_exception, error))
        else:
            self._end(partial(self.result.set_result, done))

    def stop(self) -> None:
        """Let nobody wait for this turn any more; what it saves until the end stays saved."""
        stopped = Interrupted("the server stops; what was sent is saved.", "try again later")
        self._end(partial(self.result.set_exception, stopped))

    def _end(self, settle: Callable[[], None]) -> None:
        with suppress(InvalidStateError):  # it ended before
            settle()
            self._emit(None)

    def notice(self, text: str) -> None:
        self._emit(("notice", {"text": text}))

    def waiting(self, whom: str) -> None:
        self._emit(("waiting", {"text": whom}))

    def text(self, so_far: str) -> None:
        self._emit(("text", {"text": so_far}))

    def strike_out(self, fault: str) -> None:
        self._emit(("strike", {"text": f"struck out: this question {fault}."}))

    def _emit(self, event: Event | None) -> None:
        with self._lock:
            if event:
                if event[0] == "text" and self._events and self._events[-1][0] == "text":
                    self._events.pop()  # Whoever watches later needs the latest text only.
                self._events.append(event)
            for watch in self._watchers:
                watch(event)

    async def wait(self) -> Any:
        """Return the result. Raises what the work raised."""
        return await asyncio.shield(asyncio.wrap_future(self.result))

    async def watch(self) -> AsyncIterator[Event | None]:
        """Yield the progress from its beginning to the end; None when nothing came for a while."""
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def put(event: Event | None) -> None:
            with suppress(RuntimeError):  # the server has stopped
                loop.call_soon_threadsafe(queue.put_nowait, event)

        with self._lock:
            for event in self._events:
                queue.put_nowait(event)
            if self.result.done():
                queue.put_nowait(None)
            else:
                self._watchers.append(put)
        try:
            while (coming := await _get(queue)) is not None:
                yield coming if coming is not _SILENCE else None
        finally:
            with self._lock, suppress(ValueError):
                self._watchers.remove(put)


_SILENCE: Event = ("silence", {})


async def _get(queue: "asyncio.Queue[Event | None]") -> Event | None:
    """Return the next event of a queue, or _SILENCE after a while."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_HEARTBEAT_S):
            return await queue.get()
    return _SILENCE


class Turns:
    """The turns that run now."""

    def __init__(self, user: str | None = None) -> None:
        self._user = user
        self._lock = threading.Lock()
        self._running: dict[tuple[str | None, str, str], Turn] = {}

    def of(self, user: str | None) -> "Turns":
        """Return the turns of one user, which nobody else can join who knows the session's id."""
        turns = Turns(user)
        turns._lock, turns._running = self._lock, self._running
        return turns

    def start(self, session_id: str, key: str, work: Work, *, asks: bool = False) -> Turn:
        """Begin a turn, or join the one that runs on this session under the same key.

        A turn that only asks joins any that asks. Raises SessionBusy when too many run.
        """
        with self._lock:
            turn = self._running.get((self._user, session_id, key))
            if turn is None and key == ASK:
                turn = self._find_asking(session_id)
            if turn is not None:
                return turn
            if len(self._running) >= _MAX_TURNS:
                raise SessionBusy("the server is busy with other sessions.", "try again later")
            turn = self._running[self._user, session_id, key] = Turn(asks=asks)
        thread = threading.Thread(target=self._run, args=(session_id, key, turn, work), daemon=True)
        thread.start()
        return turn

    def stop(self) -> None:
        """Let nobody wait for a turn any more."""
        with self._lock:
            running = list(self._running.values())
        for turn in running:
            turn.stop()

    def is_asking(self, session_id: str) -> bool:
        """Whether a turn runs that ends with an open question."""
        with self._lock:
            return self._find_asking(session_id) is not None

    def _find_asking(self, session_id: str) -> Turn | None:
        wanted = (self._user, session_id)
        turns = (turn for (*whose, _), turn in self._running.items() if tuple(whose) == wanted)
        return next((turn for turn in turns if turn.asks), None)

    def _run(self, session_id: str, key: str, turn: Turn, work: Work) -> None:
        def finish(listener: ProgressListener) -> Any:
            try:
                return work(listener)
            finally:
                # Before the result is known: a request that comes after it begins a new turn.
                with self._lock:
                    del self._running[self._user, session_id, key]

        turn.run(finish)


ASK = "ask"
"""The key of a turn that only asks the next question."""


def format_event(name: str, data: dict[str, str]) -> bytes:
    """Return an event as it is sent (https://html.spec.whatwg.org/#server-sent-events)."""
    return f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()


HEARTBEAT = b":\n\n"
