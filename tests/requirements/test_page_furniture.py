"""What a job board puts around an ad that was copied from its page."""

import pytest

from interview_cli.requirements.extract import find_duties, find_requirements
from interview_cli.requirements.page_furniture import remove_page_furniture

PAGE = """Home > Jobs > IT > Leeds > Helpdesk Technician

Helpdesk Technician
Wharfe Learning Trust · Otley, Leeds
£24,790 - £26,409 a year
Full-time, Permanent · 37 hours
♡ Save job    ⚑ Report job    Posted 3 days ago · 64 applicants

What you'll do
- Answer calls and tickets on our helpdesk
- Share
Apply now

What you need
- Experience of supporting users by phone
- A driving licence
Show more
Report this job

Similar jobs
Data Manager
Brightwater Homes | Bristol
£31,000

Cookie settings · Privacy · © 2025 Jobsite
"""


def test_what_stands_around_an_ad_is_neither_a_requirement_nor_a_task() -> None:
    texts = [requirement.text for requirement in find_requirements(PAGE)]
    assert texts == ["A driving licence", "Experience of supporting users by phone"]
    assert find_duties(PAGE) == ["Answer calls and tickets on our helpdesk"]


def test_a_word_of_a_page_is_left_out_only_beside_others() -> None:
    assert remove_page_furniture(["Menu", "Search jobs", "Video", "Welding"]) == ["Welding"]
    assert remove_page_furniture(["Welding", "Video", "Excel"]) == ["Welding", "Video", "Excel"]


def test_the_rest_of_a_sentence_stays() -> None:
    sentence = ["You may work on site or", "remote"]
    assert remove_page_furniture(sentence) == sentence


@pytest.mark.parametrize("place", [0, 1])
def test_a_link_to_other_jobs_above_an_ad_does_not_end_it(place: int) -> None:
    ad = ["Welder", "We repair trams in the north.", "You need a licence."]
    assert remove_page_furniture([*ad[:place], "Similar jobs", *ad[place:]]) == ad
