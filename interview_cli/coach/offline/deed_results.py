"""Find results in numbers that lines of a CV tell without a verb, or with the verb of a duty."""

from collections.abc import Iterator

from interview_cli.coach.offline.cv_phrasing import reword_achievement
from interview_cli.coach.offline.cv_phrasing_rules import load_pattern
from interview_cli.english.words import word_list
from interview_cli.requirements.cv_work import WorkItem, find_opening_verb
from interview_cli.text import replace_words

_TO_YOUR = {"my": "your", "our": "your"}


def find_results(item: WorkItem) -> Iterator[str]:
    """Yield the results of a line so that they follow "you".

    "Pour cost from 34% to 30%" → "took the pour cost from 34% to 30%". What a line of the present
    job tells in the present tense is over all the same: "Reduce the report from 3 days to 4 hours".
    """
    if load_pattern("of_committee").search(item.text):
        return
    as_past = reword_achievement(item.text, is_current=False)
    if item.is_current and as_past and load_pattern("change").match(as_past):
        yield as_past
    text = load_pattern("arrow").sub(r"from \g<before> to \g<after>", item.text)
    for found in load_pattern("bare_result").finditer(text):
        what = load_pattern("changed").sub("", found["what"])
        if find_opening_verb(what) is None:
            words = f"took {_name_measure(what)} {found['change'].rstrip('.,')}"
            yield replace_words(words, _TO_YOUR)


def _name_measure(words: str) -> str:
    """Return what was changed as it is said: "the pour cost", "returns", "EBIT", "my backlog"."""
    first = words.split()[0]
    if any(char.isupper() for char in first[1:]):
        return words
    small = f"{words[0].lower()}{words[1:]}"
    has_no_article = words.lower().endswith("s") or first.lower() in word_list("stop")
    return small if has_no_article else f"the {small}"
