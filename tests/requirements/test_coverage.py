"""What the job asks for, what the CV claims, and what an answer proved."""

import pytest

from interview_cli.coach.offline.improvements import improvements
from interview_cli.requirements.coverage import Mapped, Told, map_requirements
from interview_cli.requirements.cv_sections import section_for
from tests.conftest import CV, JOB

NURSE_CALL = "In 2022 I fitted nurse call systems on two wards and had them certified in a week."
PANELS = "I mended 14 fire alarm panels at Park School in 2023 and false alarms fell to none."


def mapped(*told: Told, cv: str = CV, job: str = JOB) -> dict[str, Mapped]:
    return {one.requirement.topic: one for one in map_requirements(job, cv, told)}


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
def test_the_state_of_a_requirement(topic: str, answers: list[str], status: str) -> None:
    told = [Told(number, "behaviour", "x", text) for number, text in enumerate(answers, start=1)]
    assert mapped(*told)[topic].status == status


def test_a_proof_is_a_sentence_of_an_answer() -> None:
    one = mapped(
        Told(1, "opener", "x", "I like it here."), Told(2, "gap", "x", f"{PANELS} {NURSE_CALL}")
    )
    found = one["nurse call systems"]
    assert (found.number, found.quote, found.line) == (2, NURSE_CALL, None)
    assert one["fire alarms"].line == "Installed fire alarms in 14 schools for Brook & Sons, Leeds"


def test_must_haves_come_first() -> None:
    assert [one.requirement.must for one in mapped().values()] == [True] * 4 + [False]


class TestImprovements:
    def made(self, *told: Told, cv: str = CV) -> list[str]:
        return improvements(map_requirements(JOB, cv, told), cv)

    def test_what_was_proved_and_the_cv_does_not_say_comes_first(self) -> None:
        first = self.made(Told(3, "gap", "x", NURSE_CALL))[0]
        assert first.startswith("You proved “nurse call systems” in answer 3; your CV does not say")
        assert "under “Experience”" in first
        assert f"“{NURSE_CALL}”" in first

    def test_a_figure_is_taken_from_an_answer_and_never_made_up(self) -> None:
        told = "I trained two apprentices, who fitted 40 panels in their first year."
        made = self.made(Told(1, "requirement", "Training of apprentices", told))
        (line,) = [one for one in made if "Trained two apprentices" in one] or [""]
        assert line == "" or "how many" in line or told in line
        bare = [one for one in made if "gives no figure" in one]
        assert any("Tested and certified switchboards" in one and "how many" in one for one in bare)

    def test_what_is_missing_is_asked_for_not_supposed(self) -> None:
        (missing,) = [one for one in self.made() if "nurse call systems" in one]
        assert "If it is true of you" in missing
        assert "leave it out" in missing

    def test_six_at_most_and_musts_first(self) -> None:
        job = "Must have:\n" + "\n".join(f"- Experience with {x} lathes" for x in "PQRSTUV")
        job += "\nNice to have:\n- Experience with fire alarms\n"
        made = improvements(map_requirements(job, CV, []), CV)
        assert 0 < len(made) <= 6
        assert "lathes" in made[0]


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
    assert section_for(kind, cv) == heading
