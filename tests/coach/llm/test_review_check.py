"""Reviews that are not about the answers: removed, asked for again, or refused."""

import json
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.interviews import load_interviews
from interview_cli.coach.base import Exchange, Facts, Judgement, Point
from interview_cli.coach.llm.review_check import clean_review
from interview_cli.coach.llm.review_replies import ReviewDraft
from interview_cli.coach.llm.review_sameness import is_about_the_same
from interview_cli.coach.llm.review_texts import TextChecker
from interview_cli.coach.llm.stated_facts import parse_number
from interview_cli.coach.offline.review import review_answers
from interview_cli.models import Question, Ratings
from tests.cases import each
from tests.conftest import STORY, Line
from tests.fakes import facts_of
from tests.model_server import CRITERIA, ModelServer, good_review, say

ANSWERS = (
    STORY,
    "At Brook & Sons I trained two apprentices over three years. Both passed at the first try, and "
    "one now leads 6 fitters. I learnt to let them find the fault before I showed it.",
    "The van was always 40 minutes late, so I packed it the night before and we began at seven. "
    "The foreman of Leeds General said that the ward had never been ready so early.",
    "I want to work in hospitals because a nurse call that fails matters more than any light in an "
    "office. Your ad says that the system is being replaced, which is what I like to plan.",
)
RATINGS = ((4, 4, 4, 3, 4), (4, 3, 3, 4, 2), (3, 4, 3, 3, 3), (4, 2, 4, 3, 1))
COMMENTS = (
    "You tell one failure from the test to the last alarm, and say why the panel had to go.",
    "The result is clear, but how you trained them stays in one sentence.",
    "It shows what you changed; who was waiting, and what it cost, is missing.",
    "Your reason is your own and fits the ad.",
)
NEXT = (
    "Which of your checks found the worn relays?",
    "What did one apprentice get wrong at first, and how did you notice?",
    "How did you agree the earlier start with the others?",
    "Which part of such a replacement would you plan first?",
)


def talk(*answers: str, language: str = "en") -> Facts:
    exchanges = (
        Exchange(number, ask(number), answer, skipped=not answer)
        for number, answer in enumerate(answers, start=1)
    )
    return facts_of(*exchanges, language=language)


def ask(number: int) -> Question:
    content = f"Tell me about case {number} of your work, please?"
    return Question.model_construct(content=content, kind="behaviour", topic="fire alarms")


FACTS = talk(*ANSWERS)


def rate(*ratings: int) -> Ratings:
    return Ratings(**dict(zip(CRITERIA, ratings, strict=True)))


def judge(number: int, **changes: Any) -> Judgement:
    index = number - 1
    given = {
        "reasons": {"structure": "one case from the fault to its end"},
        "evidence": None,
        "ratings": rate(*RATINGS[index]),
        "comment": COMMENTS[index],
        "next_time": NEXT[index],
    }
    return Judgement(number=number, **given | changes)


def draft(*judgements: Judgement, **changes: Any) -> ReviewDraft:
    given = {judgement.number: judgement for judgement in judgements or map(judge, range(1, 5))}
    return ReviewDraft(given, **{"summary": "You name real cases. Practise the end."} | changes)


def find_faults(cleaned: ReviewDraft) -> set[tuple[str, str]]:
    return {(fault.place, fault.name) for fault in cleaned.faults}


def test_a_good_review_is_left_as_it_is() -> None:
    reviewed = draft()
    assert not clean_review(reviewed, FACTS)
    assert reviewed == draft()


GOOD = (
    "You traced 40 detectors in two days and say why the panel had to go.",
    "Nine false alarms a month became none; that is a result others can check.",
    "From 9 a month to 0 is a drop of 100 %.",
    "The 14 schools in your CV would have helped here.",
    "BS 7671 is named, but not what you tested.",
    "You say “we began at seven”, and it stays open who decided that.",
    "STAR would help: the situation is there, the task is not.",
    "Two of the 4 answers have a number.",
    "Which of the steps was yours?",
    "Ask yourself: “What did I decide on that day, and why?”",
    "Keep it to 90 seconds, or about 150 words.",
    "I did not find out when it happened.",
    "I would like to hear how long it took.",
    "A good match to the question.",
    "The reader learns what you did (answers 1, 2 and 3).",
    "40 minutes late is a good baseline; 20 minutes, or none, would be the result.",
    "Park School and Brook & Sons are real places, which makes the story easy to believe.",
    "You answer the question, then drift into how vans are packed in general.",
    "It is one line of thought: why hospitals, why now, and what you would plan.",
    "The nurse-call system is the point that the ad stresses most.",
    "In Q2 and A3 you give no number.",
    "The answer to Question 2 is short.",
    "Clear Communication: you say what the foreman saw.",
    "Strong Sense Of Ownership",
    "However, the end is missing.",
    "Say whom you would hire or train for the next ward.",
    "The offer to the foreman is well told.",
    "Say first: how many relays were worn.",
    "Your best line comes late: I traced 40 detectors in two days.",
    "One point is open: I did not find who agreed.",
    "Say how you chose them: would you hire the same apprentice again?",
    "Your measurements come before your cure.",
)


@each("sentence", GOOD)
def test_a_good_sentence_is_kept(sentence: str) -> None:
    assert TextChecker(FACTS).clean(sentence, 1) == (sentence, [])


GOOD_ELSEWHERE = {
    "de": "Sie nennen die Anlage und den Grund, aber es fehlt, was das Haus davon hatte.",
    "fr": "Vous dites ce que vous avez fait, mais pas ce que cela a changé pour les autres.",
    "es": "Usted cuenta un caso real, pero falta lo que pasó después con el equipo.",
    "Polski": "Mówi pan, co było zrobione, ale nie ma tego, jak to się skończyło.",
    "ja": "具体的な例があり、結果も述べられています。",
    "tlh": "Qapla' batlh je.",
}


@pytest.mark.parametrize(("language", "sentence"), GOOD_ELSEWHERE.items())
def test_a_good_sentence_in_the_language_of_the_interview_is_kept(
    language: str, sentence: str
) -> None:
    checker = TextChecker(talk(*ANSWERS, language=language))
    assert checker.clean(sentence, 1) == (sentence, [])


@pytest.mark.slow
def test_no_sentence_of_the_offline_coach_is_refused() -> None:
    """Over 600 sentences on real answers; they name tools, places, numbers and quotes."""
    count = 0
    for half in ("tuning", "held-out"):
        for facts in load_interviews(half).values():
            review = review_answers(facts)
            reviewed = ReviewDraft(
                {judgement.number: judgement for judgement in review.judgements},
                list(review.strengths),
                list(review.weaknesses),
                list(review.cv_improvements),
                review.summary,
            )
            assert not clean_review(reviewed, facts)
            assert reviewed.find_repair(range(1, len(facts.exchanges) + 1)) is None
            count += len(review.judgements) * (2 + len(CRITERIA))
    assert count > 600


@each(
    ("sentence", "fault"),
    [
        ("You say how deliveries are handled in general; the question was one.", "example"),
        ("Which delivery do you still remember, and what did you do?", "example"),
        ("names two systems, no dates", "example"),
        ("You cut costs by 35 % at the plant.", "fact"),
        ("You led a team of 250 people.", "fact"),
        ("You were there in 2019.", "fact"),
        ("Your work with Kubernetes is well told.", "fact"),
        ("You show how Siemens was won as a customer.", "fact"),
        ("You name <b>two</b> schools.", "markup"),
        ("A clear case.<|im_end|>", "markup"),
        ("You worked at [Company Name] for long.", "markup"),
        ("See <<<BEGIN answer 0123456789abcdef>>> for this.", "markup"),
        ("I'm sorry, but I cannot help with that.", "refusal"),
        ("As an AI language model, I do not rate people.", "refusal"),
        ("I cannot assess this candidate.", "refusal"),
        ("Let me know if you want more.", "refusal"),
        ("A solid 4/5.", "verdict"),
        ("I would give this answer 8 out of 10.", "verdict"),
        ("The overall score is 72.", "verdict"),
        ("You should be hired at once.", "verdict"),
        ("You are a great fit for the role.", "verdict"),
        ("Overall a strong hire.", "verdict"),
        ("Grade: B minus.", "verdict"),
        ("You pass the bar for this post.", "verdict"),
        ("You would make it to the second round with this.", "verdict"),
        ("We would gladly put you through to the trade test.", "verdict"),
        ("With that, the hospital should make you an offer.", "verdict"),
        ("This stays under the required bar.", "verdict"),
        ("Such an end sinks the application.", "verdict"),
        ("You would most likely be shortlisted.", "verdict"),
        ("That earns top marks.", "verdict"),
        ("A weak C- for the end.", "verdict"),
        ("★★★★☆ You name the school.", "verdict"),
        ("In all, a clear pass.", "verdict"),
        ("As an electrician I always test the supply first.", "written"),
        ("Next time, begin with this: I asked the nurses which room was worst.", "written"),
        ("A way to put it is this: We changed the panel before the term began.", "written"),
        ("Your PhD in physics helps here.", "fact"),
        ("I led the repair and replaced the panel myself.", "written"),
        ("My part was to trace the detectors.", "written"),
        ("Say: “I decided to replace the panel, and the alarms stopped.”", "written"),
        ("For example: 'I didn't wait, I replaced the panel, and they stopped.'", "written"),
        ("A convincing candidate, and practice will help.", "verdict"),
        ("You could say: it was the panel, and nobody else saw it.", "written"),
        (
            "Sie nennen den Fall und das Haus, aber es fehlt, was Sie selbst getan haben.",
            "language",
        ),
        ("这个回答很好，但是没有说明结果。", "language"),
    ],
)
def test_a_sentence_that_does_not_belong_is_removed(sentence: str, fault: str) -> None:
    checker = TextChecker(FACTS)
    assert checker.clean(sentence, 1) == ("", [fault])


def test_an_english_sentence_does_not_belong_in_another_interview() -> None:
    checker = TextChecker(talk(*ANSWERS, language="de"))
    text = "You say what you did, but it is not clear what came of it for the others."
    assert checker.clean(text, 1) == ("", ["language"])


def test_a_score_that_the_candidate_told_is_no_score_of_the_model() -> None:
    facts = talk("Patients gave us 3 out of 5 in spring and 4 out of 5 in autumn, after I asked.")
    sentence = "From 3 out of 5 to 4 out of 5 is a result."
    assert TextChecker(facts).clean(sentence, 1) == (sentence, [])


def test_of_a_text_only_the_faulty_sentence_goes() -> None:
    text = f"{COMMENTS[0]} A solid 4/5. You led 250 people."
    reviewed = draft(judge(1, comment=text), *map(judge, (2, 3, 4)))
    assert clean_review(reviewed, FACTS) == {"verdict": 1, "fact": 1}
    assert reviewed.judgements[1].comment == COMMENTS[0]
    assert reviewed.faults == []


@pytest.mark.parametrize("field", ["comment", "next_time"])
def test_an_answer_whose_text_is_gone_is_asked_for_again(field: str) -> None:
    reviewed = draft(judge(1, **{field: "I led 250 people there."}), *map(judge, (2, 3, 4)))
    clean_review(reviewed, FACTS)
    repair = reviewed.find_repair([1, 2, 3, 4])
    assert repair is not None
    assert (repair.numbers, repair.has_summary) == ((1,), False)
    assert find_faults(reviewed) == {(f"answers.1.{field}", "written")}


def test_a_summary_that_is_gone_is_asked_for_again() -> None:
    reviewed = draft(summary="You should be hired.")
    clean_review(reviewed, FACTS)
    assert find_faults(reviewed) == {("summary", "verdict")}
    assert reviewed.summary == ""


def test_a_reason_that_states_what_is_nowhere_goes() -> None:
    reasons = {"impact": "names 250 people", "structure": "one case, in order"}
    reviewed = draft(judge(1, reasons=reasons), *map(judge, (2, 3, 4)))
    clean_review(reviewed, FACTS)
    assert reviewed.judgements[1].reasons == {"structure": "one case, in order"}


@pytest.mark.parametrize(
    "ratings",
    [
        [(3, 3, 3, 3, 3)] * 4,
        [(4, 3, 4, 3, 4)] * 4,
        [(1, 1, 1, 1, 1), (2, 2, 2, 2, 2), (3, 3, 3, 3, 3), (4, 4, 4, 4, 4)],
        [(1, 2, 3, 4, 5), (1, 2, 3, 4, 5), (1, 2, 3, 4, 4), (2, 2, 3, 4, 5)],
        [(3, 3, 3, 3, 3), (3, 3, 3, 3, 4), (3, 3, 3, 3, 3), (2, 3, 3, 3, 3)],
        [(4, 4, 4, 4, 3), (4, 4, 4, 4, 4), (4, 4, 4, 4, 4), (4, 4, 4, 5, 4)],
    ],
)
def test_flat_or_mechanical_ratings_are_asked_for_again(ratings: list[tuple[int, ...]]) -> None:
    reviewed = draft(
        *(judge(number, ratings=rate(*given)) for number, given in enumerate(ratings, start=1))
    )
    clean_review(reviewed, FACTS)
    assert find_faults(reviewed) == {(f"answers.{n}.ratings", "flat") for n in range(1, 5)}


def test_one_answer_that_differs_does_not_make_flat_ratings_good() -> None:
    fifth = "What would my first week here look like, and who would I work with on the wards?"
    reviewed = draft(
        *(judge(number, ratings=rate(4, 3, 4, 3, 4)) for number in range(1, 5)),
        judge(1, comment="A question of your own.")._replace(number=5, next_time="Ask one more?"),
    )
    clean_review(reviewed, talk(*ANSWERS, fifth))
    assert {fault.place for fault in reviewed.faults} == {
        f"answers.{number}.ratings" for number in range(1, 5)
    }


@pytest.mark.parametrize(
    ("facts", "ratings"),
    [
        (talk(*ANSWERS[:2]), [(3, 3, 3, 3, 3)] * 2),
        (talk(*[f"{STORY} That was case {number}." for number in range(4)]), [(3, 3, 3, 3, 3)] * 4),
        (talk(STORY, "", "I don't know.", ANSWERS[1]), [(2, 2, 2, 2, 2)] * 4),
        (FACTS, [(1, 1, 1, 1, 1)] * 4),
        (FACTS, [(3, 2, 3, 3, 2), (3, 2, 3, 3, 3), (3, 2, 3, 2, 2), (4, 2, 3, 3, 2)]),
        (FACTS, [(3, 3, 3, 3, 3), (3, 3, 3, 3, 3), (2, 2, 2, 2, 2), (3, 3, 2, 3, 3)]),
    ],
    ids=["few", "alike", "no answers", "empty", "near and even", "not all"],
)
def test_ratings_may_be_the_same_where_the_answers_are_or_are_few(
    facts: Facts, ratings: list[tuple[int, ...]]
) -> None:
    given = [judge(n, ratings=rate(*five)) for n, five in enumerate(ratings, start=1)]
    reviewed = draft(*given)
    clean_review(reviewed, facts)
    assert reviewed.faults == []


@pytest.mark.parametrize(
    ("comments", "asked"),
    [
        (["You answer the question well."] * 4, {1, 2, 3, 4}),
        ([f"Answer {number} is clear and real." for number in range(1, 5)], {1, 2, 3, 4}),
        (["You answer it well."] * 3 + [COMMENTS[3]], {1, 2, 3}),
        (["You answer it well."] * 2 + list(COMMENTS[2:]), set()),
        (
            ["You answer it well.", "You answer it, well.", "you answer IT well", COMMENTS[3]],
            {1, 2, 3},
        ),
        (
            [
                f"This is a {word} good answer that shows experience."
                for word in ("very", "quite", "rather", "really")
            ],
            {1, 2, 3, 4},
        ),
        (
            [
                f"You say what you did about {word} and why you did it."
                for word in ("detectors", "apprentices", "vans", "panels")
            ],
            set(),
        ),
        (
            ["A clear story to the point.", "To the point: a story, clear."] * 2,
            {1, 2, 3, 4},
        ),
    ],
)
def test_one_sentence_everywhere_is_asked_for_again(comments: list[str], asked: set[int]) -> None:
    given = [judge(n, comment=comment) for n, comment in enumerate(comments, start=1)]
    reviewed = draft(*given)
    clean_review(reviewed, FACTS)
    assert find_faults(reviewed) == {(f"answers.{number}.comment", "same") for number in asked}


REMARKS = (
    ("The van was packed the night before, and the foreman saw it by seven.", 1, True),
    ("The van was packed the night before, and the foreman saw it by seven.", 3, False),
    ("What the foreman said is missing here; the alarms stopped, but who noticed?", 1, False),
    ("One more voice, such as a foreman's, would help.", 2, False),
    ("It is short.", 1, False),
    ("Two of them try to find, show, let or lead; the first example is not shown.", 4, False),
)


@each(("comment", "number", "is_dropped"), REMARKS)
def test_a_remark_on_another_answer_is_asked_for_again(
    comment: str, number: int, is_dropped: bool
) -> None:
    given = (judge(n, **({"comment": comment} if n == number else {})) for n in range(1, 5))
    reviewed = draft(*given)
    clean_review(reviewed, FACTS)
    expected = {(f"answers.{number}.comment", "elsewhere")} if is_dropped else set()
    assert find_faults(reviewed) == expected


def test_a_remark_on_a_follow_up_may_be_about_the_answer_before() -> None:
    facts = talk(*ANSWERS)
    before, after = facts.exchanges[2:]
    follow_up = after.question.model_copy(update={"kind": "follow_up"})
    asked_after = after._replace(question=follow_up)
    asked = facts._replace(exchanges=(*facts.exchanges[:2], before, asked_after))
    remark = "The van was packed the night before, and the foreman saw it by seven."
    reviewed = draft(*map(judge, (1, 2, 3)), judge(4, comment=remark))
    clean_review(reviewed, asked)
    assert reviewed.faults == []


TAKEN_FOR_GIVEN = (
    ("Say that you speak Welsh with patients.", False),
    ("Add how you won the Deming Prize.", False),
    ("Mention your Michelin star.", False),
    ("Add your diploma of the Lenoir school.", False),
    ("Mention your work at Park School.", True),
    ("Add your LinkedIn address.", True),
    ("Say that you speak Polish with the fitters.", False),
    ("Give the CV in English and in German.", True),
    ("Move your master's degree to the top.", False),
    ("If you speak Welsh, say so.", True),
    ("Name the Excel sheets, if there are any.", True),
    ("Say that you would like to learn KNX.", True),
    ("Say that you traced the detectors at Park School.", True),
)


@each(("advice", "is_kept"), TAKEN_FOR_GIVEN)
def test_advice_takes_only_what_is_known_for_given(advice: str, is_kept: bool) -> None:
    reviewed = draft(cv_improvements=[advice])
    clean_review(reviewed, FACTS)
    assert reviewed.cv_improvements == [advice] * is_kept


def test_one_advice_for_all_is_asked_for_again() -> None:
    reviewed = draft(*(judge(number, next_time="What came of it?") for number in range(1, 5)))
    clean_review(reviewed, FACTS)
    assert {name for _, name in find_faults(reviewed)} == {"same"}


@each(
    ("strength", "is_kept"),
    [
        (Point("You name your case", 1, "I traced 40 detectors in two days"), True),
        (Point("You give a measure of the result", 1, "fell from nine a month to none"), True),
        (Point("You give a measure of the result", 1, "decided to replace the panel"), False),
        (Point("Your own part is clear", 2, "I trained two apprentices"), True),
        (Point("Your own part is clear", 2, "one now leads 6 fitters"), False),
        (Point("A clear order from fault to result", 1, "I traced 40 detectors"), True),
        (Point("You name your case", 1, "the fire"), False),
        (Point("You name your case", 1, "I traced 400 detectors"), False),
        (Point("You name your case", 2, "I traced 40 detectors in two days"), False),
        (Point("You name your case", 9, "I traced 40 detectors in two days"), False),
        (Point("You name your case", 1, None), False),
    ],
)
def test_a_strength_needs_a_quote_that_supports_it(strength: Point, is_kept: bool) -> None:
    reviewed = draft(strengths=[strength])
    removed = clean_review(reviewed, FACTS)
    assert (reviewed.strengths == [strength], removed["unproved"]) == (is_kept, not is_kept)


ABOUT = (
    ("Strong leadership of apprentices", 2),
    ("You show leadership.", 2),
    ("Good communication with the foreman", 3),
    ("Methodical troubleshooting", 1),
    ("You show that you can solve problems.", 1),
    ("A specific and convincing example", 1),
    ("Your motivation is clear.", 4),
    ("Thorough preparation for the day", 3),
    ("You let the apprentices find faults before you helped.", 2),
    ("Clear STAR structure", 2),
    ("You describe a concrete improvement in punctuality", 3),
    ("You connect your motivation to the employer's needs", 4),
    ("Relevant technical knowledge", 1),
    ("You explain why hospitals matter to you.", 4),
    ("Shows ownership of the replacement", 1),
    ("You look for the cause before you act", 1),
    ("You admit what went wrong", 3),
    ("You rely on data rather than guesses", 1),
    ("You stay fair to the trainees", 2),
)
NOT_ABOUT = (
    ("Excellent negotiation with vendors", 2),
    ("Strong budgeting and cost control", 1),
    ("Deep expertise in cloud architecture", 3),
    ("Great creativity in marketing campaigns", 4),
    ("You show empathy for patients in pain.", 1),
    ("Fluent in several programming languages", 2),
    ("Solid grasp of machine learning", 3),
    ("Your innovation is remarkable.", 1),
    ("Excellent time series forecasting", 2),
    ("Strong financial modelling", 4),
    ("Great public speaking", 1),
    ("You inspire others through mentoring and warm feedback", 4),
)


@each(("praise", "number"), ABOUT)
def test_praise_of_what_an_answer_shows_is_kept(praise: str, number: int) -> None:
    reviewed = draft(strengths=[Point(praise, number, " ".join(ANSWERS[number - 1].split()[:20]))])
    assert clean_review(reviewed, FACTS)["unproved"] == 0


@each(("praise", "number"), NOT_ABOUT)
def test_praise_of_what_no_word_of_the_answer_shows_is_removed(praise: str, number: int) -> None:
    point = Point(praise, number, " ".join(ANSWERS[number - 1].split()[:9]))
    reviewed = draft(strengths=[point])
    assert clean_review(reviewed, FACTS) == {"unproved": 1}
    assert reviewed.strengths == []


def test_order_is_not_praised_where_it_is_rated_low() -> None:
    low = judge(1, ratings=rate(4, 4, 2, 3, 4))
    point = Point("A clear order from fault to result", 1, "I traced 40 detectors")
    reviewed = draft(low, *map(judge, (2, 3, 4)), strengths=[point])
    clean_review(reviewed, FACTS)
    assert reviewed.strengths == []


def test_what_is_said_twice_is_said_once() -> None:
    quote = "I traced 40 detectors in two days"
    reviewed = draft(
        strengths=[Point("You name the case.", 1, quote), Point("you name the case", 1, quote)],
        weaknesses=[Point("You name the case", 1, None), Point("No baseline", 2, None)],
        cv_improvements=["Add the year.", "Add the year!", "Add the number of schools."],
    )
    assert clean_review(reviewed, FACTS) == {"duplicate": 3}
    assert [point.text for point in reviewed.weaknesses] == ["No baseline"]
    assert reviewed.cv_improvements == ["Add the year.", "Add the number of schools."]


@each(
    ("text", "other", "is_same"),
    [
        (
            "The aim for the first year has no figure for what the unit would gain.",
            "The aim for your first year names no figure for the unit's gain.",
            True,
        ),
        (
            "It stays open how many new apprentices you have taught.",
            "You do not say how many new apprentices were taught by you.",
            True,
        ),
        ("You tell no date for the repair sheet.", "The repair sheet has no date.", True),
        ("Your own share in the repair is unclear.", "What share of the repair was yours?", True),
        (
            "The result of the night plan is missing.",
            "The reason for the night plan is not told.",
            False,
        ),
        (
            "You tell no date for the repair sheet.",
            "You name no colleague who used the sheet.",
            False,
        ),
        ("Name the number of schools with alarms.", "Name the number of fitters.", False),
        ("Shorten the profile.", "Shorten the list of skills.", False),
    ],
)
def test_a_point_in_other_words_is_the_same_point(text: str, other: str, is_same: bool) -> None:
    assert is_about_the_same(text, other) == is_same


def test_a_point_in_another_order_on_the_same_quote_is_said_once() -> None:
    quote = "I traced 40 detectors in two days"
    points = [
        Point("You trace before you decide", 1, quote),
        Point("Before deciding you trace", 1, f"{quote}, decided"),
    ]
    reviewed = draft(weaknesses=points)
    assert clean_review(reviewed, FACTS) == {"duplicate": 1}


@each(
    ("figure", "value"),
    [
        ("3,000", 3000), ("3.000", 3000), ("40k", 40_000), ("12%", 12), ("€2.5m", 2_500_000),
        ("nine", 9), ("3.5", 3.5), ("3,5", 3.5), ("1.2.3", None), ("many", None),
    ],
)  # fmt: skip
def test_numbers_are_compared_by_their_values(figure: str, value: float | None) -> None:
    assert parse_number(figure) == value


def answer_all(line: Line) -> str:
    session = line.started(questions=4)
    for answer in ANSWERS:
        line("answer", session, "--text", answer)
    return session


def fill(review: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Put the ratings and remarks of ANSWERS into a review, each answer with these changes."""
    for index, answer in enumerate(review["answers"].values()):
        answer["ratings"] = dict(zip(CRITERIA, RATINGS[index], strict=True))
        answer |= {"comment": COMMENTS[index], "next_time": NEXT[index]} | changes
    return review


def review_as(**changes: Any) -> Any:
    """Reply with a good review of ANSWERS, each answer changed in these fields."""

    def behave(handler: Any, received: Any) -> None:
        say(json.dumps(fill(good_review(received), **changes)))(handler, received)

    return behave


FLAT = {"ratings": dict.fromkeys(CRITERIA, 3)}


def test_markdown_is_taken_off() -> None:
    reviewed = draft(
        judge(1, comment=f"**{COMMENTS[0]}**"),
        *map(judge, (2, 3, 4)),
        weaknesses=[Point("No *baseline*", 2, None)],
    )
    assert not clean_review(reviewed, FACTS)
    assert reviewed.judgements[1].comment == COMMENTS[0]
    assert reviewed.weaknesses[0].text == "No baseline"


class TestTheCommand:
    def test_a_refusal_in_the_place_of_a_remark_is_asked_for_again(
        self, line: Line, model: ModelServer
    ) -> None:
        session = answer_all(line)
        model.requests.clear()
        model.script = [review_as(comment="I'm sorry, but I cannot help with that."), review_as()]
        line("feedback", session)
        assert "answers.2.comment: refuses the task" in model.requests[1].text
        (first, *_) = line.stored(session)["feedback"]["answers"]
        assert first["comment"] == COMMENTS[0]

    def test_a_degenerate_review_is_asked_for_again(self, line: Line, model: ModelServer) -> None:
        session = answer_all(line)
        model.requests.clear()
        model.script = [review_as(**FLAT), review_as()]
        line("feedback", session)
        assert len(model.requests) == 2
        assert "answers.2.ratings: these ratings are the same for every" in model.requests[1].text
        (first, *_) = line.stored(session)["feedback"]["answers"]
        assert first["ratings"] == dict(zip(CRITERIA, RATINGS[0], strict=True))

    def test_a_whole_review_may_follow_a_request_for_its_summary(
        self, line: Line, model: ModelServer
    ) -> None:
        session = answer_all(line)

        def with_verdict(handler: Any, received: Any) -> None:
            review = fill(good_review(received, summary="You should be hired."))
            say(json.dumps(review))(handler, received)

        def whole_again(handler: Any, received: Any) -> None:
            review = good_review(model.requests[-2])
            # Longer than any summary.
            review["cv_improvements"] = list(ANSWERS)
            say(json.dumps(fill(review) | {"summary": COMMENTS[0]}))(handler, received)

        model.script = [with_verdict, whole_again]
        line("feedback", session)
        assert line.stored(session)["feedback"]["summary"] == COMMENTS[0]

    def test_one_that_stays_so_is_refused_and_the_offline_coach_offered(
        self, line: Line, model: ModelServer
    ) -> None:
        session = answer_all(line)
        before = line.path(session).read_bytes()
        model.requests.clear()
        model.always = review_as(**FLAT)
        failed = line("feedback", session, "--json", exit_code=5).json
        assert "does not fit the answers (the same ratings throughout)" in failed["error"]
        assert "--coach offline" in failed["hint"]
        assert len(model.requests) == 2
        assert line.path(session).read_bytes() == before

    def test_what_was_left_out_is_said_and_kept_as_a_notice(
        self, line: Line, model: ModelServer
    ) -> None:
        session = answer_all(line)

        def with_scores(handler: Any, received: Any) -> None:
            review = good_review(received, summary="You name real cases. Rating: 4/5.")
            for index, answer in enumerate(review["answers"].values()):
                answer["ratings"] = dict(zip(CRITERIA, RATINGS[index], strict=True))
                answer |= {"comment": f"{COMMENTS[index]} A 4/5.", "next_time": NEXT[index]}
            say(json.dumps(review))(handler, received)

        model.script = [with_scores]
        noted = line("feedback", session).stderr
        assert "5 remarks in the model's review were left out (a score or a verdict" in noted
        assert any("left out" in notice for notice in line.stored(session)["notices"])


def test_a_draft_is_not_changed_by_a_second_look() -> None:
    reviewed = draft(judge(1, comment=f"{COMMENTS[0]} A solid 4/5."), *map(judge, (2, 3, 4)))
    clean_review(reviewed, FACTS)
    once = replace(reviewed)
    assert not clean_review(reviewed, FACTS)
    assert reviewed == once


@each(
    ("changes", "fault"),
    [
        ({"comment": "Great answer, well done! Keep it up."}, "empty"),
        ({"comment": "You say that you rebuilt the kitchen of a hotel in Rome alone."}, "fact"),
        ({"comment": "On this evidence we would move you to the next round."}, "verdict"),
        ({"next_time": "Tell how you calmed two cooks over a knife and saved dinner."}, "fact"),
    ],
)
def test_a_remark_on_no_answer_is_asked_for_again(changes: dict[str, str], fault: str) -> None:
    reviewed = draft(judge(1, **changes), judge(2), judge(3), judge(4))
    clean_review(reviewed, FACTS)
    place = f"answers.1.{next(iter(changes))}"
    assert find_faults(reviewed) == {(place, fault)}


def test_a_quote_without_content_proves_nothing() -> None:
    facts = talk("I taught them. They are doing well now.", *ANSWERS[1:])
    praise = Point("You teach with patience.", 1, "They are doing well now")
    reviewed = draft(strengths=[praise])
    assert clean_review(reviewed, facts)["unproved"] == 1
    assert not reviewed.strengths


def test_advice_in_other_words_for_every_answer_is_asked_for_again() -> None:
    said = (
        "Can you add a concrete result?",
        "Could you add some concrete results?",
        "Can you add one more concrete result?",
        "Could you add the concrete results?",
    )
    reviewed = draft(*(judge(number, next_time=text) for number, text in enumerate(said, 1)))
    clean_review(reviewed, FACTS)
    assert {name for _, name in find_faults(reviewed)} == {"same"}
