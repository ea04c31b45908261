"""Split what a line of a CV tells into its acts, each with the same person as its subject."""

from collections.abc import Iterator

from interview_cli.coach.offline.cv_phrasing_rules import load_pattern
from interview_cli.requirements.cv_work import find_opening_verb, split_lead_in
from interview_cli.requirements.work_verbs import parse_work_verb
from interview_cli.text import begin_with_capital


def split_acts(line: str) -> Iterator[str]:
    """Yield the acts of a line that tells several: "I cashed up, trained two and cut waste".

    What somebody else did is left out: "my manager closed the bar and trained two".
    """
    own = split_lead_in(line.rstrip(" .;"))
    is_own = own.startswith("I ") or find_opening_verb(own) is not None
    start = 0
    for joint in load_pattern("act_joint").finditer(own):
        clause = own[joint.end() :]
        if not _is_act(clause):
            # "My manager closed the bar, opened the shop": no act behind it is sure.
            is_own = is_own and not load_pattern("foreign").match(clause)
            continue
        if start or is_own:
            yield _say_first(own[start : joint.start()])
        is_own = is_own or clause.startswith("I ")
        start = joint.end() if is_own else 0
    if start:
        yield _say_first(own[start:])


def _is_act(piece: str) -> bool:
    """Return whether a piece begins with what somebody did; its subject is not told."""
    first, *rest = piece.removeprefix("I ").split() or [""]
    verb = parse_work_verb(first.rstrip(","), rest, has_subject=True)
    return verb is not None and verb.form == "past"


def _say_first(piece: str) -> str:
    return begin_with_capital(piece.removeprefix("I "))
