"""Ads that are written in capitals."""

import pytest

from interview_cli.requirements.ad_capitals import calm_capitals
from interview_cli.requirements.extract import find_duties, find_requirements

AD = """HGV FITTER WANTED FOR A BUSY YARD.
DUTIES
SERVICE AND REPAIR TRAILERS
CUT AND WELD BRACKETS
REQUIREMENTS
TIG WELDING
FLUENT ENGLISH AND COSHH AWARENESS
"""


def test_capitals_become_sentences() -> None:
    assert calm_capitals(AD).splitlines() == [
        "HGV fitter wanted for a busy yard.",
        "Duties",
        "Service and repair trailers",
        "Cut and weld brackets",
        "Requirements",
        "TIG welding",
        "Fluent English and COSHH awareness",
    ]


def test_headings_in_an_ad_in_capitals_are_read() -> None:
    assert find_duties(AD) == ["Service and repair trailers", "Cut and weld brackets"]
    assert "TIG welding" in [requirement.text for requirement in find_requirements(AD)]


@pytest.mark.parametrize(
    "ad", ["REQUIREMENTS", "DUTIES\nYou will service and repair trailers for a busy yard."]
)
def test_capitals_among_others_stay(ad: str) -> None:
    assert calm_capitals(ad) == ad
