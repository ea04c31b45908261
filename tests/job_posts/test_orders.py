"""Orders to the agent that it cannot follow, and questions on what it asks for."""

from benchmarks.job_posts import play
from interview_cli.coach.offline.coach import OfflineCoach
from tests.cases import each
from tests.job_posts.test_free_talk import ASKED_DUTIES, COOK, take_turn

# What the reply names as possible → orders.
IMPOSSIBLE = {
    "layout": [
        "put it in one line",
        "use bullet points",
        "put the duties in a list",
        "put the title in bold",
        "move the pay to the top",
        "sort the skills alphabetically",
        "number the duties",
        "add an emoji to the heading",
        "can you put everything in a table?",
    ],
    "own words": [
        "make it shorter",
        "write it nicer",
        "can you write it nicer?",
        "make the tone friendlier",
        "make it sound more exciting",
        "shorten it",
        "rewrite it in a formal style",
        "keep it short please",
        "rephrase the second duty",
        "use simple language",
        "correct my english",
        "add some nice words about us",
        "give it a catchy headline",
    ],
    "export": [
        "send me the draft",
        "email me a copy",
        "give me a pdf",
        "save it as pdf",
        "send it to my colleague",
        "post it on facebook",
        "print it out",
    ],
    "English": ["translate the ad into Polish", "write it in German please", "answer in French"],
}
ORDERS = [(order, words) for words, orders in IMPOSSIBLE.items() for order in orders]


@each(("message", "words"), ORDERS)
@each("setup", [COOK, ASKED_DUTIES])
def test_an_order_that_is_not_done_is_named(setup: str, message: str, words: str) -> None:
    changes, reply = take_turn(setup, message)
    assert changes == {}
    assert "cannot" in reply
    assert words in reply


@each(
    "message",
    [
        "write letters to customers",
        "use bullet points in reports for clients",
        "send drafts to the client",
        "put everything in one box",
        "print labels",
        "keep it clean",
        "make short films",
        "sort the mail",
        "number the boxes",
        "save files as pdf",
        "translate letters into Polish",
        "check the grammar of trainees",
        "answer calls in Polish",
    ],
)
def test_a_duty_is_no_order(message: str) -> None:
    assert take_turn(ASKED_DUTIES, message)[0] == {"responsibilities": [message]}


ASKED_LEVEL = "we need a decorator in Leeds"
ASKED_SKILLS = "title: Decorator\nlevel: mid\nlocation: Leeds"
PUZZLED = [
    "why do you ask?",
    "what should I put?",
    "dont understand the question",
    "can you give an example",
    "give me an example",
    "like what?",
    "huh?",
    "what do others write?",
    "how do I know?",
    "explain please",
]


@each("message", [*PUZZLED, "What do you mean, level?", "what's mid level"])
def test_a_question_about_the_level_is_explained(message: str) -> None:
    changes, reply = take_turn(ASKED_LEVEL, message)
    assert changes == {}
    assert "new to the work" in reply
    assert reply.endswith("How experienced must the person be? As in: level: mid. Or: skip.")


@each("message", [*PUZZLED, "what kind of skills?", "what skills"])
def test_a_question_about_skills_is_explained(message: str) -> None:
    changes, reply = take_turn(ASKED_SKILLS, message)
    assert changes == {}
    assert "For example: first aid" in reply


def test_what_is_asked_twice_is_explained_in_other_words() -> None:
    _setup, first, second = play(
        [ASKED_LEVEL, "what do you mean?", "I still don't get it. Like what?"], OfflineCoach()
    )
    answers = [reply["agent_response"].splitlines() for reply in (first, second)]
    assert "For example" in second["agent_response"]
    assert not set(answers[0]) & set(answers[1])


def test_what_was_taken_out_can_be_left_in() -> None:
    setup = "title: Baker\nduties:\n- bake bread\n- take calls"
    replies = play([setup, "take out the calls", "actually leave the calls in"], OfflineCoach())
    assert replies[1]["job_data"]["responsibilities"] == ["bake bread"]
    assert replies[2]["job_data"]["responsibilities"] == ["bake bread", "take calls"]
    assert replies[2]["job_data"]["benefits"] == []
