"""A weak answer is told what its question wants first, or what its own words give away."""

from interview_cli.coach.offline.question_aims import asks_conditions_only
from interview_cli.coach.offline.review_steps import choose_step
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.vocabulary import QuestionKind
from tests.cases import each
from tests.coach.offline.test_remark_guards import judge, read, review

CHOOSE = "We've talked about a lot. Why should we choose you for this job?"
NEEDS = "What would you need from us in your first few weeks to do well in this job?"


@each("table", ["aim", "giveaway"])
def test_every_entry_has_rules_and_words(table: str) -> None:
    file = "question_aims.toml" if table == "aim" else "giveaways.toml"
    rules = load_rules("interview_cli.coach.offline", file)
    shown = load_rules("interview_cli.coach.offline", "giveaways.toml")
    for name, entry in load_toml("interview_cli.coach.offline", "aim_words.toml")[table].items():
        assert rules[name].rules
        assert entry["advice"][0].isupper()
        assert entry["advice"].endswith(".")
        assert entry["lack"][0].islower()
        assert not entry["weakness"].endswith(".")
        assert entry.get("lift") or "lifted" not in entry
        for group in ("given", "lifted", "unless"):
            assert group not in entry or shown[entry[group]].rules


@each(
    ("kind", "question", "answer", "asked_for"),
    [
        ("motivation", "What do you know about Acme so far?", "They fit cables.", "two facts"),
        ("closing", NEEDS, "Just let me get on with it really.", "things that you would need"),
        ("closing", CHOOSE, "I am hardworking and honest. I can multitask.", "one day"),
        ("closing", CHOOSE, "I show up. You'll know by the second week.", "prove it"),
        (
            "opener",
            "Tell me a bit about your work as a clerk.",
            "I do all of the office work.",
            "“I do all of the office work” a figure",
        ),
        (
            "situation",
            "A colleague talks about a patient in the lift. What do you do?",
            "I would let my supervisor know.",
            "before you tell anybody above you",
        ),
        (
            "situation",
            "How long will a job take you? What do you base your answer on?",
            "Normally I know from experience how many days.",
            "which figures or signs",
        ),
        (
            "situation",
            "Thirty calls are waiting. How do you decide what comes first?",
            "It depends on the priority. Time management is important.",
            "what it depends on",
        ),
        (
            "behaviour",
            "Tell me about a grievance that you handled.",
            "There was one about a team leader. In the end it was solved and both were happy.",
            "what you did for it yourself",
        ),
        (
            "situation",
            "A guest complains about the soup. What do you tell him?",
            "I would explain it to him nicely.",
            "word for word",
        ),
    ],
)
def test_a_weak_answer_is_told_what_its_question_wants_first(
    kind: QuestionKind, question: str, answer: str, asked_for: str
) -> None:
    assert asked_for in judge(kind, question, answer).next_time


@each(
    ("kind", "question", "answer", "denied"),
    [
        (
            "situation",
            "What would you write down after a call?",
            'Who they are, what they use now, how many vans, and when to call. Like "Dave, 9 vans, '
            'call after 4".',
            "what you would write",
        ),
        (
            "situation",
            "The road is shut and there is a short cut. What do you do?",
            "Take the detour. Message dispatch with the new time, and they call the customer.",
            "step by step",
        ),
        (
            "motivation",
            "What made you apply for this job?",
            "Scale, mainly. And you wrote that deploys should be boring. Also the salary.",
            "what you want",
        ),
        (
            "motivation",
            "Why do you want to work for Acme, and why this job?",
            "My aunt has you as her firm. I want to see a job through to the end.",
            "what you want",
        ),
        (
            "motivation",
            "What do you know about Acme so far?",
            "They fit cables in schools.",
            "what you want",
        ),
        (
            "gap",
            "The ad mentions Salesforce. How much have you had to do with that?",
            "Not Salesforce, no. I live in Yardi all day, and I did the HubSpot course. I have "
            "four Trailhead badges. I'd want a week with your set-up to learn the rest.",
            "close the",
        ),
        (
            "situation",
            "Somebody sends you an angry email. How do you answer?",
            "I will not answer with anger. I will reply that I have seen it, and then I will go "
            "to the colleague and ask what happened.",
            "number",
        ),
    ],
)
def test_nothing_is_called_missing_that_stands_there(
    kind: QuestionKind, question: str, answer: str, denied: str
) -> None:
    found = review(kind, question, answer)
    (judgement,) = found.judgements
    said = [judgement.comment, judgement.next_time, *(point.text for point in found.weaknesses)]
    assert not any(denied in text for text in said), said


@each(
    ("answer", "is_so"),
    [
        ("What is the notice period? And is it three days in the office?", True),
        ("Do you close over Christmas? And how is the service charge split?", True),
        ("What is the notice period? Who would train me?", False),
    ],
)
def test_questions_on_pay_and_free_days_are_no_good_ones(answer: str, is_so: bool) -> None:
    remarks = read("closing", "What questions do you have for us?", answer)
    assert asks_conditions_only(remarks.answer.reading) is is_so
    assert ("about the work itself" in choose_step(remarks, {}).text) is is_so
    if is_so:
        assert "asks" not in [praise.code for praise in remarks.praises]


def test_a_question_on_the_work_is_not_told_to_ask_about_it() -> None:
    answer = "Who would train me, and how many do you do a week? I'd like to sit in once."
    judgement = judge("closing", "What questions do you have for us?", answer)
    assert "about the work itself" not in judgement.next_time


@each(
    ("question", "answer", "asked_for"),
    [
        (
            "Someone shows you a task too fast. How would you make sure you can do it alone next "
            "time?",
            "I would look at a video of it.",
            "one thing that you learned so",
        ),
        (
            "How would you keep track of what has changed from one issue to the next?",
            "I would be careful with them.",
            "where you write it down",
        ),
        (
            "How do you stop a typed answer from sounding cold?",
            "I think it is important to be kind.",
            "one sentence as you would say or write it",
        ),
        (
            "Two people tell you opposite stories. How do you come to a finding?",
            "I think it is really important to be fair.",
            "which facts or signs",
        ),
        (
            "How do you keep supplies from running out?",
            "I would be careful with them.",
            "what you check or change",
        ),
    ],
)
def test_what_is_asked_for_fits_the_question(question: str, answer: str, asked_for: str) -> None:
    aim = read("situation", question, answer).aim
    assert aim is not None
    assert asked_for in aim.lack
