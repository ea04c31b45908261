"""The form that a question of each kind asks for: a case, a plan, a wish, a word to the employer.

Whoever answers in another form answers another question, whatever is told. The bounds were set by
the tuning answers: those that readers found to the point lack the form in one case of forty. An
opener may be told in any form.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interview_cli.answers.sentences import Sentence
from interview_cli.english.words import tokens, words

_ADDRESS = re.compile(r"\?|\b(?:you|yours?)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|‘[^’]*’")

FORMS = {
    "no_case": "tells no case of the past",
    "no_plan": "tells a case of the past, not what you would do",
    "no_wish": "says neither what you want nor why it is this employer",
    "no_address": "tells a case, and neither asks nor tells the employer anything",
    "no_bridge": "says neither what is missing nor how you would get there",
}
"""The signs against an answer in another form, and how one says so after "it"."""


@dataclass(frozen=True)
class _Shares:
    """Which share of an answer's sentences, 0 to 1, is told in each way."""

    past: float
    case: float
    """In the past, or of what "I" do, as those tell a case who learnt English late."""
    ahead: float
    supposed: float
    wish: float
    address: float
    lack: float
    had_it: float


def _is_no_story(of: _Shares) -> bool:
    return of.case - max(of.ahead, of.address) <= 0.2


_LACKING: dict[str, tuple[str, Callable[[_Shares], bool]]] = {
    # Experience may be told without a past tense, as long as nothing else is told instead.
    "requirement": ("no_case", lambda of: _is_no_story(of) and max(of.ahead, of.address) >= 0.3),
    "behaviour": ("no_case", _is_no_story),
    "follow_up": ("no_case", _is_no_story),
    "situation": (
        "no_plan",
        lambda of: of.past - of.supposed >= 0.4 and not of.had_it,
    ),
    "motivation": ("no_wish", lambda of: not of.wish and of.address <= 0.1),
    "closing": ("no_address", lambda of: of.address + of.wish <= 0.2 and of.past >= 0.5),
    "gap": ("no_bridge", lambda of: not (of.ahead or of.lack)),
}
"""By kind of question: the sign, and when an answer lacks the form."""


def missing_form(kind: str, told: Sequence[Sentence], employer: str) -> str | None:
    """The sign against sentences that are not told in the form that a kind of question asks for."""
    if not told or kind not in _LACKING:
        return None
    sign, is_lacking = _LACKING[kind]
    return sign if is_lacking(_shares(told, employer)) else None


def _shares(told: Sequence[Sentence], employer: str) -> _Shares:
    names = [word.casefold() for word in tokens(employer) if word.lower() not in words("stop")]

    def share(has: Callable[[Sentence], bool]) -> float:
        return sum(map(has, told)) / len(told)

    def is_to_the_employer(one: Sentence) -> bool:
        own = _QUOTED.sub("", one.text)
        is_asked_or_told = _ADDRESS.search(own) is not None
        said = [word.casefold() for word in tokens(own)]
        return is_asked_or_told or any(name in said for name in names[:1])

    return _Shares(
        past=share(lambda one: one.is_past),
        case=share(lambda one: one.is_past or bool(one.present)),
        ahead=share(lambda one: bool(one.planned) or one.is_would),
        supposed=share(lambda one: bool(one.planned) or one.is_would or "if" in one.words),
        wish=share(lambda one: one.says("wish")),
        address=share(is_to_the_employer),
        lack=share(lambda one: one.says("lack")),
        had_it=share(lambda one: one.says("had_it")),
    )
