"""What became of the acts of one turn of a job post."""

from dataclasses import dataclass, field

from interview_cli.job_posts.restoring import FieldChange
from interview_cli.vocabulary import PostField


@dataclass
class TurnOutcome:
    """What became of the acts of one turn."""

    changed: list[FieldChange] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    """What is not wanted and was not in the post."""
    unlawful: list[tuple[str, str]] = field(default_factory=list)
    """What no job ad may ask for: the ground and the words."""
    unreadable: list[str] = field(default_factory=list)
    """Pay in a form that no field can hold."""
    unused: list[str] = field(default_factory=list)
    """Words that no field took."""
    impossible: list[tuple[str, str]] = field(default_factory=list)
    """Orders that the agent cannot follow: the kind, which may be empty, and the words."""
    unclear: list[str] = field(default_factory=list)
    """Words that give a field two values that exclude each other."""
    absent: list[PostField] = field(default_factory=list)
    """Fields that were to be removed and had no value."""
    declined: list[PostField] = field(default_factory=list)
    settled_skills: list[str] = field(default_factory=list)
    """Requirements that count as the answer to the question for skills."""
    refused_to_decline: list[PostField] = field(default_factory=list)
    topic: str = ""
    """What the whole message is about: `undo`, `restart`, `show`, `greet`, `thank`, `confirm`,
    `doubt`, `refuse`, or the topic of a question."""
    undone: bool = False
    taken_back: list[FieldChange] = field(default_factory=list)
    """What an undo changed."""
