"""What a server does before the first turn: nothing that anybody sees."""

import asyncio
from pathlib import Path

import pytest

from interview_cli.context import Run
from interview_cli.store.files import known
from interview_cli.web import warm_up
from interview_cli.web.app import create_app
from interview_cli.web.rendering import create_templates
from interview_cli.web.security import LOOPBACK_NAMES, Access
from tests.conftest import Line
from tests.model_server import ModelServer
from tests.web.conftest import create_run


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


@pytest.mark.parametrize("token", ["", "sesame-and-more"], ids=["open", "token"])
def test_the_lists_are_read_before_the_server_is_ready(
    line: Line, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    if token:
        monkeypatch.setenv("INTERVIEW_TOKEN", token)
    line("job-post", "new", "--company", "Inn", "We need a cook")
    read: list[Path] = []
    read_kind = known.read_kind
    monkeypatch.setattr(known, "read_kind", lambda path: read.append(path) or read_kind(path))
    run, read_when_ready = create_run(line), []
    app = create_app(
        run,
        Access(LOOPBACK_NAMES, run.settings.token),
        when_ready=lambda: read_when_ready.extend(read),
    )

    async def live() -> None:
        async with app.router.lifespan_context(app):
            pass

    asyncio.run(live())
    assert len(read_when_ready) == 1
