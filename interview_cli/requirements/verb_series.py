"""Split what stands in a row with a verb each: "open the bar, take orders and serve guests"."""

from collections.abc import Iterator

from interview_cli.english.rules import Rules
from interview_cli.english.verbs import load_noun_verbs
from interview_cli.requirements.verb_forms import find_form
from interview_cli.requirements.work_verbs import parse_work_verb

_RULES = Rules("interview_cli.requirements", "duties.toml")

_FORMS = ("plain", "third", "gerund")
_MAX_CHARS = 1_000
_MIN_WORDS_BEHIND_VERB = 3
"""Behind a word that may be a noun: "and check parts with micrometers"."""


def split_series(text: str) -> list[str]:
    """Return the actions of a text that begins with a verb, each with its own object.

    A text that begins with another word is one action, and so is one of over 1,000 characters.
    """
    form = find_form(text.split()[0]) if text.split() else None
    if form not in _FORMS:
        return [text]
    if len(text) > _MAX_CHARS:
        return [text]
    starts = [0]
    joints = [*_RULES.pattern("joint").finditer(text)]
    part_ends = [*(joint.start() for joint in joints[1:]), len(text)]
    for joint, end in zip(joints, part_ends, strict=False):
        part = text[joint.end() : end]
        is_in_list = len(starts) > 1 or not joint[0].strip().isalpha()
        if _has_object(text[starts[-1] : joint.start()], form) and _begins_action(
            part, form, is_in_list=is_in_list
        ):
            starts.append(joint.end())
    ends = [*starts[1:], len(text)]
    actions = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return [_RULES.remove("last_joint", action) for action in actions]


def _has_object(action: str, form: str) -> bool:
    """Return whether an action is more than verbs: "plan and run" has no object."""
    return any(find_form(word) != form for word in action.replace(" and ", " ").split())


def _begins_action(part: str, form: str, *, is_in_list: bool) -> bool:
    first, *rest = part.split() or [""]
    if not rest or find_form(first) != form or _RULES.pattern("points_back").search(part):
        return False
    may_be_noun = form != "gerund" and first.lower() in load_noun_verbs()
    is_long = len(rest) >= _MIN_WORDS_BEHIND_VERB
    is_verb = not may_be_noun or is_long or parse_work_verb(first, rest) is not None
    return is_in_list or is_verb


def split_parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands between the joints of a text, each part with the joint before it.

    A joint is "and" or ",", or nothing before the first part.
    """
    joint, start = "", 0
    for found in _RULES.pattern("joint").finditer(text):
        yield text[start : found.start()], joint
        joint = "and" if "and" in found[0] else ","
        start = found.end()
    yield text[start:], joint
