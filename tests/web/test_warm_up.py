"""What a server does before the first turn: nothing that anybody sees."""

from pathlib import Path

import pytest

from interview_cli.context import Run
from interview_cli.web import warm_up
from interview_cli.web.rendering import create_templates
from tests.model_server import ModelServer


@pytest.mark.parametrize("coach", ["offline", "openai"])
def test_it_ends_sends_nothing_and_stores_nothing(
    model: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, coach: str
) -> None:
    ended: list[bool] = []
    hold_interview = warm_up._hold_interview

    def hold(run: Run) -> None:
        hold_interview(run)
        ended.append(True)

    monkeypatch.setattr(warm_up, "_hold_interview", hold)
    run = Run()
    run.options = {"home": str(tmp_path / "home"), "coach": coach}
    warm_up.warm_up(run, create_templates().env)
    assert ended == [True]
    assert model.requests == []
    assert not (tmp_path / "home").exists()
