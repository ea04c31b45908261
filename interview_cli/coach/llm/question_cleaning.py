"""Take off a question what a model writes around it: labels, marks, tokens, words to the user."""

import re
from functools import partial

from interview_cli.coach.llm.question_marks import QUESTION_MARK
from interview_cli.coach.llm.reply_marks import strip_markdown
from interview_cli.coach.llm.rules import find_pattern
from interview_cli.text import begin_with_capital

_MAX_ROUNDS = 6
"""Each round may bring to light what the next one takes off: a label inside bold type."""
_MAX_CHARS = 4_000
"""So much of a reply is read; what a model writes after that is no part of a question."""
_BLANK_LINES = re.compile(r"\n\s*\n")
_find = partial(find_pattern, "question_cleaning")


def clean_question(reply: str) -> str:
    """Return the question in a reply; what cannot be taken off is left to `QuestionCheck`."""
    question = reply.strip()[:_MAX_CHARS]
    for _ in range(_MAX_ROUNDS):
        cleaned = _strip_beginning(_strip_marks(_cut_end(question))).strip()
        if cleaned == question:
            break
        question = cleaned
    return question


def _cut_end(text: str) -> str:
    """Cut what follows the question: special tokens, further turns, paragraphs of comment."""
    token = _find("token")
    while (found := token.match(text)) and found.end() < len(text):
        text = text[found.end() :].lstrip()
    text = token.split(text)[0] if token.search(text) else text
    said, *_ = _find("next_turn").split(text)
    if QUESTION_MARK.search(said):
        text = said
    paragraphs = _BLANK_LINES.split(text)
    asked = next((n for n, part in enumerate(paragraphs) if _ends_as_question(part)), None)
    return text if asked is None else "\n\n".join(paragraphs[: asked + 1])


def _ends_as_question(paragraph: str) -> bool:
    marks = list(QUESTION_MARK.finditer(paragraph))
    return bool(marks) and not any(map(str.isalnum, paragraph[marks[-1].end() :]))


def _strip_marks(text: str) -> str:
    """Remove a tag, JSON or quotation marks around the whole text, and the marks of Markdown."""
    for name in ("wrapping", "quotation"):
        if whole := _find(name).match(text):
            text = whole[str(whole.lastgroup)]  # the group inside of the marks comes last
    return strip_markdown(text)


def _strip_beginning(text: str) -> str:
    for name in ("label", "preamble"):
        found = _find(name).match(text)
        if found and found.end() < len(text):
            return begin_with_capital(text[found.end() :].lstrip())
    return text
