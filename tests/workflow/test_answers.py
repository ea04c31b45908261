"""Answers to the open question, to many in a row, and answers that are given again."""

from collections.abc import Iterator

import pytest

from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.errors import CoachFailed, Conflict, InvalidInput, NotFound
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.models import Interview
from interview_cli.next_step import Action
from interview_cli.workflow.answers import (
    AnswerInput,
    TargetQuestion,
    answer_question,
    answer_questions,
    clean_answer,
    find_target,
    redo_answer,
)
from interview_cli.workflow.feedback_turn import give_feedback
from interview_cli.workflow.interview import TurnResult
from tests.fakes import FailingCoach, MemoryStore
from tests.workflow.interviews import (
    EXPIRED,
    FIRST,
    LATER,
    NOW,
    SECOND,
    SESSION,
    build,
    load,
    read_clock,
    store_of,
)

LONGEST = "x" * MAX_ANSWER_CHARS
SKIPPED = AnswerInput("", skipped=True)


def answer(
    store: MemoryStore,
    text: str | AnswerInput,
    target: TargetQuestion | None = None,
    coach: OfflineCoach | None = None,
    *,
    go_on: bool = True,
) -> TurnResult:
    given = AnswerInput(text) if isinstance(text, str) else text
    target = target or find_target(store, SESSION, None)
    coach = coach or OfflineCoach()
    return answer_question(store, coach, SESSION, target, given, read_clock, go_on=go_on)


def finish(store: MemoryStore) -> MemoryStore:
    """Give the feedback."""
    give_feedback(store, OfflineCoach(), SESSION, read_clock)
    return store


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (" So. \r\n", "So."),
        ("a\x1b[2Jb", "a[2Jb"),
        (LONGEST, LONGEST),
    ],
    ids=["space", "controls", "as long as allowed"],
)
def test_an_answer_is_cleaned(text: str, cleaned: str) -> None:
    assert clean_answer(text) == AnswerInput(cleaned)


@pytest.mark.parametrize(
    "text",
    [" \n", "\u200b", f"{LONGEST}x", "\udcff"],
    ids=["empty", "invisible", "too long", "not UTF-8"],
)
def test_an_answer_that_cannot_be_stored(text: str) -> None:
    with pytest.raises(InvalidInput):
        clean_answer(text)


@pytest.mark.parametrize(
    ("interview", "number", "target"),
    [
        (build(is_open=True), None, TargetQuestion(1, is_pinned=False)),
        (build(FIRST), None, TargetQuestion(None, is_pinned=False)),
        (build(FIRST, is_open=True), 1, TargetQuestion(1, is_pinned=True)),
    ],
    ids=["the open one", "none is open", "a number"],
)
def test_the_question_that_an_answer_is_for(
    interview: Interview, number: int | None, target: TargetQuestion
) -> None:
    assert find_target(store_of(interview), SESSION, number) == target


def test_an_answer_is_stored_and_the_next_question_asked() -> None:
    store = store_of(build(is_open=True))
    turn = answer(store, FIRST)
    assert turn.answered == 1
    assert [stored.content for stored in load(store).answers] == [FIRST]
    assert load(store).question_count == 2
    assert load(store).last_updated == LATER


def test_the_next_question_may_be_left_for_later() -> None:
    store = store_of(build(is_open=True))
    answer(store, FIRST, go_on=False)
    assert load(store).question_count == 1


def test_nothing_is_asked_after_the_last_answer() -> None:
    turn = answer(store_of(build(FIRST, is_open=True)), SECOND)
    assert (turn.interview.is_complete, turn.interview.question_count) == (True, 2)


def test_a_question_can_be_skipped() -> None:
    store = store_of(build(is_open=True))
    answer(store, SKIPPED, go_on=False)
    assert [(stored.content, stored.skipped) for stored in load(store).answers] == [("", True)]


@pytest.mark.parametrize("number", [1, None], ids=["by its number", "as the last one"])
def test_the_same_answer_again_only_goes_on(number: int | None) -> None:
    store = store_of(build(FIRST))
    turn = answer(store, FIRST, TargetQuestion(number, is_pinned=number is not None))
    assert (turn.answered, turn.interview.answered_count, turn.interview.question_count) == (
        1,
        1,
        2,
    )


def test_the_same_words_answer_another_question_that_is_open() -> None:
    store = store_of(build(FIRST, is_open=True))
    assert answer(store, FIRST).interview.answered_count == 2


def test_an_answer_is_saved_though_the_coach_fails() -> None:
    store = store_of(build(is_open=True))
    with pytest.raises(CoachFailed, match="your answer is saved"):
        answer(store, FIRST, coach=FailingCoach())
    assert [stored.content for stored in load(store).answers] == [FIRST]
    assert answer(store, FIRST).interview.question_count == 2


@pytest.mark.parametrize(
    ("interview", "target", "action"),
    [
        pytest.param(
            build(FIRST, is_open=True), TargetQuestion(1, is_pinned=True), Action.REDO, id="differs"
        ),
        pytest.param(
            build(FIRST, is_open=True),
            TargetQuestion(1, is_pinned=False),
            Action.SHOW_STATUS,
            id="another process answered it",
        ),
        pytest.param(
            build(is_open=True), TargetQuestion(2, is_pinned=True), Action.SHOW_STATUS, id="ahead"
        ),
        pytest.param(
            build(FIRST), TargetQuestion(None, is_pinned=False), Action.ASK, id="nothing is open"
        ),
        pytest.param(
            build(FIRST, is_open=True),
            TargetQuestion(None, is_pinned=False),
            Action.ASK,
            id="asked in the meantime",
        ),
        pytest.param(
            build(cv_text=None), TargetQuestion(None, is_pinned=False), Action.UPLOAD, id="no CV"
        ),
        pytest.param(
            build(FIRST, SECOND), TargetQuestion(3, is_pinned=True), Action.FEEDBACK, id="complete"
        ),
    ],
)
def test_an_answer_that_comes_at_the_wrong_stage(
    interview: Interview, target: TargetQuestion, action: Action
) -> None:
    store = store_of(interview)
    with pytest.raises(Conflict) as raised:
        answer(store, "I rewired a hall.", target)
    assert getattr(raised.value.hint, "action", None) == action
    assert load(store) == interview


def test_after_the_feedback_a_different_answer_needs_a_new_interview() -> None:
    store = finish(store_of(build(FIRST, SECOND)))
    with pytest.raises(Conflict) as raised:
        answer(store, "I rewired a hall.", TargetQuestion(2, is_pinned=True))
    assert getattr(raised.value.hint, "action", None) == Action.COPY_INTERVIEW


def test_an_expired_interview_takes_no_answer() -> None:
    store = store_of(build(is_open=True))
    target = find_target(store, SESSION, None)
    with pytest.raises(NotFound):
        answer_question(store, OfflineCoach(), SESSION, target, AnswerInput(FIRST), lambda: EXPIRED)
    assert load(store).answered_count == 0


class TestManyAnswers:
    def pipe(self, store: MemoryStore, *texts: str) -> list[TurnResult]:
        given = (AnswerInput(text) for text in texts)
        return list(answer_questions(store, OfflineCoach(), SESSION, given, read_clock))

    def test_the_first_question_is_asked_before_its_answer_is_taken(self) -> None:
        taken: list[int] = []

        def give() -> Iterator[AnswerInput]:
            taken.append(1)
            yield AnswerInput(FIRST)

        store = store_of(build())
        turns = answer_questions(store, OfflineCoach(), SESSION, give(), read_clock)
        assert next(turns).interview.question_count == 1
        assert taken == []

    def test_every_question_is_answered(self) -> None:
        turns = self.pipe(store_of(build()), FIRST, SECOND, "one too many")
        assert [turn.answered for turn in turns] == [None, 1, 2]
        assert turns[-1].interview.is_complete

    def test_stored_answers_are_skipped(self) -> None:
        store = store_of(build(FIRST, is_open=True))
        turns = self.pipe(store, FIRST, SECOND)
        assert [(turn.answered, turn.was_stored) for turn in turns] == [(1, True), (2, False)]
        assert [stored.content for stored in load(store).answers] == [FIRST, SECOND]

    def test_a_mismatch_with_a_stored_answer_changes_nothing(self) -> None:
        interview = build(FIRST, is_open=True)
        store = store_of(interview)
        with pytest.raises(Conflict) as raised:
            self.pipe(store, SECOND, FIRST)
        assert getattr(raised.value.hint, "action", None) == Action.REPEAT_ANSWERS
        assert load(store) == interview

    def test_fewer_answers_leave_the_next_question_open(self) -> None:
        store = store_of(build())
        self.pipe(store, FIRST)
        assert (load(store).answered_count, load(store).question_count) == (1, 2)

    def test_an_expired_interview_asks_nothing(self) -> None:
        store = store_of(build())
        with pytest.raises(NotFound):
            list(answer_questions(store, OfflineCoach(), SESSION, iter(()), lambda: EXPIRED))
        assert load(store).question_count == 0


class TestRedo:
    def redo(self, store: MemoryStore, number: int, text: str) -> Interview:
        return redo_answer(store, SESSION, number, AnswerInput(text), LATER)

    def test_the_earlier_attempt_is_kept(self) -> None:
        store = store_of(build(FIRST, is_open=True))
        self.redo(store, 1, SECOND)
        (stored,) = load(store).answers
        assert (stored.content, stored.timestamp) == (SECOND, LATER)
        assert [(attempt.content, attempt.timestamp) for attempt in stored.earlier] == [
            (FIRST, NOW)
        ]

    def test_a_skipped_question_can_be_answered(self) -> None:
        store = store_of(build("", is_open=True))
        self.redo(store, 1, FIRST)
        (stored,) = load(store).answers
        assert (stored.skipped, stored.earlier[0].skipped) == (False, True)

    def test_the_same_answer_makes_no_attempt(self) -> None:
        interview = build(FIRST, is_open=True)
        store = store_of(interview)
        self.redo(store, 1, FIRST)
        assert load(store) == interview

    @pytest.mark.parametrize("number", [-1, 0, 2, 3])
    def test_only_a_question_with_an_answer(self, number: int) -> None:
        with pytest.raises(Conflict, match="has no answer yet"):
            self.redo(store_of(build(FIRST, is_open=True)), number, SECOND)

    def test_nothing_changes_after_the_feedback(self) -> None:
        store = finish(store_of(build(FIRST, SECOND)))
        with pytest.raises(Conflict, match="nothing can be changed"):
            self.redo(store, 1, SECOND)

    def test_an_expired_interview_is_not_found(self) -> None:
        with pytest.raises(NotFound):
            redo_answer(store_of(build(FIRST)), SESSION, 1, AnswerInput(SECOND), EXPIRED)
