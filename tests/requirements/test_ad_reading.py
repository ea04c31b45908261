"""What an ad asks for, found anew or as it was found before."""

from collections.abc import Iterator

import pytest

from interview_cli.requirements import ad_reading, duties, extract
from interview_cli.requirements.ad_reading import AdReading, keep_reading, read_ad
from interview_cli.requirements.requirement import Requirement

FEW_DUTIES = "# Rider\nYou carry parcels through the town all day.\n## You have\n- A full licence\n"
AD = """# Electrician
## Your tasks
- Replace worn cables
- Test fire alarms
- Train two apprentices
## You need
- Experience with fire alarms
- A driving licence
"""
OTHER = AdReading((Requirement("A cook", "cook", is_must=False),), ("Cook soup",), ("cooking",))


@pytest.fixture(autouse=True)
def _forget_readings() -> Iterator[None]:
    yield
    ad_reading._kept.clear()


def test_a_reading_has_what_the_readers_of_ads_find() -> None:
    found = read_ad(AD)
    assert list(found.requirements) == extract.find_requirements(AD)
    assert list(found.work_lines) == extract.find_duties(AD)
    assert found.duty_phrases == duties.find_duty_phrases(AD)


def test_of_an_ad_with_few_tasks_the_lines_on_the_work_are_read() -> None:
    assert list(read_ad(FEW_DUTIES).work_lines) == extract.find_lines_on_work(FEW_DUTIES)


def test_a_kept_reading_answers_for_its_ad_alone() -> None:
    before = read_ad(FEW_DUTIES)
    keep_reading(AD, OTHER)
    assert read_ad(AD) == OTHER
    assert read_ad(FEW_DUTIES) == before


def test_the_latest_readings_are_kept() -> None:
    for number in range(20):
        keep_reading(f"{AD}{number}", OTHER)
    assert read_ad(f"{AD}19") == OTHER
    assert read_ad(f"{AD}0") != OTHER
