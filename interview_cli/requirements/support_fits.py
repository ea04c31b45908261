"""Find the sentence of an answer, and the line of a CV, that support a requirement.

Four logistic regressions on the marks of readers (`benchmarks/proofs/`), which
`python -m benchmarks.support_fit` fits: whether a sentence speaks of a requirement, whether one
that does shows it, whether a line of a CV states it, and whether one that has some of its words
states it or comes near it.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from math import inf
from typing import Literal, NamedTuple

from interview_cli.fits import Fit, read_fit
from interview_cli.requirements.cv_papers import Judgement, judge_line
from interview_cli.requirements.given_answers import GivenAnswer, Mention
from interview_cli.requirements.line_features import measure_lines
from interview_cli.requirements.shared_words import cut_roles, share_words
from interview_cli.requirements.told_features import Features, measure_shown, measure_told
from interview_cli.requirements.wanted import Wanted, matches_evidence

_CERTAIN = 0.01
"""Above the bound: a line of a CV with a name of a requirement, or all of its words, states it."""
_LEAST_WITHOUT_WORDS = 2.0
"""In log odds, for a sentence that speaks of a requirement without a telling word of it."""
_LEAST_OF_WORDS = 0.0
"""In log odds, for a sentence that shows a requirement by its words. Where it was left out of the
fit, readers call 84 of 100 such sentences shown, and 61 of 100 of those that are hard to tell."""
_LEAST_OF_OWN = -2.0
"""In log odds, for a mention of own work."""
_LEAST_OF_LINE = -1.0
"""In log odds, for a line of a CV with all words of a skill; readers call 19 of 27 right."""
_LEAST_OF_PAPER: dict[Judgement, float] = {"shown": -2.0, "hinted": 0.0, "absent": inf}
"""In log odds, for a line of a CV that states a paper as held, or may mean it. Of the pairs that
were fitted to, 107 are taken, and readers call 82 right; 81 of 109 if a line need not name it."""
_WANTED_KEPT = 50
_PACKAGE = "interview_cli.requirements"

Name = Literal["speaks", "shows", "states", "names"]


class Told(NamedTuple):
    """The sentence of an answer that speaks of a requirement most likely."""

    number: int
    """The number of the answer."""
    sentence: str
    speaks: float
    shows: float
    """The log odds that it speaks of the requirement and, if it does, that it shows it."""

    does_own_work: bool
    """Whether it tells own work; False without its question, which says what it is about."""

    @property
    def is_proof(self) -> bool:
        """Whether it shows the requirement by an act of the speaker."""
        return self.does_own_work and self.shows > load_support_fit("shows").bound

    def as_mention(self, *, is_denied: bool) -> Mention:
        """Return it as what speaks of the requirement."""
        is_denial = is_denied or matches_evidence("says_no", self.sentence)
        may_be_own = self.shows > _LEAST_OF_OWN and not is_denial
        is_own_no = matches_evidence("lacks_own", self.sentence)
        return Mention(self.number, self.sentence, may_be_own, is_denied=is_own_no)


def find_told(wanted: Wanted, answers: Sequence[GivenAnswer]) -> Told | None:
    """Return the sentence that most likely speaks of a requirement; None if none is likely to.

    A question to the employer tells nothing of the speaker.
    """
    fit = load_support_fit("speaks")
    rated = [
        (fit.rate(features), answer, sentence, features)
        for answer in answers
        for sentence, features in measure_told(wanted, answer)
        if "?" not in sentence
    ]
    likely = [each for each in rated if each[0] > _find_least(each[3])]
    if not likely:
        return None
    speaks, answer, sentence, features = max(likely, key=lambda entry: entry[0])
    shows = rate_shown(wanted, features, sentence)
    does_own_work = bool(features["own work"] and answer.question)
    return Told(answer.number, sentence, speaks, shows, does_own_work)


def _find_least(features: Features) -> float:
    """Return the log odds above which a sentence speaks of a requirement."""
    return load_support_fit("speaks").bound if features["text told"] else _LEAST_WITHOUT_WORDS


def is_clearly_about(wanted: Wanted, sentence: str) -> bool:
    """Return whether a sentence is about all of a duty: one of its two tools is not enough."""
    shared = share_words(wanted.topic, cut_roles(sentence))
    is_named = shared.has_all_names or (shared.has_names and not wanted.is_duty)
    return "?" not in sentence and (shared.is_most or shared.names_thing or is_named)


def may_show(wanted: Wanted, answer: GivenAnswer, quote: str) -> bool:
    """Return whether a sentence that proves a requirement by its words may really show it."""
    return any(
        rate_shown(wanted, features, sentence) > _LEAST_OF_WORDS
        for sentence, features in measure_told(wanted, answer)
        if quote in sentence or sentence in quote
    )


def rate_shown(wanted: Wanted, features: Features, sentence: str) -> float:
    """Return the log odds that a sentence that speaks of a requirement shows it."""
    return load_support_fit("shows").rate(measure_shown(wanted, features, sentence))


@lru_cache(maxsize=_WANTED_KEPT)
def rate_lines(wanted: Wanted, cv_text: str) -> tuple[tuple[float, str], ...]:
    """Return the lines of a CV, the likeliest to state a requirement first, each with its log odds
    above the bound."""
    bound = load_support_fit("states").bound
    rated = [
        (_rate_line(wanted, features, line) - bound, line)
        for line, features in measure_lines(wanted, cv_text)
    ]
    return tuple(sorted(rated, key=lambda entry: -entry[0]))


def _rate_line(wanted: Wanted, features: Features, line: str) -> float:
    """Return the log odds that a line of a CV states a requirement.

    Where nothing is denied, a name or one of those that "or" joins is enough, and so are all words
    of a skill in a line that is not unlikely. Only a line that names a paper can state it.
    """
    fit = load_support_fit("states")
    odds = fit.rate(features)
    if wanted.is_paper:
        least = _LEAST_OF_PAPER[judge_line(wanted.topic, line)]
        return max(odds, fit.bound + _CERTAIN) if odds > least else min(odds, fit.bound)
    has_all = features.get("line: exact") == 1 and odds > _LEAST_OF_LINE
    is_skill = not (wanted.is_duty or features["denial"])
    if is_skill and (features["named alone"] or has_all):
        return max(odds, fit.bound + _CERTAIN)
    return odds


@cache
def load_support_fit(name: Name) -> Fit:
    """Return a fit with its weights as a dictionary: a map looks up thousands."""
    fit = read_fit(_PACKAGE, f"fit_{name}.toml")
    return fit._replace(weights=dict(fit.weights))
