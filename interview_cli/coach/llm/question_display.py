"""Show a question while a model writes it, unless its beginning must be refused."""

import re

from interview_cli.coach.base import ProgressListener
from interview_cli.coach.llm.question_check import QuestionCheck

_FIRST_SENTENCE = re.compile(r".{12,}?(?:[.!?:…](?=\s)|[?？؟。])", re.DOTALL)
"""A sentence that has ended. A full stop at the very end may be the dot of "3.5" or "e.g."."""


class QuestionDisplay(ProgressListener):
    """Hold back the first sentence until it passes the checks of a beginning; then show all.

    What is shown before a fault appears stays; nothing is added to it.
    """

    def __init__(self, listener: ProgressListener, check: QuestionCheck) -> None:
        self.shows_text = listener.shows_text
        self._listener = listener
        self._check = check
        self._has_shown = False

    def notice(self, text: str) -> None:
        self._listener.notice(text)

    def waiting(self, whom: str) -> None:
        self.strike_out("broke off")  # it is requested again
        self._listener.waiting(whom)

    def text(self, so_far: str) -> None:
        question = self._check.clean(so_far)
        if self._check.may_suggest(question):
            return
        if not self._has_shown and not _FIRST_SENTENCE.match(question):
            return
        if self._check.find_early_fault(question):
            return
        self._has_shown = True
        self._listener.text(question)

    def done(self) -> None:
        self._listener.done()

    def strike_out(self, fault: str) -> None:
        """Pass the fault on if anything was shown."""
        if self._has_shown:
            self._listener.strike_out(fault)
        self._has_shown = False
