"""The form that a question asks for: a case, a plan, a wish, a word to the employer, a bridge.

A bridge says what is missing and how to learn it. An answer in another form answers another
question, whatever else it contains. The bounds were set on the tuning answers: of those that
readers found to the point, one in forty lacks the form. An opener may have any form.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from interview_cli.answers.sentences import Sentence
from interview_cli.english.rules import load_rules
from interview_cli.english.words import tokens, words

Form = Literal["case", "plan", "wish", "address", "bridge"]

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|‘[^’]*’")


@dataclass(frozen=True)
class _Shares:
    """Shares of the sentences of an answer, each 0 to 1."""

    past: float
    case: float
    """In the past, or about what "I" do: late learners of English tell a case in the present."""
    ahead: float
    """About what the speaker would do."""
    supposed: float
    """About what the speaker would do, or with "if"."""
    wish: float
    address: float
    """Questions, and words to the employer."""
    lack: float
    had_it: float
    """Saying that the supposed situation was real."""


def _is_no_story(shares: _Shares) -> bool:
    return shares.case - max(shares.ahead, shares.address) <= 0.2


_EXPECTED: dict[str, tuple[Form, Callable[[_Shares], bool]]] = {
    # Experience needs no past tense, as long as nothing else stands in its place.
    "requirement": (
        "case",
        lambda shares: _is_no_story(shares) and max(shares.ahead, shares.address) >= 0.3,
    ),
    "behaviour": ("case", _is_no_story),
    "follow_up": ("case", _is_no_story),
    "situation": (
        "plan",
        lambda shares: shares.past - shares.supposed >= 0.4 and not shares.had_it,
    ),
    "motivation": ("wish", lambda shares: not shares.wish and shares.address <= 0.1),
    "closing": (
        "address",
        lambda shares: shares.address + shares.wish <= 0.2 and shares.past >= 0.5,
    ),
    "gap": ("bridge", lambda shares: not (shares.ahead or shares.lack)),
}
"""By kind of question: the form it asks for, and whether an answer lacks it."""


def find_missing_form(kind: str, told: Sequence[Sentence], employer: str) -> Form | None:
    """Return the form that a question of this kind asks for if the sentences do not have it."""
    if not told or kind not in _EXPECTED:
        return None
    form, is_missing = _EXPECTED[kind]
    return form if is_missing(_measure_shares(told, employer)) else None


def _measure_shares(sentences: Sequence[Sentence], employer: str) -> _Shares:
    def share(has: Callable[[Sentence], bool]) -> float:
        return sum(map(has, sentences)) / len(sentences)

    employer_word = _find_own_word(employer)
    return _Shares(
        past=share(lambda sentence: sentence.is_past),
        case=share(lambda sentence: sentence.is_past or bool(sentence.present)),
        ahead=share(lambda sentence: bool(sentence.planned) or sentence.is_would),
        supposed=share(
            lambda sentence: bool(sentence.planned) or sentence.is_would or "if" in sentence.words
        ),
        wish=share(lambda sentence: sentence.says("wish")),
        address=share(lambda sentence: _is_to_employer(sentence, employer_word)),
        lack=share(lambda sentence: sentence.says("lack")),
        had_it=share(lambda sentence: sentence.says("had_it")),
    )


def _find_own_word(employer: str) -> str | None:
    """Return the first word of an employer's name that is not a function word, casefolded."""
    own_words = (word for word in tokens(employer) if word.lower() not in words("stop"))
    first = next(own_words, None)
    return first.casefold() if first else None


def _is_to_employer(sentence: Sentence, employer_word: str | None) -> bool:
    unquoted = _QUOTED.sub("", sentence.text)
    address = load_rules("interview_cli.coach.offline", "ratings.toml")["address"].pattern
    if "?" in unquoted or address.search(unquoted):
        return True
    return employer_word in [word.casefold() for word in tokens(unquoted)]
