"""The offline coach's questions, asked through the workflow as a user meets them."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import combinations, pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.documents.reader import Document, from_text
from interview_cli.models import Interview
from interview_cli.requirements.extract import find_requirements
from interview_cli.vocabulary import Focus, Level
from interview_cli.workflow.answers import Said, answer, question_meant
from interview_cli.workflow.interview import ask, feedback
from interview_cli.workflow.sessions import Outline, new, upload
from tests.conftest import CV, EXAMPLES, JOB, STORY
from tests.fakes import MemoryStore

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SEEDS = [f"0193{i:04x}-0000-7000-8000-{i * 7919:012x}" for i in range(1, 11)]
PAIRS = {
    "electrician": (CV, JOB),
    "engineer": (
        (EXAMPLES / "cv.md").read_text("utf-8"),
        (EXAMPLES / "job.md").read_text("utf-8"),
    ),
}
PLAIN = (
    "Somebody with a life of work behind them, in many a shop.",
    "Come and join us in our small shop by the sea, we are friendly.",
)
FOCUSES = get_args(Focus)
LEVELS = get_args(Level)
ANSWERS = [
    STORY,
    "I repaired a panel at Park School in 2022.",
    "We worked on it together and it was fine for all of us in the end.",
    "I don't know.",
]


def document(text: str) -> Document:
    return from_text(text, "document.txt")


def held(
    cv: str,
    job: str,
    seed: str = SEEDS[0],
    *,
    questions: int = 8,
    focus: Focus = "mixed",
    level: Level | None = None,
    reply: Callable[[int], Said] = lambda number: Said(f"{STORY} Case {number}."),
    title: str = "Electrician",
    company: str = "Acme",
    language: str = "en",
) -> Interview:
    """An interview of which every question is answered."""
    store, coach = MemoryStore(), OfflineCoach()
    outline = Outline(title, company, questions, focus, level, language, "24h")
    interview = new(outline, NOW)
    interview.session_id = seed
    store.create(interview)
    upload(store, seed, document(cv), document(job), NOW)
    ask(store, coach, seed, lambda: NOW)
    for number in range(1, questions + 1):
        meant = question_meant(store, seed, number)
        answer(store, coach, seed, meant, reply(number), lambda: NOW)
    return store.load(seed, Interview)


def asked(interview: Interview) -> list[str]:
    return [question.content for question in interview.questions]


def quotes(question: str) -> list[str]:
    """What stands in quotation marks, without the mark of a cut."""
    found = re.findall("“([^“”]+(?:“[^”]*”[^“”]*)*)”", question)
    return [quote.removesuffix(" …") for quote in found]


def cites(question: str, text: str, words: int = 4) -> bool:
    """Whether some words in a row of a question stand in a text."""
    said, written = (re.findall(r"[\w'’/&.-]+", one.lower()) for one in (question, text))
    runs = {tuple(written[i : i + words]) for i in range(len(written))}
    return any(tuple(said[i : i + words]) in runs for i in range(len(said) - words + 1))


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seed", SEEDS)
def test_eight_questions_are_eight(pair: str, seed: str) -> None:
    questions = asked(held(*PAIRS[pair], seed))
    assert len(questions) == len(set(questions)) == 8


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seed", SEEDS)
def test_two_of_eight_or_more_quote_the_documents(pair: str, seed: str) -> None:
    cv, job = PAIRS[pair]
    interview = held(cv, job, seed)
    assert len([q for q in asked(interview) if cites(q, cv)]) >= 2


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seed", SEEDS[:5])
@pytest.mark.parametrize("focus", FOCUSES)
def test_what_is_quoted_was_written_or_said(pair: str, seed: str, focus: Focus) -> None:
    cv, job = PAIRS[pair]
    interview = held(cv, job, seed, focus=focus, reply=lambda n: Said(ANSWERS[n % len(ANSWERS)]))
    written = [on_one_line(text).replace("**", "") for text in (cv, job, *ANSWERS)]
    for question in asked(interview):
        for quote in quotes(question):
            assert any(quote in text for text in written), (quote, question)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_first_question_quotes_a_line_of_the_cv(pair: str) -> None:
    cv, job = PAIRS[pair]
    for seed in SEEDS:
        assert cites(asked(held(cv, job, seed, questions=8))[0], cv)


def test_a_long_line_of_the_cv_is_cut_between_words() -> None:
    line = "Installed fire alarms in " + ", ".join(f"school{i}" for i in range(60))
    first = asked(held(f"Jo Field\n- {line}\n- Kept the van stocked and tidy", JOB))
    long = [quote for question in first for quote in quotes(question) if "school0" in quote]
    assert long
    for quote in long:
        assert line.startswith(quote)
        assert len(quote) <= 160
        assert line[len(quote)] in ", "


@pytest.mark.parametrize("pair", PAIRS)
def test_the_same_session_asks_the_same_to_the_byte(pair: str) -> None:
    one, other = (held(*PAIRS[pair]) for _ in range(2))
    assert asked(one) == asked(other)
    assert one.plan == other.plan


@pytest.mark.parametrize("pair", PAIRS)
def test_two_sessions_share_at_most_half_of_their_questions(pair: str) -> None:
    sets = [set(asked(held(*PAIRS[pair], seed))) for seed in SEEDS]
    shared = {len(one & other) for one, other in combinations(sets, 2)}
    assert max(shared) <= 4, shared


@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("pair", PAIRS)
def test_no_question_shows_its_workings(pair: str, focus: Focus, level: Level) -> None:
    answers = (Said(""), *map(Said, ANSWERS))
    interview = held(
        *PAIRS[pair],
        questions=20,
        focus=focus,
        level=level,
        reply=lambda n: answers[n % 5] if n % 5 else Said("", skipped=True),
    )
    for question in asked(interview):
        assert not re.search(r"[{}]|\bNone\b|“”|“ |  ", question), question
        assert "?" in question or question.endswith((".", "”")), question


@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize("questions", range(1, 21))
def test_an_interview_of_any_length_repeats_no_question(questions: int, focus: Focus) -> None:
    for pair in (*PAIRS.values(), PLAIN):
        found = asked(held(*pair, questions=questions, focus=focus))
        assert len(found) == len(set(found)) == questions


@pytest.mark.parametrize(
    "job",
    ["We look for somebody friendly who enjoys the company of people in a small shop.", "x " * 40],
)
def test_a_job_that_asks_for_nothing_still_has_its_questions(job: str) -> None:
    found = asked(held("Somebody with a life of work behind them, in many a shop.", job))
    assert len(set(found)) == 8


@hypothesis_settings(max_examples=25)
@given(
    st.text(st.sampled_from("abc {}%\\“”\n-*#.é漢"), min_size=60, max_size=300),
    st.sampled_from(["{title}", "%s", "{}", "{0}", "A {b} c", "C++ }{"]),
)
def test_braces_in_documents_and_names_are_plain_text(text: str, name: str) -> None:
    solid = "Installed {line} alarms in {topic} schools of the town\n" + text
    interview = held(solid, "Needs:\n- Experience with {company} alarms\n" + text, title=name)
    assert len(asked(interview)) == 8


def test_the_title_and_the_company_are_spoken_of() -> None:
    together = "\n".join(asked(held(CV, JOB, title="Sparks Chief", company="Ohm & Volt")))
    assert "Sparks Chief" in together
    assert "Ohm & Volt" in together


@pytest.mark.parametrize("pair", PAIRS)
def test_a_question_on_a_requirement_names_it_in_the_words_of_the_job(pair: str) -> None:
    cv, job = PAIRS[pair]
    known = {requirement.topic for requirement in find_requirements(job)}
    for question in held(cv, job).questions:
        if question.kind in ("requirement", "gap"):
            assert question.topic in known
            assert cites(question.content, f"{cv}\n{job}", words=3), question.content


def test_a_gap_is_what_the_cv_does_not_mention() -> None:
    gaps = {question.topic for question in held(CV, JOB).questions if question.kind == "gap"}
    assert gaps
    assert gaps <= {"nurse call systems", "solar panels"}


@pytest.mark.parametrize("level", ["junior", "senior", "lead", "executive"])
def test_a_level_changes_how_hard_the_questions_go(level: Level) -> None:
    assert asked(held(CV, JOB, level=level)) != asked(held(CV, JOB, level="mid"))


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_a_line_is_not_quoted_twice_while_there_is_another(seed: str) -> None:
    lines = [
        "Installed alarm panels and alarm cables in 14 schools",
        "Serviced alarm panels and alarm cables on nine wards",
    ]
    job = "Required:\n- Experience with alarm panels\n- Experience with alarm cables\n"
    found = asked(held("\n".join(lines), job, seed, questions=2))
    assert {line for line in lines for q in found if cites(q, line)} == set(lines)


def test_each_question_says_who_thought_of_it() -> None:
    assert {(q.coach, q.model) for q in held(CV, JOB).questions} == {("offline", None)}


@pytest.mark.parametrize(
    ("language", "told"), [("en", False), ("en-GB", False), ("English", False), ("vi", True)]
)
def test_another_language_is_owned_up_to_once(language: str, told: bool) -> None:
    notices = held(CV, JOB, language=language).notices
    assert len(notices) == told


def reviewed(interview: Interview) -> Interview:
    store = MemoryStore()
    store.create(interview)
    return feedback(store, OfflineCoach(), interview.session_id, lambda: NOW)[0]


def test_the_feedback_is_the_same_for_the_same_interview() -> None:
    one, other = (reviewed(held(CV, JOB)).feedback for _ in range(2))
    assert one == other


@pytest.mark.parametrize("answered", ["I don't know.", "fine", "asdf asdf asdf asdf"])
def test_nothing_is_praised_where_nothing_was_answered(answered: str) -> None:
    done = reviewed(held(CV, JOB, reply=lambda _: Said(answered))).feedback
    assert done is not None
    assert done.strengths == []
    assert done.interview_score <= 20


def test_a_skipped_interview_is_worth_nothing() -> None:
    done = reviewed(held(CV, JOB, reply=lambda _: Said("", skipped=True))).feedback
    assert done is not None
    assert (done.interview_score, done.strengths) == (0, [])


def test_evidence_and_quotes_stand_in_the_answers() -> None:
    interview = reviewed(held(CV, JOB, reply=lambda n: Said(f"{ANSWERS[n % 3]} Case {n}.")))
    assert interview.feedback is not None
    said = [on_one_line(one.content) for one in interview.answers]
    for review, text in zip(interview.feedback.answers, said, strict=True):
        assert review.evidence is None or on_one_line(review.evidence) in text
    for point in interview.feedback.strengths + interview.feedback.weaknesses:
        assert any(quote in text for quote in quotes(point) for text in said)


def test_what_the_cv_leaves_out_is_advised_once() -> None:
    done = reviewed(held(CV, JOB)).feedback
    assert done is not None
    advice = done.cv_improvements
    assert len(advice) == len(set(advice)) <= 6
    assert sum("nurse call systems" in one for one in advice) == 1
    assert sum("solar panels" in one for one in advice) == 1


def test_a_line_with_a_figure_is_not_said_to_have_none() -> None:
    done = reviewed(held(CV, JOB)).feedback
    assert done is not None
    assert not any("14 schools" in one and "no figure" in one for one in done.cv_improvements)


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_no_two_questions_in_a_row_are_worded_alike(seed: str) -> None:
    bare = [re.sub("“[^”]*”", "“”", q) for q in asked(held(*PAIRS["engineer"], seed))]
    assert all(one != other for one, other in pairwise(bare))
