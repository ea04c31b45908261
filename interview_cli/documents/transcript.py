"""A transcript → who said what: labelled text, WebVTT, SubRip, or a session file."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from interview_cli.english.rules import load_rules, load_toml
from interview_cli.errors import InvalidInput

INTERVIEWER, ME = "Interviewer", "Me"
_CLOCK = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?[\])]?"
# "Anna", "Dr. Anna Berg", "Berg, Anna", "Berg, Anna (HR)".
_SURNAME_FIRST = r"(?:, [^\W\d_][\w .'’-]{0,29}?)?"
_REMARK = r"(?: \([^\W\d_][^()\d]{0,29}\))?"
_NAME = rf"[\[]?(?P<name>[^\W\d_][\w .'’-]{{0,39}}?{_SURNAME_FIRST}{_REMARK})[\]]?"
_STRONG = r"(?:\*\*|__)?"
# "Anna: …", "**Anna:** …", "[00:01:02] Anna: …", "Anna (00:01): …".
_LABEL = re.compile(
    rf"\s*(?:[-*•]\s+)?(?:{_CLOCK}\s*[-–]?\s*)?{_STRONG}{_NAME}\s*{_STRONG}\s*(?:{_CLOCK}\s*)?"
    rf"{_STRONG}:(?!//){_STRONG}(?:\s+(?P<words>.*)|$)"
)
# "Anna  00:01:02", with the words on the next lines.
_NAME_AND_CLOCK = re.compile(rf"\s*{_STRONG}{_NAME}{_STRONG}\s+{_CLOCK}\s*")
_NAME_ENDS = re.compile(r"[\s,()]+")
_CUE_TIME = re.compile(r"\s*(?:\d+:)?\d{1,2}:\d\d[.,]\d{3}\s*-->")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^>]*)>")
_TAG = re.compile(r"<[^>]*>")
_OPEN_LINE = re.compile(r"[^\s.!?:;…]\Z")
"""The end of a line that does not end a sentence."""
_MIN_WRAPPED = 50
"""A line so long may be wrapped before a capital."""
_MAX_NAME_WORDS = 4
_MIN_TURNS = 2
"""A label that stands only once may be a word of the text: "The result: we won"."""
_HINT = (
    "begin each turn with a name, as in “Interviewer: Why us?” and, on a line of its own, "
    "“Me: Because …”"
)


@dataclass(frozen=True)
class Turn:
    """What one person said without a break."""

    speaker: str
    text: str
    kind: str = ""
    """The kind and the topic of a question from a session file; else empty."""
    topic: str = ""


@dataclass(frozen=True)
class Transcript:
    """The turns of a conversation, and what nobody said: the lines before them, and notes."""

    turns: tuple[Turn, ...]
    preface: str = ""
    title: str = ""
    """The job and the employer of a session file; else empty."""
    company: str = ""

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names in the order in which they appear."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns))


def parse_transcript(text: str) -> Transcript:
    """Return who said what. Raises InvalidInput if fewer than two people are named as speakers."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if text.lstrip().startswith("{"):
        transcript = _parse_session(text)
    elif any(map(_CUE_TIME.match, lines)):
        transcript = _parse_lines(list(_read_cues(lines)), are_cues=True)
    else:
        transcript = _parse_lines(lines)
    if len(transcript.speakers) < _MIN_TURNS:
        raise InvalidInput(_explain_no_talk(text, transcript), _HINT)
    return transcript


def _explain_no_talk(text: str, transcript: Transcript) -> str:
    if not text.strip():
        return "the transcript is empty."
    if transcript.speakers:
        return f"only one person, {transcript.speakers[0]}, speaks in the transcript."
    return "the transcript does not say who speaks."


def choose_me(speakers: Sequence[str], named: str | None) -> str | None:
    """Return the speaker who was interviewed: the named one, else by the word for the part.

    None if only a person can tell. Raises InvalidInput if nobody has the given name.
    """
    if named is not None:
        wanted = named.strip().casefold()
        found = [name for name in speakers if name.casefold() == wanted] or [
            name for name in speakers if wanted in _NAME_ENDS.split(name.casefold())
        ]
        if len(found) != 1:
            raise InvalidInput(
                f"{named!r} is not one of the speakers.", f"name one of {list_speakers(speakers)}"
            )
        return found[0]
    mine = [name for name in speakers if name.casefold() in _load_words("me")]
    if len(mine) == 1:
        return mine[0]
    others = [name for name in speakers if name.casefold() not in _load_words("interviewer")]
    return others[0] if len(others) == 1 else None


def list_speakers(speakers: Sequence[str]) -> str:
    """Return the names in a row; a name may hold a comma."""
    return ", ".join(f"“{name}”" if "," in name else name for name in speakers)


def labels_question(speaker: str) -> bool:
    """Return whether a label names a question and not a person."""
    return speaker.casefold() in _load_words("question")


def _load_words(name: str) -> frozenset[str]:
    entries = load_toml("interview_cli.documents", "transcript.toml")[name]
    return frozenset(entries.split("\n")) - {""}


def _parse_lines(lines: Sequence[str], *, are_cues: bool = False) -> Transcript:
    names = _find_names(lines)
    turns: list[tuple[str, list[str]]] = []
    preface: list[str] = []
    for line in lines:
        label = _match_label(line)
        if label and label[0] in names:
            if not turns or turns[-1][0] != label[0]:
                turns.append((label[0], []))
            turns[-1][1].append(label[1])
        elif _is_note(line):
            preface.append(line.strip())
        else:
            (turns[-1][1] if turns else preface).append(line.strip())
    wrapped = 0 if are_cues else _MIN_WRAPPED
    joined = [Turn(name, _join_wrapped(words, wrapped).strip()) for name, words in turns]
    return Transcript(tuple(turn for turn in joined if turn.text), "\n".join(preface).strip())


def _is_note(line: str) -> bool:
    """Return whether a line was written by the program that made the transcript."""
    rule = load_rules("interview_cli.documents", "rules.toml")["transcript_note"]
    return rule.pattern.match(line.strip()) is not None


def _join_wrapped(lines: Sequence[str], min_wrapped: int) -> str:
    """Join lines with a space where a sentence goes on, as in text with short lines.

    Before a capital it goes on after a line of so many characters.
    """
    text = ""
    for before, line in zip(["", *lines], lines, strict=False):
        is_open = bool(_OPEN_LINE.search(before)) and bool(line)
        goes_on = is_open and (line[0].islower() or len(before) >= min_wrapped)
        text += (" " if goes_on else "\n") + line
    return text


def _match_label(line: str) -> tuple[str, str] | None:
    """Return the name and the words of a line that begins a turn."""
    match = _LABEL.match(line)
    words = (match["words"] or "") if match else ""
    match = match or _NAME_AND_CLOCK.fullmatch(line)
    if not match:
        return None
    parts = match["name"].partition(" (")[0].split()
    is_person = "," not in match["name"] or all(part[0].isupper() for part in parts)
    if not is_person or len(parts) > _MAX_NAME_WORDS:
        return None
    return match["name"].strip(), words.strip()


def _find_names(lines: Sequence[str]) -> set[str]:
    """Return the labels that are names: those that recur, mean a part or ask, or the only two."""
    labels = [label for label in map(_match_label, lines) if label]
    counts = Counter(name for name, _ in labels)
    known = _load_words("me") | _load_words("interviewer")
    names = {name for name, count in counts.items() if count >= _MIN_TURNS}
    names |= {name for name, words in labels if name.casefold() in known or _asks(name, words)}
    return names if len(names) >= _MIN_TURNS or len(counts) > _MIN_TURNS else set(counts)


def _asks(name: str, words: str) -> bool:
    """Return whether a label that may stand only once is somebody who asks a question."""
    roles = load_rules("interview_cli.documents", "rules.toml")["interviewer_label"].pattern
    is_person = all(word[0].isupper() for word in name.split())
    return bool(roles.match(name)) or (is_person and words.endswith("?"))


def _read_cues(lines: Sequence[str]) -> Iterator[str]:
    """Yield the spoken lines of WebVTT or SubRip, each with the name of its voice if it has one.

    A cue is what follows a line of times, up to an empty line.
    """
    in_cue = False
    for line in lines:
        if _CUE_TIME.match(line):
            in_cue = True
        elif not line.strip():
            in_cue = False
        elif in_cue:
            voice = _VOICE.match(line.strip())
            words = unescape(_TAG.sub("", line)).strip()
            yield f"{voice['name'].strip()}: {words}" if voice else words


def _parse_session(text: str) -> Transcript:
    """Read a session file, or what prints one as JSON."""
    try:
        data = json.loads(text)
        session = data.get("session", data)
        turns = tuple(map(_parse_message, session["messages"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidInput("the transcript is not the JSON of an interview.", _HINT) from error
    names = [session.get(name) for name in ("job_title", "company_name")]
    title, company = (name.strip() if isinstance(name, str) else "" for name in names)
    return Transcript(tuple(turn for turn in turns if turn.text), title=title, company=company)


def _parse_message(message: dict[str, Any]) -> Turn:
    speaker = {"assistant": INTERVIEWER, "user": ME}[message["role"]]
    kind, topic = message.get("kind", ""), message.get("topic", "")
    if not all(isinstance(part, str) for part in (message["content"], kind, topic)):
        raise TypeError("a text is expected")
    return Turn(speaker, message["content"].strip(), kind, topic)
