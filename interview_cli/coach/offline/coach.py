"""OfflineCoach: the embedded coach behind the seam that every coach shares."""

from collections.abc import Iterator

from interview_cli.coach.base import Facts, OnText, QuestionReply, Review
from interview_cli.coach.offline.questions import compose
from interview_cli.coach.offline.review import NAME, review
from interview_cli.models import PlanSlot


class OfflineCoach:
    """Rules and word lists, in no time to speak of: deadlines and display do not concern it.

    `unasked_because` says why it does the work though nobody named it; it is told once a session.
    """

    def __init__(self, unasked_because: str | None = None) -> None:
        self._unasked_because = unasked_because

    def question(
        self,
        facts: Facts,
        slot: PlanSlot,
        *,
        deadline_s: float | None = None,
        on_text: OnText | None = None,
    ) -> QuestionReply:
        notices = () if facts.exchanges else tuple(self._introduction(facts))
        return QuestionReply(compose(facts, slot), coach=NAME, model=None, notices=notices)

    def review(self, facts: Facts, *, deadline_s: float | None = None) -> Review:
        return review(facts)

    def _introduction(self, facts: Facts) -> Iterator[str]:
        if self._unasked_because:
            yield f"the offline coach does the work, by rules: {self._unasked_because}."
        if facts.language.lower().partition("-")[0] not in ("en", "english"):
            yield f"the offline coach speaks and rates English only, not {facts.language}."
