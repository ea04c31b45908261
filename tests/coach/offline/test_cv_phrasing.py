"""Lines of a CV, reworded to fit into a question."""

import pytest

from interview_cli.coach.offline.cv_phrasing import reword_achievement
from tests.cases import each


@each(
    ("line", "expected"),
    [
        ("Installed fire alarms in 14 schools", "installed fire alarms in 14 schools"),
        ("I ran fish and then sauce in my kitchen", "ran fish and then sauce in your kitchen"),
        ("Led a team that trusted me with keys", "led a team that trusted you with keys"),
        ("Registered nurse on the adult part of the register", None),
        ("Licensed electrician seeking a steady position", None),
        ("Give oral, IV and controlled drugs", "give oral, IV and controlled drugs"),
        ("I worked for this employer for 4 years while in college also", None),
        (
            "Worked with Lee to create PlanIt, a tool which learns from user feedback",
            "worked with Lee to create PlanIt, a tool which learns from user feedback",
        ),
        ("Responsible for the rota of 12 staff", "have been responsible for the rota of 12 staff"),
        ("I was in charge of the bar at weekends", "were in charge of the bar at weekends"),
        ("Was the sole cook on nights", "were the sole cook on nights"),
        ("Mentor for two interns", "have been a mentor for two interns"),
        ("I also closed the Eastmoor store in 2017", "closed the Eastmoor store in 2017"),
        ("I have taken complaints at every level", "have taken complaints at every level"),
        ("In the laboratory I set up the workflow", "set up the workflow"),
        ("For two years I ran the bar when I was alone", "ran the bar when you were alone"),
        ("Taught all subjects to classes I and II", "taught all subjects to classes I and II"),
        ("Promoted to shift leader in 2021", None),
        ("Thanked by name in two letters from families", None),
        ("Cut it from nine working days to six", None),
        ("Kept a list that they still use", None),
        ("Did rotas, banking, etc", None),
        ("Trained 9 colleagues for using of ERP", None),
        ("train of new drivers for the crane", None),
        ("Maintained a high hygeine standard in the bar", None),
        ("envelope Ran the bar at weekends", None),
        ("(cid:127) Ran the bar at weekends", None),
        ("Installed fire alarms in schools for", None),
        ("Languages: English, German, French and Dutch", None),
        ("Led it", None),
    ],
)
def test_a_line_of_a_cv_follows_you(line: str, expected: str | None) -> None:
    assert reword_achievement(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Planned my shifts myself for two years", "planned your shifts yourself for two years"),
        ("Showed that I've learned to weld", "showed that you have learned to weld"),
        ("Rewired a school in Leeds; trained two apprentices", "rewired a school in Leeds"),
        (
            "Fitted a van with racks, lamps and drawers, 3 crews use it now",
            "fitted a van with racks, lamps and drawers",
        ),
        ("Worked with Dr. Hall in his laboratory", "worked with Dr. Hall in his laboratory"),
        (
            "Rewired three old schools in Leeds for the council, which had been shut for years"
            " because of damp in winter",
            "rewired three old schools in Leeds for the council, which had been shut for years",
        ),
        (
            "Rewired three old schools near the river north of the old mill outside the city walls"
            " of York near Leeds",
            None,
        ),
        (
            "Rewired schools in Leeds, and trained two apprentices",
            "rewired schools in Leeds, and trained two apprentices",
        ),
        ("REWIRED A SCHOOL IN LEEDS", None),
    ],
)
def test_a_line_of_a_cv_is_turned_to_the_reader(line: str, expected: str | None) -> None:
    assert reword_achievement(line) == expected


@each(
    ("line", "is_current", "expected"),
    [
        ("Manage a team of five", True, "manage a team of five"),
        ("Manage a team of five", False, "managed a team of five"),
        ("Manages a team of five", True, "manage a team of five"),
        ("Supporting residents with meals", True, "support residents with meals"),
        ("Supporting residents with meals", False, "supported residents with meals"),
        ("Planning and teaching six classes", False, "planned and taught six classes"),
        (
            "Assisting residents with washing, dressing and toileting",
            False,
            "assisted residents with washing, dressing and toileting",
        ),
        ("Install bathrooms, fix leaks and replace boilers", False, None),
        ("Responsible for the rota of 12 staff", True, "are responsible for the rota of 12 staff"),
        (
            "Responsible for the rota of 12 staff",
            False,
            "were responsible for the rota of 12 staff",
        ),
        ("I write the reports for the area", False, "write the reports for the area"),
        ("Floated to ICU since Jan 2022", True, "have floated to ICU since January 2022"),
    ],
)
def test_the_tense_is_that_of_the_job(line: str, expected: str | None, *, is_current: bool) -> None:
    assert reword_achievement(line, is_current=is_current) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Started a running club, 60 members, spend £900", "started a running club"),
        ("Drew a schema for rotas, used today by all", "drew a schema for rotas"),
        ("Helped clients, cut keys, ran the till", "helped clients, cut keys and ran the till"),
        ("Wrote the guide (about 90 pages) for 1st years", "wrote the guide for 1st years"),
        (
            "Led clearing of items & tests w/ ~40 clerks",
            "led clearing of items and tests with about 40 clerks",
        ),
    ],
)
def test_notes_are_said_as_sentences(line: str, expected: str | None) -> None:
    assert reword_achievement(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Wrote plans for Department for Education",
            "wrote plans for the Department for Education",
        ),
        ("Served on ships in Royal Navy", "served on ships in the Royal Navy"),
        ("Ran two wards for NHS Scotland", "ran two wards for NHS Scotland"),
        ("Found a fault in I2C driver", "found a fault in the I2C driver"),
        ("Increased upsell revenue 25%", "increased upsell revenue by 25%"),
        ("Ran own business with two vans", "ran your own business with two vans"),
    ],
)
def test_small_words_are_added(line: str, expected: str) -> None:
    assert reword_achievement(line) == expected
