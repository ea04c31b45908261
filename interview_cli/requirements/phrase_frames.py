"""Fill the frames of phrases, and give up what makes none."""

import re

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems
from interview_cli.requirements.letter_case import load_names, lower_first

_RULES = Rules("interview_cli.requirements", "phrasing.toml")
MAX_WORDS = 14
_MIN_WORDS_BEFORE_CUT = 3
_UNFIT_CHARS = re.compile(r"[<>{}\[\]*_@|=€£$\"“”•?!]|(?<![A-Z])#|\d{5,}|//|\s/|/\s")


def complete_frame(frame: str, text: str, *, lower: bool = True) -> str:
    """Return a frame filled with a text, cut to what fits, or nothing if it makes no phrase."""
    whole = join_last(lower_first(text) if lower else text)
    cut = _shorten(whole, MAX_WORDS - len(frame.split()) + 1)
    return frame.format(cut) if cut and _is_fit(cut, is_action=frame.endswith("to {}")) else ""


def _shorten(text: str, max_words: int) -> str:
    """Return a text without the details after a comma or a relative pronoun, if it is too long."""
    if len(text.split()) <= max_words:
        return text
    ends = [end.start() for end in _RULES.pattern("detail").finditer(text)]
    fitting = [text[:end] for end in ends if len(text[:end].split()) >= _MIN_WORDS_BEFORE_CUT]
    return next((part for part in reversed(fitting) if len(part.split()) <= max_words), "")


def _is_fit(text: str, *, is_action: bool) -> bool:
    """Return whether a text can be a phrase in a sentence."""
    main = _RULES.pattern("relative").split(text)[0]
    if is_action:
        # Its verb may be one that elsewhere shows a sentence: "do", "have".
        main = main.partition(" ")[2]
    return not (
        _UNFIT_CHARS.search(text)
        or _RULES.is_found("finite", main)
        or _RULES.match("unfit_start", text)
        or _RULES.match("whole_unfit", text)
        or _RULES.is_found("unfit_end", text)
        or text.count("(") != text.count(")")
        or not _has_meaning(text)
        or (text.isupper() and len(text.split()) > 1 and len(text) > 20)
    )


def _has_meaning(text: str) -> bool:
    return bool(content_stems(text)) or _RULES.is_found("asset", text) or text in load_names()


def join_last(text: str) -> str:
    """Join a list without "and": "Python, Go" → "Python and Go"."""
    if _RULES.is_found("joined", text) and text.count(",") == 1 and text.count(" and ") == 1:
        return text.replace(", and ", " and ")  # "read a drawing, and make a rod"
    if _RULES.is_found("joined", text) or "," not in text:
        return text
    head, _, last = text.rpartition(", ")
    return f"{head} {'or' if _RULES.is_found('alternatives', text) else 'and'} {last}"
