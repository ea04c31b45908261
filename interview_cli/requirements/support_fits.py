"""Find the sentence of an answer, and the line of a CV, that support a requirement.

Four logistic regressions on the marks of readers (`benchmarks/proofs/`), which
`python -m benchmarks.support_fit` fits: whether a sentence speaks of a requirement, whether one
that does shows it, whether a line of a CV states it, and whether one that has some of its words
states it or comes near it.
"""

from collections.abc import Collection, Sequence
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
"""Above the bound: a sentence with a name of a requirement, or most of its words, speaks of it."""
_LEAST_WITHOUT_WORDS = 1.0
"""In log odds, for a sentence that has few words of a requirement: readers call six of seven
right."""
_LEAST_OF_WORDS = 0.5
"""In log odds, for a sentence that shows a requirement by its words. Of those that do, readers call
68 in 100 shown; above this bound 80."""
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
        return (
            self.does_own_work and self.is_mention and self.shows > load_support_fit("shows").bound
        )

    @property
    def is_surely_told(self) -> bool:
        """Whether it speaks of the requirement, be it in other words."""
        return self.speaks > _LEAST_WITHOUT_WORDS

    @property
    def is_mention(self) -> bool:
        """Whether it speaks of the requirement."""
        return self.speaks > load_support_fit("speaks").bound

    def as_mention(self, *, is_denied: bool) -> Mention | None:
        """Return it as what speaks of the requirement; None if it is unlikely to."""
        if not self.is_mention:
            return None
        is_denial = is_denied or matches_evidence("says_no", self.sentence)
        may_be_own = self.shows > _LEAST_OF_OWN and not is_denial
        is_own_no = matches_evidence("lacks_own", self.sentence)
        return Mention(self.number, self.sentence, may_be_own, is_denied=is_own_no)


def find_told(wanted: Wanted, answers: Sequence[GivenAnswer]) -> Told | None:
    """Return the sentence that most likely speaks of a requirement; None if no one names it."""
    sentences = (sentence for answer in answers for sentence in answer.sentences)
    named = {sentence for sentence in sentences if _is_by_words(wanted, sentence)}
    rated = [
        (_rate_told(wanted, features, sentence), answer, sentence, features)
        for answer in answers
        for sentence, features in list_told(wanted, answer, named)
        if named or _is_surely_told(features, sentence)
    ]
    if not rated:
        return None
    speaks, answer, sentence, features = max(rated, key=lambda entry: entry[0])
    shows = rate_shown(wanted, features, sentence)
    does_own_work = bool(features["own work"] and answer.question)
    return Told(answer.number, sentence, speaks, shows, does_own_work)


def _is_by_words(wanted: Wanted, sentence: str) -> bool:
    """Return whether words tell that a sentence is about a requirement, or about all of a duty."""
    return is_about(wanted, sentence) or is_clearly_about(wanted, sentence)


def _is_surely_told(features: Features, sentence: str) -> bool:
    """Return whether a sentence speaks of a requirement in other words, by all that is measured."""
    return "?" not in sentence and load_support_fit("speaks").rate(features) > _LEAST_WITHOUT_WORDS


def is_about(wanted: Wanted, sentence: str) -> bool:
    """Return whether a sentence has words that tell a reader that it is about a requirement.

    A question to the employer tells nothing of the speaker.
    """
    shared = share_words(wanted.topic, cut_roles(sentence))
    is_named = shared.names_it
    if wanted.is_duty and not shared.is_most:
        is_enough = shared.has_all_names or shared.shared > 1
        is_named = shared.has_names and (is_enough or matches_evidence("says_no", sentence))
    return "?" not in sentence and is_named


def is_clearly_about(wanted: Wanted, sentence: str) -> bool:
    """Return whether a sentence is about all of a duty: one of its two tools is not enough."""
    shared = share_words(wanted.topic, cut_roles(sentence))
    is_named = shared.has_all_names or (shared.has_names and not wanted.is_duty)
    return "?" not in sentence and (shared.is_most or shared.names_thing or is_named)


def _rate_told(wanted: Wanted, features: Features, sentence: str) -> float:
    """Return the log odds that a sentence speaks of a requirement; its name, or most of its words,
    are enough."""
    fit = load_support_fit("speaks")
    odds = fit.rate(features)
    is_named = features["by words"] or share_words(wanted.topic, sentence).names_it
    return max(odds, fit.bound + _CERTAIN) if is_named else odds


def may_show(wanted: Wanted, answer: GivenAnswer, quote: str) -> bool:
    """Return whether a sentence that proves a requirement by its words may really show it."""
    return any(
        rate_shown(wanted, features, sentence) > _LEAST_OF_WORDS
        for sentence, features in list_told(wanted, answer)
        if quote in sentence or sentence in quote
    )


def list_told(
    wanted: Wanted, answer: GivenAnswer, chosen: Collection[str] = ()
) -> list[tuple[str, Features]]:
    """Return the sentences of an answer with what tells whether they speak of a requirement.

    Only those that are `chosen`, if any are.
    """
    return measure_told(wanted, answer, chosen)


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
