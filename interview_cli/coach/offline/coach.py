"""OfflineCoach: the embedded coach behind the protocol that every coach shares."""

from interview_cli.coach.base import Facts, PostFacts, PostReply, QuestionReply, Review, Watch
from interview_cli.coach.offline.posts.reading import changes_said
from interview_cli.coach.offline.questions import compose_question
from interview_cli.coach.offline.review import NAME, review
from interview_cli.english.words import is_english
from interview_cli.models import PlanSlot


class OfflineCoach:
    """Work by rules and word lists on this machine; nothing is sent anywhere.

    `unasked_because` says why this coach works though the user did not choose it.
    """

    def __init__(self, unasked_because: str | None = None) -> None:
        self._unasked_because = unasked_because

    def question(self, facts: Facts, slot: PlanSlot, watch: Watch) -> QuestionReply:
        self._explain_coach(facts.language, watch)
        return QuestionReply(compose_question(facts, slot), coach=NAME, model=None)

    def review(self, facts: Facts, watch: Watch) -> Review:
        self._explain_coach(facts.language, watch)
        return review(facts)

    def job_post(self, facts: PostFacts, watch: Watch) -> PostReply:
        self._explain_choice(watch)
        return PostReply(tuple(changes_said(facts)), sentence="", coach=NAME, model=None)

    def request(self, facts: Facts, slot: PlanSlot, watch: Watch) -> None:
        self._explain_coach(facts.language, watch)

    def prepare(self) -> None:
        """Do nothing: this coach is always ready."""

    def _explain_coach(self, language: str, watch: Watch) -> None:
        self._explain_choice(watch)
        if not is_english(language):
            watch.notice(
                f"the offline coach asks and rates in English only, not in {language}; "
                "use a language model for other languages."
            )

    def _explain_choice(self, watch: Watch) -> None:
        if self._unasked_because:
            watch.notice(f"using the offline coach ({self._unasked_because}).")
