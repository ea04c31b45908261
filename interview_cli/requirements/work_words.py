"""Find the words of talk that name the work itself in a job: "drive" for a driver."""

import re
from functools import cache, lru_cache

from interview_cli.english.verbs import load_verbs
from interview_cli.english.words import content_stems, stem_word, tokenize, word_list
from interview_cli.requirements.cv_work import find_work
from interview_cli.requirements.extract import find_duties
from interview_cli.trades.recognition import recognise_trade
from interview_cli.trades.trades import load_vocabulary

_JOBS_KEPT = 4
_AGENT = re.compile(r"(\w{3,}?)(?:er|or)s?$")


def find_work_words(question: str, title: str, job_text: str, cv_text: str) -> frozenset[str]:
    """Return the verbs of work that a question uses, and those words of talk that name the work
    itself in a job. Words of self-praise are never among them.
    """
    asked = content_stems(question)
    verbs = frozenset(word for word, stem in _load_candidates("act") if stem in asked)
    return verbs | _find_job_words(title, job_text, cv_text)


# Each answer of an interview is read for the same job.
@lru_cache(maxsize=_JOBS_KEPT)
def _find_job_words(title: str, job_text: str, cv_text: str) -> frozenset[str]:
    """Return the verbs of work and the buzzwords that a job's title, its duties, the words of its
    trade or the work in the CV hold."""
    trade = recognise_trade(title, job_text)
    duties = "\n".join(find_duties(job_text))
    work = "\n".join(item.text for item in find_work(cv_text))
    stems = content_stems("\n".join((title, duties, work))) | _find_title_verbs(title)
    stems |= load_vocabulary(trade) if trade else frozenset()
    candidates = {*_load_candidates("act"), *_load_candidates("buzz")}
    return frozenset(word for word, stem in candidates if stem in stems)


def _find_title_verbs(title: str) -> frozenset[str]:
    """Return the stems of the verbs that a title is made from: "driver" says drive."""
    agents = filter(None, map(_AGENT.fullmatch, map(str.lower, tokenize(title))))
    verbs = (f"{agent[1]}{end}" for agent in agents for end in ("", "e"))
    return frozenset(stem_word(verb) for verb in verbs if verb in load_verbs())


@cache
def _load_candidates(name: str) -> frozenset[tuple[str, str]]:
    """Return each word of a list that may name work, and its past, with the stem of the word."""
    words = word_list(name) - word_list("praise")
    pasts = {verb.past: word for word in words if (verb := load_verbs().get(word))}
    forms = {word: word for word in words} | pasts
    return frozenset((form, stem_word(word)) for form, word in forms.items())
