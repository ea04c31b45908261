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
        f"error: Session not found or expired: acme-electrician ({session[-8:]}) has expired.",
        f"hint: to bring it back: interview keep {session[-8:]}",
    ]
    assert line("ask", exit_code=3).stderr == refused.stderr  # the latest one is named, too
    line("keep", session)
    assert line("ask", session).stdout != ""
    line("gc")
    assert line.path(session).exists()
