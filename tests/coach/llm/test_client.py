"""A client is made ahead, once a turn, and a failure is reported by the turn."""

import pytest

from interview_cli.coach.llm import client
from interview_cli.coach.llm.client import ClientMaker
from interview_cli.model_settings import ModelSettings


@pytest.fixture
def settings() -> ModelSettings:
    return ModelSettings("tiny", "http://127.0.0.1:1/v1", None, 60, 120_000, {})


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace clients by names, and return those that were made."""
    names: list[str] = []

    def make(settings: ModelSettings) -> str:
        names.append(f"client {len(names) + 1}")
        return names[-1]

    monkeypatch.setattr(client, "_create_client", make)
    return names


def test_a_client_is_made_ahead_once(settings: ModelSettings, made: list[str]) -> None:
    maker = ClientMaker(settings)
    maker.prepare()
    maker.prepare()
    assert maker.take() == "client 1"
    assert made == ["client 1"]


def test_no_two_turns_share_a_client(settings: ModelSettings, made: list[str]) -> None:
    maker = ClientMaker(settings)
    maker.prepare()
    assert [maker.take(), maker.take()] == ["client 1", "client 2"]


def test_a_failure_ahead_is_raised_by_the_turn(
    settings: ModelSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(settings: ModelSettings) -> None:
        raise ValueError("no address")

    monkeypatch.setattr(client, "_create_client", refuse)
    maker = ClientMaker(settings)
    maker.prepare()
    with pytest.raises(ValueError, match="no address"):
        maker.take()
