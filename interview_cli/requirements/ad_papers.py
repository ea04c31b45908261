"""Find the papers that a job ad names in its title, in headings, and in lines of their own."""

import re
from collections.abc import Iterable, Iterator

from interview_cli.english.rules import Rules
from interview_cli.english.words import tokenize
from interview_cli.requirements.ad_lines import AdLine, remove_marks
from interview_cli.requirements.ad_sentences import is_nice_to_have
from interview_cli.requirements.ad_tables import is_row
from interview_cli.requirements.paper_demands import find_demanded_papers
from interview_cli.requirements.paper_names import is_named

_RULES = Rules("interview_cli.requirements", "ad_papers.toml")

_TITLE_LINES = 3
_MAX_TITLE_WORDS = 14


def find_needed_papers(lines: Iterable[str]) -> Iterator[str]:
    """Yield the papers that the lines of an ad make a must, its headings too.

    The title of the ad names one in brackets: "Boiler engineer (Gas Safe)".
    """
    texts = [remove_marks(line) for line in lines if line.strip() and not is_row(line)]
    for text in texts[:_TITLE_LINES]:
        yield from _find_in_title(text)
    yield from find_demanded_papers(AdLine(text, "unknown") for text in texts)


def _find_in_title(title: str) -> Iterator[str]:
    is_other = _RULES.is_found("learner", title) or is_nice_to_have(title)
    if len(tokenize(title)) <= _MAX_TITLE_WORDS and not is_other:
        for found in _RULES.pattern("titled").finditer(title):
            if all(map(is_named, re.split(r"\s*/\s*", found["paper"]))):
                yield found["paper"]
