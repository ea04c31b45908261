"""Tell a yes to the post that is shown from all other messages.

A clause is a sign of assent, an order to publish, or words that stand beside these; anything that
stands against a yes, such as a change, a doubt, a delay or a condition, stops it. The words are in
`confirmations.toml`.
"""

import re
from dataclasses import dataclass

from interview_cli.english.rules import RuleFile, load_rules, load_toml
from interview_cli.job_posts.contractions import add_apostrophes
from interview_cli.job_posts.word_lists import load_words

_FILE = "confirmations.toml"
_MAX_WORDS = 24
_CLAUSE_END = re.compile(r"[,;:.!…\n]+(?!\d)|\s*[–—]\s*|\s-+\s|[()]")
_WORD = re.compile(r"100%|[\w'’-]+|[^\s\w.,!;:…\"()-]")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_VERB_OR_ADVERB = re.compile(r"\w+(?:s|ed|ly)")


@dataclass(frozen=True)
class ClauseSigns:
    """What a clause says for and against a yes."""

    words: frozenset[str]
    unknown: frozenset[str]
    """Words that belong to none of the lists."""
    is_order: bool
    is_sign: bool
    is_against: bool

    @property
    def is_yes(self) -> bool:
        """Whether it says yes in so many words."""
        return bool(self.words & load_words(_FILE, "yes_words"))

    @property
    def is_remark(self) -> bool:
        """Whether it says one more thing of the post: "that captures everything"."""
        is_single = len(self.unknown) == 1 and all(map(_VERB_OR_ADVERB.fullmatch, self.unknown))
        return is_single and bool(self.words & load_words(_FILE, "references"))


def is_confirmation(message: str) -> bool:
    """Return whether the whole message says yes; "the post should be ready by May" does not.

    A yes that says a change, a doubt or a condition besides is none: "fine, but part time". Reads
    English, and the word for yes in some other languages.
    """
    return find_remarks(message) == []


def find_remarks(message: str) -> list[str] | None:
    """Return the clauses of a yes that may say more: "whatever you wrote is right, publish it".

    None if the message is not a yes. With clauses that it does not know, it is a yes only if they
    change nothing in the post, which is for the caller to find out.
    """
    if "?" in message or len(message.split()) > _MAX_WORDS:
        return None
    parts = _split_parts(message)
    if len(parts) > 1 and parts[0].lower() in load_words(_FILE, "bare_no"):
        parts = parts[1:]  # no change is wanted, if what follows is a yes
    clauses = [_read_clause(part) for part in parts]
    is_sign = any(clause.is_sign or clause.is_order for clause in clauses)
    if not is_sign or any(clause.is_against for clause in clauses):
        return None
    open_clauses = [clause for clause in clauses if clause.unknown]
    has_order = any(clause.is_order for clause in clauses)
    has_yes = any(clause.is_yes for clause in clauses)
    hedges = load_words(_FILE, "hedges")
    if not has_order and any(clause.words & hedges for clause in clauses):
        return None
    if not has_order and not (has_yes and all(clause.is_remark for clause in open_clauses)):
        return None if open_clauses else []
    return [part for part, clause in zip(parts, clauses, strict=True) if clause.unknown]


def read_signs(message: str) -> list[ClauseSigns]:
    """Return what each clause of a message says for and against a yes."""
    return [_read_clause(part) for part in _split_parts(message)]


def _split_parts(message: str) -> list[str]:
    return [part.strip() for part in _CLAUSE_END.split(message) if part.strip()]


def is_about_publishing(text: str) -> bool:
    """Return whether a text orders to publish the post, on a condition or not, or forbids it."""
    return bool(_rules()["publishing"].pattern.match(_normalise(text)))


def split_words(message: str) -> list[str]:
    """Return the words and signs of a message without its punctuation."""
    return _WORD.findall(message)


def _read_clause(part: str) -> ClauseSigns:
    rules = _rules()
    spoken = _normalise(part)
    text, _ = _take_out("beside", spoken)
    text, faultless = _take_out("faultless", text)
    text, approvals = _take_out("approval", text)
    orders = [
        found
        for found in rules["order"].pattern.finditer(text)
        if not rules["determiner"].pattern.search(text[: found.start()])
    ]
    rest = text
    for found in reversed(orders):
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    behind = split_words(text[orders[-1].end() :]) if orders else ()
    words = frozenset(word for word in split_words(rest) if not _is_pictogram(word))
    yes, praise, filler = (
        load_words(_FILE, name) for name in ("yes_words", "praise_words", "filler_words")
    )
    unknown = words.difference(yes, praise, filler)
    is_against = bool(
        rules["question"].pattern.match(spoken)
        or rules["mockery"].pattern.search(spoken)
        or any(rules["governed"].pattern.search(text[: found.start()]) for found in orders)
        or words & load_words(_FILE, "opposing_words")
        or any(map(_has_figure, unknown))
        or (unknown | load_words(_FILE, "elsewhere")).intersection(behind)
    )
    is_sign = bool(faultless or approvals or words & (yes | praise))
    return ClauseSigns(words, unknown, bool(orders), is_sign, is_against)


def _take_out(group: str, text: str) -> tuple[str, int]:
    rest, count = _rules()[group].pattern.subn(" ", text)
    return _squeeze(rest), count


def _normalise(text: str) -> str:
    """Return a text in small letters, with short forms written out and stretched words cut."""
    text = _squeeze(add_apostrophes(text).lower().replace("’", "'"))
    for short, full in load_toml("interview_cli.job_posts", _FILE)["expansions"].items():
        text = text.replace(short, full)
    return _STRETCHED.sub(r"\1", text)


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _has_figure(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _is_pictogram(word: str) -> bool:
    """Return whether a sign only adorns a message; a thumb up or down does not."""
    known = load_words(_FILE, "opposing_words") | load_words(_FILE, "yes_words")
    return len(word) == 1 and not word.isalnum() and word not in known


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
