"""What every turn is made of: expiry, saving, notices, and a coach that stops."""

from datetime import datetime, timedelta

import pytest

from interview_cli.coach.base import ProgressListener
from interview_cli.errors import CoachFailed, Conflict, Interrupted, SessionExpired
from interview_cli.models import Interview
from interview_cli.next_step import Action, Hint, NextStep, Resume
from interview_cli.workflow.session_turn import (
    RecordingListener,
    explain_coach_failure,
    require_not_expired,
    save_turn,
)
from tests.workflow.interviews import EXPIRED, LATER, NOW, SESSION, build, load, store_of

STEP = NextStep(Action.ASK, SESSION)
CHOOSE = NextStep(Action.CHOOSE_MODEL)


class Screen(ProgressListener):
    shows_text = True

    def __init__(self) -> None:
        self.shown: list[str] = []

    def notice(self, text: str) -> None:
        self.shown.append(text)


def test_a_notice_is_shown_and_kept_once_a_session() -> None:
    screen, interview = Screen(), build(notices=["seen before"])
    listener = RecordingListener(interview, screen)
    for text in ("seen before", "new", "new"):
        listener.notice(text)
    assert (screen.shown, interview.notices) == (["new"], ["seen before", "new"])
    assert listener.shows_text


@pytest.mark.parametrize(
    ("hint", "first"),
    [(None, None), ("try again", "try again"), (CHOOSE, CHOOSE), (Resume(STEP, CHOOSE), CHOOSE)],
    ids=["no hint", "a sentence", "a step", "a hint to go on"],
)
def test_a_failure_says_what_was_saved_and_how_to_go_on(
    hint: Hint | None, first: NextStep | str | None
) -> None:
    with (
        pytest.raises(CoachFailed) as raised,
        explain_coach_failure(STEP, "your answer is saved"),
    ):
        raise CoachFailed("no reply.", hint)
    assert raised.value.message == "your answer is saved, but the coach failed: no reply."
    assert raised.value.hint == Resume(STEP, first, offers_offline=True)


def test_an_interruption_says_what_was_saved() -> None:
    with pytest.raises(Interrupted) as raised, explain_coach_failure(STEP, "it is saved"):
        raise KeyboardInterrupt
    assert (raised.value.message, raised.value.hint) == ("interrupted; it is saved.", Resume(STEP))


def test_another_error_passes() -> None:
    with pytest.raises(Conflict, match=r"^no question$"), explain_coach_failure(STEP, "saved"):
        raise Conflict("no question")


@pytest.mark.parametrize(
    ("interview", "now", "has_expired"),
    [
        (build(), NOW + timedelta(hours=24), False),
        (build(), NOW + timedelta(hours=24, seconds=1), True),
        (build(keep=True), EXPIRED, False),
        (build("a", "b"), EXPIRED, False),
    ],
    ids=["at the end", "after it", "kept", "finished"],
)
def test_an_expired_session_is_refused(
    interview: Interview, now: datetime, has_expired: bool
) -> None:
    if has_expired:
        with pytest.raises(SessionExpired):
            require_not_expired(interview, now)
    else:
        require_not_expired(interview, now)


@pytest.mark.parametrize(("answers", "finished_at"), [(["a"], None), (["a", "b"], LATER)])
def test_saving_restarts_the_time_to_live_and_notes_the_end(
    answers: list[str], finished_at: datetime | None
) -> None:
    store = store_of(build(is_open=True))
    with store.turn(SESSION, Interview) as lease:
        lease.session.messages = build(*answers).messages
        save_turn(lease, LATER)
    assert (load(store).last_updated, load(store).finished_at) == (LATER, finished_at)
