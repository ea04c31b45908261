"""Find the paragraphs of a message that describe the job in prose."""

import re

from interview_cli.job_posts import dialogue
from interview_cli.job_posts.clauses import split_sentences

_MIN_PROSE_CHARS = 150


def strip_letter(paragraph: str) -> str:
    """Return a paragraph without sentences to the agent at its start and its end."""
    sentences = list(split_sentences(" ".join(paragraph.split())))
    while sentences and dialogue.is_to_agent(sentences[0]):
        sentences.pop(0)
    while sentences and dialogue.is_to_agent(sentences[-1]):
        sentences.pop()
    return " ".join(sentences)


def find_prose(text: str) -> list[str]:
    """Return the longer paragraphs that end as sentences do."""
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return [part for part in paragraphs if len(part) >= _MIN_PROSE_CHARS and part[-1] in ".!?"]
