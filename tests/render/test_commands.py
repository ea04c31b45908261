"""Next steps as commands of the terminal."""

import re

import pytest

from interview_cli.next_step import Action, Hint, NextStep, Resume
from interview_cli.render.commands import spell_collection, spell_command, spell_hint
from tests.cases import each


@each("action", list(Action))
def test_every_action_has_a_hint(action: Action) -> None:
    hint = spell_hint(NextStep(action, "01a20601-05a2-751e-92ac-0320bbc26510", number=3))
    assert hint
    assert not re.search(r"[{}]", hint)


def test_a_command_names_the_session_and_what_is_missing() -> None:
    step = NextStep(Action.UPLOAD, "01a20601-05a2-751e-92ac-0320bbc26510", missing=("cv",))
    assert spell_command(step) == "interview upload bbc26510 --cv FILE"


SESSION = "01a20601-05a2-751e-92ac-0320bbc26510"
ASK = NextStep(Action.ASK, SESSION)
UPLOAD = NextStep(Action.UPLOAD, SESSION, missing=("cv", "job"))


@pytest.mark.parametrize(
    ("step", "command"),
    [
        (UPLOAD, "interview upload bbc26510 --cv FILE --job FILE"),
        (NextStep(Action.REDO, SESSION, number=3), "interview redo bbc26510 --number 3"),
        (NextStep(Action.COPY_INTERVIEW), "interview new --from SESSION"),
        (NextStep(Action.LEAVE_DAMAGED, SESSION), "interview new --from bbc26510"),
        (NextStep(Action.LIST_SESSIONS), "interview status --all"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_command(step: NextStep, command: str) -> None:
    assert spell_command(step) == command


def test_an_action_that_is_not_a_command() -> None:
    with pytest.raises(KeyError):
        spell_command(NextStep(Action.OVERWRITE))


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        ("try again", "try again"),
        (ASK, "interview ask bbc26510"),
        (NextStep(Action.KEEP, SESSION), "to bring it back: interview keep bbc26510"),
        (NextStep(Action.OVERWRITE), "add --force to overwrite it"),
        (Resume(ASK), "to continue: interview ask bbc26510"),
        (
            Resume(ASK, offers_offline=True),
            "to try again: interview ask bbc26510 (without a model: "
            "interview ask bbc26510 --coach offline)",
        ),
        (
            Resume(ASK, NextStep(Action.CHOOSE_MODEL), offers_offline=True),
            "choose another model with --model, then: interview ask bbc26510 (without a model: "
            "interview ask bbc26510 --coach offline)",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_hint(hint: Hint, words: str) -> None:
    assert spell_hint(hint) == words


def test_the_home_is_one_word_of_a_collection() -> None:
    assert spell_collection("/a b") == ["gc", "--quiet", "--home", "/a b"]
