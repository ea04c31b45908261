"""The degree that an ad asks for, and the degrees that a CV names."""

from interview_cli.requirements.degree_demands import (
    find_degree_demand,
    has_degree_for_diploma,
    has_lower_class,
    read_degrees,
)
from tests.cases import each

RELATED = "Bachelor's degree in Computer Science or a related field"
SCIENCES = "B.Pharm or B.Sc. compulsory"
ANY = "Graduation is MANDATORY in any stream, no pursuing"


@each(
    ("asked", "line", "state"),
    [
        (RELATED, "B.A. Music Therapy, 2016", "other_subject"),
        (RELATED, "BSc Information Technology, 2016", "held"),
        (RELATED, "BSc, Leeds, 2016", "held"),
        (RELATED, "BA Music, 2010; MSc Data Science, 2014", "held"),
        (SCIENCES, "B.Com, 2022", "other_subject"),
        (SCIENCES, "B.Sc (PCM), 2019", "held"),
        (SCIENCES, "D.Pharm, 2022", "lower"),
        (ANY, "B.Com, VIth sem exam given in May, result awaited", "to_come"),
        (ANY, "B.Com, 2020, 62%", "held"),
        ("Bachelor's degree", "27 credits toward a B.A. in English, not completed", "to_come"),
        ("Bachelor's degree", "BSc Chemistry, expected June 2026", "to_come"),
        ("Bachelor's degree", "BSc Maths, 2 of 3 years", "to_come"),
        ("Bachelor's degree", "BSc Maths, 2018 (delay of one year after a strike)", "held"),
        ("Bachelor's degree", "BSc Maths, programme of four years, 2018", "held"),
        ("Bachelor's degree", "BA Events, did two years of three, left 2020", "to_come"),
        ("Bachelor's degree", "BA Events, most of the units", "to_come"),
        ("Bachelor's degree in nursing", "BSN, 2012", "held"),
        ("Master's degree", "BA Geography, 2014", "lower"),
        ("Master's degree", "MA Geography, 2014", "held"),
        (
            "A degree in GIS, surveying, geography or similar",
            "Master of Geospatial Science",
            "held",
        ),
        ("A degree in law", "LLB, Leeds, 2015", "held"),
        ("Degree or diploma in business or computing", "B.Sc. Computer Science, 2014", "held"),
        ("Degree or diploma in business", "Diploma in Business Administration, 2014", "held"),
        ("Any Graduate, PG: MBA/PGDM in HR", "B.Com, 2022, 64.50", "held"),
        ("Any Graduate / MBA-HR", "MBA (HR & Marketing), 2024", "held"),
        ("MBA/PGDM in HR", "MBA (HR & Marketing), 2024", "held"),
    ],
)
def test_a_degree_is_read_with_its_subject_and_its_end(asked: str, line: str, state: str) -> None:
    wanted = find_degree_demand(asked)
    assert wanted
    assert read_degrees(wanted, f"Ann Smith\n\nEducation\n{line}\n") == state


@each(
    "text",
    [
        "Bachelor's degree or 4 additional years of experience in lieu of degree",
        "Degree or HND in engineering",
        "Bachelor's degree, or RN/PT license",
        "A degree, or working towards one",
        "A high degree of care",
        "BA/BS or whatever you did instead",
        "A degree, or something just as good instead",
    ],
)
def test_what_can_be_met_without_a_degree_demands_none(text: str) -> None:
    assert find_degree_demand(text) is None


@each(
    ("asked", "name"),
    [
        (RELATED, "a bachelor's degree in computer science"),
        (
            "BACHELOR DEGREE IN ELECTRICAL ENGINEERING",
            "a bachelor's degree in electrical engineering",
        ),
        (SCIENCES, "a B.Pharm or B.Sc"),
        (ANY, "a completed degree"),
        ("Master's degree", "a master's degree"),
    ],
)
def test_a_degree_has_a_name_that_can_be_said(asked: str, name: str) -> None:
    wanted = find_degree_demand(asked)
    assert wanted
    assert wanted.name == name


@each(
    ("degree", "is_lower"), [("LLB (2:2)", True), ("LLB (2:1)", False), ("LLB, first class", False)]
)
def test_the_class_of_a_degree_counts(degree: str, is_lower: bool) -> None:
    cv = f"Ann\n\nEducation\n{degree}, Hull, 2019\n"
    assert has_lower_class("A 2:1 degree in law", cv) == is_lower


@each(
    "line", ["Certificate in Business, 2014", "Studying towards a diploma in business", "A levels"]
)
def test_nothing_tells_that_a_diploma_is_lacking(line: str) -> None:
    wanted = find_degree_demand("Degree or diploma in business")
    assert wanted
    assert read_degrees(wanted, f"Ann Smith\n\nEducation\n{line}\n") is None


@each(
    ("asked", "line", "is_covered"),
    [
        ("Diploma in information technology", "B.Sc. Computer Science, 2014", True),
        ("Diploma in information technology", "B.A. Music, 2014", False),
        ("Diploma in information technology", "B.Sc. Computer Science, in progress", False),
        ("Level 3 Diploma in business", "B.Com, 2014", False),
    ],
)
def test_a_degree_covers_a_diploma_in_its_field(asked: str, line: str, is_covered: bool) -> None:
    cv = f"Ann Smith\n\nEducation\n{line}\n"
    assert has_degree_for_diploma(asked, cv) == is_covered


@each("cv", ["", "\n\n", "Education\n"])
def test_a_cv_without_a_line_has_no_degree(cv: str) -> None:
    demand = find_degree_demand(RELATED)
    assert demand is not None
    assert read_degrees(demand, cv) is None
