"""What the job-post agent asks next."""

from datetime import UTC, datetime

from interview_cli.job_posts.restoring import FieldChange
from interview_cli.post_models import AgentMessage, EmployerMessage, JobData, JobPost
from interview_cli.workflow.job_post_answers import find_asked_field
from interview_cli.workflow.job_post_outcome import TurnOutcome
from interview_cli.workflow.job_post_replies import compose_reply

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def post(**data: object) -> JobPost:
    return JobPost(
        session_id="0" * 8,
        created_at=NOW,
        last_updated=NOW,
        company_name="Acme",
        job_data=JobData(**data),
    )


def take_turn(post: JobPost, changed=(), sentence: str = "") -> tuple[str | None, int]:
    """Add a message and the reply to it. Returns what the reply asks for, and its repeats."""
    post.messages.append(EmployerMessage(content="hm", timestamp=NOW))
    outcome = TurnOutcome(changed=list(changed))
    reply = compose_reply(post, outcome, sentence, was_shown=False)
    post.messages.append(
        AgentMessage(
            content=reply.text, timestamp=NOW, asks=reply.asks or "", repeats=reply.repeats
        )
    )
    return reply.asks, reply.repeats


def test_a_question_is_repeated_once_before_the_next_field() -> None:
    barber = post(title="Barber", location="Leeds")
    assert [take_turn(barber) for _ in range(5)] == [
        ("experience_level", 0),
        ("experience_level", 1),
        ("skills", 0),
        ("experience_level", 0),
        ("experience_level", 1),
    ]


def test_the_last_missing_field_is_asked_for_again_and_again() -> None:
    barber = post(title="Barber", location="Leeds", experience_level="junior", skills=["fades"])
    assert [take_turn(barber) for _ in range(3)] == [
        ("responsibilities", count) for count in range(3)
    ]


def test_an_answer_to_something_else_is_no_repeat() -> None:
    barber = post(title="Barber", location="Leeds")
    take_turn(barber)
    assert take_turn(barber, changed=[FieldChange("location", "Leeds")]) == ("experience_level", 0)


def test_the_count_does_not_come_from_the_wording() -> None:
    barber = post(title="Barber", location="Leeds")
    take_turn(barber)
    take_turn(barber)
    barber.messages[-1].content = "Which level, please?"
    assert take_turn(barber) == ("skills", 0)


def test_a_reply_of_an_older_file_counts_as_asked_for_the_first_time() -> None:
    barber = post(title="Barber", location="Leeds")
    barber.messages = [
        EmployerMessage(content="hm", timestamp=NOW),
        AgentMessage.model_validate_json(
            '{"content": "Which level?", "timestamp": "2026-11-22T09:00:00Z",'
            ' "asks": "experience_level", "later": 1}'
        ),
    ]
    assert find_asked_field(barber) == "experience_level"
    assert take_turn(barber) == ("experience_level", 1)
    assert b'"later": 1' in barber.to_json()


def test_a_coach_may_ask_but_not_claim() -> None:
    barber = post()
    take_turn(barber, sentence="Wie heißt die Stelle?")
    assert barber.last_reply
    assert barber.last_reply.content == "Wie heißt die Stelle?"
    take_turn(barber, changed=[FieldChange("location", "Leeds")], sentence="It is published. More?")
    assert "What is the job called?" in barber.last_reply.content
