"""Show that a reply in JSON arrives: it is not for reading."""

from interview_cli.coach.base import ProgressListener


class JsonDisplay(ProgressListener):
    """Passes everything on but the text of replies, of which it tells how much has arrived."""

    def __init__(self, listener: ProgressListener, what: str) -> None:
        """`what` names the reply: "the review"."""
        self.shows_text = listener.shows_text
        self._listener = listener
        self._what = what

    def notice(self, text: str) -> None:
        self._listener.notice(text)

    def waiting(self, whom: str) -> None:
        self._listener.waiting(whom)

    def text(self, so_far: str) -> None:
        self._listener.text(f"{self._what} arrives: {len(so_far.split()):,} words so far")

    def done(self) -> None:
        self._listener.done()

    def strike_out(self, fault: str) -> None:
        self._listener.strike_out(fault)
