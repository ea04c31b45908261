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

from interview_cli.coach.base import ProgressListener
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.documents.reader import Document, create_document
from interview_cli.models import Interview
from interview_cli.requirements.cv_roles import find_roles
from interview_cli.requirements.extract import find_requirements
from interview_cli.vocabulary import Focus, Level
from interview_cli.workflow.answers import AnswerInput, answer_question, find_target
from interview_cli.workflow.feedback_turn import give_feedback
from interview_cli.workflow.interview import ask_question
from interview_cli.workflow.sessions import NewInterview, build_interview, upload_documents
from tests.cases import each
from tests.conftest import CV, EXAMPLES, JOB, STORY, mark_slow
from tests.fakes import MemoryStore, facts_of

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SEEDS = [f"0193{i:04x}-0000-7000-8000-{i * 7919:012x}" for i in range(1, 11)]
PAIRS = {
    "electrician": (CV, JOB),
    "engineer": (
        (EXAMPLES / "cv.md").read_text("utf-8"),
        (EXAMPLES / "job.md").read_text("utf-8"),
    ),
}
TITLES = {"electrician": "Electrician", "engineer": "Senior Backend Engineer"}
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
    return create_document(text, "document.txt")


def run_interview(
    cv: str,
    job: str,
    seed: str = SEEDS[0],
    *,
    questions: int = 8,
    focus: Focus = "mixed",
    level: Level | None = None,
    reply: Callable[[int], AnswerInput] = lambda number: AnswerInput(f"{STORY} Case {number}."),
    title: str = "Electrician",
    company: str = "Acme",
    language: str = "en",
) -> Interview:
    """Hold an interview, and answer every question."""
    store, coach = MemoryStore(), OfflineCoach()
    outline = NewInterview(title, company, questions, focus, level, language, "24h")
    interview = build_interview(outline, NOW)
    interview.session_id = seed
    store.create(interview)
    upload_documents(store, seed, document(cv), document(job), NOW)
    ask_question(store, coach, seed, lambda: NOW)
    for number in range(1, questions + 1):
        target = find_target(store, seed, number)
        answer_question(store, coach, seed, target, reply(number), lambda: NOW)
    return store.load(seed, Interview)


def list_questions(interview: Interview) -> list[str]:
    return [question.content for question in interview.questions]


def quotes(question: str) -> list[str]:
    """Find the text in quotation marks, without the mark of a cut."""
    passages = re.findall("“([^“”]+(?:“[^”]*”[^“”]*)*)”", question)
    return [quote.removesuffix(" …") for quote in passages]


def cites(question: str, text: str, words: int = 4) -> bool:
    """Return whether so many words in a row of a question stand in a text."""
    asked, written = (re.findall(r"[\w'’/&.-]+", part.lower()) for part in (question, text))
    runs = {tuple(written[i : i + words]) for i in range(len(written))}
    return any(tuple(asked[i : i + words]) in runs for i in range(len(asked) - words + 1))


def builds_on(question: str, cv: str) -> bool:
    """Return whether a question is about a CV, a line of it, or the work in it."""
    is_on_job = any(f" {role.title}" in question for role in find_roles(cv))
    on_work = ("your present job", "a time at work when", "your experience of", "have you done")
    on_work += ("experience do you have of", "your everyday work", "the work itself")
    is_on_job = is_on_job or any(words in question for words in on_work)
    return is_on_job or "your CV" in question or cites(question, cv, words=3)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seed", SEEDS)
def test_eight_questions_differ(pair: str, seed: str) -> None:
    questions = list_questions(run_interview(*PAIRS[pair], seed))
    assert len(questions) == len(set(questions)) == 8


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seed", SEEDS)
def test_two_of_eight_or_more_build_on_the_cv(pair: str, seed: str) -> None:
    cv, job = PAIRS[pair]
    interview = run_interview(cv, job, seed)
    assert len([q for q in list_questions(interview) if builds_on(q, cv)]) >= 2


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("seed", SEEDS[:5])
@pytest.mark.parametrize("focus", FOCUSES)
def test_quotes_are_from_the_documents_or_the_answers(pair: str, seed: str, focus: Focus) -> None:
    cv, job = PAIRS[pair]
    interview = run_interview(
        cv, job, seed, focus=focus, reply=lambda n: AnswerInput(ANSWERS[n % len(ANSWERS)])
    )
    written = [on_one_line(text).replace("**", "") for text in (cv, job, *ANSWERS)]
    for question in list_questions(interview):
        for quote in quotes(question):
            assert any(quote in text for text in written), (quote, question)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_first_question_is_about_the_cv(pair: str) -> None:
    cv, job = PAIRS[pair]
    for seed in SEEDS:
        opener = list_questions(run_interview(cv, job, seed, questions=8))[0]
        is_on_cv = builds_on(opener, cv)
        assert is_on_cv or "you've done" in opener or "have you done" in opener


def test_a_long_list_of_the_cv_is_not_read_out() -> None:
    line = "Installed fire alarms in " + ", ".join(f"school{i}" for i in range(60))
    asked = list_questions(
        run_interview(f"Jo Field\n- {line}\n- Kept the van stocked and tidy", JOB)
    )
    assert not any("school1" in question for question in asked)


@pytest.mark.parametrize("pair", PAIRS)
def test_equal_sessions_ask_equal_questions(pair: str) -> None:
    first, second = (run_interview(*PAIRS[pair]) for _ in range(2))
    assert list_questions(first) == list_questions(second)
    assert first.plan == second.plan


@pytest.mark.parametrize("pair", PAIRS)
def test_two_sessions_differ(pair: str) -> None:
    title = TITLES[pair]
    sets = [set(list_questions(run_interview(*PAIRS[pair], seed, title=title))) for seed in SEEDS]
    shared = [len(first & second) for first, second in combinations(sets, 2)]
    assert max(shared) <= 7
    assert sum(shared) / len(shared) <= 3.5


@pytest.mark.parametrize("level", mark_slow(LEVELS, but=["junior", "lead"]))
@each("focus", FOCUSES)
@each("pair", PAIRS)
def test_no_question_has_an_unfilled_field(pair: str, focus: Focus, level: Level) -> None:
    answers = (AnswerInput(""), *map(AnswerInput, ANSWERS))
    interview = run_interview(
        *PAIRS[pair],
        questions=20,
        focus=focus,
        level=level,
        reply=lambda n: answers[n % 5] if n % 5 else AnswerInput("", skipped=True),
    )
    for question in list_questions(interview):
        assert not re.search(r"[{}]|\bNone\b|“”|“ |  ", question), question
        assert "?" in question or question.endswith((".", "”")), question


@pytest.mark.slow
@pytest.mark.parametrize("focus", FOCUSES)
@pytest.mark.parametrize("questions", range(1, 21))
def test_an_interview_of_any_length_repeats_no_question(questions: int, focus: Focus) -> None:
    for pair in (*PAIRS.values(), PLAIN):
        asked = list_questions(run_interview(*pair, questions=questions, focus=focus))
        assert len(asked) == len(set(asked)) == questions


@pytest.mark.parametrize(
    "job",
    ["We look for somebody friendly who enjoys the company of people in a small shop.", "x " * 40],
)
def test_a_job_that_asks_for_nothing_still_has_its_questions(job: str) -> None:
    asked = list_questions(
        run_interview("Somebody with a life of work behind them, in many a shop.", job)
    )
    assert len(set(asked)) == 8


@hypothesis_settings(max_examples=25)
@given(
    st.text(st.sampled_from("abc {}%\\“”\n-*#.é漢"), min_size=60, max_size=300),
    st.sampled_from(["{title}", "%s", "{}", "{0}", "A {b} c", "C++ }{"]),
)
def test_braces_in_documents_and_names_are_plain_text(text: str, name: str) -> None:
    solid = "Installed {line} alarms in {topic} schools of the town\n" + text
    interview = run_interview(
        solid, "Needs:\n- Experience with {company} alarms\n" + text, title=name
    )
    assert len(list_questions(interview)) == 8


def test_questions_name_the_company() -> None:
    together = "\n".join(
        text
        for seed in SEEDS[:4]
        for text in list_questions(run_interview(CV, JOB, seed, company="Ohm & Volt"))
    )
    assert "Ohm & Volt" in together


@pytest.mark.parametrize("pair", PAIRS)
def test_a_question_on_a_requirement_names_it_or_asks_about_the_cv(pair: str) -> None:
    cv, job = PAIRS[pair]
    known = {requirement.topic for requirement in find_requirements(job)}
    for question in run_interview(cv, job).questions:
        if question.kind in ("requirement", "gap"):
            assert question.topic in known
            is_named = question.topic in question.content or cites(question.content, cv)
            assert is_named or builds_on(question.content, cv), question.content


def test_a_gap_is_what_the_cv_does_not_mention() -> None:
    job = JOB.replace("nurse call systems", "access control")
    gaps = {
        question.topic for question in run_interview(CV, job).questions if question.kind == "gap"
    }
    assert gaps
    assert gaps <= {"access control", "solar panels"}


@pytest.mark.parametrize("level", ["junior", "lead", "executive"])
def test_a_level_changes_how_hard_the_questions_go(level: Level) -> None:
    assert list_questions(run_interview(CV, JOB, level=level)) != list_questions(
        run_interview(CV, JOB, level="mid")
    )


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_a_line_is_not_quoted_twice_while_there_is_another(seed: str) -> None:
    lines = [
        "Installed fire alarm panels",
        "Installed nurse alarm cables",
    ]
    cv = "\n".join(["Jo Field", "", "Experience", *(f"- {line}" for line in lines)])
    job = "Required:\n- Experience with alarm panels\n- Experience with alarm cables\n"
    asked = list_questions(run_interview(cv, job, seed, questions=16))
    assert {line for line in lines for q in asked if cites(q, line, words=3)} == set(lines)


def test_each_question_names_its_coach() -> None:
    assert {(q.coach, q.model) for q in run_interview(CV, JOB).questions} == {("offline", None)}


@pytest.mark.parametrize(
    ("language", "notices"), [("en", 0), ("en-GB", 0), ("English", 0), ("vi", 1)]
)
def test_another_language_gives_one_notice(language: str, notices: int) -> None:
    assert len(run_interview(CV, JOB, language=language).notices) == notices


@pytest.mark.parametrize(
    ("reason", "notices"),
    [(None, []), ("no API key is set", ["using the offline coach (no API key is set)."])],
)
def test_a_coach_that_nobody_chose_says_why_it_works(
    reason: str | None, notices: list[str]
) -> None:
    heard: list[str] = []
    watch = ProgressListener()
    watch.notice = heard.append  # type: ignore[method-assign]
    OfflineCoach(reason).request(facts_of(), run_interview(CV, JOB).plan[0], watch)
    assert heard == notices


def review_interview(interview: Interview) -> Interview:
    store = MemoryStore()
    store.create(interview)
    return give_feedback(store, OfflineCoach(), interview.session_id, lambda: NOW)[0]


def test_the_feedback_is_the_same_for_the_same_interview() -> None:
    first, second = (review_interview(run_interview(CV, JOB)).feedback for _ in range(2))
    assert first == second


@pytest.mark.parametrize("answered", ["I don't know.", "fine", "asdf asdf asdf asdf"])
def test_non_answers_earn_no_strength(answered: str) -> None:
    done = review_interview(run_interview(CV, JOB, reply=lambda _: AnswerInput(answered))).feedback
    assert done is not None
    assert done.strengths == []
    assert done.interview_score <= 20


def test_a_skipped_interview_scores_0() -> None:
    done = review_interview(
        run_interview(CV, JOB, reply=lambda _: AnswerInput("", skipped=True))
    ).feedback
    assert done is not None
    assert (done.interview_score, done.strengths) == (0, [])


def test_evidence_and_quotes_are_from_the_answers() -> None:
    interview = review_interview(
        run_interview(CV, JOB, reply=lambda n: AnswerInput(f"{ANSWERS[n % 3]} Case {n}."))
    )
    assert interview.feedback is not None
    answers = [on_one_line(each.content) for each in interview.answers]
    for review, text in zip(interview.feedback.answers, answers, strict=True):
        assert review.evidence is None or on_one_line(review.evidence) in text
    for point in interview.feedback.strengths + interview.feedback.weaknesses:
        # A weakness in an answer of which every sentence is praised quotes none.
        assert all(any(quote in text for text in answers) for quote in quotes(point))
    assert all(quotes(point) for point in interview.feedback.strengths)


def test_a_missing_requirement_gives_one_improvement() -> None:
    done = review_interview(run_interview(CV, JOB)).feedback
    assert done is not None
    advice = done.cv_improvements
    assert len(advice) == len(set(advice)) <= 6
    assert sum("nurse call systems" in text for text in advice) == 1
    assert not any("solar panels" in text for text in advice)  # only a plus


def test_a_line_with_a_figure_gets_no_advice_to_add_one() -> None:
    done = review_interview(run_interview(CV, JOB)).feedback
    assert done is not None
    assert not any("14 schools" in text and "no figure" in text for text in done.cv_improvements)


@pytest.mark.parametrize("seed", SEEDS[:4])
def test_no_two_questions_in_a_row_are_worded_alike(seed: str) -> None:
    bare = [
        re.sub("“[^”]*”", "“”", q) for q in list_questions(run_interview(*PAIRS["engineer"], seed))
    ]
    assert all(first != second for first, second in pairwise(bare))
