"""What a follow-up can ask for."""

from datetime import UTC, datetime

import pytest

from interview_cli.answers.missing import find_missing_element
from interview_cli.answers.thin import find_thin
from interview_cli.models import Answer, Question
from interview_cli.vocabulary import Level, QuestionKind
from tests.cases import each

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ASKED = "Tell me about a time when you disagreed with a colleague about the work."
DEED = "In 2021 at Park School I traced every detector and replaced relays."
STORY = f"{DEED} False alarms fell to two a month."


def find_missing(
    answer: str,
    level: Level | None = None,
    *,
    asked: str = ASKED,
    kind: QuestionKind = "behaviour",
    skipped: bool = False,
) -> str | None:
    question = Question(content=asked, timestamp=NOW, kind=kind)
    return find_missing_element(
        question, Answer(content=answer, timestamp=NOW, skipped=skipped), level
    )


@each(
    ("answer", "missing"),
    [
        pytest.param(STORY, None, id="complete"),
        pytest.param(DEED + " I left a drawing of the loop.", "result", id="no result"),
        pytest.param(f"{DEED} The caretaker slept well again.", None, id="ending"),
        pytest.param(f"{DEED} I rang the head and she came at once.", None, id="reaction"),
        pytest.param(f"{DEED} So far I have no figures for it.", None, id="ongoing"),
        pytest.param(f"{DEED} After that we had far fewer alarms.", "number", id="no number"),
        pytest.param(
            "The panel failed in May. We emptied the hall and we called the firm in Leeds.",
            "own_part",
            id="we only",
        ),
        pytest.param(
            "The panel failed in May. My colleague Rose traced it, and she replaced the board.",
            "own_part",
            id="somebody else",
        ),
        pytest.param(
            "There was a big flood in the archive in 2019. The pipes in the ceiling had burst.",
            "action",
            id="nobody acts",
        ),
        pytest.param(
            "I always check the drawing of the panel first. Then I test every detector on it.",
            "situation",
            id="habit",
        ),
        pytest.param(
            "I would check the drawing of the panel first. Then I would ring the firm in Leeds.",
            "situation",
            id="plan",
        ),
        pytest.param(
            "One night the belt was on fire. I see the smoke, I close the door, I call the chief.",
            None,
            id="a case told in the present",
        ),
        pytest.param("I am passionate and I thrive under pressure, every single day.", None),
        pytest.param("I'd rather not say, it ended badly for the people in the office.", None),
        pytest.param("I replaced the relay board.", None, id="short"),
        pytest.param(ASKED, None, id="copy of the question"),
        pytest.param(
            "I told him to go and then I did it and he did it too, and that was it.", None
        ),
    ],
)
def test_the_element_that_is_missing(answer: str, missing: str | None) -> None:
    assert find_missing(answer) == missing


@pytest.mark.parametrize(
    ("level", "topic"), [("junior", None), ("mid", None), ("senior", "reason"), ("lead", "reason")]
)
def test_who_is_asked_for_decisions_owes_their_reasons(level: Level, topic: str | None) -> None:
    assert find_missing(STORY, level) == topic


def test_a_reason_that_was_told_is_not_asked() -> None:
    assert find_missing(f"{STORY} I did it at night because the pupils were out.", "lead") is None


@pytest.mark.parametrize(
    ("amount", "missing"),
    [
        pytest.param("two detectors", "number", id="a small number in a deed"),
        pytest.param("240 detectors", None, id="figures"),
    ],
)
def test_an_amount_that_was_told_is_not_asked(amount: str, missing: str | None) -> None:
    answer = f"At Park School I replaced {amount} in the gym. There were far fewer false alarms."
    assert find_missing(answer) == missing


@pytest.mark.parametrize("asked", ["Tell me about yourself.", "How do you find a fault?"])
def test_what_was_not_a_story_is_not_followed_up(asked: str) -> None:
    assert find_missing(f"{DEED} I left a drawing.", asked=asked) is None


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("gap", "Where have you come across such a panel?"),
        ("situation", "How do you find a fault in a panel?"),
        ("requirement", "What is hardest, and how do you deal with it?"),
    ],
)
def test_the_own_part_is_missed_where_no_story_was_asked_for(
    kind: QuestionKind, asked: str
) -> None:
    answer = "The panel failed in May. We emptied the hall and we called the firm in Leeds."
    assert find_missing(answer, kind=kind, asked=asked) == "own_part"
    assert find_missing(DEED + " I left a drawing.", kind=kind, asked=asked) is None


@pytest.mark.parametrize(
    ("asked", "missing"), [("Tell me about a fault you found.", "result"), ("What if?", None)]
)
def test_a_situation_may_ask_for_a_story(asked: str, missing: str | None) -> None:
    assert find_missing(DEED + " I left a drawing.", kind="situation", asked=asked) == missing


@each(
    "ending",
    [
        "We served everybody, half an hour late.",
        "I went to the manager, which was a mistake: he never spoke to me again.",
        "I told the head, and the client thanked me.",
        "It cost us nine hundred euros.",
        "Nobody was hurt.",
    ],
)
def test_an_outcome_that_was_told_is_not_asked(ending: str) -> None:
    assert find_missing(f"{DEED} {ending}") is None


def test_what_rose_or_fell_before_any_deed_is_no_outcome() -> None:
    assert find_missing(f"Sales fell sharply. {DEED}") == "result"


@each(
    ("ending", "missing"),
    [
        ("The false alarms have gone down a lot.", "number"),
        ("It saved a lot of time.", "number"),
        ("We have had far fewer complaints since.", "number"),
        ("The false alarms fell by a third.", None),
        ("They were much more relaxed.", None),
        ("The confidence of the pupils grew a lot.", None),
    ],
)
def test_a_number_is_asked_where_a_change_could_be_counted(
    ending: str, missing: str | None
) -> None:
    assert find_missing(f"{DEED} {ending}") == missing


def test_a_reason_that_stands_in_what_was_noticed_is_not_asked() -> None:
    answer = "I noticed that the lights stayed on. I put a card on each door, and they went off."
    assert find_missing(answer, "lead") is None


def test_other_kinds_and_skipped_questions_are_not_followed_up() -> None:
    assert find_missing(DEED, kind="motivation") is None
    assert find_missing(DEED, skipped=True) is None


@each(
    "answer",
    [
        "I was at 78%. I taped my label roll to my belt, as she did. In week three I was at 97.",
        "I put the crates on wheels and moved the belt. By June we were over 40 an hour.",
    ],
)
def test_where_a_figure_stood_afterwards_is_how_it_turned_out(answer: str) -> None:
    assert find_missing(answer) is None


def test_one_aside_on_a_group_is_no_answer_of_a_group() -> None:
    answer = (
        "On a small section I separate by time, and I sanitise in between. My probe wipes are in "
        "my pocket. At Bull's Head we had one metre for it, so we drew a line with tape."
    )
    asked = "How do you keep raw and cooked food apart?"
    assert find_missing(answer, asked=asked, kind="situation") is None


@each(
    ("kind", "answer"),
    [
        (
            "behaviour",
            "There was a misunderstanding about holiday. I spoke to both of them and it was "
            "resolved to everybody's satisfaction.",
        ),
        (
            "requirement",
            "I'm a quick learner, I picked everything up quickly. I had to learn all the routes.",
        ),
        (
            "situation",
            "I would see which one is more urgent and go there first. You have to be flexible.",
        ),
        (
            "situation",
            "Communication is key with forms. I would make sure that it was done properly.",
        ),
    ],
)
def test_what_says_nothing_of_how_is_followed_up(kind: QuestionKind, answer: str) -> None:
    assert find_missing(answer, kind=kind) == "vague"


@each(
    ("kind", "answer"),
    [
        (
            "behaviour",
            "I moved the 40 beds by night and labelled each key. It was resolved to everybody's "
            "satisfaction.",
        ),
        (
            "behaviour",
            "I traced the leak with dye in March. I swapped the valve and I wrote to the tenant. "
            "Everything went well.",
        ),
        ("motivation", "I picked everything up quickly. I would like to learn more of that here."),
    ],
)
def test_what_is_told_closely_is_not_called_vague(kind: QuestionKind, answer: str) -> None:
    assert find_missing(answer, kind=kind) != "vague"


@each(
    ("asked", "answer", "missing"),
    [
        ("A guest shouts. What do you do?", "I'd just get the manager.", "thin"),
        ("How do you plan a round?", "By the postcode. I know the area well.", "thin"),
        ("How do you price a job?", "Well, it depends on the job.", "thin"),
        ("How do you plan a round?", "No idea.", None),
        ("How do you plan a round?", "I've never done that.", None),
        ("How do you plan a round?", "By the list: 40 stops, the far end first.", None),
        ("A guest shouts. What do you do?", "I'd say “Come with me” and walk.", None),
    ],
)
def test_a_short_and_general_answer_is_asked_on(
    asked: str, answer: str, missing: str | None
) -> None:
    assert find_missing(answer, asked=asked, kind="situation") == missing


@each(
    ("asked", "answer", "form"),
    [
        ("Tell me about your present job. What do you do there?", "I load trucks.", "all_tasks"),
        ("You see a check skipped. How would you bring it up?", "On the day, alone.", "talk"),
        ("The flat is gone. What would you say?", "That it is let.", "talk"),
        ("The flat is gone. What would you say?", "I'd ask my manager.", "handover"),
        ("How do you tell whether it's a trend?", "I look at more data.", "practice"),
        ("Which check would you never skip, and why?", "The names. I'd ring.", "catch"),
        ("Which tool would you never lend?", "The plane. I'd miss it.", "practice"),
        ("What do you taste for?", "Salt, and acid.", "catch"),
        ("A guest shouts. What do you do?", "I stand by his table.", "first_step"),
        ("How would you check the join?", "Count rows, and look at the keys.", "mismatch"),
        ("What would your team say about how you lead?", "That I'm fair.", "views"),
        ("A rule gets broken. What would you do?", "I'd keep it and ask for it.", "no_change"),
        ("A tag is missing. What would you do?", "Ask someone or look it up.", "which_first"),
        ("A man falls. What do you do?", "Call the nurse. Stay. Write it up.", "which_first"),
        ("A child is alone. What would you do?", "I'd find out more and watch.", "details"),
        ("What would you say?", "I'd ask what they want it for.", "reply"),
        ("Which parts would you test first?", "I'd test everything really.", "choice"),
        ("Two lorries come. What would you do?", "The frozen one first, then wait.", None),
        ("What's your experience of that?", "None really, in a hotel.", None),
    ],
)
def test_what_a_short_answer_leaves_open_goes_by_the_question(
    asked: str, answer: str, form: str | None
) -> None:
    thin = find_thin(answer, asked)
    assert (thin and thin.form) == form


@each(
    "told",
    [
        "I rang the nurses and sorted the bed, and he died at home.",
        "I rang the nurses and moved the bed. She still sends me a card.",
    ],
)
def test_an_ending_that_was_told_is_not_asked_for(told: str) -> None:
    assert find_missing(told, asked="What are you proudest of? Tell me about one.") != "result"


def test_no_story_is_asked_of_an_experience() -> None:
    asked = "Part of this job is lift inspections. What's your experience of that?"
    answer = "I go with the inspector. I open the shaft and hung the weights, maybe 30 times."
    assert find_missing(answer, asked=asked, kind="requirement") is None


def test_no_short_answer_on_a_gap_is_asked_on() -> None:
    asked = "How do you get on with the licence?"
    assert find_missing("I have the theory only.", asked=asked, kind="gap") is None


@each(
    ("asked", "kind", "answer", "missing"),
    [
        (
            "What have you learned there?",
            "requirement",
            "I have learned many things. Patience is important, and hard work, and everyone must "
            "respect each other.",
            "situation",
        ),
        (
            "How do you decide what to hand on?",
            "situation",
            "I think a leader should be able to do anything and lead by example. You have to "
            "delegate, because nobody can do everything. It is always a question of the task.",
            "situation",
        ),
        (
            "How would you keep track of changes?",
            "situation",
            "It is important to have good control. Everybody should have the latest one. There "
            "are always issues, so it is very important.",
            "thin",
        ),
        (
            "Tell me about a time when you could not help.",
            "requirement",
            "We have many cases like this. The callers are angry, and we explain it to them, and "
            "we keep to the script.",
            "situation",
        ),
        (
            "Tell me about a day when nothing ran to time.",
            "situation",
            "Had plenty of those. Snow on the pass, and the loader was five hours late. You just "
            "wait it out.",
            "situation",
        ),
        (
            "How do you keep a bench clean?",
            "situation",
            "I wipe it with alcohol at 7 and at noon, and I put the racks in the left sink.",
            None,
        ),
        (
            "Which questions would you ask about a drawing?",
            "situation",
            "What is it for? Which sizes matter? Is it the latest issue? What is it made of?",
            None,
        ),
        (
            "Tell me about a day when nothing ran to time.",
            "situation",
            "I would prefer not to go into that. It is always a matter between me and my manager.",
            None,
        ),
    ],
)
def test_a_general_answer_is_asked_for_one_case(
    asked: str, kind: QuestionKind, answer: str, missing: str | None
) -> None:
    assert find_missing(answer, asked=asked, kind=kind) == missing


@each(
    ("answer", "missing"),
    [
        (
            "The client moved the culvert after the digging. We had many meetings about it, and "
            "finally our contractor was paid for the three weeks.",
            "own_part",
        ),
        ("We are like a family. Everyone helps, and we always pull through together.", "situation"),
        (
            "First our team does the work and we check it. I fill the form and send it on, and "
            "we got 91 percent through at once.",
            None,
        ),
    ],
)
def test_a_group_is_asked_for_the_own_part_where_a_case_is_told(
    answer: str, missing: str | None
) -> None:
    assert find_missing(answer) == missing


def test_a_case_told_in_the_present_is_not_asked_for_an_example() -> None:
    answer = (
        "It is Eid, and the family comes at 12. I call the office for room 504. I send two "
        "attendants, and we finish in 18 minutes. They are happy."
    )
    assert find_missing(answer) is None


@each(
    "told",
    [
        "I rang six shops. I drove to Stoke for the valve on Saturday. In by 2pm.",
        "I rang six shops and drove to Stoke. I got her heating back on.",
        "I asked the desk to ring the next two, one moved to noon and one came later. I filled "
        "in the chart.",
        "I renamed the line in three languages. The month after it was sixty calls.",
        "I added a check to the form. None since, two years.",
        "I rebuilt the forecast on the gate times. The dock manager greets me by first name now.",
    ],
)
def test_an_outcome_in_a_few_words_counts_as_told(told: str) -> None:
    assert find_missing(told) != "result"
