"""What a reader of one format returns."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Extraction:
    """The text of a document and what the user should know about it."""

    text: str
    hidden: tuple[str, ...] = ()
    """Runs of words that a person would not see on the page or screen."""
    notices: tuple[str, ...] = ()
    """Sentences for the user, about an encoding that was guessed for example."""
    left_out: str = ""
    """What was left out, with its reasons and numbers of words, for a refusal."""
