"""What a terminal shows while a review arrives."""

from interview_cli.coach.base import ProgressListener
from interview_cli.coach.llm.json_display import JsonDisplay


class Recorder(ProgressListener):
    """Keeps what it is told."""

    shows_text = True

    def __init__(self) -> None:
        self.told: list[str] = []

    def notice(self, text: str) -> None:
        self.told.append(text)

    def text(self, so_far: str) -> None:
        self.told.append(so_far)


def test_json_is_not_shown_but_that_it_arrives() -> None:
    recorder = Recorder()
    display = JsonDisplay(recorder, "the review")
    assert display.shows_text
    display.notice("a note")
    display.text('{"answers": {"1": {"comment": "You name one case.')
    assert recorder.told == ["a note", "the review arrives: 7 words so far"]
