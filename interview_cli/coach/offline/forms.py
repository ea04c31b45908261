"""The form that a question of each kind asks for: a case, a plan, a wish, a word to the employer.

Whoever answers in another form answers another question, whatever is told. The bounds were set by
the tuning answers: those that readers found to the point lack the form in one case of twenty.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from interview_cli.assessment.telling import Sentence

FORMS = {
    "no_case": "tells no case of the past",
    "no_plan": "tells a case of the past, not what you would do",
    "no_wish": "says neither what you want nor why it is this employer",
    "no_address": "neither asks nor tells the employer anything",
    "no_bridge": "says neither what is missing nor how you would get there",
    "no_path": "says neither what you want nor what leads you here",
    "no_thread": "does not go on from the answer before",
}
"""The signs against an answer in another form, and how one says so after "it"."""


@dataclass(frozen=True)
class _Shares:
    """How many sentences an answer has, and which share of them, 0 to 1, is told in each way."""

    sentences: int
    past: float
    ahead: float
    wish: float
    address: float
    lack: float
    had_it: float


_STORY = ("no_case", lambda of: of.past - max(of.ahead, of.address) <= 0.2)
_LACKING: dict[str, tuple[str, Callable[[_Shares], bool]]] = {
    "requirement": _STORY,
    "behaviour": _STORY,
    "follow_up": _STORY,
    "situation": ("no_plan", lambda of: of.past - of.ahead >= 0.4 and not of.had_it),
    "motivation": ("no_wish", lambda of: of.address + of.wish <= 0.2),
    "closing": ("no_address", lambda of: of.address + of.wish <= 0.2),
    "gap": ("no_bridge", lambda of: not of.ahead and of.lack * of.sentences <= 1),
    "opener": ("no_path", lambda of: not (of.ahead or of.address or of.wish)),
}
"""By kind of question: the sign, and when an answer lacks the form."""


def missing_form(kind: str, told: Sequence[Sentence], employer: str) -> str | None:
    """The sign against sentences that are not told in the form that a kind of question asks for."""
    if not told:
        return None
    sign, is_lacking = _LACKING[kind]
    return sign if is_lacking(_shares(told, employer)) else None


def _shares(told: Sequence[Sentence], employer: str) -> _Shares:
    name = employer.split()[:1]

    def share(has: Callable[[Sentence], bool]) -> float:
        return sum(map(has, told)) / len(told)

    return _Shares(
        sentences=len(told),
        past=share(lambda one: one.is_past),
        ahead=share(lambda one: bool(one.planned) or one.is_would),
        wish=share(lambda one: one.says("wish")),
        address=share(lambda one: one.says("address") or "?" in one.text or _has(one.text, name)),
        lack=share(lambda one: one.says("lack")),
        had_it=share(lambda one: one.says("had_it")),
    )


def _has(text: str, names: Sequence[str]) -> bool:
    return any(name in text for name in names)
