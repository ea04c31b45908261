"""Which requirements a CV claims, and which an answer proved."""

import pytest

from interview_cli.coach.offline.improvements import suggest_improvements
from interview_cli.requirements.coverage import GivenAnswer, MappedRequirement, map_requirements
from interview_cli.requirements.cv_sections import find_section_heading
from tests.conftest import CV, JOB

NURSE_CALL = "In 2022 I fitted nurse call systems on two wards and had them certified in a week."
PANELS = "I mended 14 fire alarm panels at Park School in 2023 and false alarms fell to none."


def map_topics(*answers: GivenAnswer, cv: str = CV, job: str = JOB) -> dict[str, MappedRequirement]:
    return {mapped.requirement.topic: mapped for mapped in map_requirements(job, cv, answers)}


@pytest.mark.parametrize(
    ("topic", "answers", "status"),
    [
        ("fire alarms", [], "claimed"),
        ("fire alarms", [PANELS], "proved"),
        ("nurse call systems", [], "missing"),
        ("nurse call systems", [PANELS], "missing"),
        ("nurse call systems", [PANELS, NURSE_CALL], "proved"),
        ("nurse call systems", ["I have never met nurse call systems in my work."], "missing"),
        ("nurse call systems", ["We fitted nurse call systems on two wards."], "missing"),
        ("nurse call systems", ["I want to learn how nurse call systems are fitted."], "missing"),
        ("solar panels", [PANELS], "missing"),
    ],
)
def test_the_status_of_a_requirement(topic: str, answers: list[str], status: str) -> None:
    given = [
        GivenAnswer(number, "behaviour", "x", text) for number, text in enumerate(answers, start=1)
    ]
    assert map_topics(*given)[topic].status == status


def test_any_action_proves_the_requirement_that_was_asked_about() -> None:
    story = "I rewired the hall in 2 days. Complaints fell from 9 to 2."
    asked = GivenAnswer(1, "requirement", "nurse call systems", story)
    assert map_topics(asked)["nurse call systems"].quote == "I rewired the hall in 2 days."
    other = GivenAnswer(1, "requirement", "fire alarms", story)
    assert map_topics(other)["nurse call systems"].status == "missing"


def test_a_proof_is_a_sentence_of_an_answer() -> None:
    opener = GivenAnswer(1, "opener", "x", "I like it here.")
    topics = map_topics(opener, GivenAnswer(2, "gap", "x", f"{PANELS} {NURSE_CALL}"))
    mapped = topics["nurse call systems"]
    assert (mapped.number, mapped.quote, mapped.line) == (2, NURSE_CALL, None)
    line = topics["fire alarms"].line
    assert line == "Installed fire alarms in 14 schools for Brook & Sons, Leeds"


def test_must_haves_come_first() -> None:
    assert [mapped.requirement.is_must for mapped in map_topics().values()] == [True] * 4 + [False]


class TestImprovements:
    def improve(self, *answers: GivenAnswer, cv: str = CV) -> list[str]:
        return suggest_improvements(map_requirements(JOB, cv, answers), cv)

    def test_what_was_proved_and_the_cv_does_not_say_comes_first(self) -> None:
        first = self.improve(GivenAnswer(3, "gap", "x", NURSE_CALL))[0]
        assert first.startswith("You proved “nurse call systems” in answer 3; your CV does not say")
        assert "under “Experience”" in first
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
        assert "If it is true of you" in missing
        assert "leave it out" in missing

    def test_six_at_most_and_musts_first(self) -> None:
        job = "Must have:\n" + "\n".join(f"- Experience with {x} lathes" for x in "PQRSTUV")
        job += "\nNice to have:\n- Experience with fire alarms\n"
        texts = suggest_improvements(map_requirements(job, CV, []), CV)
        assert 0 < len(texts) <= 6
        assert "lathes" in texts[0]


@pytest.mark.parametrize(
    ("cv", "kind", "heading"),
    [
        (CV, "experience", "Experience"),
        (CV, "training", None),
        ("## Work history\n- x", "experience", "Work history"),
        ("EDUCATION AND TRAINING\n2020 x", "training", "EDUCATION AND TRAINING"),
        ("Key skills:\nx", "skills", "Key skills"),
        ("I have experience with boilers.", "experience", None),
    ],
)
def test_a_section_by_its_heading(cv: str, kind: str, heading: str | None) -> None:
    assert find_section_heading(kind, cv) == heading
