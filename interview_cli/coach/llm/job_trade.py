"""The line of work of one interview, and the words that its texts have."""

from functools import cached_property

from interview_cli.english.words import content_stems
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.text_evidence import rate_text_by_trade

MANY_TRADES = 12
"""A word that so many trades use belongs to work in general."""


class JobTrade:
    """What the texts of one interview say of its trade."""

    def __init__(self, job_title: str, job_text: str, documents: str) -> None:
        """`documents` are all texts that may speak of the work: ad, CV, questions, answers."""
        self._job_title = job_title
        self._job_text = job_text
        self._documents = documents

    @cached_property
    def name(self) -> str | None:
        """The trade of the job; None if it is not known."""
        return recognise_trade(self._job_title, self._job_text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the documents' words with meaning."""
        return content_stems(self._documents)

    @cached_property
    def known_trades(self) -> dict[str, float]:
        """How much the documents speak of each trade."""
        return rate_text_by_trade(self._documents)
