"""The names of papers in the sentences of job ads."""

from interview_cli.requirements.ad_lines import AdLine
from interview_cli.requirements.paper_demands import find_demanded_papers
from interview_cli.requirements.paper_spans import find_paper_spans
from tests.cases import each


@each(
    ("sentence", "names"),
    [
        ("You'll need your own MR truck licence or better.", ["MR truck licence"]),
        ("Certificate in Mine Control (Minerals Council)", ["Certificate in Mine Control"]),
        ("CIDESCO, ITEC or CIBTAC diploma", ["CIDESCO, ITEC or CIBTAC diploma"]),
        (
            "Current certification: CMA (AAMA), RMA (AMT), CCMA or NCMA.",
            ["CMA, RMA, CCMA or NCMA certification"],
        ),
        (
            "Registered and in good standing with the College of Teachers",
            ["registration with College of Teachers"],
        ),
        ("You have to be an LBP as you'll sign off work", ["LBP"]),
        ("Full UK driving licence and use of a car", ["Full UK driving licence"]),
        ("They hold a White Card and an HR licence", ["White Card", "HR licence"]),
        ("BS 7671 18th Edition, current amendment", ["BS 7671 18th Edition"]),
        ("A degree or diploma in nursing", ["degree or diploma in nursing"]),
    ],
)
def test_a_name_ends_where_the_sentence_says_something_else(
    sentence: str, names: list[str]
) -> None:
    assert [span.name for span in find_paper_spans(sentence)] == names


@each(
    "sentence",
    [
        "We work with three other depots.",
        "You will issue permits to work and raise a permit to dig.",
        "It is 40 hours a week in a level yard.",
        "A licence, a certificate and a card.",
        "Registration fees are refunded.",
    ],
)
def test_what_says_not_which_paper_is_no_name(sentence: str) -> None:
    assert not find_paper_spans(sentence)


@each(
    "line",
    [
        AdLine("You have to be an LBP, as you'll sign off work.", "unknown"),
        AdLine("What I need: a current Site Safe card before day one.", "unknown"),
        AdLine("A bachelor's degree in economics. This is a firm requirement.", "unknown"),
        AdLine("Manual HR truck licence (open). No exceptions", "wanted", is_entry=True),
        AdLine("Certificate in Mine Control (Minerals Council)", "duties", is_entry=True),
        AdLine("NO GUARD CARD, NO SHIFT", "unknown"),
    ],
)
def test_a_must_is_read_in_prose_and_lists(line: AdLine) -> None:
    assert list(find_demanded_papers([line]))


@each(
    "line",
    [
        AdLine("HR licence", "nice", is_entry=True),
        AdLine("An HR licence, or we'll pay for it", "wanted", is_entry=True),
        AdLine("HR licence preferred", "wanted", is_entry=True),
        AdLine("ACLS within six months", "wanted", is_entry=True),
        AdLine("Degree in law or equivalent experience", "wanted", is_entry=True),
        AdLine("You will be enrolled in the Certificate in Plumbing.", "unknown"),
        AdLine("A driving licence is needed by year 3.", "unknown"),
        AdLine("Tolland & Pike are registered with TrustMark.", "wanted"),
        AdLine("Apply MEL and CDL, defer defects", "wanted", is_entry=True),
        AdLine("Order certificates", "duties", is_entry=True),
    ],
)
def test_what_can_wait_or_belongs_to_others_is_no_must(line: AdLine) -> None:
    assert not list(find_demanded_papers([line]))
