"""Read RTF: headers and text boxes, the body, then footers and footnotes.

striprtf was used before. It reads raw bytes in one encoding, joins sections, keeps deleted words,
and cannot tell hidden text, so the tokens are read here.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from interview_cli.documents.account import Account
from interview_cli.documents.rtf_page import BODY, GroupState, Page
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
    translate_symbol,
)
from interview_cli.english.bullets import BULLET_DOTS, SYMBOL_FONT_BULLETS
from interview_cli.errors import UnreadableDocument

_BULLET = re.compile(rf"^[ \t]*[{BULLET_DOTS}{SYMBOL_FONT_BULLETS}][ \t]*", re.MULTILINE)
_MAX_DEPTH = 2_000
"""Deeper groups are the work of an attacker."""
_MAX_TOKENS = 1_000_000
"""Likewise; a text of 200,000 characters with its format has a fifth of them."""
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


def extract_text(content: bytes, source: str, account: Account) -> str:
    """Return the text with its bullets as hyphens. Raises UnreadableDocument."""
    reader = _Reader(content, Page(account))
    for number, token in enumerate(split_tokens(content)):
        reader.read(token)
        if reader.depth > _MAX_DEPTH or number > _MAX_TOKENS:
            raise UnreadableDocument(
                f"{source} is damaged: it has too many commands or groups within groups.",
                "save it again as RTF or PDF",
            )
    return _BULLET.sub("- ", reader.close())


@dataclass(slots=True)
class _Font:
    name: str = ""
    code_page: str | None = None


@dataclass
class _Reader:
    content: bytes
    page: Page
    depth: int = 0
    _state: GroupState = field(default_factory=GroupState)
    _stack: list[GroupState] = field(default_factory=list)
    _code_page: str = "cp1252"
    _default_font: int = 0
    _fonts: dict[int, _Font] = field(default_factory=dict)
    _pending: bytes = b""
    _to_skip: int = 0

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
        return self.page.close()

    def _open(self) -> None:
        self.depth += 1
        self._to_skip = 0
        self._stack.append(self._state)
        self._state = replace(self._state, is_starred=False)

    def _close_group(self) -> None:
        self.depth -= 1
        self._to_skip = 0
        closed = self._state
        self._state = self._stack.pop() if self._stack else GroupState()
        if closed.field is not None and self._state.field is None:
            self.page.end_field(closed.field, self._state)
        if closed.place != self._state.place and closed.place in WRITING_PLACES:
            self.page.end_part(closed.place)

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
        elif word in READ_PLACES and word != BODY:
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
                self.page.colors[-1].append(number or 0)
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
            state.field = self.page.begin_field(state.place)
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

    def _write(self, text: str) -> None:
        self.page.write(text, self._state)

    def _flush(self) -> None:
        if not self._pending:
            return
        content, self._pending = self._pending, b""
        place = self._state.place
        if place == "fonttbl":
            font = self._fonts.setdefault(self._state.font, _Font())
            font.name += content.decode("latin-1").rstrip(";")
        elif place == "colortbl":
            self.page.colors += [[] for _ in range(content.count(b";"))]
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


def _find_outer_place(stack: list[GroupState]) -> str:
    r"""Return where the text around \upr goes, whose other branch is skipped."""
    return next((state.place for state in reversed(stack) if state.place), BODY)


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
