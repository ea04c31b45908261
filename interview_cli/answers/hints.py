"""What a good answer to a kind of question holds. No hint contains an answer."""

from dataclasses import dataclass
from typing import Any

from interview_cli.answers.criteria import ANCHORS, FORWARD_ANCHORS, FORWARD_KINDS, WEIGHTS
from interview_cli.english.rules import load_toml
from interview_cli.vocabulary import QuestionKind


@dataclass(frozen=True)
class AnswerGuide:
    """What one kind of question asks for, and what a good answer to it holds."""

    asks: str
    """What this kind of question asks for."""
    holds: tuple[str, ...]
    """What a good answer holds, in its order."""
    criteria: dict[str, str]
    """For each criterion what the highest rating means for this kind of question."""


def load_guide(kind: QuestionKind) -> AnswerGuide:
    """Return the guide to a kind of question."""
    entry: dict[str, Any] = load_toml("interview_cli.answers", "hints.toml")[kind]
    best = {name: anchors[-1] for name, anchors in ANCHORS.items()}
    best["structure"] = "situation, task, action, result in order, and only what the point needs"
    if kind in FORWARD_KINDS:
        best |= FORWARD_ANCHORS
    return AnswerGuide(entry["asks"], tuple(entry["holds"]), {name: best[name] for name in WEIGHTS})
