"""What is left out of a model's question: advice, hints, expectations; and what stays."""

import tomllib
from pathlib import Path

from benchmarks.replies import count_refused
from interview_cli.coach.base import ProgressListener
from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.coach.llm.question_display import QuestionDisplay
from interview_cli.coach.llm.question_form import QuestionForm
from interview_cli.models import PlanSlot
from tests.cases import each
from tests.fakes import facts_of

KNOWN = (
    "Sous Chef. You order, keep food cost below 30 percent and keep HACCP records. Split shifts.",
    "Chef de partie, Bistro Lark. I weighed the waste each evening and ordered fish twice.",
)
REPLIES = Path(__file__).parents[3] / "benchmarks" / "replies"


def strip(reply: str) -> str:
    return QuestionForm(*KNOWN).strip_remarks(reply)


@each(
    ("reply", "question"),
    [
        (
            "Staying calm is what counts here. How would you calm a guest?",
            "How would you calm a guest?",
        ),
        (
            "How do you season a stock? A pinch at a time and tasting between is wise.",
            "How do you season a stock?",
        ),
        (
            "A strong cook plans ahead. How do you set up your section?",
            "How do you set up your section?",
        ),
        (
            "How do you win a commis over? I suspect that patience plays a part.",
            "How do you win a commis over?",
        ),
        (
            "How do you keep a fridge safe, for instance with labels or a thermometer?",
            "How do you keep a fridge safe?",
        ),
        (
            "What do you do when a fryer burns – shut the gas, take the blanket, call for help?",
            "What do you do when a fryer burns?",
        ),
        (
            "How would you cut the bill, through smaller plates and a shorter menu?",
            "How would you cut the bill?",
        ),
        ("How do you sharpen a knife (stone, steel, angle)?", "How do you sharpen a knife?"),
        ("How do you calm a rush by breathing slowly?", "How do you calm a rush?"),
        ("It helps to breathe slowly. Always use a clean spoon.", ""),
    ],
)
def test_what_suggests_an_answer_is_left_out(reply: str, question: str) -> None:
    assert strip(reply) == question


@each(
    "question",
    [
        "Split shifts are part of this job. How have you organised such weeks?",
        "Keeping food cost below 30 percent is important here. How did you watch it?",
        "A guest says that speed is what counts. What do you tell her?",
        "The best cook of your team wants to leave. How do you talk to him?",
        "How did you bring the waste down? One example is enough.",
        "Tell me about a time you had bad news for somebody. It need not be from a kitchen.",
        "Which do you take first: the lobster, the phone or the burnt pan?",
        "How did you cut the waste, by weighing it each evening?",
        "Which records do you keep, such as those for HACCP?",
        "What tipped the balance: luck or skill?",
        "How do you tell a guest, with the head chef on the phone?",
    ],
)
def test_context_a_situation_and_known_words_stay(question: str) -> None:
    assert strip(question) == question


@each(
    ("half", "most_good", "fewest_bad", "fewest_points"),
    [("tuning", 0, 27, 11), ("held_out", 1, 26, 10)],
)
def test_bad_replies_are_caught_and_good_ones_kept(
    half: str, most_good: int, fewest_bad: int, fewest_points: int
) -> None:
    data = tomllib.loads((REPLIES / f"{half}.toml").read_text("utf-8"))
    refused = count_refused(data)
    assert refused["question", True] <= most_good
    assert refused["question", False] >= fewest_bad
    assert refused["review", True] == 0
    assert refused["review", False] >= fewest_points


def test_private_questions_that_trained_no_fit_are_caught_and_near_ones_kept() -> None:
    voices = tomllib.loads((REPLIES / "private_aside.toml").read_text("utf-8")).values()
    check = QuestionCheck(facts_of(), PlanSlot(kind="behaviour", topic="x"))

    def find_faults(quality: str) -> list[str | None]:
        return [check.find_fault(text) for voice in voices for text in voice[quality]]

    assert sum(map(bool, find_faults("bad"))) >= 38
    assert find_faults("good").count("personal") <= 1


class Recorder(ProgressListener):
    """Keeps what is shown of a reply."""

    shows_text = True

    def __init__(self) -> None:
        self.shown: list[str] = []

    def text(self, so_far: str) -> None:
        self.shown.append(so_far)


def test_a_hint_is_not_shown_while_it_is_written() -> None:
    reply = "A detector fails at night. How do you trace it, for instance with a lamp or a ladder?"
    recorder = Recorder()
    check = QuestionCheck(facts_of(), PlanSlot(kind="situation", topic="x"))
    display = QuestionDisplay(recorder, check)
    for end in range(len(reply)):
        display.text(reply[: end + 1])
    assert recorder.shown[-1] == "A detector fails at night. How do you trace it?"
    assert not any("with" in text or "lamp" in text for text in recorder.shown)
