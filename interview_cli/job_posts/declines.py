"""Tell where employers leave a field of the post open on purpose: "any level", "skip".

The rules are in `declines.toml`.
"""

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.terms import names_far_levels
from interview_cli.job_posts.word_lists import load_words, pick_group
from interview_cli.vocabulary import PostField

_FILE = "declines.toml"


def read_decline(text: str, asked: PostField | None, *, is_part: bool = False) -> Act | None:
    """Return the act of a text that leaves a field open on purpose: the named one, or `asked`.

    A part of a sentence needs more than one word that only an answer makes a decline, such as "no".
    """
    if field := _find_named(text):
        return Act("decline", field, words=text.strip())
    if asked is None or (is_part and text.strip(" .,!").lower() in load_words(_FILE, "short")):
        return None
    takes_all = asked == "experience_level" and _takes_all_levels(text)
    if takes_all or _rules()["decline"].pattern.fullmatch(text):
        return Act("decline", asked, words=text.strip())
    return None


def _find_named(text: str) -> PostField | None:
    if _rules()["decline_level"].pattern.fullmatch(text):
        return "experience_level"
    named = _rules()["decline_field"].pattern.fullmatch(text)
    if named is None:
        return None
    name = (pick_group(named, "field") or "").strip()
    # As a heading it stands above requirements; what does not matter is the level.
    if name.lower() in load_words(_FILE, "levels"):
        return "experience_level"
    return find_field(name)


def _takes_all_levels(text: str) -> bool:
    """Return whether a text takes people of levels far apart: "a beginner or an old hand"."""
    return names_far_levels(text) and bool(_rules()["no_choice"].pattern.search(text))


def _rules() -> RuleFile:
    return load_rules("interview_cli.job_posts", _FILE)
