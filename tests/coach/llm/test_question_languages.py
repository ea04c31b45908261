"""Yes-or-no questions and made-up facts in the languages that are told by their words."""

import tomllib
from pathlib import Path

import pytest

from interview_cli.coach.base import Exchange
from interview_cli.coach.llm.question_check import FAULTS, QuestionCheck
from interview_cli.coach.llm.question_languages import has_same_subject_in
from interview_cli.models import PlanSlot, Question
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.fakes import facts_of

QUESTIONS = tomllib.loads(
    Path(__file__).with_name("questions_by_language.toml").read_text(encoding="utf-8")
)
BY_TRADE = tomllib.loads(
    Path(__file__).with_name("questions_by_trade.toml").read_text(encoding="utf-8")
)
CV = """Jo Field, electrician, Leeds. 2012 - present: Brook & Sons. Installed fire alarms in 14
schools. Tested and certified switchboards to BS 7671. Trained two apprentices who passed."""
JOB = """Maintenance Electrician, St James Hospital Trust. Maintenance of two hospitals in Leeds:
nurse call systems, fire alarms, emergency lighting, switchboards to BS 7671."""


def find_fault(section: str, question: str, kind: QuestionKind = "requirement") -> str | None:
    facts = facts_of(
        language=section.partition("-")[0],
        cv_text=QUESTIONS[section].get("cv", CV),
        job_text=QUESTIONS[section].get("job", JOB),
        company_name=QUESTIONS[section].get("company", "St James"),
        year=2026,
    )
    return QuestionCheck(facts, PlanSlot(kind=kind, topic="x")).find_fault(question)


def list_questions(group: str) -> list[tuple[str, str]]:
    return [
        (section, question) for section, groups in QUESTIONS.items() for question in groups[group]
    ]


@each(("section", "question"), list_questions("good"))
def test_a_good_question_is_kept(section: str, question: str) -> None:
    assert find_fault(section, question) is None


@each(("section", "question"), list_questions("closed"))
def test_a_yes_or_no_question_is_refused(section: str, question: str) -> None:
    assert find_fault(section, question) == "closed"


@each(("section", "question"), list_questions("unfounded"))
def test_a_made_up_fact_is_refused(section: str, question: str) -> None:
    assert find_fault(section, question) == "unfounded"


def test_the_people_and_figures_of_a_situation_are_made_up() -> None:
    told = "Sie haben 25 Techniker und einen Auftrag bei Siemens. Wen schicken Sie zuerst?"
    assert find_fault("de", told, "situation") is None
    assert find_fault("de", told) == "unfounded"


@each(
    ("section", "question"),
    [
        ("de", "In Ihrer Zeit bei Siemens haben Sie 40 Leute geführt: was war schwierig?"),
        ("de", "Was haben Sie in Ihren Jahren am Klinikum Großhadern gelernt?"),
        ("de", "Wie haben Sie an der Charité Kollegen angeleitet?"),
        ("de", "Wie haben Sie bei der Deutschen Bahn geprüft?"),
        ("de", "Welche Störung bei Bosch hat Sie am meisten gelehrt?"),
        ("fr", "Pendant vos dix ans à l'hôpital Bichat, comment avez-vous géré les pannes ?"),
        ("es", "Durante su etapa en Telefónica, ¿cómo organizó los turnos?"),
    ],
)
def test_what_was_is_no_situation(section: str, question: str) -> None:
    assert find_fault(section, question, "situation") == "unfounded"


@each(
    ("section", "question"),
    [
        ("de", "Sie haben 30 Betten ohne Ruf und ein Kollege fehlt: was tun Sie zuerst?"),
        ("de", "Woran haben Sie am Geräusch der Pumpe erkannt, dass etwas nicht stimmt?"),
        ("de", "Wie haben Sie an der Schule gelernt, mit Stress umzugehen?"),
        ("fr", "Vous avez 25 alarmes et une seule équipe ; que faites-vous ?"),
        ("es", "Tiene 40 avisos y falta un compañero, ¿qué hace?"),
    ],
)
def test_what_somebody_would_do_is_made_up_wherever_it_is_asked(
    section: str, question: str
) -> None:
    assert find_fault(section, question) is None


@each(
    ("language", "earlier", "question", "is_same"),
    [
        (
            "de",
            "Erzählen Sie von einer Ärztin, mit der Sie nicht einer Meinung waren.",
            "Wann waren Sie und eine Ärztin uneinig?",
            True,
        ),
        (
            "fr",
            "Racontez une situation où vous n'étiez pas d'accord avec un médecin.",
            "Parlez-moi d'un désaccord que vous avez eu avec un médecin.",
            True,
        ),
        (
            "fr",
            "Comment préparez-vous l'équipe à une panne ?",
            "Racontez un conflit dans l'équipe.",
            False,
        ),
        (
            "es",
            "¿Cómo elige a un proveedor?",
            "Hábleme de un proveedor que falló.",
            False,
        ),
    ],
)
def test_a_repeat_is_known_by_groups_of_one_meaning(
    language: str, earlier: str, question: str, *, is_same: bool
) -> None:
    assert has_same_subject_in(language, question, earlier) is is_same


def test_years_may_be_counted_from_the_cv() -> None:
    assert find_fault("de", "Was haben Sie in Ihren 14 Jahren als Elektriker gelernt?") is None
    asked = "Was haben Sie in Ihren 19 Jahren als Elektriker gelernt?"
    assert find_fault("de", asked) == "unfounded"


def find_fault_of_trade(section: str, question: str, kind: QuestionKind) -> str | None:
    data = BY_TRADE[section]
    earlier, answer = data["asked"]
    asked = Question.model_construct(content=earlier, kind="behaviour", topic="x")
    facts = facts_of(
        Exchange(1, asked, answer, skipped=False),
        language=section.partition("-")[0],
        cv_text=data["cv"],
        job_text=data["job"],
        job_title=data["title"],
        company_name=data["company"],
        year=2026,
    )
    return QuestionCheck(facts, PlanSlot(kind=kind, topic="x")).find_fault(question)


@each(
    ("section", "fault", "question"),
    [
        (section, fault, question)
        for section, data in BY_TRADE.items()
        for fault in FAULTS
        for question in data.get(fault, ())
    ],
)
def test_a_question_is_refused_for_its_fault(section: str, fault: str, question: str) -> None:
    kind: QuestionKind = "behaviour" if fault == "repeats" else "requirement"
    assert find_fault_of_trade(section, question, kind) == fault


@each("kind", ["requirement", "behaviour", "situation", "follow_up"])
@each("section", BY_TRADE)
def test_good_questions_about_other_work_are_kept(section: str, kind: QuestionKind) -> None:
    found = {
        question: find_fault_of_trade(section, question, kind)
        for question in BY_TRADE[section]["good"]
    }
    assert set(found.values()) == {None}, found


@pytest.mark.parametrize("kind", ["requirement", "behaviour", "situation"])
def test_another_line_of_work_is_refused_in_any_place_of_the_plan(kind: QuestionKind) -> None:
    asked = "Wie haben Sie zuletzt eine Datenbank so umgebaut, dass die Abfragen schneller liefen?"
    assert find_fault_of_trade("de-nurse", asked, kind) == "trade"


def test_documents_in_english_do_not_show_another_line_of_work() -> None:
    facts = facts_of(
        language="de",
        job_title="Backend Engineer",
        job_text="We build services in Go. You tune queries and review the code of the team.",
        cv_text="Jo Field, engineer. Cooked menus in a kitchen for ten years.",
    )
    check = QuestionCheck(facts, PlanSlot(kind="requirement", topic="x"))
    assert (
        check.find_fault("Wie haben Sie eine Abfrage in einer Datenbank schneller gemacht?") is None
    )


@each(
    ("language", "question", "is_refused"),
    [
        ("fi", "How did you plan the shifts at the bakery?", True),
        ("cs", "Tell me about a night when the plan for the shops fell apart.", True),
        ("fi", "Miten suunnittelit vuorot leipomossa?", False),
        ("da", "Hvordan har du valgt at have styr på planen for natten i weekenden?", False),
        ("af", "Wat was jou rol in die span, en hoe was dit vir jou in die begin?", False),
    ],
)
def test_english_is_noticed_in_every_interview(
    language: str, question: str, is_refused: bool
) -> None:
    check = QuestionCheck(facts_of(language=language), PlanSlot(kind="behaviour", topic="plans"))
    assert (check.find_fault(question) == "language") is is_refused


DOCUMENTS = {
    "Russian": """Инженер в компании Ромашка. Расскажите, как вы использовали Kubernetes и
PostgreSQL, что вы делали, когда проект задерживался, и как вы решали конфликты с коллегами.
Лаборатория Касперского. Московский государственный университет.""",
    "Greek": "Πώς αντιμετωπίσατε μια δύσκολη κατάσταση στη δουλειά σας και τι μάθατε;",
    "Arabic": "كيف تعاملت مع عميل غاضب وماذا تعلمت من ذلك؟ حدثنا عن مشروع لم ينجح",
    "German": """Was haben Sie in der Werkstatt gelernt, und wie haben Sie einen Fehler gefunden?
Bei Газпром war ich drei Jahre. Werkzeuge: docker, kubernetes.""",
    "Chinese": "腾讯科技有限公司 软件工程师",
    "Statistics": "α, β, γ",
}


@each(
    ("language", "documents", "question", "is_refused"),
    [
        ("de", "Russian", "Как вы решали конфликты с коллегами?", True),
        ("sv", "Russian", "Что вы делали, когда проект задерживался?", True),
        ("fr", "Russian", "Как вы использовали Kubernetes и PostgreSQL?", True),
        ("en", "Greek", "Πώς αντιμετωπίσατε μια δύσκολη κατάσταση στη δουλειά σας;", True),
        ("it", "Arabic", "كيف تعاملت مع عميل غاضب وماذا تعلمت من ذلك؟", True),
        ("he", "Arabic", "كيف تعاملت مع عميل غاضب وماذا تعلمت من ذلك؟", True),
        ("ru", "German", "Was haben Sie in der Werkstatt gelernt?", True),
        ("zh", "German", "Wie haben Sie einen Fehler gefunden?", True),
        ("ru", "German", "Was haben Sie bei Газпром gelernt, und wie?", True),
        ("de", "Russian", "Was haben Sie bei der Лаборатория Касперского gelernt?", False),
        ("fr", "Russian", "Pourquoi Ромашка?", False),
        ("de", "Russian", "Was war im Московский государственный университет anders?", False),
        ("de", "Statistics", "Wofür stehen α, β, γ?", False),
        ("de", "Chinese", "Was haben Sie bei 腾讯科技有限公司 gelernt?", False),
        ("ru", "Russian", "Расскажите, как вы использовали Kubernetes и PostgreSQL?", False),
        ("ru", "German", "Почему docker, kubernetes?", False),
        ("ru", "German", "Расскажите, что вы делали в Werkstatt?", False),
    ],
)
def test_the_interview_says_the_language_whatever_its_documents_are_in(
    language: str, documents: str, question: str, is_refused: bool
) -> None:
    facts = facts_of(language=language, cv_text=DOCUMENTS[documents], job_text=DOCUMENTS[documents])
    check = QuestionCheck(facts, PlanSlot(kind="behaviour", topic="plans"))
    assert (check.find_fault(question) == "language") is is_refused
