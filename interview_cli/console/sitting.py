"""Hold an interview in one sitting: from the documents to the report, or until the user leaves."""

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from interview_cli.console.answering import describe_typing, is_stored
from interview_cli.console.answering_again import answer_again
from interview_cli.console.coach_failure import choose_after_failure
from interview_cli.console.document_prompt import ask_document
from interview_cli.console.editing import (
    EditorLeft,
    Typing,
    edit_until_sent,
    hold_next_draft,
    keep_draft_if_refused,
)
from interview_cli.console.expiry import hint_at_expiry
from interview_cli.console.final_report import show_report
from interview_cli.console.keeping import offer_to_keep
from interview_cli.console.output import print_apart, print_note, print_result
from interview_cli.console.preparation import prepare_turn
from interview_cli.console.progress import choose_listener
from interview_cli.console.prompts import ask_choice
from interview_cli.console.self_rating import ask_self_ratings
from interview_cli.context import Run
from interview_cli.errors import CoachFailed, Conflict, Interrupted, InterviewError
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep, Resume
from interview_cli.render.commands import spell_hint
from interview_cli.render.sitting import (
    describe_hint,
    describe_interview,
    describe_modes,
    describe_number,
    describe_study,
    describe_turns,
)
from interview_cli.text import begin_with_capital, is_blank
from interview_cli.workflow import answers, sessions
from interview_cli.workflow.answers import AnswerInput, TargetQuestion
from interview_cli.workflow.feedback_turn import give_feedback
from interview_cli.workflow.interview import ask_question
from interview_cli.workflow.self_ratings import can_rate_interview, rate_answer, rate_interview
from interview_cli.workflow.sitting import SittingStep, choose_step
from interview_cli.workflow.stage import find_missing_documents
from interview_cli.workflow.study import study_answer

_COMMANDS = {
    "skip": "leave the question out; it counts as 0",
    "hint": "show what a good answer to this kind of question holds",
    "back": "show earlier questions and answers, and answer one again",
    "pause": "stop here; the draft is kept",
    "help": "show the keys",
}


class Sitting:
    """One sitting. Each step begins from what is stored, as another window may change it."""

    def __init__(self, run: Run, session_id: str, *, is_study: bool = False) -> None:
        self._run = run
        self._id = session_id
        self._is_study = is_study
        action = Action.STUDY if is_study else Action.PRACTISE
        self._resume = Resume(NextStep(action, session_id))
        self._shown_number = 0
        """The question that the user sees."""
        self._asked_at = 0.0
        """When it was shown, by the monotonic clock."""
        self._has_explained_modes = False
        """Whether the user was told what a sitting does with and without study."""
        self._has_offered_rating = False
        """Whether the user was asked to rate the interview."""
        self._rated: set[datetime] = set()
        """The answers, by their times, that the user was asked to rate."""
        self._steps: dict[SittingStep, Callable[[Interview], bool]] = {
            SittingStep.UPLOAD: self._upload,
            SittingStep.ASK: self._ask,
            SittingStep.ANSWER: self._answer,
            SittingStep.STUDY: self._study_last,
            SittingStep.FEEDBACK: self._rate,
            SittingStep.REPORT: self._report,
        }

    def hold(self) -> None:
        """Take one step after the other until the end or a pause.

        Raises Interrupted after Ctrl-C, and what the store raises.
        """
        try:
            print_note(describe_interview(self._load()))
            while self._take_step():
                pass
        except EditorLeft as left:
            with suppress(KeyboardInterrupt):  # a third Ctrl-C
                offer_to_keep(self._run, self._id)
            raise Interrupted(left.message, self._resume) from left
        except (KeyboardInterrupt, Interrupted) as stop:
            message = getattr(stop, "message", "interrupted; nothing is lost.")
            with suppress(InterviewError):
                hint_at_expiry(self._run.store.summary(self._id), self._run.now())
            raise Interrupted(message, self._resume) from stop

    def _explain_modes(self, interview: Interview) -> None:
        """Say what the sitting does, once, before the first question is asked or answered."""
        if self._has_explained_modes or interview.answers:
            return
        self._has_explained_modes = True
        uses_model = self._run.has_model_coach
        print_note(describe_modes(interview, is_study=self._is_study, uses_model=uses_model))

    def _choose(self, prompt: str, *choices: str) -> str:
        """Return the user's choice; the last one stands for Ctrl-D as well."""
        return ask_choice(self._run, prompt, choices, on_end=choices[-1])

    def _load(self) -> Interview:
        return self._run.store.load(self._id, Interview)

    def _take_step(self) -> bool:
        """Take the next step. Return whether the sitting goes on."""
        interview = self._load()
        step = choose_step(interview, is_study=self._is_study)
        if step is not SittingStep.UPLOAD:
            self._explain_modes(interview)
        try:
            return self._steps[step](interview)
        except CoachFailed as failure:
            return choose_after_failure(self._run, failure) or self._pause()
        except Conflict as error:  # another window went on meanwhile
            print_note(error.message)
            return True

    def _upload(self, interview: Interview) -> bool:
        kind = find_missing_documents(interview)[0]
        document = ask_document(self._run, self._id, kind, self._resume)
        if document is None:
            return self._pause()
        given = {kind: document}
        sessions.upload_documents(
            self._run.store,
            self._id,
            given.get("cv"),
            given.get("job"),
            self._run.now(),
            self._run.drafts,
        )
        return True

    def _ask(self, interview: Interview) -> bool:
        number = interview.question_count + 1
        with hold_next_draft(self._run, self._id, number, interview.max_questions):
            ask_question(
                self._run.store,
                self._run.coach,
                self._id,
                self._run.now,
                choose_listener(self._run),
            )
        return True

    def _answer(self, interview: Interview) -> bool:
        number = interview.question_count
        self._show_question(interview, number)
        typing = describe_typing(interview, number)._replace(
            lead=f"{number}/{interview.max_questions}",
            commands=_COMMANDS,
            resume=self._resume,
            began_at=self._asked_at,
        )
        result = edit_until_sent(self._run, typing, lambda: prepare_turn(self._run, interview))
        if result.command == "hint":
            print_note(f"\n{describe_hint(interview.questions[-1].kind)}\n")
            return True
        if result.command == "back":
            return self._go_back(interview)
        if result.command == "skip":
            self._save(interview, typing, AnswerInput("", skipped=True), keeps_draft=result.text)
            return True
        if result.command or is_blank(result.text):
            return self._pause()
        self._save(interview, typing, answers.clean_answer(result.text))
        return True

    def _show_question(self, interview: Interview, number: int) -> None:
        if self._shown_number == number:
            return
        self._shown_number, self._asked_at = number, time.monotonic()
        head = describe_number(interview, number, uses_model=self._run.has_model_coach)
        print_note(f"\n{begin_with_capital(head)}:")
        print_result(interview.questions[number - 1].content)
        print_note("")

    def _save(
        self, interview: Interview, typing: Typing, given: AnswerInput, keeps_draft: str = ""
    ) -> None:
        """Save the answer and ask the next question; what is typed meanwhile is its draft."""
        number = interview.question_count
        with (
            hold_next_draft(self._run, self._id, number + 1, interview.max_questions),
            keep_draft_if_refused(
                self._run, typing, given.text, lambda: is_stored(self._run, typing, given)
            ),
        ):
            answers.answer_question(
                self._run.store,
                self._run.coach,
                self._id,
                TargetQuestion(number, is_pinned=True),
                given,
                self._run.now,
                choose_listener(self._run),
                go_on=not self._is_study,
                # The words typed below /skip stay a draft: the question can be answered later.
                drafts=None if keeps_draft.strip() else self._run.drafts,
            )

    def _go_back(self, interview: Interview) -> bool:
        """Show earlier turns, and let the user answer one again."""
        if not interview.answers:
            print_note("This is the first question.")
            return True
        print_note(f"\n{describe_turns(interview)}\n")
        self._shown_number = 0
        numbers = [str(number) for number in range(1, len(interview.answers) + 1)]
        prompt = "A number: answer that question again. Enter: go on."
        if number := self._choose(prompt, *numbers, ""):
            is_new = answer_again(self._run, interview, int(number), self._resume)
            if is_new and self._is_study:
                return self._study(int(number))
        return True

    def _study_last(self, interview: Interview) -> bool:
        return self._study(len(interview.answers))

    def _study(self, number: int) -> bool:
        """Show the review of an answer until the user goes on, or gives it again."""
        interview = self._load()
        answer = interview.answers[number - 1]
        if (
            answer.study is None
            and answer.self_ratings is None
            and answer.timestamp not in self._rated
        ):
            self._rated.add(answer.timestamp)
            if ratings := ask_self_ratings(self._run, "this answer"):
                rate_answer(self._run.store, self._id, number, ratings, self._run.now())
        with hold_next_draft(self._run, self._id, number + 1, interview.max_questions):
            interview = study_answer(
                self._run.store,
                self._run.coach,
                self._id,
                number,
                self._run.now,
                choose_listener(self._run),
            )
        return self._show_study(interview, number, hides_scores=self._run.settings.is_calm)

    def _show_study(self, interview: Interview, number: int, *, hides_scores: bool) -> bool:
        question, answer = interview.questions[number - 1], interview.answers[number - 1]
        print_apart(describe_study(question, answer, hides_scores=hides_scores))
        prompt, choices = "Enter: go on, t: try this question again, p: pause", ["", "t", "p"]
        if hides_scores:
            prompt += ", r: show the ratings"
            choices.insert(0, "r")
        choice = self._choose(f"{prompt}.", *choices)
        if choice == "r":
            return self._show_study(interview, number, hides_scores=False)
        if choice == "t":
            if answer_again(self._run, interview, number, self._resume):
                return self._study(number)
            return self._show_study(interview, number, hides_scores=hides_scores)
        return self._pause() if choice == "p" else True

    def _rate(self, interview: Interview) -> bool:
        if not self._is_study and can_rate_interview(interview) and not self._has_offered_rating:
            self._has_offered_rating = True
            print_note("\nThe last question is answered.")
            if ratings := ask_self_ratings(self._run, "the answers of this interview"):
                rate_interview(self._run.store, self._id, ratings, self._run.now())
        count = interview.max_questions
        with hold_next_draft(self._run, self._id, count + 1, count):
            give_feedback(
                self._run.store,
                self._run.coach,
                self._id,
                self._run.now,
                choose_listener(self._run),
            )
        return True

    def _report(self, interview: Interview) -> bool:
        show_report(self._run, interview)
        return False

    def _pause(self) -> bool:
        """Say how to go on, and end the sitting."""
        offer_to_keep(self._run, self._id)
        print_note(f"paused; {spell_hint(self._resume)}")
        return False
