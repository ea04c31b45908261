"""Which words of a job ad name papers that it demands."""

from itertools import pairwise

import pytest

from benchmarks import paper_marks as fit
from interview_cli.requirements.paper_marks import find_marked_papers, is_demanded
from interview_cli.requirements.requirement import Requirement

WANTED = "# Fitter\n\n## What you need\n- {}\n- Two years in a busy workshop\n- A calm manner\n"
NICE = "# Fitter\n\n## Nice to have\n- {}\n"


def need(name: str, *, is_stressed: bool = False) -> Requirement:
    return Requirement(name, name, is_must=True, is_stressed=is_stressed)


@pytest.mark.parametrize(
    "paper",
    [
        "CSCS card",
        "NVQ Level 3 in Electrical Installation",
        "Current NMC registration",
        "RN licence",
        "Bachelor's degree in civil engineering",
        "PRINCE2 Practitioner",
    ],
)
def test_a_paper_that_is_wanted_is_demanded_and_one_that_is_nice_is_not(paper: str) -> None:
    assert is_demanded(need(paper), WANTED.format(paper))
    assert not is_demanded(need(paper), NICE.format(paper))


@pytest.mark.parametrize(
    "line",
    [
        "Two years in a busy kitchen",
        "Experience of training apprentices",
        "You will check the tickets of guests at the door",
    ],
)
def test_what_is_no_paper_is_not_demanded(line: str) -> None:
    assert not is_demanded(need(line), WANTED.format(line))


def test_what_is_stressed_need_only_be_a_paper() -> None:
    ad = NICE.format("An asbestos licence is needed")
    assert not is_demanded(need("asbestos licence"), ad)
    assert is_demanded(need("asbestos licence", is_stressed=True), ad)


def test_a_paper_that_the_ad_does_not_name_is_not_demanded() -> None:
    assert not is_demanded(need("Gas Safe registration"), WANTED.format("CSCS card"))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Full UK driving licence (essential)", "Full UK driving licence"),
        ("Valid SIA licence, and own boots", "Valid SIA licence"),
        (
            "Registration with the HCPC is a must, and so is a calm head.",
            "Registration with the HCPC",
        ),
    ],
)
def test_a_name_ends_where_the_paper_does(line: str, name: str) -> None:
    papers = find_marked_papers(WANTED.format(line))
    assert name in [paper.name for paper in papers]


def test_names_stand_in_the_order_of_the_ad_and_do_not_overlap() -> None:
    line = "You must hold a CSCS card, a full driving licence and a first aid certificate."
    papers = find_marked_papers(f"# Fitter\n\n{line}\n")
    assert len(papers) > 1
    assert all(one.end < two.start for one, two in pairwise(papers))


def test_an_empty_ad_names_none() -> None:
    assert find_marked_papers("") == ()


@pytest.mark.slow
def test_the_weights_are_those_that_the_marks_of_readers_give() -> None:
    assert fit.FILE.read_text("utf-8") == fit.format_weights(fit.collect())
