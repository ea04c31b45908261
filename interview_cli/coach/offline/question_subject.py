"""What a question is about: the words of which a relevant answer uses some."""

from collections.abc import Mapping
from functools import cache, lru_cache

from interview_cli.coach.base import Exchange, Facts
from interview_cli.coach.offline.bank import load_bank
from interview_cli.coach.offline.job_stems import find_job_stems
from interview_cli.english.words import content_stems, stem_word, tokenize, word_list
from interview_cli.requirements.competencies import find_competency
from interview_cli.requirements.duties import find_duty_phrases
from interview_cli.trades.text_evidence import rate_text_by_trade
from interview_cli.trades.trades import DAILY_WORK


@cache
def find_asking_stems() -> frozenset[str]:
    """Return the stems of words that questions of any subject use."""
    return frozenset(stem_word(word) for word in word_list("asking") | word_list("commonplace"))


def find_subject(exchange: Exchange, facts: Facts) -> frozenset[str]:
    """Return stems of which a relevant answer uses at least one. Behavioural questions have none,
    because every second good answer to them shares no word with the question.
    """
    kind, topic = exchange.question.kind, exchange.question.topic
    if kind == "behaviour":
        return frozenset()
    asked = content_stems(exchange.question.content)
    stems = asked | content_stems(topic)
    if kind == "situation":
        cues = load_bank()["competency"].get(find_competency(topic) or "", {}).get("cues", "")
        stems |= {stem_word(word) for word in tokenize(cues)}
    if kind == "follow_up":
        previous = facts.exchanges[exchange.number - 2 : exchange.number - 1]
        if not any(other.answer for other in previous):
            return frozenset()
        stems |= content_stems(previous[0].answer) | content_stems(previous[0].question.content)
    # A question on a whole job in the CV names nothing of what it is asked for.
    is_wide = kind == "requirement" and asked.isdisjoint(content_stems(topic))
    # A duty is named in a few words; a good answer may use other ones.
    is_wide = is_wide or topic in find_duty_phrases(facts.job_text)
    # So may one to a question about the job as such.
    is_wide = is_wide or topic.partition(":")[0] == DAILY_WORK
    if is_wide or kind in ("opener", "motivation", "closing", "gap"):
        stems |= find_job_stems(facts)
    return stems - find_asking_stems()


# Each answer of an interview is held against the same job.
@lru_cache(maxsize=100)
def rate_work_by_trade(question: str, title: str, ad: str) -> Mapping[str, float]:
    """Return how much a question, the job's title and its ad speak of each trade."""
    return rate_text_by_trade("\n".join((question, title, ad)))
