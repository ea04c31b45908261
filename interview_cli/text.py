"""The form of stored and printed text: its characters, names, times."""

import re
import unicodedata
from datetime import UTC, datetime

from interview_cli.errors import InvalidInput

# Control characters but line feed and tab, bidirectional controls, lone surrogates and
# noncharacters: what a terminal would obey, what would reorder a line on the screen, what UTF-8
# cannot hold, and what stands for nothing (readers of PDF leave U+FFFE for a hyphen).
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNSAFE = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff{_NONCHARACTERS}]"
)


def remove_controls(text: str) -> str:
    """The text without characters that no stored or printed text may hold; line ends become LF."""
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_input(text: str, what: str) -> str:
    """A text as the user gave it, cleaned and stripped.

    Raises InvalidInput when it is not UTF-8 (the shell hands such bytes on as lone surrogates).
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidInput(f"{what} is not UTF-8 text.", "convert it to UTF-8 first") from error
    cleaned = remove_controls(text).strip()
    # Format characters alone (a zero-width space, say) are nothing a reader could see.
    return "" if all(unicodedata.category(c) == "Cf" for c in cleaned) else cleaned


def escape_json(document: str) -> str:
    r"""A JSON document with what a terminal might obey written as \uXXXX: the same document."""
    return re.sub(
        r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]",
        lambda match: f"\\u{ord(match[0]):04x}",
        document,
    )


def make_slug(words: str) -> str:
    """A name to type: lower-case letters and digits of any script, joined by hyphens."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    joined = re.sub(r"[\W_]+", "-", plain).strip("-")
    # A file name may have 255 bytes, in any script, with an ending to come.
    return joined.encode()[:160].decode(errors="ignore").rstrip("-") or "session"


def cut(text: str, most_chars: int) -> str:
    """The text on one line, cut between words, with a sign of it, where it is longer."""
    line = " ".join(text.split())
    if len(line) <= most_chars:
        return line
    return line[:most_chars].rsplit(" ", 1)[0].rstrip(".;, ") + " …"


def format_timestamp(moment: datetime) -> str:
    """The one form in which a time is stored: UTC, microseconds, `Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
