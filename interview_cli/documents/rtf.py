"""Read RTF: headers and text boxes, the body, then footers and footnotes.

striprtf was used before. It reads raw bytes in one encoding, joins sections, keeps deleted words,
and cannot tell hidden text, so the tokens are read here.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from interview_cli.documents.account import Account, Reason
from interview_cli.documents.rtf_tables import (
    CHARACTERS,
    CODE_PAGES,
    READ_PLACES,
    SKIPPED_GROUPS,
    WRITING_PLACES,
)
from interview_cli.documents.rtf_tokens import Token, split_tokens
from interview_cli.documents.symbol_fonts import (
    is_symbol_font,
    read_symbol_field,
    translate_symbol,
)
from interview_cli.documents.table_text import CELL_END, ROW_END, join_rows
from interview_cli.documents.visibility import HALF_POINTS_A_POINT, is_too_small, is_white
from interview_cli.english.bullets import BULLET_DOTS, SYMBOL_FONT_BULLETS
from interview_cli.errors import UnreadableDocument

_BULLET = re.compile(rf"^[ \t]*[{BULLET_DOTS}{SYMBOL_FONT_BULLETS}][ \t]*", re.MULTILINE)
_MAX_DEPTH = 2_000
"""Deeper groups are the work of an attacker."""
_MAX_TOKENS = 1_000_000
"""Likewise; a text of 200,000 characters with its format has a fifth of them."""
_BODY = "body"
_SWITCHES = {"v": "is_hidden", "deleted": "is_deleted"}
_NUMBERS = {"fs": "half_points", "cf": "color"}
_GROUNDS = ("highlight", "cb", "chcbpat", "cbpat", "clcbpat", "chshdng", "shading")
_COLORS = ("red", "green", "blue")
_FONT_WORDS = ("f", "fcharset", "deff", "ansicpg", "cpg", "mac", "pc", "pca")
_PLAIN: dict[str, Any] = {
    "is_hidden": False,
    "is_deleted": False,
    "has_backdrop": False,
    "half_points": 24,
    "color": 0,
}
"""What \\plain resets."""
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\\w\s+)*"?([^"\s]+)', re.IGNORECASE)


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Return the text with its bullets as hyphens. Raises UnreadableDocument."""
    reader = _Reader(content, account)
    for number, token in enumerate(split_tokens(content)):
        reader.read(token)
        if reader.depth > _MAX_DEPTH or number > _MAX_TOKENS:
            raise UnreadableDocument(
                f"{source} is damaged: it has too many commands or groups within groups.",
                "save it again as RTF or PDF",
            )
    return _BULLET.sub("- ", reader.close())


@dataclass(slots=True)
class _State:
    """What a group inherits from the group around it."""

    place: str = _BODY
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
    field: "_Field | None" = None


@dataclass(slots=True)
class _Field:
    place: str
    """Where its result goes."""
    start: int
    """How many pieces of text are there before it, and with it."""
    end: int = 0
    instruction: str = ""
    result: str = ""
    address: str = ""
    """The address of a link."""


@dataclass(slots=True)
class _Font:
    name: str = ""
    code_page: str | None = None


@dataclass
class _Reader:
    content: bytes
    account: Account
    depth: int = 0
    _state: _State = field(default_factory=_State)
    _stack: list[_State] = field(default_factory=list)
    _code_page: str = "cp1252"
    _default_font: int = 0
    _fonts: dict[int, _Font] = field(default_factory=dict)
    _colors: list[list[int]] = field(default_factory=lambda: [[]])
    _pending: bytes = b""
    _is_escaped: bool = False
    _to_skip: int = 0
    _parts: dict[str, list[str]] = field(default_factory=dict)
    _unseen: list[tuple[Reason, str]] = field(default_factory=list)
    _links: list[_Field] = field(default_factory=list)

    def __post_init__(self) -> None:
        raw = any(byte > 0x7F for byte in self.content)
        self._raw_encoding = "utf-8" if raw and _is_utf8(self.content) else None

    def read(self, token: Token) -> None:
        if token.kind == "text":
            self._read_bytes(token)
            return
        if token.kind == "symbol" and self._to_skip:
            self._to_skip -= 1
            return
        self._flush()
        if token.kind == "group":
            self._open() if token.value == b"{" else self._close_group()
        elif token.kind == "symbol":
            self._read_symbol(token.value)
        else:
            self._read_word(token.value.decode(), token.number)

    def close(self) -> str:
        """Return the text of the parts in the order of a page."""
        self._flush()
        self._report_unseen()
        self._write_addresses()
        order = sorted(self._parts, key=list(READ_PLACES).index)
        texts = [join_rows(_join_surrogates("".join(self._parts[place]))) for place in order]
        return "\n\n".join(dict.fromkeys(text.strip() for text in texts if text.strip()))

    def _open(self) -> None:
        self.depth += 1
        self._to_skip = 0
        self._stack.append(self._state)
        self._state = replace(self._state, is_starred=False)

    def _close_group(self) -> None:
        self.depth -= 1
        self._to_skip = 0
        closed = self._state
        self._state = self._stack.pop() if self._stack else _State()
        if closed.field is not None and self._state.field is None:
            self._write_field(closed.field)
        if closed.place != self._state.place and closed.place in WRITING_PLACES:
            self._parts.setdefault(closed.place, []).append("\n")

    def _read_symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._state.is_starred = True
        else:
            self._write({b"~": "\u00a0", b"_": "-", b"\n": "\n", b"\r": "\n"}.get(symbol, ""))

    def _read_word(self, word: str, number: int | None) -> None:
        if self._to_skip and word != "u":
            self._to_skip -= 1
            return
        if self._state.is_starred:
            self._state.is_starred = False
            if word not in READ_PLACES and word not in ("fldinst", "shpinst", "ud", "shptxt"):
                self._state.place = ""
                return
        if word in CHARACTERS:
            self._write(CHARACTERS[word])
        elif word == "u":
            self._write_unicode(number or 0)
        elif word in READ_PLACES and word != _BODY:
            self._state.place = word
        elif word in SKIPPED_GROUPS:
            self._state.place = SKIPPED_GROUPS[word]
        else:
            self._read_property(word, number)

    def _read_property(self, word: str, number: int | None) -> None:
        state = self._state
        if word in _SWITCHES:
            setattr(state, _SWITCHES[word], number != 0)
        elif word in _NUMBERS:
            setattr(state, _NUMBERS[word], number or 0)
        elif word in _GROUNDS:
            state.has_backdrop = bool(number)
        elif word in _COLORS:
            if state.place == "colortbl":
                self._colors[-1].append(number or 0)
        elif word in _FONT_WORDS:
            self._read_font(word, number or 0)
        elif word == "uc":
            state.skip_after_unicode = max(0, 1 if number is None else number)
        else:
            self._read_group_word(word)

    def _read_group_word(self, word: str) -> None:
        state = self._state
        if word == "plain":
            self._state = replace(state, **_PLAIN, font=self._default_font)
        elif word in ("pard", "trowd"):
            state.has_backdrop = False
        elif word == "field":
            state.field = _Field(state.place, len(self._parts.get(state.place, ())))
        elif word == "fldinst":
            state.place = "fldinst"
        elif word == "ud":
            state.place = _find_outer_place(self._stack)

    def _read_font(self, word: str, number: int) -> None:
        if word == "f":
            self._state.font = number
            self._fonts.setdefault(number, _Font())
        elif word == "deff":
            self._default_font = self._state.font = number
        elif word == "fcharset":
            self._fonts.setdefault(self._state.font, _Font()).code_page = CODE_PAGES.get(number)
        elif word in ("ansicpg", "cpg") and self._state.place != "fonttbl":
            self._code_page = _find_codec(number)
        elif word in ("mac", "pc", "pca"):
            self._code_page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]

    def _read_bytes(self, token: Token) -> None:
        content = token.value
        if self._to_skip and content:
            skipped = min(self._to_skip, len(content))
            self._to_skip -= skipped
            content = content[skipped:]
        if not content:
            return
        is_raw = not token.is_escaped and any(byte > 0x7F for byte in content)
        if is_raw and self._raw_encoding and not self._pending:
            self._write(content.decode(self._raw_encoding, errors="replace"))
        else:
            self._pending += content

    def _flush(self) -> None:
        if not self._pending:
            return
        content, self._pending = self._pending, b""
        place = self._state.place
        if place == "fonttbl":
            font = self._fonts.setdefault(self._state.font, _Font())
            font.name += content.decode("latin-1").rstrip(";")
        elif place == "colortbl":
            self._colors += [[] for _ in range(content.count(b";"))]
        elif place:
            self._write(self._decode(content))

    def _decode(self, content: bytes) -> str:
        font = self._fonts.get(self._state.font, _Font())
        if is_symbol_font(font.name) and self._state.place != "fldinst":
            return "".join(translate_symbol(byte, font.name) for byte in content)
        return content.decode(font.code_page or self._code_page, errors="replace")

    def _write_unicode(self, number: int) -> None:
        self._to_skip = self._state.skip_after_unicode
        code = number & 0xFFFF
        font = self._fonts.get(self._state.font, _Font())
        if 0xF000 <= code <= 0xF0FF:
            self._write(translate_symbol(code, font.name or "Wingdings"))
        else:
            self._write(chr(code))

    def _write(self, text: str) -> None:
        state = self._state
        if not text or not state.place:
            return
        if state.place == "fldinst":
            if state.field is not None:
                state.field.instruction += text
        elif state.place in WRITING_PLACES:
            self.account.hold(text)
            reason = self._find_reason()
            if reason is not None:
                self._note_unseen(reason, text)
            elif text.strip():
                self._report_unseen()
            if reason is None or text in ("\n", CELL_END, ROW_END) or self.account.keeps(reason):
                self._append(text)
        elif state.place == "annotation":
            self._note_unseen(Reason.COMMENT, text)

    def _append(self, text: str) -> None:
        if self._state.field is not None:
            self._state.field.result += text
        self._parts.setdefault(self._state.place, []).append(text)

    def _find_reason(self) -> Reason | None:
        state = self._state
        if state.is_deleted:
            return Reason.DELETED
        if state.is_hidden:
            return Reason.MARKED_HIDDEN
        if is_too_small(state.half_points / HALF_POINTS_A_POINT):
            return Reason.TINY
        is_light = state.color < len(self._colors) and _is_white_color(self._colors[state.color])
        return Reason.WHITE if is_light and not state.has_backdrop else None

    def _note_unseen(self, reason: Reason, text: str) -> None:
        if self._unseen and self._unseen[-1][0] is not reason:
            self._report_unseen()
        self._unseen.append((reason, text))

    def _report_unseen(self) -> None:
        if self._unseen:
            self.account.leave_out(self._unseen[0][0], "".join(text for _, text in self._unseen))
            self._unseen = []

    def _write_field(self, finished: _Field) -> None:
        """Write the symbol of a field without a result, and note the address of a link."""
        if symbol := read_symbol_field(finished.instruction):
            if not finished.result.strip():
                self._write(symbol)
        elif link := _FIELD_LINK.match(finished.instruction):
            finished.address = link[1].removeprefix("mailto:")
            finished.end = len(self._parts.get(finished.place, ()))
            before = self._links[-1] if self._links else None
            # LibreOffice writes a link of several runs as several links.
            if before is not None and _continues(before, finished):
                before.end, before.result = finished.end, before.result + finished.result
            else:
                self._links.append(finished)

    def _write_addresses(self) -> None:
        """Put the address of each link after its text, if the text does not say it."""
        for link in reversed(self._links):
            is_said = link.address.rstrip("/") in link.result or link.address.startswith("#")
            if not is_said and link.place in self._parts:
                self.account.hold(link.address)
                self._parts[link.place].insert(link.end, f" ({link.address})")


def _continues(link: _Field, after: _Field) -> bool:
    return (link.address, link.place, link.end) == (after.address, after.place, after.start)


def _find_outer_place(stack: list[_State]) -> str:
    r"""Return where the text around \upr goes, whose other branch is skipped."""
    return next((state.place for state in reversed(stack) if state.place), _BODY)


def _is_white_color(channels: list[int]) -> bool:
    return len(channels) == 3 and is_white(tuple(channel / 255 for channel in channels))


def _find_codec(number: int) -> str:
    name = {65001: "utf-8", 10000: "mac_roman", 0: "cp1252"}.get(number, f"cp{number}")
    try:
        b"".decode(name)
    except LookupError:
        return "cp1252"
    return name


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _join_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors="replace")
