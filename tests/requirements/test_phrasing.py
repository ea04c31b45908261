"""Requirements, phrased to follow "the job asks for"."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from interview_cli.requirements.phrasing import phrase_requirement
from tests.cases import each


@each(
    ("text", "expected"),
    [
        ("Hands-on experience of standard costing", "hands-on experience of standard costing"),
        ("Must have experience with Netsuite", "experience with NetSuite"),
        (".NET", "experience with .NET"),
        ("C#", "C#"),
        ("Minimum of 5 years of industrial maintenance", "experience of industrial maintenance"),
        ("at least two years' experience in a busy kitchen", "experience in a busy kitchen"),
        ("3+ years as store manager", "experience as store manager"),
        ("2-5 yrs exp in a school", "experience in a school"),
        ("Charge nurse experience", "charge nurse experience"),
        ("Knowledge of Linux operating systems", "knowledge of Linux operating systems"),
        ("Strong knowledge of IFRS / UK GAAP", "strong knowledge of IFRS or UK GAAP"),
        ("Good knife skills & tact", "good knife skills and tact"),
        ("Excellent communication", "excellent communication skills"),
        ("Knowledge of methods, sauces", "knowledge of methods and sauces"),
        ("Python and PostgreSQL", "experience with Python and PostgreSQL"),
        ("powerpoint", "experience with PowerPoint"),
        ("Advanced Excel (pivot, lookups)", "advanced Excel skills"),
        ("Hands-on SAP", "hands-on experience with SAP"),
        ("PRINCE2, PMP or similar", "experience with PRINCE2 or PMP"),
        ("Power BI or a similar tool", "experience with Power BI or a similar tool"),
        ("Event-driven systems (we use Kafka)", "experience with event-driven systems"),
        ("Good German and English", "good German and English"),
        ("Able to read schematics", "the ability to read schematics"),
        ("You manage your own diary", "people who manage their own diary"),
        ("Write cleanly and fast", "the ability to write cleanly and fast"),
        ("Work with volunteers", "the ability to work with volunteers"),
        ("You've managed freelancers", "experience of managing freelancers"),
        ("You have run services you built", "experience of running services you built"),
        ("Managing a Quality Service", "experience of managing a quality service"),
        ("Use of assessment data", "experience of using assessment data"),
        ("Programming - You can write clear code", "the ability to write clear code"),
        ("Testing of switchboards", "testing of switchboards"),
        ("Calm under pressure", "somebody who is calm under pressure"),
        ("stays calm in a full service", "somebody who stays calm in a full service"),
        ("You enjoy making things", "people who enjoy making things"),
        ("Confident with numbers – they don't scare you", "confidence with numbers"),
        ("Proficient in Excel", "proficiency in Excel"),
        ("Reliable, a good sense of humour", "somebody who is reliable"),
        ("A keen eye for detail.", "a keen eye for detail"),
        ("Good listener", "a good listener"),
        ("Classroom Management", "classroom management"),
        ("BlackLine", "experience with BlackLine"),
        ("Hairdressing: 2 years (required)", "hairdressing experience"),
        ("6 months warehouse experience", "warehouse experience"),
        ("One year of care experience within the last three years", "care experience"),
    ],
)
def test_a_requirement_follows_the_job_asks_for(text: str, expected: str) -> None:
    assert phrase_requirement(text) == expected


@each(
    ("text", "expected"),
    [
        ("Driving licence (category B)", "a driving licence"),
        (
            "A valid Registered Nurse license issued by the Board",
            "a valid Registered Nurse license",
        ),
        ("Degree or equivalent", "a degree"),
        ("NVQ Level 3 in Plumbing", "an NVQ Level 3 in Plumbing"),
        ("HGV licence", "an HGV licence"),
        ("Current HRW licence class LF", "a current class LF HRW licence"),
        ("Qualified CA / CMA / ACCA", "a CA, CMA or ACCA qualification"),
        ("CIMA qualified, or a finalist", "a CIMA qualification"),
        ("CIPD Level 5 or equivalent", "a CIPD Level 5 qualification"),
        ("ADR an advantage", "an ADR certificate"),
        ("18th Edition", "an 18th Edition certificate"),
        ("Must hold a current SIA card", "a current SIA card"),
        ("BLS certification required", "BLS certification"),
        ("Gas Safe registered with ACS", "Gas Safe registration"),
        ("First Aid trained", "a first aid certificate"),
        ("Qualified Teacher Status (QTS)", "Qualified Teacher Status"),
        ("Degree in biology, chemistry, or similar", "a degree in biology or chemistry"),
        ("RIBO licence", "a RIBO licence"),
        ("NATE certificate", "a NATE certificate"),
        ("NPORS card", "an NPORS card"),
        ("Professional qualification CIPS level 4", "a CIPS level 4 qualification"),
        ("CURRENT FORKLIFT LICENCE (sit-down) - bring it", "a current forklift licence"),
        (
            "Bachelor's degree in art, design or a related field",
            "a bachelor's degree in art or design",
        ),
        (
            "Registration with College of Teachers of Ontario",
            "registration with the College of Teachers of Ontario",
        ),
    ],
)
def test_a_paper_is_named_with_its_article(text: str, expected: str) -> None:
    assert phrase_requirement(text, is_paper=True) == expected


@each(
    "text",
    [
        "",
        "Experience",
        "Technical skills",
        "You share our values",
        "We're a team of twelve",
        "The work is outdoors",
        "This vacancy is using Success Profiles",
        "Feedback will only be provided after the interview",
        "Other duties as assigned by management",
        "Immediate joiners",
        "Willing to work outdoors in all weathers",
        "no visible tattoos",
        "28 days of holiday",
        "A covering letter",
        "Graduation/ Post Graduation in any discipline",
        "Einstufung nach KV",
        "Know SEO beyond “put keywords in”",
        "Knowledge of | tables",
        "can explain why",
        "knowledge of " + "very " * 15 + "old cars",
    ],
)
def test_what_makes_no_phrase_is_given_up(text: str) -> None:
    assert phrase_requirement(text) is None


@example("1b)(")
@given(st.text(st.sampled_from("abe CN-*#.:;,(1)/'&\t•")))
def test_a_phrase_is_short_and_has_no_marks(text: str) -> None:
    phrase = phrase_requirement(text)
    assert phrase is None or (
        0 < len(phrase.split()) <= 14 and not re.search(r"[*•|()]|(?<![A-Z])#", phrase)
    )


@each(
    ("text", "expected"),
    [
        ("Registered with the NMC", "registration with the NMC"),
        ("Possession of a valid Class C licence", "a valid Class C licence"),
        ("Must be in possession of an SIA licence", "an SIA licence"),
        ("GPhC registered pharmacy technician", "GPhC registration"),
        ("SIA licensed", "an SIA licence"),
        ("qualified solicitor in England", "a qualification as a solicitor in England"),
        ("HGV Class 1", "an HGV Class 1 licence"),
        ("LLB or CILEX", "an LLB or CILEX"),
        ("Must hold or be willing to obtain a PCV licence", "a PCV licence"),
        ("Held a licence for two years", None),
    ],
)
def test_a_paper_is_named_by_a_noun(text: str, expected: str | None) -> None:
    assert phrase_requirement(text, is_paper=True) == expected
