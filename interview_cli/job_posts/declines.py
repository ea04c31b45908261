"""Tell where employers leave a field of the post open on purpose: "any level", "skip".

The rules are in `declines.toml`.
"""

from interview_cli.english.rules import Rules
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.clauses import split_sentences
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.pay import find_pay
from interview_cli.job_posts.terms import find_distant_levels, find_level, names_far_levels
from interview_cli.job_posts.word_lists import load_words, pick_group
from interview_cli.vocabulary import PostField

_FILE = "declines.toml"
_RULES = Rules("interview_cli.job_posts", _FILE)
_MOST_WORDS, _FEW_WORDS = 20, 14
"""Words of a text that leaves the level open, where it was asked for and elsewhere."""


def read_decline(text: str, asked: PostField | None, *, is_part: bool = False) -> Act | None:
    """Return the act of a text that leaves a field open on purpose: the named one, or `asked`.

    A part of a sentence needs more than one word that only an answer makes a decline, such as "no".
    """
    if field := _find_named(text, asked):
        return Act("decline", field, words=text.strip())
    if asked is None or (is_part and text.strip(" .,!").lower() in load_words(_FILE, "short")):
        return None
    takes_all = asked == "experience_level" and _takes_all_levels(text)
    if takes_all or _RULES.pattern("decline").fullmatch(text):
        return Act("decline", asked, words=text.strip())
    return None


def _find_named(text: str, asked: PostField | None) -> PostField | None:
    if _RULES.pattern("decline_level").fullmatch(text):
        return "experience_level"
    if len([sentence for sentence in split_sentences(text) if sentence.strip()]) == 1:
        if _leaves_level(text, asked):
            return "experience_level"
        if _keeps_pay_secret(text):
            return "salary"
    named = _RULES.pattern("decline_field").fullmatch(text)
    if named is None:
        return None
    name = (pick_group(named, "field") or "").strip()
    # As a heading it stands above requirements; what does not matter is the level.
    if name.lower() in load_words(_FILE, "levels"):
        return "experience_level"
    return find_field(name)


def _leaves_level(text: str, asked: PostField | None) -> bool:
    """Return whether a text speaks of the level, names none, and has a word that refuses."""
    is_about = _RULES.pattern("about_level").search(text)
    is_short = len(text.split()) <= (_MOST_WORDS if asked == "experience_level" else _FEW_WORDS)
    refuses = is_about and is_short and _RULES.pattern("refusal").search(text)
    return bool(refuses) and find_level(text) is None and not find_distant_levels(text)


def _keeps_pay_secret(text: str) -> bool:
    """Return whether a text says that the pay is not for the post, with the amount or without."""
    is_about = _RULES.pattern("about_pay").search(text) or find_pay(text)
    return bool(is_about) and bool(_RULES.pattern("secret_pay").search(text))


def _takes_all_levels(text: str) -> bool:
    """Return whether a text takes people of levels far apart: "a beginner or an old hand"."""
    return names_far_levels(text) and bool(_RULES.pattern("no_choice").search(text))
