"""Every fault of a model, through the page."""

from html import unescape

import pytest

from interview_cli.coach.llm import endpoint_session
from tests.conftest import KEY, STORY, Line, mark_slow
from tests.model_faults import FAULTS, time_limit
from tests.web.conftest import create_run, serving

pytestmark = pytest.mark.slow  # they start processes and wait for models


@pytest.mark.parametrize("fault", mark_slow(FAULTS, but=["401"]))
def test_it_is_told_and_the_answer_is_kept(
    line: Line, model, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    behaviour, told, _ = FAULTS[fault]
    session = line.started()
    model.always = behaviour
    monkeypatch.setenv("INTERVIEW_LLM_TIMEOUT", time_limit(fault))
    monkeypatch.setenv("INTERVIEW_NO_STAND_IN", "1")
    monkeypatch.setattr(endpoint_session, "sleep", lambda _: None)
    with serving(create_run(line)) as client:
        answer = client.post(f"/session/{session}/answer", number=1, answer=STORY)
        assert answer.status == 502
        shown = unescape(answer.text)
        assert told in shown
        assert "Your answer is saved" in shown
        for private in (KEY, "detectors", "Jo Field"):
            assert private not in shown
        assert line.stored(session)["messages"][1]["content"] == STORY
        assert client.post(f"/session/{session}/question", coach="offline").status == 303
        assert "from the offline coach" in client.get(f"/session/{session}/interview").text
