"""Which papers of an ad are not there, by the CV or by an answer."""

from interview_cli.requirements.ad_topics import extract_topic
from interview_cli.requirements.given_answers import GivenAnswer
from interview_cli.requirements.paper_gaps import PaperGap, State, find_paper_gap
from interview_cli.requirements.requirement import Requirement
from tests.cases import each

CV = "Ann Smith\n\nExperience\nWorker, Smith & Co, 2019 to now\n- Loaded vans\n\nCertificates\n{}\n"


def find(paper: str, line: str, *answers: tuple[str, str]) -> PaperGap | None:
    topic = extract_topic(paper)
    given = tuple(
        GivenAnswer(number, kind, topic if kind == "gap" else "", text, f"You'd need a {topic}.")
        for number, (kind, text) in enumerate(answers, 1)
    )
    return find_paper_gap(Requirement(paper, topic, is_must=True), CV.format(line), given)


@each(
    ("paper", "line", "state"),
    [
        ("HCPC registration", "Will apply for HCPC registration on completion.", "to_come"),
        ("LBP (Carpentry)", "LBP - haven't applied yet", "none"),
        ("Site Safe passport", "Site Safe passport - lapsed in Feb, booked to renew", "lapsed"),
        ("reach truck certificate", "Reach truck certificate, expired", "lapsed"),
        ("CSCS card", "No CSCS card", "none"),
        ("MC licence", "MC licence test booked for the 22nd", "to_come"),
    ],
)
def test_a_cv_says_that_a_paper_is_not_there(paper: str, line: str, state: State) -> None:
    gap = find(paper, line)
    assert gap is not None
    assert (gap.state, gap.number, gap.dated_in) == (state, None, None)
    assert gap.text in line


@each(
    ("answer", "state", "dated_in"),
    [
        ("No sir. Never needed one hauling milk.", "none", None),
        ("No it's expired, sorry. I know the stuff though.", "lapsed", None),
        ("It ran out in February. I'm booked on the refresher on the 14th of May.", "lapsed", 1),
        ("I'm sitting the test in May.", "to_come", 1),
    ],
)
def test_an_answer_says_so(answer: str, state: State, dated_in: int | None) -> None:
    gap = find("TWIC card", "Fire warden, 2022", ("gap", answer))
    assert gap is not None
    assert (gap.state, gap.number, gap.dated_in) == (state, 1, dated_in)
    assert answer.startswith(gap.text)


def test_another_answer_may_say_no_or_name_the_day() -> None:
    denied = find("CIH Level 3", "Fire warden", ("motivation", "I don't have the CIH Level 3."))
    assert denied is not None
    assert (denied.state, denied.number) == ("none", 1)
    day = ("closing", "My HCPC registration will be through in July.")
    dated = find("HCPC registration", "Will apply for HCPC registration.", day)
    assert dated is not None
    assert (dated.state, dated.number, dated.dated_in) == ("to_come", None, 1)


@each(
    ("paper", "line", "answers"),
    [
        ("CSCS card", "CSCS card, valid to 2027", ()),
        ("CSCS card", "Fire warden, 2022", ()),  # nothing says that it is missing
        ("CSCS card", "CSCS card lapsed", (("gap", "Yes, I renewed it in March."),)),
        ("Good with people", "No people", ()),
        (
            "GDC registration",
            "Fire warden, 2022",
            (("situation", "If they didn't act, I'd go to my manager, by GDC standards."),),
        ),
        ("CAD certificate", "Fire warden", (("situation", "I wouldn't know that from the CAD."),)),
        ("Tanker endorsement, hazmat endorsement", "CDL, tanker and hazmat endorsement", ()),
    ],
)
def test_a_paper_that_may_be_there_is_not_called_missing(
    paper: str, line: str, answers: tuple[tuple[str, str], ...]
) -> None:
    assert find(paper, line, *answers) is None


def test_of_a_list_of_papers_one_is_not_enough() -> None:
    line = "CDL Class A. Tanker (N) endorsement."
    gap = find("Tanker endorsement, Hazmat endorsement", line)
    assert gap == PaperGap("Hazmat endorsement", "silent", "")
    assert find("Tanker or Hazmat endorsement", line) is None
