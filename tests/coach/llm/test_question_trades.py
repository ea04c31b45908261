"""Questions of another line of work, and those of the job or of any work."""

from interview_cli.coach.llm.question_trades import OwnTrade
from interview_cli.vocabulary import QuestionKind
from tests.cases import each

TEACHER = OwnTrade(
    "Teacher of Mathematics",
    "You plan lessons, mark, run a tutor group and talk to parents.",
    "Teacher of Mathematics. You plan lessons, mark, run a tutor group and talk to parents.",
)
UNKNOWN = OwnTrade("Falconer", "You fly hawks for visitors.", "You fly hawks for visitors.")


@each(
    "question",
    [
        "How do you set up a lathe for a batch of steel shafts?",
        "How do you size the beams and columns of a two-storey house?",
        "Which fertiliser do you use for winter wheat?",
    ],
)
def test_words_strange_to_the_job_show_another_trade(question: str) -> None:
    assert TEACHER.is_other(question, "requirement")
    assert UNKNOWN.is_other(question, "requirement")
    assert not TEACHER.is_other(question, "follow_up")


@each(
    ("kind", "question"),
    [
        ("requirement", "Describe a disagreement you had with a coworker."),
        ("requirement", "How do you teach fractions to a class that dreads them?"),
        ("requirement", "How have you used GeoGebra, Desmos and Sparx so far?"),
        ("behaviour", "Tell me about a parents' evening on which a pump in the cellar broke."),
    ],
)
def test_words_of_any_work_and_names_show_none(kind: QuestionKind, question: str) -> None:
    assert not TEACHER.is_other(question, kind)


ELECTRICIAN_AD = """You keep the packing lines running: planned maintenance and breakdowns. You find
faults on motors, drives and control panels, carry out inspection and testing of the site's
installations, and work safely with production staff on rotating shifts. You bring a recognised
electrical qualification and 18th edition, fault finding in an industrial setting, knowledge of
three-phase motors; PLC knowledge is an advantage, and willingness to work shifts."""
ELECTRICIAN_CV = """Electrician, Harlow & Sons, Sheffield. Rewires of terraced houses and shops, two
to four days each. Installed about sixty EV chargers since 2021. Inspection and testing,
certificates to BS 7671. Apprentice, Keel Electrical: conduit, trunking, boards on two school sites.
Fault finding, Megger testers, reading drawings, IPAF. I isolated the board, found a burnt neutral,
replaced the bar and had two ovens back by half past six. The owner lost one batch of rolls.
I plan the order of the rooms with the customer so that the freezer and the boiler are never off for
long, which is the same thought as keeping a line running. In March a bakery lost a phase."""


def test_a_question_in_words_of_the_own_trade_is_of_no_other() -> None:
    documents = f"{ELECTRICIAN_AD} {ELECTRICIAN_CV}"
    electrician = OwnTrade("Maintenance Electrician", ELECTRICIAN_AD, documents)
    asked = "How do you find faults on armoured motor circuits with intermittent earth leakage?"
    assert electrician.features.has_many_words
    assert not electrician.is_other(asked, "requirement")
    waiters = "How would you plan a rota for the waiters in August?"
    assert electrician.is_other(waiters, "requirement")


DRIVER_AD = """You deliver building materials. You drive 18 tonne and artic trucks, load and strap,
fill in the daily check sheet and keep to your hours. Class 1 licence, tachograph card and CPC
needed."""
DRIVER = OwnTrade("Truck Driver", DRIVER_AD, f"Truck Driver. {DRIVER_AD} Driver since 2015.")
COOK_AD = """You run the sauce section in a kitchen of six, sixty covers at lunch. Fresh food, local
suppliers, HACCP records."""
COOK = OwnTrade("Chef de Partie", COOK_AD, f"{COOK_AD} Commis, then demi chef: garnish and fish.")


@each(
    "question",
    [
        "How do you stop a sauce from splitting during service?",
        "Which index would you add to a slow table?",
        "How do you find a vein in a dehydrated patient?",
    ],
)
def test_little_of_a_trade_unheard_of_shows_another(question: str) -> None:
    assert DRIVER.is_other(question, "requirement")
    assert not DRIVER.is_other(question, "behaviour")


@each(
    ("job", "question"),
    [
        (COOK, "How do you mount a beurre blanc that must hold for two hours?"),
        (COOK, "How would you rescue a hollandaise that curdles at eight o'clock?"),
        (COOK, "What do you look for in a good veal jus?"),
        (DRIVER, "How do you use the retarder on a long descent?"),
        (DRIVER, "If you were promoted within a year, what would you change?"),
    ],
)
def test_words_that_no_list_has_may_be_jargon_of_the_job(job: OwnTrade, question: str) -> None:
    assert not job.is_other(question, "requirement")
