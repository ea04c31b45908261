"""Short forms in the titles of jobs."""

import tomllib
from pathlib import Path

import interview_cli.english
from interview_cli.coach.offline.claim_estimates import find_claimed_posts
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.short_titles import is_short_title, write_out_title, write_out_words
from interview_cli.trades.trades import load_trade
from tests.cases import each

DATA = tomllib.loads(
    (Path(interview_cli.english.__file__).parent / "short_titles.toml").read_text("utf-8")
)


@each(
    ("title", "full"),
    [
        ("QS", "quantity surveyor"),
        ("kp", "kitchen porter"),
        ("SNR QS", "senior quantity surveyor"),
        ("Asst. Mgr", "assistant manager"),
        ("SDE II", "software development engineer II"),
        ("LSA/MSA", "learning support assistant / lunchtime supervisor"),
        ("2L Eng / IT Supp", "2nd line engineer / IT support"),
        ("W/H Operative", "warehouse Operative"),
        ("Snr Mech Eng", "senior mechanical engineer"),
        ("Eng Manager", "engineering Manager"),
        ("AP Clerk (P2P)", "accounts payable Clerk (purchase-to-pay)"),
        ("CNC Op", "CNC operative"),
        ("Pharm Tech", "pharmacy technician"),
        ("PT HCA", "part-time healthcare assistant"),
    ],
)
def test_short_forms_are_written_out(title: str, full: str) -> None:
    assert write_out_title(title) == full


@each(
    ("title", "full"),
    [
        ("Store Keeper", "storekeeper"),
        ("Green Keeper (Golf)", "greenkeeper (Golf)"),
        ("Night Life Guard", "Night lifeguard"),
        ("Lorrydriver", "lorry driver"),
        ("Stone Mason", "Stone Mason"),  # the trades write it so as well
        ("Head of Sales", "Head of Sales"),
        ("Team Leader", "Team Leader"),
    ],
)
def test_words_are_spelt_together_or_apart_as_the_trades_do(title: str, full: str) -> None:
    assert write_out_title(title) == full


@each(
    ("title", "plain"),
    [
        ("Head of Making Things Nice (Cleaner)", "Cleaner"),
        ("VP of Sparkle – Window Cleaner", "Window Cleaner"),
        ("Head of Design (Product Designer)", "Head of Design (Product Designer)"),
        ("Lecturer - Plumbing", "Lecturer - Plumbing"),
    ],
)
def test_a_fanciful_title_is_that_which_explains_it(title: str, plain: str) -> None:
    assert write_out_title(title) == plain


@each(
    "title",
    [
        "Store Manager",
        "PA",  # of whom?
        "PM Cleaner",
        "Bricklayers & Hod Carriers",
        "Class 1 Driver (m/f/d)",
        "Chief of Staff",
        "Scrub/Scout Nurse",
    ],
)
def test_what_is_not_short_or_not_certain_stays(title: str) -> None:
    assert write_out_title(title) == title


@each(
    ("title", "ad", "full"),
    [
        ("PM", "You own the roadmap, write stories and rank the backlog.", "product manager"),
        ("PM", "Deliver ERP roll-outs: plan, risks, RAID log, budget.", "project manager"),
        ("PA", "Keep the diary, book travel, take minutes.", "personal assistant"),
        (
            "PA",
            "Help a man with a spinal injury to wash, dress and eat.",
            "personal care assistant",
        ),
        (
            "TA",
            "Source candidates on LinkedIn and screen CVs.",
            "talent acquisition specialist",
        ),
        ("TA", "Help pupils in Year 2 with phonics.", "teaching assistant"),
        (
            "Sr. CSM",
            "Renew the contracts of software customers.",
            "senior customer success manager",
        ),
        ("Asst Mgr", "Supermarket: stock, tills, shrinkage.", "assistant store manager"),
    ],
)
def test_the_ad_decides_between_meanings(title: str, ad: str, full: str) -> None:
    assert write_out_title(title, ad) == full


@each(
    ("title", "ad", "trade"),
    [
        ("QS", "You value monthly applications and agree final accounts.", "civil_engineering"),
        ("HCSW", "You take observations and help patients at mealtimes.", "care"),
        ("AP Clerk", "You match invoices to orders and pay suppliers.", "accounting"),
        ("2L Eng / IT Supp", "You fix laptops and accounts.", "it_support"),
        ("LSA/MSA", "You help pupils and watch over the playground at lunch.", "teaching"),
        ("M&E PM", "You run mechanical and electrical packages.", "project_management"),
        ("PT CSA - Nights", "You fill shelves and serve on the till.", "retail"),
        ("Multi-Trade Op (Plumbing bias)", "Repairs, tiling, patch plastering.", "facilities"),
        ("FOH/Bar TM (L2)", "Take orders, serve drinks, upsell desserts.", "serving"),
        ("HRBP", "Advise managers on absence and grievances.", "human_resources"),
        ("DSE", "You sell to small shops on a beat and book orders.", "sales"),
        ("Exec Asst II – CFO Office", "Diary, travel and board packs.", "administration"),
        ("Executive Assistant to the CFO", "Diary, travel and board packs.", "administration"),
        ("Chartered Accountant", "Month-end, VAT returns and the audit file.", "accounting"),
    ],
)
def test_a_short_title_has_its_trade_and_post(title: str, ad: str, trade: str) -> None:
    assert recognise_trade(title, ad) == trade
    known = load_trade(trade)
    assert known is not None
    assert find_claimed_posts(known, title, ad)


@each("title", ["DJ", "ATC", "FO A320", "MP", "PhD", "RAF Cpl", "AB Seaman"])
def test_other_letters_are_of_no_trade(title: str) -> None:
    assert recognise_trade(title, "") is None


@each(
    ("line", "full"),
    [
        ("Asst. Mgr", "assistant manager"),
        ("QS, Eurovia", "QS, Eurovia"),
        ("Sales Rep, Xerox", "Sales representative, Xerox"),
        ("Georgia Tech, 2012", "Georgia Tech, 2012"),
        ("BSc CS, 2014", "BSc CS, 2014"),
    ],
)
def test_words_of_a_cv_are_written_out_and_letters_stay(line: str, full: str) -> None:
    assert write_out_words(line) == full


def test_letters_that_are_degrees_are_no_titles_in_a_cv() -> None:
    assert is_short_title("HCA")
    assert is_short_title("hca")
    assert not is_short_title("ota")
    assert not is_short_title("MA")
    assert not is_short_title("so")


def test_the_lists_name_letters_that_stand_for_something() -> None:
    known = {name.upper() for name in (*DATA["titles"], *DATA["before"], *DATA["words"])}
    for name in ("places", "alone", "small", "not_in_cv"):
        assert set(DATA["lists"][name].split()) <= known
    assert set(DATA["lists"]["not_last_in_cv"].lower().split()) <= set(DATA["last"])


@each("full", sorted({full for titles in DATA["titles"].values() for full in titles}))
def test_meanings_are_written_out_themselves(full: str) -> None:
    assert write_out_title(full) == full
