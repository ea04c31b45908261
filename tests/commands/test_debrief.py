"""`interview debrief`."""

from pathlib import Path

import pytest

from tests.conftest import Line

ASKED = """1. Tell me about yourself.
2) How have you worked with nurse call systems?
- Tell me about a conflict with a colleague.

* What would you do if the power failed in ward 3?
What salary do you expect?
What salary do you expect?
"""


def test_what_was_asked_is_compared_with_what_was_practised(line: Line, tmp_path: Path) -> None:
    session = line.finished(8)
    file = tmp_path / "asked.txt"
    file.write_text(ASKED)
    document = line("debrief", session, "--questions", file, "--json").json
    contents = [question["content"] for question in document["debrief"]["questions"]]
    assert contents[0] == "Tell me about yourself."
    assert contents[3] == "What would you do if the power failed in ward 3?"
    assert len(contents) == 5
    assert document["debrief"]["questions"][0]["foreseen_by"] == [1]
    foreseen = sum(bool(q["foreseen_by"]) for q in document["debrief"]["questions"])
    assert document["recall"] == {"count": foreseen, "of": 5, "rate": foreseen / 5}
    assert document["precision"]["of"] == 8
    assert len(document["unforeseen"]) == 5 - foreseen
    assert line.stored(session)["debrief"] == document["debrief"]


def test_rates_under_five_questions_are_withheld(line: Line) -> None:
    session = line.finished(3)
    document = line("debrief", session, "--question", "Why us?", "--json").json
    assert document["recall"]["rate"] is document["precision"]["rate"] is None
    assert "%" not in line("debrief", session).stdout


def test_later_notes_keep_the_earlier_ones(line: Line) -> None:
    session = line.finished(2)
    line("debrief", session, "--questions", "-", "--went", "Well, I think.", stdin=ASKED)
    before = line.stored(session)["debrief"]
    line("debrief", session, "--outcome", "offer")
    after = line.stored(session)["debrief"]
    assert after["outcome"] == "offer"
    assert [after[name] for name in ("questions", "went")] == [
        before[name] for name in ("questions", "went")
    ]
    shown = line("debrief", session).stdout
    assert "Outcome: offer" in shown
    assert "Well, I think." in shown


def test_a_second_debrief_adds_to_the_first(line: Line) -> None:
    session = line.finished(2)
    line("debrief", session, "--question", "Why us?", "--went", "Well.", "--outcome", "waiting")
    added = line(
        "debrief", session, "--question", "Why us?", "--question", "Which shifts suit you?"
    )
    assert "1 question noted before was kept" in added.stderr
    said = line("debrief", session, "--went", "They rang back.", "--outcome", "offer").stderr
    assert "on how it went was kept" in said
    assert "the outcome was no answer yet before" in said
    noted = line.stored(session)["debrief"]
    contents = [question["content"] for question in noted["questions"]]
    assert contents == ["Why us?", "Which shifts suit you?"]
    assert (noted["went"], noted["outcome"]) == ("Well.\n\nThey rang back.", "offer")


def test_earlier_notes_are_replaced_only_on_demand(line: Line) -> None:
    session = line.finished(2)
    line("debrief", session, "--questions", "-", "--went", "Well.", stdin=ASKED)
    replaced = line("debrief", session, "--question", "Why us?", "--replace")
    assert "5 questions noted before were replaced" in replaced.stderr
    noted = line.stored(session)["debrief"]
    assert [question["content"] for question in noted["questions"]] == ["Why us?"]
    assert noted["went"] == "Well."


def test_too_many_questions_together_change_nothing(line: Line) -> None:
    session = line.finished(1)
    for first, last, code in ((0, 60, 0), (60, 120, 2)):
        before = line.path(session).read_bytes()
        many = "\n".join(f"Which valve is number {number}?" for number in range(first, last))
        line("debrief", session, "--questions", "-", stdin=many, exit_code=code)
    assert line.path(session).read_bytes() == before


def test_the_outcome_stands_in_the_comparison(line: Line) -> None:
    session = line.finished(2)
    line("debrief", session, "--outcome", "next_round")
    assert line("compare", "--json").json["sessions"][0]["outcome"] == "next_round"
    assert "next round" in line("compare").stdout


def test_the_next_interview_asks_what_was_not_practised(line: Line) -> None:
    session = line.finished(2)
    line("debrief", session, "--questions", "-", stdin=ASKED)
    unforeseen = line("debrief", session, "--json").json["unforeseen"]
    made = line("new", "--from", session, "--questions", "8")
    assert f"{len(unforeseen)} questions of the real interview" in made.stderr
    copy = made.stdout.strip()
    asked = [line("ask", copy).stdout.strip()]
    while len(asked) < 8:
        asked.append(line("answer", copy, "--text", "I fitted 3 panels in May.").stdout.strip())
    assert set(unforeseen) <= set(asked)
    stored = line.stored(copy)["messages"]
    assert {q["coach"] for q in stored if q["content"] in unforeseen} == {""}
    line("answer", copy, "--text", "What will the first week look like?")
    line("feedback", copy)
    assert (
        "Questions by the offline coach" in line("export", copy, "-o", "-", "--format", "md").stdout
    )


def test_more_questions_than_places_is_said(line: Line) -> None:
    session = line.finished(1)
    line("debrief", session, "--questions", "-", stdin=ASKED)
    assert "no place is left for" in line("new", "--from", session, "--questions", "2").stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--question", " "),
        ("--questions", "missing.txt"),
        ("--outcome", "great"),
        ("--went", "x" * 50_001),
        ("--question", "Why us?", "--questions", "-"),
        (),
    ],
)
def test_bad_input_changes_nothing(line: Line, words: tuple[str, ...]) -> None:
    session = line.finished(1)
    before = line.path(session).read_bytes()
    line("debrief", session, *words, stdin="Why us?", exit_code=2)
    assert line.path(session).read_bytes() == before


def test_too_many_questions(line: Line) -> None:
    session = line.finished(1)
    many = "\n".join(f"Question {number}?" for number in range(101))
    result = line("debrief", session, "--questions", "-", stdin=many, exit_code=2)
    assert "at most 100" in result.stderr
