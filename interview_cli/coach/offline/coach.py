"""OfflineCoach: the embedded coach behind the seam that every coach shares."""

from interview_cli.coach.base import Facts, PostFacts, PostReply, QuestionReply, Review, Watch
from interview_cli.coach.offline.posts.reading import changes_said
from interview_cli.coach.offline.questions import compose
from interview_cli.coach.offline.review import NAME, review
from interview_cli.english.words import is_english
from interview_cli.models import PlanSlot


class OfflineCoach:
    """Rules and word lists, in no time to speak of; nothing leaves the machine.

    `unasked_because` says why it does the work though nobody named it.
    """

    def __init__(self, unasked_because: str | None = None) -> None:
        self._unasked_because = unasked_because

    def question(self, facts: Facts, slot: PlanSlot, watch: Watch) -> QuestionReply:
        self._introduce(facts, watch)
        return QuestionReply(compose(facts, slot), coach=NAME, model=None)

    def review(self, facts: Facts, watch: Watch) -> Review:
        self._introduce(facts, watch)
        return review(facts)

    def job_post(self, facts: PostFacts, watch: Watch) -> PostReply:
        if self._unasked_because:
            watch.notice(f"the offline coach does the work, by rules: {self._unasked_because}.")
        return PostReply(tuple(changes_said(facts)), sentence="", coach=NAME, model=None)

    def request(self, facts: Facts, slot: PlanSlot, watch: Watch) -> None:
        self._introduce(facts, watch)

    def prepare(self) -> None:
        """Nothing here takes time."""

    def _introduce(self, facts: Facts, watch: Watch) -> None:
        if self._unasked_because:
            watch.notice(f"the offline coach does the work, by rules: {self._unasked_because}.")
        if not is_english(facts.language):
            watch.notice(
                f"the offline coach speaks and rates English only, not {facts.language}; "
                "a language model can do more."
            )
