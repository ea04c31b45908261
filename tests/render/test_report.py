"""The contents of a report, and their order."""

from collections.abc import Iterator

import pytest

from interview_cli.coach.base import CHOICE_NOTICE
from interview_cli.models import Attempt, Interview, Question
from interview_cli.render.blocks import (
    Bar,
    Block,
    Bullets,
    Heading,
    KeepTogether,
    Prose,
    Remark,
    Report,
    Score,
    SpokenBlock,
    Table,
)
from interview_cli.render.report import build_report, build_transcript
from tests.render.interviews import NOW, full_of, interview, ratings, reviewed, sample

ANSWERS = [f"I repaired case {word} in Leeds." for word in ("one", "two", "three", "four")]


def flat(report: Report) -> Iterator[Block]:
    blocks = [*report.blocks]
    while blocks:
        block = blocks.pop(0)
        if isinstance(block, KeepTogether):
            blocks = [*block.blocks, *blocks]
        else:
            yield block


def texts(report: Report) -> list[str]:
    """Return the texts of a report in order, except the cells of tables."""
    found = [report.title, report.subtitle, *report.facts]
    for block in flat(report):
        match block:
            case Heading() | Prose():
                found.append(block.text)
            case SpokenBlock() | Remark():
                found += [block.label, block.text]
            case Bullets():
                found += block.entries or (block.empty_text,)
    return found


def tables(report: Report) -> list[Table]:
    return [block for block in flat(report) if isinstance(block, Table)]


@pytest.mark.parametrize("with_feedback", [False, True])
def test_every_question_and_answer_is_there_in_order(with_feedback: bool) -> None:
    one = interview(*ANSWERS)
    shown = texts(build_report(reviewed(one) if with_feedback else one))
    places = [shown.index(message.content) for message in one.messages]
    assert places == sorted(places)


def test_before_the_feedback_the_report_is_the_transcript() -> None:
    one = interview(*ANSWERS)
    assert build_report(one) == build_transcript(one)


def test_a_transcript_shows_no_feedback() -> None:
    shown = [*flat(build_transcript(reviewed(interview(*ANSWERS))))]
    assert not any(isinstance(block, Score | Table | Remark) for block in shown)


@pytest.mark.parametrize("count", range(5))
def test_a_transcript_at_every_stage(count: int) -> None:
    one = interview(*ANSWERS[:count], max_questions=4)
    report = build_transcript(one)
    assert f"2026-11-22 · {count} of 4 questions answered" in report.facts
    assert ("No question has been asked yet." in texts(report)) == (count == 0)


def test_an_open_question_is_shown_as_open() -> None:
    one = interview(ANSWERS[0], max_questions=2)
    one.messages.append(Question(content="And then?", timestamp=NOW))
    shown = texts(build_transcript(one))
    assert shown.index("(not answered yet)") == shown.index("And then?") + 1


def test_a_skipped_question_is_shown_and_counted_as_skipped() -> None:
    report = build_transcript(interview(None, "An answer."))
    assert "Answer skipped, 2026-11-22 09:00 UTC" in texts(report)
    assert report.facts[0].endswith("2 of 2 questions done, 1 of them skipped")


def test_earlier_attempts_are_shown_before_the_answer() -> None:
    one = interview(ANSWERS[0])
    one.answers[0].earlier = [
        Attempt(content="My first try.", timestamp=NOW),
        Attempt(content="", timestamp=NOW, skipped=True),
    ]
    shown = texts(build_transcript(one))
    skipped = shown.index("Earlier attempt skipped, 2026-11-22 09:00 UTC")
    assert shown.index("My first try.") < skipped < shown.index(ANSWERS[0])


def test_the_cover_names_job_company_day_and_who_did_it() -> None:
    report = build_report(sample())
    assert (report.title, report.subtitle) == ("Electrician", "Acme <&> Söhne")
    assert report.facts == (
        "2026-11-22 · 4 of 4 questions done, 1 of them skipped",
        "Questions by the offline coach and the model qwen3:32b",
        "Feedback by the model qwen3:32b, 2026-11-22 09:00 UTC",
    )


@pytest.mark.parametrize(
    "shown",
    ["A fair talk.", "Concrete", "No figure", "Add a date", "Comment on 4.", "Advice on 4."],
)
def test_a_report_holds_the_feedback(shown: str) -> None:
    assert shown in texts(build_report(reviewed(interview(*ANSWERS))))


def test_the_score_stands_above_its_five_criteria() -> None:
    one = reviewed(interview("One.", "Two."), interview_score=71)
    assert one.feedback
    one.feedback.answers[1].ratings = ratings(3, 0, 5, 2, 3)
    report = build_report(one)
    assert next(block for block in flat(report) if isinstance(block, Score)).value == 71
    assert tables(report)[0].rows == (
        ("relevance", "25 %", Bar(3.5, 5), "3.5 of 5"),
        ("specificity", "25 %", Bar(2.0, 5), "2.0 of 5"),
        ("structure", "20 %", Bar(4.0, 5), "4.0 of 5"),
        ("ownership", "15 %", Bar(3.0, 5), "3.0 of 5"),
        ("impact", "15 %", Bar(3.0, 5), "3.0 of 5"),
    )


def test_each_rating_says_what_it_means() -> None:
    first, skipped, situation, _none = tables(build_report(sample()))[1:]
    assert first.rows[0] == (
        "relevance",
        Bar(5, 5),
        "5 of 5",
        "answers it, and what the role needs behind it",
    )
    assert situation.rows[2][-1] == "one point leads to the next"
    assert skipped.head == ("Criterion", "0 to 5", "Rating")  # lowered ratings mean no anchor


def test_a_lowered_rating_says_why() -> None:
    shown = texts(build_report(sample()))
    assert shown[shown.index("Ratings lowered") + 1] == "skipped"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("strengths", "The answers show none yet."),
        ("weaknesses", "The ratings show none."),
        ("cv_improvements", "This review found nothing to change."),
    ],
)
def test_a_section_without_entries_says_so(field: str, words: str) -> None:
    one = interview(*ANSWERS)
    assert words not in texts(build_report(reviewed(one)))
    assert words in texts(build_report(reviewed(one, **{field: []})))


@pytest.mark.parametrize(
    ("coach", "model", "language", "said", "unsaid"),
    [
        ("offline", None, "en-GB", "offline coach rated by rules", "not in English"),
        ("offline", None, "de", "not in English", "A model understands"),
        ("openai", "Qwen/Qwen3", "de", "Rated by the model Qwen/Qwen3. A model", "by rules"),
    ],
)
def test_it_says_what_its_ratings_can_and_cannot_say(
    coach: str, model: str | None, language: str, said: str, unsaid: str
) -> None:
    one = reviewed(interview(*ANSWERS, language=language), coach=coach, model=model)
    shown = " ".join(texts(build_report(one)))
    assert said in shown
    assert unsaid not in shown
    measured = "has not been measured" if model else "a rank correlation of 0."
    assert measured in shown


def test_what_the_user_was_told_on_the_way_is_in_it() -> None:
    told = texts(build_report(sample()))[-3:]
    assert told[0] == "About your documents"
    assert told[1].endswith("save the document again or paste its text.")
    assert told[2:] == [
        "The CV was cut to the model's limit: its end was not sent.",
    ]


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en", "en"),
        ("English", "en"),
        ("de_AT", "de-AT"),
        ("German", "de"),
        ("Français", "fr"),
        ("zh-Hant", "zh-Hant"),
        ("Tiếng Việt", "vi"),
        ("Dothraki", "en"),
        ('"><script>', "en"),
    ],
)
def test_the_language_is_a_tag(language: str, tag: str) -> None:
    assert build_report(interview(language=language)).language == tag


def test_no_text_of_a_user_or_a_model_stands_in_a_table() -> None:
    one: Interview = full_of("\N{SNOWMAN}")
    for table in tables(build_report(one)):
        assert "\N{SNOWMAN}" not in repr(table)


def test_how_the_coach_is_set_is_no_note_on_documents() -> None:
    setting = CHOICE_NOTICE.format(reason="no API key is set")
    one = sample()
    one.notices = [setting]
    assert "About your documents" not in texts(build_report(one))
    one.notices = [setting, "the CV was cut."]
    assert texts(build_report(one))[-1] == "The CV was cut."


def test_nobody_reads_that_all_is_well_beside_a_low_rating() -> None:
    low = reviewed(interview(*ANSWERS), weaknesses=[], cv_improvements=[])
    feedback = low.feedback
    assert feedback is not None
    for answer in feedback.answers:
        answer.score = 30
        answer.ratings.impact = 1
    shown = texts(build_report(low))
    assert "The ratings show none." not in shown
    assert "This review found nothing to change." not in shown
