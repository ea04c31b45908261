"""Let the user rate the answers before any score is shown."""

from interview_cli.answers.criteria import ANCHORS, WEIGHTS
from interview_cli.console.output import print_note
from interview_cli.console.prompts import ask_choice
from interview_cli.context import Run
from interview_cli.models import SelfRatings

_RATINGS = ("0", "1", "2", "3", "4", "5")


def ask_self_ratings(run: Run, what: str) -> SelfRatings | None:
    """Ask for a rating of each criterion; return None if the user gives none.

    `what` names the answers that are rated. Raises KeyboardInterrupt.
    """
    print_note(
        f"\nBefore you see the scores: how do you rate {what}? "
        "0 to 5, Enter: leave this one out, s: leave out the rest."
    )
    given: dict[str, int] = {}
    for name in WEIGHTS:
        anchors = "\n".join(
            f"  {rating}  {meaning}" for rating, meaning in enumerate(ANCHORS[name])
        )
        print_note(f"{name.capitalize()}:\n{anchors}")
        typed = ask_choice(run, f"{name}:", (*_RATINGS, "", "s"), on_end="s")
        if typed == "s":
            break
        if typed:
            given[name] = int(typed)
    return SelfRatings(**given) if given else None
