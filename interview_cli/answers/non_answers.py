"""What is no answer: rules that hold whichever coach is at work."""

import re
import unicodedata
from collections.abc import Sequence

from interview_cli.answers.star import find_elements
from interview_cli.english.words import content_stems, numbers, sentences, tokens, words

MAX_RATING = 1
"""No criterion of a non-answer is rated above this (contract)."""

_DONT_KNOW = re.compile(
    r"\b(?:i\s+(?:really\s+|actually\s+|honestly\s+)?(?:don[’']?t|do\s+not)\s+(?:really\s+)?know"
    r"|dont\s+know|no\s+idea|no\s+clue|idk|dunno|not\s+sure|nothing\s+comes\s+to\s+mind"
    r"|can[’']?t\s+(?:think\s+of|answer|say|tell\s+you|talk\s+about)|(?:i[’']?d|would)\s+rather\s+not"
    r"|no\s+comment|prefer\s+not\s+to\s+(?:say|answer)"
    r"|wei(?:ß|ss)\s+(?:\w+\s+){0,4}nicht|keine\s+ahnung|ne\s+sais\s+pas|aucune\s+idée"
    r"|no\s+(?:lo\s+)?sé|ni\s+idea|non\s+(?:lo\s+)?so|não\s+sei|không\s+biết)\b",
    re.IGNORECASE,
)
_PLEA = re.compile(
    r"\b(?:ignore|disregard|forget)\s+(?:(?:all|any|of|the|these|those|your|previous|prior|earlier"
    r"|above)\s+)*(?:instructions?|prompts?|guidelines|above)\b"
    r"|(?:^|[,;:.!?]\s*|\bplease\s+|\band\s+|\bto\s+)(?:give|award|rate|grade|score|mark)\s+"
    r"(?:me|it|this answer|my answer|this)\b[^.!?\n]{0,40}"
    r"\b(?:marks?|points?|scores?|grades?|ratings?|stars?|out of|100|maximum|as? 5)\b"
    r"|\bdeserves\s+(?:the\s+|an?\s+)?(?:highest|full|maximum|top|perfect)\b|\b5/5\s+on\s+all\b"
    r"|\b(?:please\s+)?(?:let\s+me\s+pass|hire\s+me\s+please|please\s+hire\s+me)\b"
    r"|\b(?:set|make|put)\s+(?:all|every|each|the)\s+(?:\w+\s+)?(?:ratings?|scores?|criteri\w+)\b"
    r"|\b(?:output|return|assign)\s+(?:\w+\s+){0,2}(?:ratings?|scores?|marks?)\b"
    r"|\b(?:assessor|grader|reviewer|model|system)\s+must\b|\bignore\s+(?:the\s+)?rubric\b"
    r"|\bvolle\s+(?:punktzahl|punkte)\b|\bnote\s+maximale\b|\bmáxima\s+(?:puntuación|nota)\b"
    r"|\b(?:you\s+are|as)\s+(?:now\s+)?(?:a|an|the)\s+(?:\w+\s+)?(?:grader|judge)\b",
    re.IGNORECASE,
)
_DONT_KNOW_WORDS = 15
"""An honest "I don't know" with a plan behind it is longer than this, and is an answer."""
_SENTENCE_CHARS = 12
_RUN = 8
"""Words in a row that count as copied."""
_COPIED_SHARE = 0.7
_TURNED_ABOUT = 4


def non_answer(answer: str, question: str, documents: Sequence[str]) -> str | None:
    """Why this is no answer, as words that follow "it is …"; None when it may be one.

    Lengths are in words. Scripts other than Latin are never called gibberish here.
    """
    spoken = tokens(answer)
    if not spoken or all(word.lower() in words("empty") for word in spoken):
        return "an empty phrase"
    if _DONT_KNOW.search(answer) and not _goes_on(answer, spoken):
        return "an “I don't know”"
    if _is_gibberish(spoken):
        return "gibberish"
    if _is_copied(spoken, tokens(question)) or _only_repeats(answer, question):
        return "a copy of the question"
    if any(_is_copied(spoken, tokens(document)) for document in documents):
        return "a copy of a document"
    if _mostly_plea(answer):
        return "a plea to the grader"
    # A script without spaces runs a sentence into one token.
    if (
        len(spoken) <= 3
        and not numbers(answer)
        and sum(not c.isascii() for c in answer) < _SENTENCE_CHARS
    ):
        return "an empty phrase"
    return None


def _is_gibberish(spoken: list[str]) -> bool:
    latin = [word for word in spoken if word.isascii() or _plain(word).isascii()]
    if len(latin) < len(spoken) / 2:
        return False
    if len(spoken) >= 4 and len({word.lower() for word in spoken}) <= len(spoken) / 4:
        return True
    letters = [word for word in latin if word.isalpha() and len(word) > 2]
    mash = [word for word in letters if not _is_acronym(word) and _is_mash(_plain(word))]
    return len(mash) * 2 > len(letters)


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= 5


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _is_mash(word: str) -> bool:
    """Letters in an order that no word has: no vowel, five consonants on end, one letter thrice."""
    return (
        (len(word) > 3 and not re.search("[aeiouy]", word))
        or re.search(r"[bcdfghjklmnpqrstvwxz]{5}", word) is not None
        or re.search(r"(.)\1\1", word) is not None
        or re.search(r"asdf|sdfg|dfgh|fghj|hjkl|qwer|zxcv", word) is not None
    )


def _is_copied(spoken: list[str], source: list[str]) -> bool:
    """Whether most of the answer stands in the source, in runs of eight words or as a whole."""
    said, read = [w.lower() for w in spoken], [w.lower() for w in source]
    run = min(_RUN, len(said))
    if run < 4:
        return False
    known = {tuple(read[i : i + run]) for i in range(len(read) - run + 1)}
    copied: set[int] = set()
    for i in range(len(said) - run + 1):
        if tuple(said[i : i + run]) in known:
            copied.update(range(i, i + run))
    return len(copied) >= _COPIED_SHARE * len(said)


def _only_repeats(answer: str, question: str) -> bool:
    """Whether an answer says the question's own words about and about, and adds hardly one."""
    told = content_stems(answer)
    return len(told) >= _TURNED_ABOUT and len(told - content_stems(question)) <= len(told) // 5


def _mostly_plea(answer: str) -> bool:
    parts = list(dict.fromkeys(map(str.casefold, sentences(answer))))
    pleading = [part for part in parts if _PLEA.search(part)]
    honest_words = sum(len(tokens(part)) for part in parts if part not in pleading)
    return bool(pleading) and honest_words < 20


def _goes_on(answer: str, spoken: list[str]) -> bool:
    """Whether there is more than the words of not knowing: a deed, a question back, a plan."""
    return len(spoken) > _DONT_KNOW_WORDS or "?" in answer or bool(find_elements(answer).action)
