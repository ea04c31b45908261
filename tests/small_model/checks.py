"""What must hold after every turn, whatever the model wrote. No check looks at a wording."""

from dataclasses import dataclass, field

from interview_cli.answers.criteria import score_answer
from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.coach.llm.question_cleaning import clean_question
from interview_cli.job_posts.grounding import is_quoted
from interview_cli.models import Interview, PlanSlot, Question
from interview_cli.post_models import JobPost
from interview_cli.workflow.interview import collect_facts
from tests.small_model.command import Result

DONE, FAILED = 0, 5
_MOST_REQUESTS = 3


@dataclass
class Checks:
    """Counts what was checked, and keeps what was wrong."""

    count: int = 0
    problems: list[str] = field(default_factory=list)

    def expect(self, holds: bool, what: str) -> None:
        self.count += 1
        if not holds:
            self.problems.append(what)
            print(f"    WRONG: {what}", flush=True)

    def expect_outcome(self, result: Result, requests: int) -> None:
        """A turn is done, or it failed, says why in one sentence, and names what to do."""
        self.expect(result.exit_code in (DONE, FAILED), f"the exit code is {result.exit_code}")
        self.expect(requests <= _MOST_REQUESTS, f"the turn sent {requests} requests")
        self.expect("Traceback" not in result.stderr, "there is a traceback")
        if result.exit_code == FAILED:
            document = result.json
            self.expect(document["code"] == "llm", f"the failure is called {document['code']}")
            self.expect(bool(document["error"].strip()), "the failure is not explained")
            self.expect(bool(document["hint"]), "the failure names nothing to do")

    def expect_answers(self, interview: Interview, given: list[str]) -> None:
        """Every answer is stored as it was given."""
        stored = [answer.content for answer in interview.answers]
        self.expect(stored == given, "the stored answers differ from those given")

    def expect_question(self, interview: Interview, number: int, result: Result) -> None:
        """The last question is checked if a model wrote it, and said if another coach did."""
        questions = interview.questions
        self.expect(len(questions) == number, f"{len(questions)} questions are stored")
        if len(questions) < number:
            return
        question = questions[-1]
        self.expect(result.json["question"] == question.content, "another question was printed")
        self.expect(result.json["coach"] == question.coach, "another coach was named")
        if question.coach == "offline":
            self.expect(bool(result.stderr.strip()), "the stand-in was not said")
            self.expect(bool(interview.notices), "the stand-in is not noted in the session")
            return
        fault = find_fault(interview, question.content)
        self.expect(fault is None, f"a question is stored whose fault is {fault!r}")
        is_clean = clean_question(question.content) == question.content
        self.expect(is_clean, "a question is stored as it came")

    def expect_review(self, interview: Interview, result: Result) -> None:
        """A review is whole and about these answers, or there is none."""
        if result.exit_code == FAILED:
            self.expect(interview.feedback is None, "a refused review is stored")
            return
        feedback = interview.feedback
        self.expect(feedback is not None, "no review is stored")
        if feedback is None:
            return
        numbers = [review.number for review in feedback.answers]
        self.expect(
            numbers == list(range(1, len(interview.answers) + 1)), "the review has other answers"
        )
        for review, answer in zip(feedback.answers, interview.answers, strict=False):
            self.expect(review.score == score_answer(review.ratings), "a score is not computed")
            quote = " ".join((review.evidence or "").split())
            self.expect(quote in " ".join(answer.content.split()), "a quote is not in its answer")

    def expect_post(self, post: JobPost, said: list[str]) -> None:
        """Everything that was said is stored, and nothing that was not."""
        stored = [message.content for message in post.employer_messages]
        self.expect(stored == said, "the stored messages differ from those said")
        filled = {name for name, value in post.job_data.model_dump(by_alias=True).items() if value}
        unsourced = sorted(filled - set(post.sources))
        self.expect(not unsourced, f"nobody said {', '.join(unsourced)}")
        for sources in post.words.values():
            for source in sources:
                is_said = is_quoted(source.words, stored[source.turn - 1])
                self.expect(is_said, "the source of a value is made up")


def find_fault(interview: Interview, text: str) -> str | None:
    """Return the fault of a text as the last question of the interview."""
    *before, last = interview.questions
    assert isinstance(last, Question)
    asked_at = interview.messages.index(last)
    earlier = interview.model_copy(update={"messages": interview.messages[:asked_at]})
    assert len(earlier.answers) == len(before)
    slot = PlanSlot(kind=last.kind, topic=last.topic)
    return QuestionCheck(collect_facts(earlier), slot).find_fault(text)
