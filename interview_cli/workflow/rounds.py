"""What the slots of an interview ask for in each round: pure functions."""

from typing import Literal

from interview_cli.vocabulary import Focus, Round

SlotPart = Literal[
    "opener",
    "requirement",
    "method",
    "gap",
    "behaviour",
    "situation",
    "motivation",
    "closing",
]
"""What a slot asks for. A `method` asks how the work of the trade is done; its question is of the
kind `situation`, because it is answered without a story, as that is."""

# The slots of eight questions in each round. With fewer, `_DROP_ORDER` says what is left out; with
# more, `_REPEATS` says what is repeated in the middle.
_PATTERNS: dict[Round, tuple[SlotPart, ...]] = {
    "mixed": (
        "opener",
        "gap",
        "method",
        "requirement",
        "method",
        "situation",
        "motivation",
        "closing",
    ),
    "recruiter": (
        "opener",
        "motivation",
        "requirement",
        "gap",
        "motivation",
        "behaviour",
        "motivation",
        "closing",
    ),
    "manager": (
        "opener",
        "requirement",
        "method",
        "requirement",
        "situation",
        "behaviour",
        "motivation",
        "closing",
    ),
    "technical": (
        "opener",
        "gap",
        "method",
        "requirement",
        "method",
        "requirement",
        "situation",
        "closing",
    ),
    "panel": (
        "opener",
        "requirement",
        "behaviour",
        "method",
        "behaviour",
        "situation",
        "motivation",
        "closing",
    ),
    "values": (
        "opener",
        "behaviour",
        "requirement",
        "behaviour",
        "situation",
        "behaviour",
        "motivation",
        "closing",
    ),
    "final": (
        "opener",
        "motivation",
        "requirement",
        "method",
        "behaviour",
        "situation",
        "motivation",
        "closing",
    ),
}
_DROP_ORDER: tuple[SlotPart, ...] = (
    "closing",
    "motivation",
    "situation",
    "gap",
    "opener",
    "behaviour",
    "method",
    "requirement",
)
_REPEATS: tuple[SlotPart, ...] = ("requirement", "method", "behaviour", "situation")
_FOCUSED: dict[Focus, dict[SlotPart, SlotPart]] = {
    "mixed": {},
    "behavioural": {"method": "behaviour", "gap": "behaviour"},
    "technical": {"behaviour": "method"},
}
"""What a focus puts in the place of other parts."""


def choose_parts(count: int, focus: Focus, round_: Round = "mixed") -> list[SlotPart]:
    """Return what `count` questions, 1 to 20, ask for, in order."""
    chosen = [_FOCUSED[focus].get(part, part) for part in _PATTERNS[round_]]
    for part in _DROP_ORDER:
        while len(chosen) > count and part in chosen:
            chosen.reverse()
            chosen.remove(part)
            chosen.reverse()
    extra = [_REPEATS[i % len(_REPEATS)] for i in range(count - len(chosen))]
    middle = max((i for i, part in enumerate(chosen) if part == "motivation"), default=-1)
    middle = middle if middle > 0 else len(chosen) - 1
    return chosen[:middle] + sorted(extra, key=_REPEATS.index) + chosen[middle:]
