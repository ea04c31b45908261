"""`interview keep`."""

import pytest

from tests.conftest import STAGES, Line


@pytest.mark.parametrize("stage", STAGES)
def test_keeps_at_every_stage(line: Line, stage: str) -> None:
    session = line.at_stage(stage)
    document = line("keep", session, "--json").json
    assert (document["keep"], document["expires_at"], document["stage"]) == (True, None, stage)


def test_undo(line: Line) -> None:
    session = line.new()
    line("keep", session)
    assert line("keep", session, "--undo", "--json").json["expires_at"] is not None


def test_brings_an_expired_session_back(line: Line) -> None:
    session = line.started()
    line.edit(session, last_updated="2020-01-01T00:00:00Z")
    refused = line("ask", session, exit_code=3)
    assert refused.stderr.splitlines() == [
        "error: Session not found or expired.",
        f"hint: to bring it back: interview keep {session[-8:]}",
    ]
    line("keep", session)
    assert line("ask", session).stdout != ""
    line("gc")
    assert line.path(session).exists()
