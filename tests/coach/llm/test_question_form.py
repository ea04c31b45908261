"""What is left out of a model's reply, what a question may not suggest, and what stays whole."""

import tomllib
from pathlib import Path

from benchmarks.replies import count_refused, parse_case
from interview_cli.coach.base import ProgressListener
from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.coach.llm.question_display import QuestionDisplay
from interview_cli.coach.llm.question_form import QuestionForm
from interview_cli.models import PlanSlot
from interview_cli.trades.trades import load_trades
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
        ("It helps to breathe slowly. Always use a clean spoon.", ""),
    ],
)
def test_remarks_around_a_question_are_left_out(reply: str, question: str) -> None:
    assert strip(reply) == question


@each(
    "question",
    [
        "How do you keep a fridge safe, for instance with labels or a thermometer?",
        "What do you do when a fryer burns – shut the gas, take the blanket, call for help?",
        "How would you cut the bill, through smaller plates and a shorter menu?",
        "How do you sharpen a knife (stone, steel, angle)?",
        "How do you calm a rush by breathing slowly?",
        "How would you notice bad fish early, such as by its eyes or its gills?",
        "What makes a good handover, given that a written list is the best way?",
        "A fryer smokes. Always stay calm. How do you clear the kitchen?",
    ],
)
def test_a_suggestion_is_found_and_never_cut_out_of_a_question(question: str) -> None:
    form = QuestionForm(*KNOWN)
    assert form.suggests_answer(question)
    assert form.strip_remarks(question) == question


@each(
    "question",
    [
        "When a device such as a slicer jams at night, what do you do first?",
        "How do you make sure that a task such as descaling is not forgotten on a full day?",
        "What should a head chef, including you, do when the dining room is full?",
        "Which early signs, such as a dull eye, have you seen others overlook?",
        "When a shift starts with, for example, two empty ovens, what do you settle first?",
        "How do you prepare a commis for a big change, such as a new owner?",
        "How would you lift pans when you can't tell by looking which are hot?",
        "An experienced porter won't take your drill seriously. What do you do?",
        "Response visits are taking an hour longer than they should. Where do you look?",
        "The best cook isn't the best leader. How do you choose who heads the section?",
        "Your result is impressive, for the waste fell by half. How do you know why?",
        "We expect invoices on the same day. How do you organise your paperwork?",
        "What are you good at in the pastry? Please back it up.",
    ],
)
def test_a_case_in_the_middle_of_a_question_suggests_nothing(question: str) -> None:
    form = QuestionForm(*KNOWN)
    assert not form.suggests_answer(question)
    assert form.strip_remarks(question) == question


def test_good_questions_are_stored_as_they_were_written() -> None:
    for path in sorted(REPLIES.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        slot = PlanSlot(kind="requirement", topic="x")
        checks = {
            case["id"]: QuestionCheck(parse_case(case), slot) for case in data.get("case", ())
        }
        asked = [row for row in data.get("question", ()) if row["good"]] + data.get("pair", [])
        for row in asked:
            assert checks[row["case"]].clean(row["text"]) == row["text"].strip()


def test_questions_of_the_trades_are_cleaned_of_nothing() -> None:
    check = QuestionCheck(facts_of(), PlanSlot(kind="requirement", topic="x"))
    texts = [
        asked.text
        for trade in load_trades().values()
        for asked in (*trade.situations, *trade.questions)
    ]
    assert [text for text in texts if check.clean(text) != text] == []


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
    [("tuning", 0, 25, 11), ("held_out", 1, 26, 10)],
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
    assert "How do you trace it" in recorder.shown[-1]
    assert not any("with" in text or "lamp" in text for text in recorder.shown)
