"""Questions in languages whose words are not known: what is asked passes, a statement does not."""

from interview_cli.coach.base import Exchange
from interview_cli.coach.llm.question_check import QuestionCheck
from interview_cli.models import PlanSlot, Question
from tests.cases import each
from tests.fakes import facts_of

EARLIER = {
    "sv": (
        "Vilken erfarenhet från avdelning 7 hjälper dig mest på en akutavdelning?",
        "Berätta om en gång när du inte höll med en läkare.",
    ),
    "ja": (
        "七号病棟での経験は、急性期病棟でどのように役立ちますか。",
        "医師と意見が合わなかった時のことを話してください。",
    ),
}


def find_fault(language: str, question: str) -> str | None:
    exchanges = tuple(
        Exchange(
            number,
            Question.model_construct(content=text, kind="requirement", topic="x"),
            "Jag gjorde det.",
            skipped=False,
        )
        for number, text in enumerate(EARLIER.get(language, EARLIER["sv"]), start=1)
    )
    facts = facts_of(language=language, exchanges=exchanges)
    return QuestionCheck(facts, PlanSlot(kind="requirement", topic="x")).find_fault(question)


@each(
    ("language", "question"),
    [
        ("sv", "Hur fördelar du arbetet när två kollegor är sjuka före morgonpasset?"),
        ("sv", "Vad skulle du vilja förändra hos oss efter ditt första år?"),
        ("sv", "Hur lär du nya kollegor att sköta en trakeostomi?"),
        ("sv", "Beskriv en situation där du fick ändra dig."),
        ("da", "Fortæl om en gang, hvor du var uenig med en kollega."),
        ("fi", "Kerro tilanteesta, jossa olit eri mieltä lääkärin kanssa."),
        ("cs", "Jak rozdělíte práci, když jsou dva kolegové nemocní?"),
        ("tr", "İki meslektaşınız hasta olduğunda işi nasıl bölersiniz?"),
        ("ja", "朝の勤務の前に二人が休んだ場合、仕事をどのように分けますか。"),
        ("ja", "新しい同僚に何を教えるか説明してください。"),
    ],
)
def test_what_is_asked_passes(language: str, question: str) -> None:
    assert find_fault(language, question) is None


@each(
    ("language", "text"),
    [
        ("sv", "Avdelningen har trettiotvå platser och är alltid full."),
        ("sv", "Tack, det var ett bra svar."),
        ("sv", "Vi återkommer till säkerheten senare."),
        ("da", "Afdelingen har toogtredive pladser og er altid fuld."),
        ("hu", "Az osztályon harminckét ágy van."),
        ("ja", "病棟には三十二床あります。"),
    ],
)
def test_a_statement_is_no_question(language: str, text: str) -> None:
    assert find_fault(language, text) == "none"


@each(
    ("language", "question", "fault"),
    [
        (
            "fr",
            "Comment préparez-vous la relève ? Un bon candidat parlerait de la méthode SAED.",
            "answered",
        ),
        ("fr", "Que dites-vous à un bon candidat qui refuse un poste ?", None),
        ("de", "Wie sichern Sie das? Gute Kandidaten nennen das Schema.", "answered"),
        ("de", "Sie haben in Heidelberg promoviert. Was nützt Ihnen das?", "unfounded"),
    ],
)
def test_hints_and_degrees_in_languages_with_words(
    language: str, question: str, fault: str | None
) -> None:
    assert find_fault(language, question) == fault


def test_the_same_words_repeat_a_question_in_any_language() -> None:
    assert find_fault("sv", EARLIER["sv"][0]) == "repeats"
