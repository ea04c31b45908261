"""What an ad asks for, and what a CV tells, in words that fit into a question."""

import re

from interview_cli.english.words import tokens, words
from interview_cli.requirements.cv_evidence import is_deed
from interview_cli.requirements.extract import Requirement
from interview_cli.text import cut

_MAX_ASKED_WORDS = 16
_MAX_QUOTE_CHARS = 160
_MAX_DEED_CHARS = 120
_MIN_DEED_CHARS = 30
_DEED_END = re.compile(r";|(?<!\b[A-Z])(?<!\bDr)(?<!\bvs)(?<!\bMr)(?<!\bSt)\.\s|\s[–—]\s| - ")
_PART_END = re.compile(r",\s| (?:by|for|with|in|from|so that|because|which|at|on|during|after) ")
_YEARS = re.compile(
    r"^(?:an? )?(?:(?:at least|minimum(?: of)?|over|more than|some) )?(?:\w+|\d+)\+?"
    r"(?:\s*(?:-|–|to|or)\s*(?:\w+|\d+))? years?(?:['’]| of| in)?\s+",
    re.IGNORECASE,
)
_LONG_END = re.compile(r"[,;:]\s| - |\s[–—]\s|\s(?:that|which|including|such as)\s")
_TITLE_END = re.compile(r"\s*(?:,|\(|\s[–—-]\s).*$")
# What somebody is, can do or does; all else is something to have.
_IS = re.compile(
    r"^(?:willing|happy|ready|prepared|confident|comfortable|competent|proficient|skilled|experienced"
    r"|familiar|fluent|qualified|calm|reliable|punctual|polite|organi[sz]ed|flexible|patient|curious"
    r"|generous|honest|friendly|resilient|disciplined (?!use)|(?:highly|well|self)-?\s?\w+ed"
    r"|rigorous|numerate|passionate|good (?:with|at)|great (?:with|at)|committed|educated|ambitious"
    r"|thorough(?! \w+ing)|hard-?working|enthusiastic|energetic|creative|adaptable|trustworthy"
    r"|articulate|kind|caring|motivated|keen to|able)\b"
    r"|^\w+(?:ous|ive|ful|ble|ant|ate)$|^.*\b(?:qualified|registered|certified|licensed|educated"
    r"|literate)$",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:is|has|stays|keeps|works|likes|loves|enjoys|brings|takes|cares|understands)\b",
    re.IGNORECASE,
)
_CAN = re.compile(r"^(?:can|know how to|able to)\s+", re.IGNORECASE)
_MUST = re.compile(r"^must\s+(?:be\s+)?", re.IGNORECASE)
_WANTS_ARTICLE = re.compile(
    r"^(?:\w+ )?(?:track record|team player|self-starter|communicator|listener|eye for|attitude"
    r"|licen[cs]e|certificate|degree|diploma|background in|sense of|understanding of|approach"
    r"|willingness to|ability to|desire to|passion for|interest in|grasp of|command of)\b",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(r"^(?:an?|the|your|some|any)\b", re.IGNORECASE)
_YOU = re.compile(r"^you\s+", re.IGNORECASE)
_VERB = re.compile(
    r"^(?:hold|own|have|understand|negotiate|explain|work|lift|climb|read|write|drive|lead|manage"
    r"|speak|travel|use|teach|cook|prepare|show|pass|get|enjoy|listen|offer|recogni[sz]e|keep|run"
    r"|build|handle|communicate|plan|design|operate|stay|learn|live) ",
    re.IGNORECASE,
)
_I = re.compile(r"\bI(?P<tail>['’](?:m|ve|d|ll))?\b")
_MINE = {"my": "your", "mine": "yours", "me": "you", "myself": "yourself"}
_TAILS = {None: "you", "m": "you are", "ve": "you have", "d": "you had", "ll": "you will"}
_LEAD_CAPITAL = re.compile(r"^[A-Z][a-z]*(?:-[a-z]+)?\b")


def spoken_title(title: str) -> str:
    """A job title as it is said: without what follows a comma, a dash or a bracket."""
    return _TITLE_END.sub("", title) or title


def asked(requirement: Requirement) -> str:
    """The requirement as it follows "the job asks for"."""
    text = requirement.text.split(" (")[0].strip(" .;:,")
    if len(tokens(text)) > _MAX_ASKED_WORDS:
        end = _LONG_END.search(text)
        text = text[: end.start()] if end and len(text[: end.start()].split()) > 1 else ""
    if not 0 < len(tokens(text)) <= _MAX_ASKED_WORDS:
        text = requirement.topic
    if _YOU.match(text):
        return "people who " + re.sub(r"\byour\b", "their", _YOU.sub("", text))
    bare = _MUST.sub("", _lowered(text))
    if years := _YEARS.match(bare):
        rest = bare[years.end() :]
        bare = rest if "experience" in rest else f"experience of {rest}"
    if _CAN.match(bare) or _VERB.match(bare):
        return f"somebody who can {_CAN.sub('', bare)}"
    if _IS.match(bare):
        return f"somebody who is {bare}"
    if _DOES.match(bare):
        return f"somebody who {bare[0].lower()}{bare[1:]}"
    if _WANTS_ARTICLE.match(bare) and not _HAS_ARTICLE.match(bare):
        return f"{'an' if bare[0].lower() in 'aeiou' else 'a'} {bare[0].lower()}{bare[1:]}"
    return bare


def deed(line: str) -> str | None:
    """A line of a CV as it follows "you": "Installed fire alarms" → "installed fire alarms".

    None for a line that tells no deed in the past.
    """
    if not is_deed(line) or line.isupper():
        return None
    told = re.sub(r"^I\s+", "", " ".join(line.split())).rstrip(".;, ")
    told = _DEED_END.split(told)[0]
    if len(told) > _MAX_DEED_CHARS:
        # Up to where a part of the sentence ends, so that it still is one.
        ends = [end.start() for end in _PART_END.finditer(told[:_MAX_DEED_CHARS])]
        told = told[: ends[-1]] if ends and ends[-1] > _MIN_DEED_CHARS else _shortened(told)
    return _to_you(told[0].lower() + told[1:])


def _to_you(text: str) -> str:
    """What somebody says of themselves, said to them."""
    spoken = _I.sub(lambda m: _TAILS[m["tail"][1:] if m["tail"] else None], text)
    return re.sub(
        r"\b(my|mine|me|myself)\b", lambda m: _MINE[m[0].lower()], spoken, flags=re.IGNORECASE
    )


def quoted(line: str) -> str:
    """A line of a CV as it stands between quotation marks."""
    cells = [cell.strip() for cell in line.split("|") if cell.strip()]
    return _shortened(", ".join(cells))


def _lowered(text: str) -> str:
    """With a small letter, where the capital is due to the beginning of a line alone."""
    first = _LEAD_CAPITAL.match(text)
    if not first:
        return text
    word = first[0].lower()
    is_common = word in words("stop") | words("generic") | words("leads")
    is_formed = re.search(
        r"(?:ing|tion|sion|ment|ity|ence|ance|ful|ly|ed|ness|ship|able|ent|ive|al|ic|ous)$", word
    )
    return text[0].lower() + text[1:] if is_common or is_formed else text


def _shortened(line: str) -> str:
    return cut(" ".join(line.split()).rstrip(".;, "), _MAX_QUOTE_CHARS)
