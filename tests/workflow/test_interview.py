"""The next question and the feedback, and what is refused at the wrong stage."""

import pytest

from interview_cli.coach.base import Facts, ProgressListener, QuestionReply, Request
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.errors import CoachFailed, Conflict, Interrupted, NotFound, StorageFailed
from interview_cli.models import Interview, PlanSlot
from interview_cli.next_step import Action, NextStep, Resume
from interview_cli.workflow.answers import AnswerInput, answer_question, find_target
from interview_cli.workflow.feedback_turn import give_feedback
from interview_cli.workflow.interview import ask_question, preview_request
from tests.fakes import FailingCoach, MemoryLease, MemoryStore
from tests.workflow.interviews import (
    EXPIRED,
    FIRST,
    LATER,
    SECOND,
    SESSION,
    build,
    load,
    read_clock,
    store_of,
)

NO_RESULT = "When the alarm at Park School failed I traced every detector and replaced the relays."


class RecordingCoach(OfflineCoach):
    """The offline coach, which keeps the facts and the slots that it was asked with."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[Facts, PlanSlot]] = []

    def question(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> QuestionReply:
        self.calls.append((facts, slot))
        return super().question(facts, slot, listener)

    def request(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> Request | None:
        listener.notice("the CV was cut")
        return Request("http://127.0.0.1:9", {"fence": facts.fence})


class InterruptedCoach(OfflineCoach):
    def question(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> QuestionReply:
        raise KeyboardInterrupt


def ask(store: MemoryStore, coach: OfflineCoach | None = None) -> Interview:
    return ask_question(store, coach or OfflineCoach(), SESSION, read_clock)


def test_the_first_question_comes_with_level_plan_and_marker() -> None:
    store, coach = store_of(build()), RecordingCoach()
    ask(store, coach)
    stored = load(store)
    assert (stored.question_count, len(stored.plan), stored.level) == (1, 2, "mid")
    assert stored.questions[0].kind == stored.plan[0].kind
    assert (stored.questions[0].coach, stored.questions[0].timestamp) == ("offline", LATER)
    assert coach.calls[0][0].fence == stored.fence


def test_an_open_question_is_not_asked_again() -> None:
    coach = FailingCoach()
    interview = build(is_open=True)
    assert ask(store_of(interview), coach) == interview
    assert coach.calls == 0


def test_a_question_is_asked_with_the_answers_before_it() -> None:
    store, coach = store_of(build(FIRST, "", questions=3)), RecordingCoach()
    ask(store, coach)
    exchanges = coach.calls[0][0].exchanges
    assert [(item.number, item.answer, item.skipped) for item in exchanges] == [
        (1, FIRST, False),
        (2, "", True),
    ]


@pytest.mark.parametrize(
    ("interview", "step"),
    [
        (build(cv_text=None), NextStep(Action.UPLOAD, SESSION, missing=("cv",))),
        (build(job_description_text=""), NextStep(Action.UPLOAD, SESSION, missing=("job",))),
        (
            build(cv_text=None, job_description_text=None),
            NextStep(Action.UPLOAD, SESSION, missing=("cv", "job")),
        ),
        (build(FIRST, SECOND), NextStep(Action.FEEDBACK, SESSION)),
    ],
    ids=["no CV", "no ad", "neither", "complete"],
)
def test_nothing_is_asked_at_the_wrong_stage(interview: Interview, step: NextStep) -> None:
    store = store_of(interview)
    with pytest.raises(Conflict) as raised:
        ask(store)
    assert raised.value.hint == step
    assert load(store) == interview


def test_an_expired_interview_is_not_found_even_with_an_open_question() -> None:
    with pytest.raises(NotFound):
        ask_question(store_of(build(is_open=True)), OfflineCoach(), SESSION, lambda: EXPIRED)


def test_a_plan_that_is_too_short_is_completed() -> None:
    first = PlanSlot(kind="behaviour", topic="mistake")
    store = store_of(build(questions=4, plan=[first]))
    ask(store)
    assert (load(store).plan[0], len(load(store).plan)) == (first, 4)


def test_a_story_without_its_result_is_followed_up() -> None:
    slots = [PlanSlot(kind="behaviour", topic=f"topic {place}") for place in range(4)]
    interview = build(FIRST, FIRST, NO_RESULT, questions=4, plan=slots)
    store = store_of(interview)
    ask(store)
    question = load(store).questions[-1]
    assert (question.kind, question.topic) == ("follow_up", "result")


def test_documents_replaced_after_the_plan_are_the_ones_that_the_coach_gets() -> None:
    store, coach = store_of(build(is_open=True, questions=3)), RecordingCoach()
    with store.turn(SESSION, Interview) as lease:
        lease.session.cv_text = "A new CV of a baker in Hull"
        lease.save()
    target = find_target(store, SESSION, None)
    answer_question(store, coach, SESSION, target, AnswerInput(FIRST), read_clock)
    assert coach.calls[0][0].cv_text == "A new CV of a baker in Hull"


@pytest.mark.parametrize("fence", [None, "", "0", "x" * 16, "0123456789ABCDEF"])
def test_a_marker_that_could_be_guessed_is_replaced(fence: str | None) -> None:
    store, coach = store_of(build(fence=fence)), RecordingCoach()
    ask(store, coach)
    assert len(coach.calls[0][0].fence) == 16
    assert coach.calls[0][0].fence != fence


def test_a_good_marker_stays() -> None:
    store = store_of(build(fence="0123456789abcdef"))
    ask(store)
    assert load(store).fence == "0123456789abcdef"


@pytest.mark.parametrize(
    ("coach", "error", "offers_offline"),
    [(FailingCoach(), CoachFailed, True), (InterruptedCoach(), Interrupted, False)],
    ids=["failed", "interrupted"],
)
def test_a_coach_that_stops_changes_nothing(
    coach: OfflineCoach, error: type[CoachFailed | Interrupted], offers_offline: bool
) -> None:
    interview = build()
    store = store_of(interview)
    with pytest.raises(error, match="nothing is lost") as raised:
        ask(store, coach)
    hint = raised.value.hint
    assert isinstance(hint, Resume)
    assert (hint.step, hint.offers_offline) == (NextStep(Action.ASK, SESSION), offers_offline)
    assert load(store) == interview


def test_a_full_disk_after_the_answer_says_that_the_answer_is_saved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = store_of(build(is_open=True))
    save = MemoryLease.save

    def save_answers_only(lease: MemoryLease[Interview]) -> None:
        if lease.session.open_question:
            raise StorageFailed("the disk is full.")
        save(lease)

    monkeypatch.setattr(MemoryLease, "save", save_answers_only)
    target = find_target(store, SESSION, None)
    with pytest.raises(StorageFailed, match=r"your answer is saved.*disk is full") as raised:
        answer_question(store, OfflineCoach(), SESSION, target, AnswerInput(FIRST), read_clock)
    assert raised.value.hint == NextStep(Action.ASK, SESSION)
    assert load(store).answered_count == 1


class TestPreview:
    def test_shows_the_request_and_changes_nothing(self) -> None:
        interview = build(fence="0123456789abcdef")
        store = store_of(interview)
        shown, request = preview_request(store, RecordingCoach(), SESSION, LATER)
        assert request == Request("http://127.0.0.1:9", {"fence": "0123456789abcdef"})
        assert shown.notices == ["the CV was cut"]
        assert load(store) == interview

    def test_nothing_would_be_sent_while_a_question_is_open(self) -> None:
        store = store_of(build(is_open=True))
        assert preview_request(store, RecordingCoach(), SESSION, LATER)[1] is None

    def test_raises_as_asking_does(self) -> None:
        with pytest.raises(Conflict):
            preview_request(store_of(build(cv_text=None)), RecordingCoach(), SESSION, LATER)
        with pytest.raises(NotFound):
            preview_request(store_of(build()), RecordingCoach(), SESSION, EXPIRED)


class TestFeedback:
    def test_is_made_once(self) -> None:
        store, coach = store_of(build(FIRST, SECOND)), FailingCoach(turns=1)
        first = give_feedback(store, coach, SESSION, read_clock)[1]
        assert give_feedback(store, coach, SESSION, read_clock)[1] == first
        assert (coach.calls, first.created_at) == (1, LATER)
        assert load(store).feedback == first

    @pytest.mark.parametrize(
        ("interview", "action"),
        [
            (build(FIRST), Action.ASK),
            (build(FIRST, is_open=True), Action.ASK),
            (build(cv_text=None), Action.UPLOAD),
            (build(is_open=True, cv_text=None), Action.ASK),
        ],
        ids=["one is missing", "one is open", "no CV", "the open one comes first"],
    )
    def test_comes_after_the_last_answer(self, interview: Interview, action: Action) -> None:
        store = store_of(interview)
        with pytest.raises(Conflict) as raised:
            give_feedback(store, OfflineCoach(), SESSION, read_clock)
        assert getattr(raised.value.hint, "action", None) == action

    def test_a_coach_that_fails_leaves_the_answers(self) -> None:
        interview = build(FIRST, SECOND)
        store = store_of(interview)
        with pytest.raises(CoachFailed, match="all answers are saved"):
            give_feedback(store, FailingCoach(), SESSION, read_clock)
        assert load(store) == interview

    def test_an_open_question_outlives_no_feedback(self) -> None:
        store = store_of(build(FIRST, SECOND))
        give_feedback(store, OfflineCoach(), SESSION, read_clock)
        with pytest.raises(Conflict):
            ask(store)
