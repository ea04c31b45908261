"""Documents are shortened to what has most to do with the job."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from interview_cli.coach.llm.shortening import GAP, Shortened, shorten_answer, shorten_documents
from tests.conftest import CV, JOB

OTHER = [f"- Sang in choir number {number} of the town" for number in range(60)]
RELEVANT = "- Tested nurse call systems and fire alarms in hospitals"


def shorten_cv(cv: str, budget: int, job: str = JOB) -> Shortened:
    return shorten_documents(cv, job, "Electrician", budget)[0]


@given(st.text(), st.text(), st.integers(0, 500))
def test_the_budget_is_kept(cv: str, job: str, budget: int) -> None:
    sent = shorten_documents(cv, job, "Cook", budget)
    assert sum(len(document.text) for document in sent) <= budget


@given(st.integers(0, 5_000), st.integers(0, 5_000), st.integers(10, 8_000))
def test_a_budget_that_one_does_not_need_is_the_other_s(cv: int, job: int, budget: int) -> None:
    sent = shorten_documents("c" * cv, "j" * job, "Cook", budget)
    assert sum(len(document.text) for document in sent) == min(budget, cv + job)


def test_what_fits_stays_as_it_is() -> None:
    cv, job = shorten_documents(f"{CV}\n\n  x", JOB, "Electrician", 10_000)
    assert (cv.text, cv.left_out_chars, cv.left_out_lines) == (f"{CV}\n\n  x", 0, 0)
    assert job.text == JOB


def test_lines_on_the_job_stay_wherever_they_stand() -> None:
    cv = "\n".join([CV, "Earlier", *OTHER, RELEVANT, *OTHER])
    kept = shorten_cv(cv, 1_500)
    assert RELEVANT in kept.text
    assert kept.text.startswith("Jo Field\nElectrician, Leeds\n")
    assert OTHER[-1] not in kept.text


def test_lines_keep_their_order_and_gaps_are_marked() -> None:
    cv = "\n".join([CV, *OTHER, RELEVANT, *OTHER])
    rows = shorten_cv(cv, 1_500).text.splitlines()
    lines = cv.splitlines()
    kept = [row for row in rows if row != GAP]
    assert kept == [line for line in lines if line in kept][: len(kept)]
    assert GAP in rows
    assert (GAP, GAP) not in list(pairwise(rows))


def test_a_line_keeps_what_it_stands_under() -> None:
    jobs = [
        row
        for number in range(40)
        for row in (f"Singer, choir {number}, 20{number:02}", f"- Sang {number} songs", "- Sang on")
    ]
    cv = "\n".join(["Jo", "Leeds", "Work", *jobs, "Fitter, Brook & Sons, 2019", RELEVANT, *jobs])
    kept = shorten_cv(cv, 1_300).text
    assert f"Fitter, Brook & Sons, 2019\n{RELEVANT}" in kept


def test_of_a_job_ad_the_requirements_stay() -> None:
    about = [f"We are proud of our {number} parks and gardens." for number in range(60)]
    job = "\n".join(["# Electrician", *about, JOB])
    kept = shorten_documents(CV, job, "Electrician", 1_200)[1]
    assert "- Experience with nurse call systems" in kept.text
    assert kept.left_out_lines + len(kept.text.replace(GAP, "").split("\n")) > kept.lines
    assert about[-1] not in kept.text


def test_of_a_paragraph_sentences_are_kept() -> None:
    prose = " ".join(f"I sang song {number} in the choir of the town." for number in range(60))
    kept = shorten_cv(f"{prose} I tested nurse call systems. {prose}", 1_000)
    assert "I tested nurse call systems." in kept.text


@given(st.text(max_size=2_000), st.sampled_from([250, 500, 1_000]))
def test_a_shortened_answer_is_no_longer_than_asked_for(answer: str, size: int) -> None:
    shortened = shorten_answer(answer, size)
    assert len(shortened) <= size
    assert shortened == answer or GAP in shortened


def test_the_beginning_and_the_end_of_an_answer_stay() -> None:
    middle = " ".join(f"Then came step {number} of many." for number in range(99))
    shortened = shorten_answer(f"It began in Leeds. {middle} In the end it held.", 400)
    assert shortened.startswith("It began in Leeds. Then came step 0 of many.")
    assert shortened.endswith("Then came step 98 of many. In the end it held.")
