"""OfflineCoach: the embedded coach, with the protocol that all coaches share."""

from interview_cli.coach.base import (
    CHOICE_NOTICE,
    OFFLINE,
    Facts,
    PostFacts,
    PostReply,
    ProgressListener,
    QuestionReply,
    Review,
)
from interview_cli.english.foreign import is_foreign
from interview_cli.english.words import is_english
from interview_cli.models import AdReading, PlanSlot

# Each task imports its own rules: asking a question must not pay for reviews and job posts.


class OfflineCoach:
    """A coach that uses rules and word lists on this machine and sends nothing.

    `unasked_because` says why it is used although the user did not choose it.
    """

    def __init__(self, unasked_because: str | None = None) -> None:
        self._unasked_because = unasked_because

    def question(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> QuestionReply:
        from interview_cli.coach.offline.questions import compose_question

        self._explain_coach(facts, listener)
        if facts.ad_reading:
            _recall_ad(facts.job_text, facts.ad_reading)
        return QuestionReply(compose_question(facts, slot), coach=OFFLINE, model=None)

    def review(self, facts: Facts, listener: ProgressListener) -> Review:
        from interview_cli.coach.offline.review import review_answers

        self._explain_coach(facts, listener)
        return review_answers(facts)

    def estimate_review(self, facts: Facts) -> None:
        """Return None: the same facts always give the same review."""

    def job_post(self, facts: PostFacts, listener: ProgressListener) -> PostReply:
        from interview_cli.job_posts.reading import read_acts

        self._explain_choice(listener)
        return PostReply(tuple(read_acts(facts.turn)), sentence="", coach=OFFLINE, model=None)

    def request(self, facts: Facts, slot: PlanSlot, listener: ProgressListener) -> None:
        self._explain_coach(facts, listener)

    def prepare(self) -> None:
        """Do nothing: this coach is always ready."""

    def _explain_coach(self, facts: Facts, listener: ProgressListener) -> None:
        self._explain_choice(listener)
        if not is_english(facts.language):
            listener.notice(
                f"the offline coach asks and rates in English only, not in {facts.language}; "
                "use a language model for other languages."
            )
        documents = {"CV": facts.cv_text, "job description": facts.job_text}
        for name in (name for name, text in documents.items() if is_foreign(text)):
            listener.notice(
                f"the {name} is not in English, and the offline coach finds little in it; "
                "a language model reads it."
            )
        if any(is_foreign(exchange.answer) for exchange in facts.exchanges):
            listener.notice(
                "an answer is not in English; the offline coach keeps it and does not rate it. "
                "A language model can."
            )

    def _explain_choice(self, listener: ProgressListener) -> None:
        if self._unasked_because:
            listener.notice(CHOICE_NOTICE.format(reason=self._unasked_because))


def _recall_ad(job_text: str, stored: AdReading) -> None:
    """Let questions use what was found in the ad when the interview was planned."""
    from interview_cli.requirements import ad_reading
    from interview_cli.requirements.requirement import Requirement

    requirements = (
        Requirement(
            found.text, found.topic, found.is_must, found.is_stressed, found.is_listed
        ).recall(phrase=found.phrase, is_paper=found.is_paper)
        for found in stored.requirements
    )
    reading = ad_reading.AdReading(
        tuple(requirements), tuple(stored.work_lines), tuple(stored.duty_phrases)
    )
    ad_reading.keep_reading(job_text, reading)
