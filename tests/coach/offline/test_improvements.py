"""Suggestions for a CV: what is suggested, in what order, and for which lines."""

from dataclasses import replace

import pytest

from interview_cli.coach.offline.improvements import suggest_improvements
from interview_cli.requirements.ad_topics import extract_topic
from interview_cli.requirements.coverage import map_requirements
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.mapped_requirement import MappedRequirement
from interview_cli.requirements.requirement import Requirement
from tests.conftest import CV, JOB
from tests.requirements.test_coverage import NURSE_CALL


class TestImprovements:
    def improve(self, *answers: GivenAnswer, cv: str = CV) -> list[str]:
        return suggest_improvements(map_requirements(JOB, cv, answers), cv)

    def test_what_was_proved_and_the_cv_does_not_say_comes_first(self) -> None:
        first = self.improve(GivenAnswer(3, "gap", "x", NURSE_CALL))[0]
        assert first.startswith("You showed “Experience with nurse call systems” in answer 3, and")
        assert f"“{NURSE_CALL}”" in first

    def test_a_figure_is_taken_from_an_answer_and_never_made_up(self) -> None:
        answer = "I trained two apprentices, who fitted 40 panels in their first year."
        texts = self.improve(GivenAnswer(1, "requirement", "Training of apprentices", answer))
        (line,) = [text for text in texts if "Trained two apprentices" in text] or [""]
        assert line == "" or "how many" in line or answer in line
        without_figure = [text for text in texts if "gives no figure" in text]
        (switchboards,) = [text for text in without_figure if "switchboards" in text]
        assert "how many" in switchboards

    def test_a_missing_requirement_is_asked_about(self) -> None:
        (missing,) = [text for text in self.improve() if "nurse call systems" in text]
        assert "name it at the job where it was" in missing
        assert "prepare what you will say" in missing

    def test_six_at_most_and_musts_first(self) -> None:
        job = "Must have:\n" + "\n".join(f"- Experience with {x} lathes" for x in "PQRSTUV")
        job += "\nNice to have:\n- Experience with fire alarms\n"
        texts = suggest_improvements(map_requirements(job, CV, []), CV)
        assert 0 < len(texts) <= 6
        assert "lathes" in texts[0]


def map_one(
    *,
    must: bool = True,
    line: str | None = None,
    quote: str | None = None,
    text: str = "Experience with cranes",
    is_absent: bool = True,
) -> MappedRequirement:
    requirement = Requirement(text, extract_topic(text), is_must=must)
    number = 2 if quote else None
    is_absent = is_absent and line is None
    return MappedRequirement(
        requirement, line, number, quote, is_absent=is_absent, is_untold=quote is None
    )


def test_nothing_is_said_of_what_a_line_comes_near_to() -> None:
    assert suggest_improvements([map_one(is_absent=False)], CV) == []


@pytest.mark.parametrize(
    ("line", "is_absent"),
    [("Supported lifts and moved cranes, 2019 to 2021", False), ("Baked bread and rolls", True)],
)
def test_a_line_with_the_words_comes_near(line: str, *, is_absent: bool) -> None:
    job = "Must have:\n- Safe use of cranes and slings on building sites\n"
    cv = f"Jo Field\n\nExperience\n- {line}\n- Kept the van tidy\n"
    (mapped,) = map_requirements(job, cv, [])
    assert mapped.is_absent == is_absent


FIGURE = "I lifted 40 beams in two days."


@pytest.mark.parametrize(
    ("mapped", "words"),
    [
        (map_one(), "The job asks for “Experience with cranes”"),
        (map_one(must=False, text="A forklift licence"), "a plus to have “A forklift licence”"),
        (map_one(quote=FIGURE), "You showed “Experience with cranes” in answer 2"),
        (map_one(line="Operated tower cranes for local builders"), "how many, how much"),
        (map_one(line="Operated tower cranes for local builders", quote=FIGURE), "add that figure"),
    ],
)
def test_one_suggestion_for_each_requirement(mapped: MappedRequirement, words: str) -> None:
    (suggestion,) = suggest_improvements([mapped], CV)
    assert words in suggestion


@pytest.mark.parametrize(
    "mapped",
    [
        pytest.param(
            map_one(line="Operated 3 tower cranes for local builders"), id="there is a figure"
        ),
        pytest.param(map_one(line="Tower cranes, mobile cranes"), id="not an achievement"),
        pytest.param(map_one(text="Calm and friendly"), id="a trait"),
        pytest.param(map_one(text="A clean criminal record check"), id="a formality"),
    ],
)
def test_nothing_to_improve(mapped: MappedRequirement) -> None:
    assert suggest_improvements([mapped], CV) == []


def test_no_section_is_named_for_what_was_work() -> None:
    (suggestion,) = suggest_improvements([map_one()], "Ann\nTOOLS\nCanva\nWork\nClerk, Hull")
    assert "under “" not in suggestion
    assert "at the job where it was" in suggestion


@pytest.mark.parametrize(
    "line",
    [
        "Brought the deadline forward by a month, so that the peak fell by a third",
        "Halved the waiting list of the clinic",
        "Wrote the weekly rota for the ward",
    ],
)
def test_a_line_that_says_how_much_in_words_lacks_no_figure(line: str) -> None:
    assert suggest_improvements([map_one(line=line)], CV) == []


def test_one_line_is_told_once_that_it_gives_no_figure() -> None:
    line = "Moved e-mail to Celery with RabbitMQ"
    mapped = [map_one(line=line, text=text) for text in ("Experience with RabbitMQ", "Celery")]
    assert len(suggest_improvements(mapped, CV)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "I haven't used Joblogic. I looked at two videos, and it looks like Kerridge.",
        "Joblogic I know from a video. I have never used it.",
        "Joblogic would be new to me, and I would have to learn it.",
    ],
)
def test_what_an_answer_denies_is_never_to_be_written_down(answer: str) -> None:
    job = "# Job\n## What you need\n- Experience of Joblogic\n"
    given = GivenAnswer(1, "gap", "Joblogic", answer, "Have you used Joblogic?")
    mapped = map_requirements(job, "Ann Lee\n\nWork\nClerk, Hull, 2019 to now", [given])
    assert mapped[0].status == "missing"
    assert suggest_improvements(mapped, "Ann Lee") == []


@pytest.mark.parametrize(
    "mapped",
    [
        pytest.param(map_one(must=False), id="a plus"),
        pytest.param(map_one(text="Two years of experience with cranes"), id="years"),
        pytest.param(map_one(text="Full working rights in Australia"), id="a formality"),
        pytest.param(map_one(text="Able to stay calm when it is busy"), id="a temper"),
        pytest.param(
            replace(map_one(is_absent=False), perhaps="Moved beams with a hoist"),
            id="perhaps there",
        ),
    ],
)
def test_nobody_is_told_to_claim_what_is_doubtful(mapped: MappedRequirement) -> None:
    assert suggest_improvements([mapped], CV) == []


def test_results_and_tools_of_answers_are_named_with_their_answers() -> None:
    answers = [
        GivenAnswer(1, "behaviour", "", "I changed it, and faults went from 40 a week to 3."),
        GivenAnswer(2, "behaviour", "", "I wrote the home page in Compass myself."),
    ]
    cv = "Ann Lee\n\nWork\nTeacher, Hull, 2019 to now"
    result, tool = suggest_improvements([], cv, answers, ["Report through Compass"], 2026)
    assert result.startswith("You told us in answer 1: “I changed it, and faults went from 40")
    assert tool.startswith("The ad names “Compass” (answer 2)")


def test_the_same_suggestion_is_made_once() -> None:
    assert len(suggest_improvements([map_one(), map_one()], CV)) == 1


@pytest.mark.parametrize(
    ("cv", "place"),
    [
        (CV, "on a line near the top"),
        (
            "Leo\nExperience\nChef, Castle Inn\nCertificates\nFirst aid, 2021",
            "under “Certificates”",
        ),
    ],
)
def test_a_paper_has_its_own_place(cv: str, place: str) -> None:
    missing = map_one(text="A full driving licence")
    (suggestion,) = suggest_improvements([missing], cv)
    assert place in suggestion
    assert "Education" not in suggestion
    assert "where you did it" not in suggestion


def test_nobody_is_told_to_write_down_team_spirit() -> None:
    assert suggest_improvements([map_one(text="Team spirit")], CV) == []


def test_what_answers_speak_of_is_named_once_and_what_they_deny_is_not() -> None:
    job = "# Job\n## What you need\n- Typing with BigHand\n- Reports in SAP\n- Cards in Trello\n"
    answers = [
        GivenAnswer(1, "behaviour", "", "All the recordings land with me in BigHand."),
        GivenAnswer(2, "behaviour", "", "I keep the cards in Trello, and I move them at noon."),
        GivenAnswer(3, "behaviour", "", "I have never used SAP."),
    ]
    (text,) = suggest_improvements(map_requirements(job, "", answers), "")
    assert text.startswith("You speak of “Typing with BigHand” (answer 1) and “Cards in Trello”")
    assert "SAP" not in text
