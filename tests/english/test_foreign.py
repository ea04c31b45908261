"""Which text is in another language than English."""

import pytest

from benchmarks.answers import load_answers
from interview_cli.english.foreign import is_foreign
from tests.cases import each


@each(
    "text",
    [
        "Ich habe immer versucht, pünktlich zu sein, und das war mir sehr wichtig.",
        "J'ai travaillé dans une équipe et je pense que c'est important pour nous.",
        "He trabajado en un hospital por tres años y me gusta mucho ayudar a la gente.",
        "Ho lavorato per tre anni in un ristorante e mi piace molto il contatto con i clienti.",
        "Trabalhei três anos num hotel e gosto muito de falar com os clientes.",
        "Ik heb drie jaar in een winkel gewerkt en ik vind het leuk om met mensen te praten.",
        "Pracowałem w magazynie przez trzy lata i bardzo lubię tę pracę, bo jest spokojnie.",
        "Tôi đã làm việc ở nhà máy ba năm và tôi rất thích công việc này.",
        "Я работал в школе пять лет и люблю детей.",
        "Koch und Kellner für das Hotel am See gesucht, Erfahrung mit der Küche von Vorteil.",
        "SERVEUR DANS UN CAFÉ DE LA GARE, AVEC DE L'EXPÉRIENCE POUR LE SERVICE ET LES COMMANDES",
        "Wir haben das mit Kubernetes und Terraform auf AWS gemacht, weil es schnell war.",
    ],
)
def test_text_in_another_language(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ja, das.",
        "Ro-ro check-in, 52 minutes. Timed it: gate idle waiting for trailers.",
        "I worked at La Maison de la Poste in Paris with Jean de la Tour and learned a lot.",
        "Criterion | E/D\nJIB Gold Card | E\n18th Edition | E\nCommercial work | E\nIPAF | D",
        "SAP MM\tE\nDe minimis aid rules\tD\nPMP\tD\nPRINCE2\tE\nVAT\tE",
        "Anna de la Cruz, Luca di Marco, Peter van den Berg, Maria de los Santos, Jan de Boer",
        "La Marzocco, De Longhi, La Cimbali, Le Creuset, Chef de Partie, Maître de Cuisine",
        "Criterion\tE/D\nDie casting\tE\nAl alloys\tE\nLes Mills\tD\nDe-icing\tD\nEn suites\tE",
        "The customer said “das ist nicht gut für mich”, so I rang her and we sorted it out.",
    ],
)
def test_english_text(text: str) -> None:
    assert not is_foreign(text)


def test_no_rated_answer_is_called_foreign() -> None:
    rated = load_answers("tuning") + load_answers("held-out")
    assert [answer.id for answer in rated if is_foreign(answer.answer)] == []
