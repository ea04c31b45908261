"""No remark denies what the answer holds, or asks for what the question did not."""

import re

from benchmarks.ratings import create_question
from interview_cli.coach.base import Exchange, Judgement, Review
from interview_cli.coach.offline.quote_guards import can_show
from interview_cli.coach.offline.ratings import rate_answer
from interview_cli.coach.offline.remark_choice import Remarks
from interview_cli.coach.offline.review import review_answers
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.fakes import facts_of

HOIST = (
    "First the care plan: which sling, which size, which loops. Then the sling itself, for tears "
    "and the date of the last inspection. I charge the battery, set the brakes and spread the "
    "legs. I tell the person what we do and wait for my colleague."
)
ADDING = "Is there anything you'd like to add to any of your answers?"


def review(kind: QuestionKind, question: str, answer: str) -> Review:
    return review_answers(facts_of(Exchange(1, create_question(kind, question), answer, False)))


def judge(kind: QuestionKind, question: str, answer: str) -> Judgement:
    return review(kind, question, answer).judgements[0]


def read(kind: QuestionKind, question: str, answer: str) -> Remarks:
    exchange = Exchange(1, create_question(kind, question), answer, False)
    return Remarks(rate_answer(exchange, facts_of(exchange)))


@each(
    ("kind", "question", "answer", "code"),
    [
        ("situation", "You move someone with a hoist. What do you check?", HOIST, "step"),
        (
            "situation",
            "You get a reading that can't be right. How do you find the cause?",
            "I null the leads and try the meter on a known thing from my box. Then I swap the "
            "leads. If the meter is good I look at the circuit for a borrowed neutral.",
            "step",
        ),
        (
            "motivation",
            "What made you apply for this job?",
            "I want a proper shift that I can plan with. Four on four off suits me. I'd like to "
            "use my licence again and go on to reach truck.",
            "wish",
        ),
        (
            "requirement",
            "Part of this job is cutting in boxes. What do you know about that so far?",
            "You mark out your height, check what's behind, drill the hole, fix the bracket.",
            "step",
        ),
        ("closing", ADDING, "No, I think I've said everything.", "ask"),
        ("situation", "How do you keep a fridge in order?", "First in, first out.", "case"),
        (
            "situation",
            "Which parts do you test first, and why?",
            "The refunds, because a mistake there costs money.",
            "reason",
        ),
    ],
)
def test_what_is_told_or_was_not_asked_is_not_called_missing(
    kind: QuestionKind, question: str, answer: str, code: str
) -> None:
    assert code in read(kind, question, answer).told
    assert not read(kind, question, answer).is_weak_in(code)


@each(
    ("kind", "question", "answer", "code"),
    [
        (
            "situation",
            "Two customers need you before noon. How would you choose?",
            "I would see which one is more urgent and go to that one. You have to be flexible.",
            "step",
        ),
        (
            "requirement",
            "Where did you have to learn something quickly? Tell me how you did it.",
            "I'm a quick learner, I picked everything up quickly. At Ikea I learned the forklift, "
            "and at Tesco I had to learn all the routes. Give me a week and I know it.",
            "step",
        ),
        (
            "motivation",
            "What made you apply for this job?",
            "I want something new. I like that it is a family company.",
            "wish",
        ),
        ("closing", "What questions do you have for us?", "No, I think it is all clear.", "ask"),
        ("behaviour", "Tell me about a mistake.", "Everybody makes mistakes.", "case"),
    ],
)
def test_what_is_vague_is_not_told(
    kind: QuestionKind, question: str, answer: str, code: str
) -> None:
    assert code not in read(kind, question, answer).told


@each(
    ("kind", "question", "code"),
    [
        ("situation", "Which faults does a quick vehicle check miss?", "step"),
        ("situation", "A colleague takes over tomorrow. What do they need to know?", "step"),
        ("opener", "What did a normal day look like?", "wish"),
        ("requirement", "Looking at your CV, where did you learn something quickly?", "gap"),
        ("follow_up", "What was your own role in that?", "measure"),
    ],
)
def test_what_the_question_does_not_ask_for_is_not_advised(
    kind: QuestionKind, question: str, code: str
) -> None:
    answer = "I was on the late shift in the depot. Inner tyre walls are hard to see."
    assert code not in [advice.code for advice in read(kind, question, answer).advice]


def test_telling_others_that_one_does_not_know_is_no_gap() -> None:
    question = "A patient asks about a medicine that you don't know well. What do you do?"
    answer = (
        "I tell them that I don't know it well enough and that I'll find out. I look in the BNF "
        "and check their chart. If it's not clear I ring the ward pharmacist."
    )
    found = review("situation", question, answer)
    assert "missing" not in found.judgements[0].comment
    assert "by when you would learn" not in found.judgements[0].next_time
    assert not any("what is missing" in point.text for point in found.weaknesses)


def test_what_comes_nearest_is_not_asked_for_again() -> None:
    question = "How much experience with library systems do you have?"
    answer = (
        "None with Spydus. At the shop we used Gardlink and Batchline for six years. I learned "
        "Batchline from the manual in a week when the manager left."
    )
    found = review("requirement", question, answer)
    assert "what comes nearest to it" in found.judgements[0].comment
    assert "nearest" not in found.judgements[0].next_time
    assert not any("what is missing" in point.text for point in found.weaknesses)


def test_a_no_to_an_offer_is_no_fault() -> None:
    found = review("closing", ADDING, "No, I think I've said everything. Thank you.")
    assert "nothing is wrong" in found.judgements[0].comment
    assert "Use the offer" in found.judgements[0].next_time
    assert not any("ask about the job" in point.text for point in found.weaknesses)


def test_a_short_no_to_an_offer_leaves_no_question_without_an_answer() -> None:
    found = review("closing", "Is there anything you would like to add?", "Not really, thanks.")
    assert found.weaknesses == ()
    assert "nothing that can be rated" not in found.summary


@each(("word", "times", "is_told"), [("Well,", 5, False), ("Um,", 5, True), ("Um,", 2, False)])
def test_only_sounds_are_hesitation_and_few_strike_nobody(
    word: str, times: int, is_told: bool
) -> None:
    told = " ".join(f"{word} I moved {number} boxes to Leeds." for number in range(times))
    found = review("behaviour", "Tell me about a mistake.", told)
    assert ("Hesitation" in found.summary) == is_told


def test_an_overview_tells_no_case() -> None:
    told = (
        "I picked orders in the Ikea warehouse in Derby, drove a Tesco van on the chilled routes "
        "and now carry parcels for DPD in Leeds."
    )
    case = (
        "At Ikea in Derby I had to learn the forklift of the warehouse, at Tesco the chilled "
        "routes and the van, and for DPD the scanner."
    )
    questions = [("opener", "Walk me through your CV."), ("requirement", "What did you learn?")]
    exchanges = [
        Exchange(number, create_question(kind, asked), answer, False)
        for number, ((kind, asked), answer) in enumerate(
            zip(questions, (told, case), strict=True), 1
        )
    ]
    assert "already" not in review_answers(facts_of(*exchanges)).judgements[1].comment


def test_an_answer_that_is_rated_low_gets_one_thing_to_change() -> None:
    found = judge(
        "situation",
        "What would help you when someone you've looked after for months dies?",
        "It is sad, but talking helps me, with people who knew the person. And then there are "
        "other residents who need me the next morning.",
    )
    assert found.next_time.startswith("If you change one thing, ") or "Say" in found.next_time
    assert "nothing" not in found.comment


@each(
    ("code", "text"),
    [
        ("steps", "The other pair took the old ones down."),
        ("steps", "When I went down in the morning the water had come up by a foot."),
        ("result", "I rang the client and wrote the letter to the tax office myself."),
        ("figures", "The hours are good, half eight to five, so no more evenings."),
        ("figures", "I start at ten with bread, then the terrines."),
        ("details", 'I send one line with it: "between 300 and 340'),
        ("figures", "I've done reception for nearly three years and I want something new."),
        ("answers", "Right so that was October going into November."),
        ("answers", "It was a small gear shop with an online store."),
        ("answers", "Work's steady and it's PAYE."),
        ("clear", "I am coordinator in nights, goods out."),
        ("clear", "Right so that was October going into November."),
        ("reasons", "I say name, age, why he came, day number."),
        ("plan", "I'd look at the pump."),
        ("details", "I'd pass it to the person that deals with data, the same day."),
    ],
)
def test_a_quote_that_does_not_show_it_is_not_given(code: str, text: str) -> None:
    assert not can_show(code, text)


@each(
    ("code", "text"),
    [
        ("steps", "I ran the lift and did the connections with one mate."),
        ("steps", "When the water rose I moved the group up the bank."),
        ("result", "I wrote a guide, and the managers still use it."),
        ("result", "It had a 58% open rate, and we sold 640 tickets from it."),
        ("figures", "I start at ten with 60 covers and one commis."),
        ("details", 'I say "change", nothing more.'),
        ("answers", "I look how many trailers came, and I make the plan who is on which door."),
        ("answers", "Check the mic, wait one second, breathe out."),
        ("clear", "First I split the ring at the middle, then I walked it down."),
        ("reasons", "I put it on the board because the old drawings were wrong."),
        ("plan", "I'd stop the pump first, then I'd call the fitter."),
    ],
)
def test_a_quote_that_shows_it_is_given(code: str, text: str) -> None:
    assert can_show(code, text)


def test_a_strength_has_a_quote_of_its_own() -> None:
    told = (
        "So I made the plan with him: I mark the floor with tape, one person only for sauce, and I "
        "count 220 plates in the hotbox by table number. First time 14 minutes, second was 11."
    )
    found = review("behaviour", "Tell me about a time when you planned a service.", told)
    quotes = [strength.quote for strength in found.strengths]
    assert len(quotes) == len(set(quotes))


@each(
    ("question", "told"),
    [
        ("What do you look at when you come to a patient?", "I look at ABCDE, airway first."),
        ("How do you keep the section clean?", "I wipe down as I go and I scrub at nine."),
    ],
)
def test_no_case_is_asked_for_where_the_question_asks_for_none(question: str, told: str) -> None:
    found = judge("situation", question, told)
    assert "case" not in found.next_time.lower()


def test_a_low_answer_is_not_told_to_stay_as_it_is() -> None:
    found = judge("motivation", "What do you know about us so far?", "Energy, I think, and hybrid.")
    assert not found.next_time.startswith(("Keep it", "Leave it", "It can stay"))


def test_to_hand_on_what_was_seen_to_first_is_no_fault() -> None:
    told = (
        "I ask which two skills he can't live without, I go back to the brief, I send two others "
        "and I ring him on Friday. If he still says no I tell my manager."
    )
    found = judge("situation", "A client turns down every candidate. What do you do?", told)
    assert "anybody above you" not in found.next_time


@each(
    ("kind", "question", "answer", "denied"),
    [
        (
            "situation",
            "Which check would you never skip, and why that one?",
            "Bank details. If the money goes to the wrong account it's gone.",
            "one by one",
        ),
        (
            "situation",
            "What makes somebody really good at this job?",
            "The best one I had, Tess, saw the line and moved people. I take the worst spot.",
            "step by step",
        ),
        (
            "situation",
            "How can you tell whether somebody will make a good carer?",
            "If they talk to the residents and not just to me, I know. I show them round.",
            "step by step",
        ),
        (
            "situation",
            "What do you look at before you reach the patient?",
            "Is it safe, have the police been, is there a dog, traffic. Then how many. Then who.",
            "one by one",
        ),
        (
            "requirement",
            "What is the hardest part of your work, and how do you deal with it?",
            "Estimates. I try to divide the task, I add some buffer, and I ask a colleague.",
            "step by step",
        ),
        (
            "situation",
            "Your manager wants to give you another case. What do you say?",
            "I'd say I'll take it, but we look at the list together.",
            "word for word",
        ),
        (
            "motivation",
            "What would be the biggest change from what you do now?",
            "No two houses the same. And having to run a job instead of my bit of it.",
            "when it was",
        ),
        (
            "motivation",
            "Which part would you look forward to most, and which least?",
            "Most the long journeys, you've got to think. Least nights, but nobody likes nights.",
            "does not answer",
        ),
    ],
)
def test_what_stands_there_or_was_not_asked_is_not_advised(
    kind: QuestionKind, question: str, answer: str, denied: str
) -> None:
    found = review(kind, question, answer)
    told = [found.judgements[0].next_time, found.judgements[0].comment, found.summary]
    told += [point.text for point in found.weaknesses]
    assert not any(denied in text for text in told)


def test_an_answer_that_may_stay_has_no_weakness() -> None:
    gap = "How much have you had to do with HPLC?"
    told = (
        "Honestly I don't work with HPLC at my job. At university we had one course, I made "
        "caffeine in cola and vitamin C in juice, with a C18 column. So I know the principle, "
        "mobile phase, calibration curve, but I can't repair it. I would need a person who shows "
        "me for some weeks."
    )
    found = review("gap", gap, told)
    assert re.search("stay|as it is", found.judgements[0].next_time)
    assert not found.weaknesses


def test_what_has_run_out_is_not_asked_since_when_it_is_there() -> None:
    asked = "You'd need a First Aid certificate here. Is yours in date?"
    assert "since when" not in judge("gap", asked, "No, it's expired, sorry.").next_time


def test_a_short_no_to_an_offer_is_one_in_any_words() -> None:
    offer = "Is there anything you'd like to add to any of your answers?"
    assert not review("closing", offer, "Nope.").weaknesses


@each(
    ("code", "text"),
    [
        ("plan", "And then I'd look at the call bells and the weights."),
        ("honest", "I know how it goes wrong for them at the hearing."),
        ("answers", "A normal week is easier to describe because it goes by the day."),
    ],
)
def test_one_glance_a_preface_or_the_lot_of_others_bears_nothing_out(code: str, text: str) -> None:
    assert not can_show(code, text)


def test_a_question_on_what_came_of_it_asks_for_no_steps_and_no_reason() -> None:
    question = "You said you quoted for a new boiler. What came of it?"
    answer = "She had one off me. It's fine, I service it every year."
    codes = {advice.code for advice in read("follow_up", question, answer).advice}
    assert codes.isdisjoint({"step", "reason", "question", "case"})
    assert "step" in {
        advice.code for advice in read("situation", "How is it fitted?", answer).advice
    }


def test_an_answer_that_tells_its_steps_is_not_asked_for_them() -> None:
    question = "A customer threatens to post about you online. How do you handle that?"
    steps = "I look at the problem. If he is right, I fix it today. Then I inform my team leader."
    told = read("situation", question, steps)
    assert told.word_by_aim("general") is None
    bare = read("situation", question, "I think it is important to be fair.")
    assert bare.word_by_aim("general") is not None


def test_a_paper_is_missed_only_where_the_question_names_it() -> None:
    answer = "We use Dentrix and I scan letters in there all the time."
    asked = create_question("gap", "Do you have a high school diploma or GED?")
    other = create_question("gap", "You'd be scanning documents. What has prepared you for that?")
    for question, is_missed in ((asked, True), (other, False)):
        topic = question.model_copy(update={"topic": "High school diploma or GED"})
        exchange = Exchange(1, topic, answer, False)
        rated = rate_answer(exchange, facts_of(exchange))
        assert (rated.missed is not None) == is_missed


@each(
    "question",
    ["You quoted for a new boiler. What came of it?", "You called the nurse. How did it turn out?"],
)
def test_no_end_is_asked_of_what_tells_only_the_end(question: str) -> None:
    answer = "She had one off me. It's fine, I see to it every year."
    assert "end" not in [each.code for each in read("follow_up", question, answer).advice]


@each(
    ("kind", "question", "answer", "denied"),
    [
        (
            "requirement",
            "Tell me about a time when two pupils were at odds with each other.",
            "Two boys both wanted the one truck. I got down between them and said we'd use the "
            "sand timer. I sat with the one who was waiting.",
            "step",
        ),
        (
            "requirement",
            "Tell me about a time when somebody doubted your figures.",
            "The manager said the data was wrong. I explained it to him and showed the query. We "
            "found that riders were closing orders late.",
            "last time",
        ),
        (
            "requirement",
            "You closed a kitchen. What was the hardest part of that?",
            "Hardest part was rent. I did some cooking for a charity, 150 meals on Thursdays.",
            "step",
        ),
        (
            "follow_up",
            "What would you say to them, word for word?",
            "I'd say, \"I'm sorry, I'm not allowed to cut your nails. But I can phone the "
            'podiatrist with you now."',
            "number",
        ),
        (
            "motivation",
            "What do you know about Acme so far?",
            "It is a contractor for parcels, with Ram vans. I looked at the reviews in Google.",
            "two facts",
        ),
        (
            "motivation",
            "What made you apply for this job?",
            "Your programme: I did the course, and you have two nurses on each shift. I live near.",
            "what you want",
        ),
        (
            "closing",
            "What would you need from us in your first few weeks to do well in this job?",
            "Training on the tech roles, so I can tell front end from back end, and warm leads.",
            "two or three",
        ),
        (
            "opener",
            "You work as a carer. What is that job like?",
            "Busy. You've eight to ten folk to see, and you get fifteen minutes with each.",
            "figure",
        ),
    ],
)
def test_nothing_is_asked_for_that_stands_there(
    kind: QuestionKind, question: str, answer: str, denied: str
) -> None:
    judgement = judge(kind, question, answer)
    assert denied not in f"{judgement.comment} {judgement.next_time}"


@each(
    ("kind", "question", "answer", "asked"),
    [
        ("motivation", "What do you know about Acme so far?", "It is a good firm.", "two facts"),
        (
            "closing",
            "What would you need from us in your first few weeks to do well in this job?",
            "Just somebody to show me where everything is!",
            "two or three",
        ),
    ],
)
def test_what_is_missing_is_asked_for(
    kind: QuestionKind, question: str, answer: str, asked: str
) -> None:
    assert asked in judge(kind, question, answer).next_time
