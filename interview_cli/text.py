"""Characters, names and times in stored and printed text."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from interview_cli.errors import InvalidInput

# Control characters except line feed and tab (a terminal would obey them), bidirectional controls
# (they reorder a line on the screen), lone surrogates (UTF-8 cannot hold them) and noncharacters
# (PDF readers leave U+FFFE in place of a hyphen).
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNSAFE = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff{_NONCHARACTERS}]"
)

_WORD = re.compile(r"\w+")


def remove_controls(text: str) -> str:
    """Remove characters that no stored or printed text may hold; line ends become LF."""
    if text.isprintable():  # it holds neither, and most names pass
        return text
    return _UNSAFE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean_input(text: str, what: str) -> str:
    """Clean and strip a text that the user gave; `what` names it in an error.

    Raises InvalidInput if it is not UTF-8. The shell passes such bytes on as lone surrogates.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidInput(f"{what} is not UTF-8 text.", "convert it to UTF-8 first") from error
    return "" if is_blank(text) else remove_controls(text).strip()


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: only white space, controls, and zero-width characters."""
    return all(unicodedata.category(c) == "Cf" for c in remove_controls(text).strip())


def escape_json(document: str) -> str:
    r"""Write the characters of a JSON document that a terminal might obey as \uXXXX."""
    return re.sub(
        r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]",
        lambda match: f"\\u{ord(match[0]):04x}",
        document,
    )


def make_slug(words: str) -> str:
    """Return a name that is easy to type: lower-case words of any script, joined by hyphens."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    joined = re.sub(r"[\W_]+", "-", plain).strip("-")
    # A file name may have 255 bytes, including a suffix that is added later.
    return joined.encode()[:160].decode(errors="ignore").rstrip("-") or "session"


def shorten(text: str, max_chars: int) -> str:
    """Return the text on one line, shortened between words to `max_chars` and an ellipsis.

    Unlike `textwrap.shorten`, it keeps the beginning of a text without spaces.
    """
    line = " ".join(text.split())
    if len(line) <= max_chars:
        return line
    return line[:max_chars].rsplit(" ", 1)[0].rstrip(".;, ") + " …"


def join_list(parts: Sequence[str]) -> str:
    """Return "a, b and c"; of no parts an empty text."""
    *others, last = parts or [""]
    return f"{', '.join(others)} and {last}" if others else last


def replace_words(text: str, replacements: Mapping[str, str]) -> str:
    """Replace whole words, whatever their case, by those of a table with lower-case keys."""
    return _WORD.sub(lambda match: replacements.get(match[0].lower(), match[0]), text)


def begin_with_capital(text: str) -> str:
    """Return a text with its first letter in upper case, and all others as they are."""
    return f"{text[:1].upper()}{text[1:]}"


def format_timestamp(moment: datetime) -> str:
    """Format a time as it is stored: UTC with microseconds and `Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
