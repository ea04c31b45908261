"""Account for the text of a document: each word is returned, or left out for a reason.

A reader hands each text that it does not return to `Account.leave_out`. The reasons decide what
follows: hidden text is reported word by word, other text is named and counted, and a document that
would be refused as empty is read again without the rules that may be wrong.
"""

from collections import defaultdict
from collections.abc import Collection
from enum import Enum

from interview_cli.documents.extraction import Extraction
from interview_cli.limits import MIN_DOCUMENT_CHARS

_MIN_REPORTED_SHARE = 0.02
"""A smaller share of letters that is neither returned nor left out is not worth a note."""


class Reason(Enum):
    """Why a text is left out: its words in messages, whether it is hidden, whether to retry.

    A rule that may be wrong (`is_guess`) is dropped if nearly nothing of the document is left.
    """

    MARKED_HIDDEN = ("text that is marked as hidden", True, False)
    WHITE = ("white letters", True, True)
    TINY = ("tiny letters", True, True)
    TRANSPARENT = ("transparent letters", True, True)
    INVISIBLE = ("letters that are not drawn", True, True)
    OFF_PAGE = ("text outside the page", True, True)
    FURNITURE = ("page navigation and notices", False, True)
    OTHER_JOBS = ("other jobs", False, True)
    RUNNING_HEAD = ("repeated page headers and footers", False, True)
    ICON_NAME = ("names of icons", False, False)
    DELETED = ("deleted text", False, False)
    PLACEHOLDER = ("empty form fields", False, False)
    UNUSED_HEADER = ("headers that no page uses", False, False)
    COMMENT = ("comments", False, False)
    SETTINGS = ("settings of the program that made it", False, False)
    REST_OF_PAGE = ("text around the job posting of the page", False, True)
    TOO_DEEP = ("values that are nested too deep", False, False)
    OTHER_PART = ("parts that are not read", False, False)

    def __init__(self, words: str, is_hidden: bool, is_guess: bool) -> None:
        self.words = words
        self.is_hidden = is_hidden
        self.is_guess = is_guess


class Account:
    """What one reading of a document leaves out.

    `keep_hidden` returns hidden text too, and still reports it; texts of the reasons in `dropped`
    are returned without a report, because their rules have been tried and found wrong.
    """

    def __init__(
        self, keep_hidden: bool = False, dropped: Collection[Reason] = (), is_cv: bool = False
    ) -> None:
        self.is_cv = is_cv
        """Whether the document is a CV; an ad stands among other parts of a page."""
        self._keep_hidden = keep_hidden
        self._dropped = frozenset(dropped)
        self._texts: dict[Reason, list[str]] = defaultdict(list)
        self._held_letters: int | None = None
        self.notices: list[str] = []

    def leave_out(self, reason: Reason, text: str) -> bool:
        """Note a text that a rule would leave out; return whether the reader leaves it out."""
        if reason in self._dropped:
            return False
        words = " ".join(text.split())
        if words:
            self._texts[reason].append(words)
        return not self.keeps(reason)

    def keeps(self, reason: Reason) -> bool:
        """Whether text is returned although this rule would leave it out."""
        return reason in self._dropped or (reason.is_hidden and self._keep_hidden)

    def copy(self, dropped: Collection[Reason] = ()) -> "Account":
        """Return an empty account for another reading, without the rules that are dropped."""
        return Account(self._keep_hidden, self._dropped | set(dropped), self.is_cv)

    def adopt(self, other: "Account") -> None:
        """Add what another reading left out."""
        for reason, texts in other._texts.items():
            self._texts[reason] += texts
        self.notices += other.notices
        if other._held_letters is not None:
            self._held_letters = (self._held_letters or 0) + other._held_letters

    def hold(self, text: str) -> None:
        """Count a text that the document holds, in any form and whatever becomes of it."""
        self._held_letters = (self._held_letters or 0) + count_letters(text)

    @property
    def hidden(self) -> tuple[str, ...]:
        """The runs of hidden words."""
        return tuple(
            run for reason, texts in self._texts.items() if reason.is_hidden for run in texts
        )

    def find_suspects(self, text: str) -> set[Reason]:
        """Return the rules to try again without, if what is left is too short for a document."""
        guesses = {reason for reason in self._texts if reason.is_guess}
        left_out = sum(len(run) for reason in guesses for run in self._texts[reason])
        if len(text.strip()) < MIN_DOCUMENT_CHARS <= left_out and not self._keep_hidden:
            return guesses
        return set()

    def close(self, text: str, source: str) -> Extraction:
        """Return the text with its account."""
        named = [reason for reason in self._texts if not reason.is_hidden]
        notices = list(self.notices)
        if named:
            notices.append(f"left out of {source}: {self._count(named)}")
        missing = self._count_missing(text)
        if missing:
            notices.append(
                f"{source} holds {missing:,} more letters, which could not be read; check the "
                "stored text"
            )
        return Extraction(text, self.hidden, tuple(notices), self.describe())

    def describe(self) -> str:
        """Return what was left out, with its reasons and numbers of words."""
        return self._count(list(self._texts))

    def _count_missing(self, text: str) -> int:
        """Return how many letters are neither returned nor left out; 0 for a small share."""
        if self._held_letters is None:
            return 0
        left_out = sum(count_letters(run) for texts in self._texts.values() for run in texts)
        missing = self._held_letters - left_out - count_letters(text)
        return missing if missing > self._held_letters * _MIN_REPORTED_SHARE else 0

    def _count(self, reasons: Collection[Reason]) -> str:
        words = {reason: sum(len(run.split()) for run in self._texts[reason]) for reason in reasons}
        return ", ".join(
            f"{reason.words} ({count} word{'s' if count != 1 else ''})"
            for reason, count in words.items()
        )


def count_letters(text: str) -> int:
    """Return the number of letters and digits."""
    return sum(map(str.isalnum, text))
