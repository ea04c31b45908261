"""Collect the text of an RTF file by the parts of a page, with what a reader would not see."""

import re
from dataclasses import dataclass, field

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.rtf_tables import READ_PLACES, WRITING_PLACES
from interview_cli.documents.symbol_fonts import read_symbol_field
from interview_cli.documents.table_text import CELL_END, ROW_END, join_rows
from interview_cli.documents.visibility import HALF_POINTS_A_POINT, is_too_small, is_white

BODY = "body"
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\\w\s+)*"?([^"\s]+)', re.IGNORECASE)


@dataclass(slots=True)
class GroupState:
    """What a group inherits from the group around it."""

    place: str = BODY
    """Where its text goes; empty for nowhere."""
    font: int = 0
    is_hidden: bool = False
    is_deleted: bool = False
    half_points: int = 24
    color: int = 0
    has_backdrop: bool = False
    skip_after_unicode: int = 1
    is_starred: bool = False
    r"""Whether the group began with \*: it may be skipped if its first word is unknown."""
    field: "Field | None" = None


@dataclass(slots=True)
class Field:
    """A link, a symbol or another field, and the text that it shows."""

    place: str
    """Where its result goes."""
    start: int
    """How many pieces of text are there before it, and with it."""
    end: int = 0
    instruction: str = ""
    result: str = ""
    address: str = ""
    """The address of a link."""


@dataclass
class Page:
    """The text so far."""

    account: Account
    colors: list[list[int]] = field(default_factory=lambda: [[]])
    """The colour table: red, green and blue of each, from 0 to 255; the first may be empty."""
    _parts: dict[str, list[str]] = field(default_factory=dict)
    _unseen: list[tuple[Reason, str]] = field(default_factory=list)
    _links: list[Field] = field(default_factory=list)

    def close(self) -> str:
        """Return the text of the parts in the order of a page."""
        self._report_unseen()
        self._write_addresses()
        order = sorted(self._parts, key=list(READ_PLACES).index)
        texts = [join_rows(_join_surrogates("".join(self._parts[place]))) for place in order]
        return "\n\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))

    def begin_field(self, place: str) -> Field:
        """Return a field whose result comes next."""
        return Field(place, self._count_pieces(place))

    def end_field(self, finished: Field, state: GroupState) -> None:
        """Write the symbol of a field without a result, and note the address of a link."""
        if symbol := read_symbol_field(finished.instruction):
            if not finished.result.strip():
                self.write(symbol, state)
        elif link := _FIELD_LINK.match(finished.instruction):
            finished.address = link[1].removeprefix("mailto:")
            finished.end = self._count_pieces(finished.place)
            before = self._links[-1] if self._links else None
            # LibreOffice writes a link of several runs as several links.
            if before is not None and _continues(before, finished):
                before.end, before.result = finished.end, before.result + finished.result
            else:
                self._links.append(finished)

    def end_part(self, place: str) -> None:
        """Keep what follows a part of the page from running into it."""
        self._parts.setdefault(place, []).append("\n")

    def write(self, text: str, state: GroupState) -> None:
        """Take up text where its group says, or note why a reader would not see it."""
        if not text or not state.place:
            return
        if state.place == "fldinst":
            if state.field is not None:
                state.field.instruction += text
        elif state.place in WRITING_PLACES:
            self.account.hold(text)
            reason = self._find_reason(state)
            if reason is not None:
                self._note_unseen(reason, text)
            elif text.strip():
                self._report_unseen()
            if reason is None or text in ("\n", CELL_END, ROW_END) or self.account.keeps(reason):
                self._append(text, state)
        elif state.place == "annotation":
            self._note_unseen(Reason.COMMENT, text)

    def _append(self, text: str, state: GroupState) -> None:
        if state.field is not None:
            state.field.result += text
        self._parts.setdefault(state.place, []).append(text)

    def _find_reason(self, state: GroupState) -> Reason | None:
        if state.is_deleted:
            return Reason.DELETED
        if state.is_hidden:
            return Reason.MARKED_HIDDEN
        if is_too_small(state.half_points / HALF_POINTS_A_POINT):
            return Reason.TINY
        is_light = state.color < len(self.colors) and _is_white_color(self.colors[state.color])
        return Reason.WHITE if is_light and not state.has_backdrop else None

    def _note_unseen(self, reason: Reason, text: str) -> None:
        if self._unseen and self._unseen[-1][0] is not reason:
            self._report_unseen()
        self._unseen.append((reason, text))

    def _report_unseen(self) -> None:
        if self._unseen:
            self.account.leave_out(self._unseen[0][0], "".join(text for _, text in self._unseen))
            self._unseen = []

    def _write_addresses(self) -> None:
        """Put the address of each link after its text, if the text does not say it."""
        for link in reversed(self._links):
            is_said = link.address.rstrip("/") in link.result or link.address.startswith("#")
            if not is_said and link.place in self._parts:
                self.account.hold(link.address)
                self._parts[link.place].insert(link.end, f" ({link.address})")

    def _count_pieces(self, place: str) -> int:
        return len(self._parts.get(place, ()))


def _continues(link: Field, after: Field) -> bool:
    return (link.address, link.place, link.end) == (after.address, after.place, after.start)


def _is_white_color(channels: list[int]) -> bool:
    return len(channels) == 3 and is_white(tuple(channel / 255 for channel in channels))


def _join_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors="replace")
