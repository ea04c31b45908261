"""Which requirements a CV claims, and which an answer proved."""

import pytest

from interview_cli.requirements.coverage import GivenAnswer, MappedRequirement, map_requirements
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


TOOLS = """# Platform engineer
## What you need
- Kubernetes in production
- Terraform
- Cold chain logistics
"""


@pytest.mark.parametrize(
    ("topic", "answer"),
    [
        ("Kubernetes in production", "I moved 9 services to Kubernetes, and nobody noticed it."),
        ("Kubernetes in production", "Moved 9 services to Kubernetes in a night, no call came."),
        (
            "Kubernetes in production",
            "The pods die each night. I drain the node, I set limits in Kubernetes, and it holds.",
        ),
        ("Kubernetes in production", "I've been running three Kubernetes clusters since 2021."),
        ("Terraform", "The state had drifted, so I rewrote 300 resources as Terraform modules."),
        ("Terraform", "The old scripts failed twice, so I imported all of it into Terraform."),
        (
            "Cold chain logistics",
            "I checked the cold chain at each dock, because a truck had lost its log before.",
        ),
    ],
)
def test_what_the_speaker_did_with_it_proves_it(topic: str, answer: str) -> None:
    given = GivenAnswer(1, "behaviour", "x", answer)
    assert map_topics(given, cv="Jo\nKubernetes, Terraform", job=TOOLS)[topic].status == "proved"


@pytest.mark.parametrize(
    "answer",
    [
        "I asked a colleague to move it to Kubernetes in production.",
        "I watched while he moved 9 services to Kubernetes.",
        "I wrote the plan, and our contractor moved all of it to Kubernetes in production.",
        "I never touched Kubernetes in production.",
        "I would move 9 services to Kubernetes first.",
        "I want to learn Kubernetes.",
        "Our team runs Kubernetes in production.",
    ],
)
def test_what_others_did_or_what_was_not_done_proves_nothing(answer: str) -> None:
    given = GivenAnswer(1, "behaviour", "x", answer)
    mapped = map_topics(given, cv="Jo\nKubernetes, Terraform", job=TOOLS)
    assert mapped["Kubernetes in production"].status == "claimed"


def test_the_first_word_of_a_requirement_is_no_name() -> None:
    given = GivenAnswer(1, "behaviour", "x", "I let him watch ten tests and held the probes.")
    assert map_topics(given)["Testing and certification of switchboards"].status == "claimed"


def test_an_action_that_names_nothing_of_the_requirement_proves_nothing() -> None:
    story = "I rewired the hall in 2 days. Complaints fell from 9 to 2."
    asked = GivenAnswer(1, "requirement", "nurse call systems", story)
    assert map_topics(asked)["nurse call systems"].status == "missing"


def test_no_story_proves_a_paper() -> None:
    story = "I got my driving licence in May and drove a van with 40 panels to Leeds."
    asked = GivenAnswer(1, "requirement", "Driving licence", story)
    (mapped,) = map_requirements("Requirements:\n- Driving licence\n", "", [asked])
    assert mapped.status == "missing"


def test_a_proof_is_a_sentence_of_an_answer() -> None:
    opener = GivenAnswer(1, "opener", "x", "I like it here.")
    topics = map_topics(opener, GivenAnswer(2, "gap", "x", f"{PANELS} {NURSE_CALL}"))
    mapped = topics["nurse call systems"]
    assert (mapped.number, mapped.quote, mapped.line) == (2, NURSE_CALL, None)
    line = topics["fire alarms"].line
    assert line == "Installed fire alarms in 14 schools for Brook & Sons, Leeds"


def test_must_haves_come_first() -> None:
    assert [mapped.requirement.is_must for mapped in map_topics().values()] == [True] * 4 + [False]
