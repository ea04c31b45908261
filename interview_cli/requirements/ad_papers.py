"""Find the papers that a job ad makes a must in forms of its own, wherever they stand.

"QTS essential", "(SIA licence required)", "Ticket: CPCS A59", "No CSCS card, no start".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from interview_cli.english.rules import load_rules
from interview_cli.english.words import split_sentences, tokenize
from interview_cli.requirements.ad_lines import remove_marks
from interview_cli.requirements.ad_sentences import is_nice_to_have
from interview_cli.requirements.ad_tables import is_row
from interview_cli.requirements.paper_names import is_named, spell

_FORMS = (
    "required",
    "labelled",
    "in_brackets",
    "no_no",
    "without",
    "only",
    "holders",
    "unless",
    "must",
)
_PART_END = re.compile(r"[:;]\s+")
_MAX_WORDS = 10
_TITLE_LINES = 3
_MAX_TITLE_WORDS = 14


def find_needed_papers(lines: Iterable[str]) -> Iterator[str]:
    """Yield what may be papers that the lines of an ad make a must: some are none.

    The title of the ad names one in brackets: "Boiler engineer (Gas Safe)".
    """
    texts = [remove_marks(line) for line in lines if line.strip() and not is_row(line)]
    for text in texts[:_TITLE_LINES]:
        yield from _find_in_title(text)
    for text in texts:
        for sentence in split_sentences(text.replace("’", "'")):
            yield from _find_in_sentence(sentence)


def _find_in_title(title: str) -> Iterator[str]:
    is_to_learn = _load_pattern("learner").search(title) is not None
    if len(tokenize(title)) <= _MAX_TITLE_WORDS and not is_to_learn:
        for found in _load_pattern("titled").finditer(title):
            if all(map(is_named, re.split(r"\s*/\s*", found["paper"]))):
                yield found["paper"]


def _find_in_sentence(sentence: str) -> Iterator[str]:
    parts = [sentence, *_PART_END.split(sentence)[1:]]
    for part, form in product(parts, _FORMS):
        for found in _load_pattern(form).finditer(part):
            named = next(filter(None, found.groupdict().values()))
            paper = _strip(named)
            is_plus = is_nice_to_have(named) or _load_pattern("unfit").search(paper)
            if paper and not is_plus and len(tokenize(paper)) <= _MAX_WORDS:
                yield paper


def _strip(named: str) -> str:
    """Return the words that name a paper."""
    bare = named.replace("-registered", " registered").strip(" ,:;–—-*!.")
    while (shorter := _load_pattern("first_words").sub("", bare)) != bare:
        bare = shorter
    return spell(_load_pattern("last_words").sub("", bare).strip(" ,:;–—-*!."))


def _load_pattern(group: str) -> re.Pattern[str]:
    return load_rules("interview_cli.requirements", "ad_papers.toml")[group].pattern
