"""The turns of a job post: which acts are applied, and when it is complete."""

from collections.abc import Callable
from typing import Any

import pytest

from interview_cli.coach.base import PostFacts, PostReply, ProgressListener
from interview_cli.coach.offline.coach import OfflineCoach
from interview_cli.errors import CoachFailed, InvalidInput, NotFound
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.pay import Pay
from interview_cli.limits import MAX_ANSWER_CHARS
from interview_cli.post_models import AgentMessage, EmployerMessage, JobData, JobPost
from interview_cli.workflow.job_post import (
    NewPost,
    clean_message,
    decide_step,
    open_post,
    say,
)
from interview_cli.workflow.job_post_answers import find_asked_field
from interview_cli.workflow.job_post_changes import apply_acts
from tests.fakes import MemoryStore
from tests.workflow.interviews import EXPIRED, LATER, NOW, SESSION, read_clock

FULL: dict[str, Any] = {
    "title": "Barber",
    "location": "Leeds",
    "experience_level": "junior",
    "skills": ["fades"],
    "responsibilities": ["cut hair"],
}


def build_post(*messages: str, asks: str = "", **data: Any) -> JobPost:
    """Return a post with these messages of the employer; the agent then asked for `asks`."""
    talk: list[EmployerMessage | AgentMessage] = [
        EmployerMessage(content=message, timestamp=NOW) for message in messages
    ]
    if asks:
        talk.append(AgentMessage(content="?", timestamp=NOW, asks=asks))
    return JobPost(
        session_id=SESSION,
        created_at=NOW,
        last_updated=NOW,
        company_name="Acme",
        messages=talk,
        job_data=JobData(**data),
    )


def set_(field: Any, value: str | Pay, words: str | None = None, **more: bool) -> Act:
    return Act("set", field, value, str(value) if words is None else words, **more)


def add(field: Any, value: str, **more: bool) -> Act:
    return Act("add", field, value, value, **more)


def remove(field: Any, value: str, words: str) -> Act:
    return Act("remove", field, value, words)


def apply(post: JobPost, *acts: Act, message: str) -> list[tuple[Any, str]]:
    """Apply acts; return each changed field with the words that report the change."""
    changed = apply_acts(post, acts, message, find_asked_field(post)).changed
    return [(change.field, change.text) for change in changed]


@pytest.mark.parametrize(
    ("message", "change", "made"),
    [
        ("a job in Hull", set_("location", "Hull"), "Hull"),
        ("a job", set_("location", "Hull"), None),
        ("a job in Hull", set_("location", "Hull", "based in Hull"), None),
        ("a job in Hull", set_("location", "Paris", "Hull"), None),
        ("a senior barber", set_("experience_level", "junior", "senior"), "senior"),
        ("skills: fades", add("skills", "fades"), "fades"),
        ("skills: fades", add("skills", "shaves"), None),
        ("skills: fades", set_("skills", "fades"), None),
        ("20 GBP an hour", set_("salary", Pay(20, 20, "GBP", "HOUR", "20 GBP"), "20 GBP"), "20"),
    ],
)
def test_only_what_the_message_says_is_changed(message: str, change: Act, made: str | None) -> None:
    changed = apply(build_post(message), change, message=message)
    assert [made in words for _field, words in changed if made] == [True] * (made is not None)
    assert bool(changed) == (made is not None)


@pytest.mark.parametrize(
    ("asks", "corrects", "location"),
    [
        ("", False, "Leeds"),
        ("", True, "Hull"),
        ("location", False, "Hull"),
        ("title", False, "Leeds"),
    ],
    ids=["in passing", "a correction", "an answer", "an answer to something else"],
)
def test_a_value_is_replaced_by_a_correction_or_an_answer(
    asks: str, corrects: bool, location: str
) -> None:
    post = build_post("it", asks=asks, location="Leeds")
    apply(post, set_("location", "Hull", corrects=corrects), message="Hull")
    assert post.job_data.location == location


def test_a_description_grows() -> None:
    post = build_post("x", description="A shop.")
    apply(post, set_("description", "It is old."), message="It is old.")
    apply(post, set_("description", "A shop."), message="A shop.")
    assert post.job_data.description == "A shop.\n\nIt is old."


@pytest.mark.parametrize(
    ("entry", "is_added"),
    [("shaves", True), ("Fades", False), (" ", False)],
    ids=["new", "known", "empty"],
)
def test_an_entry_is_added_once(entry: str, is_added: bool) -> None:
    post = build_post("x", skills=["fades"])
    assert bool(apply(post, add("skills", entry), message=f"we need {entry}")) == is_added


def test_a_list_has_sixty_entries_at_most() -> None:
    post = build_post("x", skills=[f"skill {number}" for number in range(60)])
    assert apply(post, add("skills", "fades"), message="fades") == []


def test_nice_to_have_is_remembered_until_the_entry_is_removed() -> None:
    post = build_post("x")
    apply(post, add("requirements", "a van", nice_to_have=True), message="a van")
    assert post.nice_to_have == post.job_data.requirements == ["a van (nice to have)"]
    apply(post, remove("requirements", "A van (nice to have)", "no van"), message="so, no van")
    assert (post.nice_to_have, post.job_data.requirements) == ([], [])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (remove("skills", "FADES", "no fades"), ["FADES"]),
        (remove("skills", "shaves", "no fades"), []),
        (remove("skills", "", "no fades"), [""]),
        (remove("benefits", "", "no fades"), []),
        (remove("location", "", "no fades"), [""]),
        (remove("salary", "", "no fades"), []),
    ],
)
def test_a_removal(change: Act, told: list[str]) -> None:
    changed = apply(build_post("x", **FULL), change, message="no fades")
    assert [words for _field, words in changed] == told


@pytest.mark.parametrize(
    ("present", "pay", "corrects", "salary"),
    [
        ({}, Pay(20, 25, "GBP", "HOUR", ""), False, (20, 25, "GBP", "HOUR")),
        ({"salary_min": 18}, Pay(20, 25, "GBP", "HOUR", ""), False, (18, None, "", "")),
        ({"salary_min": 18}, Pay(20, 25, "GBP", "HOUR", ""), True, (20, 25, "GBP", "HOUR")),
        (
            {"salary_min": 18, "currency": "GBP", "salary_unit": "HOUR"},
            Pay(20, None, "", "", ""),
            True,
            (20, None, "GBP", "HOUR"),
        ),
        ({"currency": "GBP"}, Pay(None, None, "EUR", "", ""), True, (None, None, "GBP", "")),
    ],
    ids=["new", "in passing", "a correction", "an amount alone", "no amount"],
)
def test_pay(present: dict[str, Any], pay: Pay, corrects: bool, salary: tuple[object, ...]) -> None:
    post = build_post("x", **present)
    apply(post, set_("salary", pay, "so much", corrects=corrects), message="so much")
    data = post.job_data
    assert (data.salary_min, data.salary_max, data.currency, data.salary_unit) == salary


def test_each_value_keeps_the_turn_and_the_words_that_it_comes_from() -> None:
    post = build_post("in Hull")
    apply(post, set_("location", "Hull"), add("skills", "fades"), message="in Hull, fades")
    post.messages.append(EmployerMessage(content="shaves", timestamp=NOW))
    apply(
        post,
        set_("location", "York", corrects=True),
        add("skills", "shaves"),
        message="York shaves",
    )
    assert post.sources == {"location": [2], "skills": [1, 2]}
    apply(post, remove("location", "", "none"), message="none")
    assert post.sources == {"skills": [1, 2]}


@pytest.mark.parametrize(
    ("data", "is_complete", "changed", "confirmed", "step"),
    [
        ({}, False, False, True, "getting_basic_info"),
        ({"title": "Barber"}, False, False, True, "collecting_details"),
        (FULL, False, True, False, "reviewing"),
        (FULL, False, False, True, "complete"),
        (FULL, True, False, False, "complete"),
        (FULL, True, True, False, "reviewing"),
    ],
)
def test_the_step_after_a_turn(
    data: dict[str, Any], is_complete: bool, changed: bool, confirmed: bool, step: str
) -> None:
    post = build_post("x", **data)
    post.is_complete = is_complete
    assert decide_step(post, changed=changed, confirmed=confirmed) == step


class ScriptedCoach(OfflineCoach):
    """Proposes given changes, or raises."""

    def __init__(self, *changes: Act, error: Exception | None = None) -> None:
        super().__init__()
        self.changes = changes
        self.error = error
        self.facts: list[PostFacts] = []

    def job_post(self, facts: PostFacts, listener: ProgressListener) -> PostReply:
        self.facts.append(facts)
        if self.error:
            raise self.error
        return PostReply(self.changes, "", "test", None)


def store_of(post: JobPost) -> MemoryStore:
    store = MemoryStore()
    store.create(post)
    return store


def talk(store: MemoryStore, message: str, coach: OfflineCoach | None = None) -> JobPost:
    return say(store, coach or ScriptedCoach(), SESSION, message, read_clock)


class TestSay:
    def test_message_and_reply_are_stored(self) -> None:
        store = store_of(build_post())
        talk(store, "a barber", ScriptedCoach(set_("title", "Barber", "barber")))
        post = store.load(SESSION, JobPost)
        assert [message.role for message in post.messages] == ["user", "assistant"]
        assert (post.job_data.title, post.name) == ("Barber", "acme-barber")
        assert (post.current_step, post.last_updated) == ("collecting_details", LATER)

    def test_a_message_outlives_a_coach_that_fails_and_is_stored_once(self) -> None:
        store = store_of(build_post())
        with pytest.raises(CoachFailed, match="it is saved"):
            talk(store, "a barber", ScriptedCoach(error=CoachFailed("no reply.")))
        assert len(store.load(SESSION, JobPost).messages) == 1
        assert len(talk(store, "a barber").messages) == 2

    def test_the_same_words_after_a_reply_are_another_message(self) -> None:
        store = store_of(build_post())
        talk(store, "hm")
        assert len(talk(store, "hm").messages) == 4

    def test_an_expired_post_is_not_found(self) -> None:
        with pytest.raises(NotFound):
            say(store_of(build_post()), ScriptedCoach(), SESSION, "hm", lambda: EXPIRED)

    @pytest.mark.parametrize(
        ("step", "message", "coach", "is_complete"),
        [
            ("reviewing", "yes, perfect", OfflineCoach, True),
            ("reviewing", "hm", ScriptedCoach, False),
            ("collecting_details", "yes, perfect", ScriptedCoach, False),
            (
                "reviewing",
                "yes, add shaves",
                lambda: ScriptedCoach(add("skills", "shaves")),
                False,
            ),
        ],
        ids=["confirmed", "not confirmed", "not shown yet", "changed as well"],
    )
    def test_only_a_confirmation_of_what_was_shown_completes(
        self, step: Any, message: str, coach: Callable[[], OfflineCoach], is_complete: bool
    ) -> None:
        post = build_post("x", **FULL)
        post.move_to(step)
        done = talk(store_of(post), message, coach())
        assert (done.is_complete, done.finished_at is not None) == (is_complete, is_complete)

    def test_a_change_opens_a_complete_post_again(self) -> None:
        post = build_post("x", **FULL)
        post.move_to("complete")
        post.mark_changed(NOW)
        changed = talk(store_of(post), "add shaves", ScriptedCoach(add("skills", "shaves")))
        assert (changed.current_step, changed.finished_at) == ("reviewing", None)

    def test_the_coach_gets_the_talk_before_the_message(self) -> None:
        coach = ScriptedCoach()
        talk(store_of(build_post("a job", asks="title")), "a barber", coach)
        (facts,) = coach.facts
        assert (facts.turn.message, facts.turn.asked) == ("a barber", "title")
        assert facts.conversation == (("employer", "a job"), ("agent", "?"))


class TestOpen:
    def test_a_company_is_cleaned_and_gets_an_id(self) -> None:
        store = MemoryStore()
        post = open_post(store, NewPost("  City\nHospital ", company_id=None, ttl="24h"), NOW)
        assert (post.company_name, bool(post.company_id)) == ("City Hospital", True)
        assert store.load(post.session_id, JobPost) == post

    @pytest.mark.parametrize(
        ("company", "ttl"), [(" ", "24h"), ("x" * 201, "24h"), ("Acme", "soon")]
    )
    def test_what_cannot_be_used_stores_nothing(self, company: str, ttl: str) -> None:
        store = MemoryStore()
        with pytest.raises(InvalidInput):
            open_post(store, NewPost(company, company_id=None, ttl=ttl), NOW)
        assert store.sessions == {}


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "x" * (MAX_ANSWER_CHARS + 1)])
def test_a_message_that_cannot_be_stored(text: str) -> None:
    with pytest.raises(InvalidInput):
        clean_message(text)
