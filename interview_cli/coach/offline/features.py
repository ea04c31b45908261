"""The rating features: what raises or lowers the ratings of an answer.

An entry of `FEATURES` holds everything about a feature except its weights. `python -m
benchmarks.fit` fits those and writes `weights.toml`; run it after a change here.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from interview_cli.answers.criteria import FORWARD_KINDS
from interview_cli.answers.sentences import Sentence
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.english.rules import load_rules
from interview_cli.english.words import find_measures
from interview_cli.text import join_list
from interview_cli.vocabulary import QuestionKind

RAISES: Literal["raises"] = "raises"
LOWERS: Literal["lowers"] = "lowers"
_ALL_KINDS: tuple[str, ...] = get_args(QuestionKind)
_AHEAD_KINDS = (*FORWARD_KINDS, "gap")
_STORY_KINDS = tuple(kind for kind in _ALL_KINDS if kind not in _AHEAD_KINDS)

_MOST_EXAMPLES = 4
_LONG_WORDS = 180
_FEW_WORDS = 8
_QUOTED_SPEECH = re.compile(r"[\"“][^\"”]{3,}[\"”]|'[A-Z][^']{6,}'")

SentenceFinder = Callable[[AnswerReading], Sequence[str]]


@dataclass(frozen=True)
class Praise:
    """What the review says of an answer that is rated high in a criterion."""

    criterion: str
    text: str
    shown_in: SentenceFinder
    """The sentences that prove it; without any, the praise is not given."""


@dataclass(frozen=True)
class Owed:
    """A criterion that asks for a feature."""

    criterion: str
    highest: int
    """The highest rating whose anchor allows the feature to be missing."""
    kinds: tuple[str, ...] = _ALL_KINDS


@dataclass(frozen=True, eq=False)
class Feature:
    """Something about an answer that can be counted."""

    name: str
    direction: Literal["raises", "lowers"]
    """The fit keeps the weights on this side of 0."""
    criteria: tuple[str, ...]
    """The criteria that it can count for. The fit may still give it a weight of 0."""
    measure: Callable[[AnswerReading], float]
    """How strongly an answer has it, from 0; of a count the logarithm: the first matters most."""
    present: str | Callable[[AnswerReading], str]
    """What the speaker does if the answer has it, worded to follow "you"."""
    missing: str = ""
    """What the speaker does if the answer should have it and lacks it, worded to follow "you"."""
    owed: tuple[Owed, ...] = ()
    weakness: str = ""
    """What the review says if it is owed and missing, or lowers a rating."""
    next_question: str = ""
    """The question that the review then asks, to help next time."""
    felt_in: SentenceFinder = lambda answer: ()
    """The sentences that the review then quotes."""
    praises: tuple[Praise, ...] = ()
    caps: Mapping[str, int] = field(default_factory=dict)
    """By criterion, the highest rating of an answer that has it."""
    story_caps: Mapping[str, int] = field(default_factory=dict)
    """By criterion, the highest rating of a story that lacks it."""
    smallest_effect: float = 0.0
    """The least weight, in points, that the fit may give it in any criterion."""

    def is_owed(self, criterion: str, kind: str, rating: int) -> bool:
        """Return whether an answer with this rating should have had the feature."""
        return any(
            owed.criterion == criterion and kind in owed.kinds and rating <= owed.highest
            for owed in self.owed
        )

    def find_cap(self, criterion: str, kind: str, strength: float) -> int | None:
        """Return the highest rating of an answer that has it so strongly; None if any is open."""
        if strength:
            return self.caps.get(criterion)
        return self.story_caps.get(criterion) if kind in _STORY_KINDS else None

    def describe_strength(self, answer: AnswerReading) -> str:
        return self.present if isinstance(self.present, str) else self.present(answer)

    def describe_weakness(self, answer: AnswerReading) -> str:
        return self.missing if self.direction == RAISES else self.describe_strength(answer)


def find_general_sentences(answer: AnswerReading) -> tuple[str, ...]:
    """Return the sentences that state rules and opinions."""
    return answer.select(lambda sentence: sentence.has_phrase("general") and not sentence.acts)


def _measure_distinct(things: Collection[str]) -> float:
    return math.log1p(len(set(things)))


def _measure_sentences(answer: AnswerReading, is_wanted: Callable[[Sentence], bool]) -> float:
    return math.log1p(len(answer.select(is_wanted)))


def _measure_share(answer: AnswerReading, is_wanted: Callable[[Sentence], bool]) -> float:
    return len(answer.select(is_wanted)) / answer.sentence_count


def _join_some(things: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c", or four things "and more"."""
    distinct = list(dict.fromkeys(things))
    if len(distinct) > _MOST_EXAMPLES:
        distinct[_MOST_EXAMPLES:] = ["more"]
    return join_list(distinct)


def _quote_some(things: Iterable[str]) -> str:
    """Return the two most frequent things, in quotes."""
    frequent = Counter(things).most_common(2)
    return " and ".join(f"“{thing}”" for thing, _ in frequent)


def _count_things(count: int) -> str:
    return "one thing" if count == 1 else f"{count} things"


def _measure_abstract_nouns(answer: AnswerReading) -> float:
    pattern = load_rules("interview_cli.coach.offline", "ratings.toml")["abstract_noun"].pattern
    count = sum(
        pattern.search(word) is not None
        for sentence in answer.elements.substantive
        for word in sentence.words
    )
    return count / max(_FEW_WORDS, answer.elements.word_count)


def _has_actor(answer: AnswerReading) -> bool:
    return bool(
        answer.i_count
        or answer.plans
        or answer.we_count
        or answer.select(lambda sentence: sentence.has_phrase("person"))
    )


def _has_no_own_part(answer: AnswerReading) -> bool:
    """Return whether "we" act alone, or far more often than the speaker."""
    is_alone = not (answer.i_count or answer.plans or answer.acts)
    return answer.we_count > (0 if is_alone else 2 * max(1, answer.i_count))


def _has_others_acting(answer: AnswerReading) -> bool:
    others = answer.select(lambda sentence: sentence.has_others_act)
    return len(others) > max(1, len(answer.select(lambda sentence: bool(sentence.acts))))


# The order matters for praise: for each criterion, the review gives the first praise that the
# answer can prove.
_ENTRIES = (
    # Does it answer the question?
    Feature(
        name="off_topic",
        direction=LOWERS,
        criteria=("relevance",),
        # The fit alone would give a smaller weight. Under a question of another role, five in six
        # answers share no word with it; under their own question, one in six good answers.
        smallest_effect=1.0,
        caps={"relevance": 4},
        measure=lambda answer: not (answer.shares_subject or answer.asks_employer),
        present="use no word of the question",
        weakness="You do not take up the words of the question",
        next_question="Say in the first sentence how this answers the question.",
        praises=(
            Praise(
                "relevance",
                "You answer what was asked",
                lambda answer: (
                    answer.elements.concrete or answer.elements.action or answer.elements.hoped
                ),
            ),
        ),
    ),
    Feature(
        name="other_trade",
        direction=LOWERS,
        criteria=("relevance", "impact"),
        caps={"relevance": 1, "specificity": 2, "impact": 1},
        measure=lambda answer: answer.is_about_other_trade,
        present="speak of other work than this job's",
        weakness="I could not tell how this answers the question",
        next_question="Say in the first sentence what this has to do with the question.",
    ),
    Feature(
        name="missing_case",
        direction=LOWERS,
        criteria=("relevance",),
        caps={"relevance": 2},
        measure=lambda answer: answer.missed_form == "case",
        present="tell no case from the past",
        weakness="The question asked for a case from the past; you do not tell one",
        next_question="Which one case of yours shows it? Tell it from its beginning.",
    ),
    Feature(
        name="missing_plan",
        direction=LOWERS,
        criteria=("relevance",),
        caps={"relevance": 2},
        measure=lambda answer: answer.missed_form == "plan",
        present="tell a case from the past, not what you would do",
        weakness="The question asked what you would do; you say something else",
        next_question="What would you do first in this very situation, and what then?",
    ),
    Feature(
        name="missing_wish",
        direction=LOWERS,
        criteria=("relevance",),
        caps={"relevance": 2},
        measure=lambda answer: answer.missed_form == "wish",
        present="say neither what you want nor why from this employer",
        weakness="You do not say what you want from this job, and why",
        next_question="What do you want from this job, and why from this employer?",
    ),
    Feature(
        name="missing_address",
        direction=LOWERS,
        criteria=("relevance",),
        caps={"relevance": 2},
        measure=lambda answer: answer.missed_form == "address",
        present="tell a case instead of asking or telling the employer something",
        weakness="You tell a case instead of asking or telling the employer something",
        next_question="What do you still want to know from them, or what should they know?",
    ),
    Feature(
        name="missing_bridge",
        direction=LOWERS,
        criteria=("relevance",),
        caps={"relevance": 2},
        measure=lambda answer: answer.missed_form == "bridge",
        present="say neither what is missing nor how you would learn it",
        weakness="You do not say how you would close the gap",
        next_question="What of it is missing, and how and by when would you learn it?",
    ),
    Feature(
        name="questions",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=lambda answer: (
            _measure_sentences(answer, lambda sentence: "?" in sentence.text)
            if answer.is_closing
            else 0.0
        ),
        present="ask about the job",
        missing="ask nothing about the job",
        owed=(Owed("relevance", highest=4, kinds=("closing",)),),
        weakness="You do not ask about the job",
        next_question="What do you want to know about the job?",
    ),
    Feature(
        name="asks_back",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: (
            0.0
            if answer.is_closing
            else _measure_sentences(answer, lambda sentence: "?" in sentence.text)
        ),
        present="ask back instead of answering",
        weakness="The question is asked back",
        next_question="What is your answer? Ask afterwards.",
    ),
    # What came of it?
    Feature(
        name="baseline",
        direction=RAISES,
        criteria=("impact",),
        measure=lambda answer: min(2, len(answer.elements.baseline)),
        present="say what it was before",
        missing="do not say what it was before",
        owed=(Owed("impact", highest=4, kinds=_STORY_KINDS),),
        weakness="A measure has nothing to compare it with",
        next_question="What was the number before?",
        felt_in=lambda answer: answer.elements.measured,
        praises=(
            Praise(
                "impact",
                "You say what came of it, before and after",
                lambda answer: answer.elements.baseline,
            ),
        ),
    ),
    Feature(
        name="measured_outcomes",
        direction=RAISES,
        criteria=("impact",),
        measure=lambda answer: min(2, len(answer.elements.measured)),
        present="measure the outcome",
        missing="do not measure the outcome",
        owed=(Owed("impact", highest=3, kinds=_STORY_KINDS),),
        weakness="Outcomes are claimed, not measured",
        next_question="What was the number before and after?",
        felt_in=lambda answer: answer.elements.result,
        praises=(
            Praise(
                "impact",
                "You say what came of it, with a measure",
                lambda answer: answer.elements.measured,
            ),
        ),
    ),
    Feature(
        name="outcomes",
        direction=RAISES,
        criteria=("structure", "impact"),
        measure=lambda answer: min(3, len(answer.elements.result)),
        story_caps={"impact": 4},
        present="say what came of it",
        missing="do not say what came of it",
        owed=(
            Owed("structure", highest=2, kinds=_STORY_KINDS),
            Owed("impact", highest=2, kinds=_STORY_KINDS),
        ),
        weakness="You do not say what came of it",
        next_question="What was different afterwards?",
        felt_in=lambda answer: answer.elements.action[-1:],
        praises=(
            Praise(
                "impact",
                "You say what came of it, and who saw it",
                lambda answer: answer.elements.witnessed,
            ),
            Praise("impact", "You say what came of it", lambda answer: answer.elements.result),
            Praise(
                "structure",
                "You tell a story with a beginning, your actions and an end",
                lambda answer: (
                    answer.elements.result
                    if answer.elements.situation and answer.elements.action
                    else ()
                ),
            ),
        ),
    ),
    Feature(
        name="changes",
        direction=RAISES,
        criteria=("relevance", "structure", "impact"),
        measure=lambda answer: math.log1p(
            sum(sentence.count("change") for sentence in answer.elements.substantive)
        ),
        present="show what changed",
        missing="do not say what it would change",
        owed=(Owed("impact", highest=3, kinds=_AHEAD_KINDS),),
        weakness="You do not say what it would change",
        next_question="What would it change for the team or the employer?",
        praises=(
            Praise("impact", "You say what it would change", lambda answer: answer.elements.hoped),
        ),
    ),
    Feature(
        name="lessons",
        direction=RAISES,
        criteria=("ownership", "impact"),
        measure=lambda answer: _measure_distinct(answer.elements.learned),
        present="say what you learnt or handed on",
    ),
    # How concrete is it?
    Feature(
        name="amounts",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=lambda answer: _measure_distinct(answer.elements.amounts),
        present=lambda answer: f"give numbers ({_join_some(answer.elements.amounts)})",
        missing="give no numbers",
        owed=(Owed("specificity", highest=4, kinds=(*_STORY_KINDS, "situation")),),
        weakness="You give no figures",
        next_question="How many, how long or how much was it?",
        felt_in=lambda answer: answer.elements.result or answer.elements.action,
        praises=(
            Praise(
                "specificity",
                "You give figures where others stay general",
                lambda answer: (
                    answer.elements.measured
                    or answer.select(lambda sentence: bool(find_measures(sentence.text)))
                ),
            ),
        ),
    ),
    Feature(
        name="names",
        direction=RAISES,
        criteria=("specificity",),
        measure=lambda answer: _measure_distinct(answer.new_names),
        present=lambda answer: f"mention {_join_some(answer.new_names)} by name",
        missing="mention no system, person or place by name",
        owed=(Owed("specificity", highest=3),),
        weakness="You do not name systems, people or places",
        next_question="Which system, customer or place was it?",
        praises=(
            Praise(
                "specificity",
                "You name systems, people and places",
                lambda answer: answer.select(lambda sentence: bool(sentence.names)),
            ),
        ),
    ),
    Feature(
        name="times",
        direction=RAISES,
        criteria=("specificity", "structure", "ownership"),
        measure=lambda answer: _measure_sentences(answer, lambda sentence: sentence.has_time),
        present="tell when it was",
        missing="do not tell when it was",
        owed=(Owed("specificity", highest=4, kinds=_STORY_KINDS),),
        weakness="You do not say when it was",
        next_question="When was that?",
    ),
    Feature(
        name="facts",
        direction=RAISES,
        criteria=("relevance", "structure"),
        measure=lambda answer: _measure_distinct(answer.elements.concrete),
        present="state hard facts",
    ),
    Feature(
        name="fact_share",
        direction=RAISES,
        criteria=("specificity",),
        measure=lambda answer: len(answer.elements.concrete) / answer.sentence_count,
        present="stay concrete throughout",
    ),
    Feature(
        name="people",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: _measure_sentences(
            answer, lambda sentence: sentence.has_phrase("person")
        ),
        present="speak of particular people",
    ),
    Feature(
        name="quoted_speech",
        direction=RAISES,
        criteria=("relevance", "specificity"),
        measure=lambda answer: min(2, len(_QUOTED_SPEECH.findall(answer.plain_text))),
        present="quote what was said",
    ),
    # Does it hang together?
    Feature(
        name="setting",
        direction=RAISES,
        criteria=("specificity", "structure"),
        measure=lambda answer: min(2, len(answer.elements.situation)),
        present="say where it began",
        missing="do not say where it began",
        owed=(Owed("structure", highest=2, kinds=_STORY_KINDS),),
        weakness="You do not say where it began",
        next_question="Where did it begin, and what had to be done?",
    ),
    Feature(
        name="links",
        direction=RAISES,
        criteria=("relevance", "structure", "ownership"),
        measure=lambda answer: _measure_distinct(answer.find_phrases("links")),
        present=lambda answer: (
            f"connect your points with words like {_quote_some(answer.find_phrases('links'))}"
        ),
        missing="do not connect your points",
        owed=(
            Owed("structure", highest=3, kinds=(*_STORY_KINDS, "situation", "motivation", "gap")),
        ),
        weakness="The line of thought is hard to follow",
        next_question="What came first, what then, and why?",
        praises=(
            Praise(
                "structure",
                "Your line of thought is clear",
                lambda answer: answer.select(lambda sentence: sentence.has_phrase("links")),
            ),
        ),
    ),
    Feature(
        name="past_share",
        direction=RAISES,
        criteria=("structure", "impact"),
        measure=lambda answer: _measure_share(answer, lambda sentence: sentence.is_past),
        present="keep to what happened",
    ),
    Feature(
        name="specific_words",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: _measure_distinct(
            frozenset().union(
                *(sentence.specific_stems for sentence in answer.elements.substantive)
            )
        ),
        present="choose specific words",
        praises=(
            Praise(
                "specificity",
                "You tell details that only somebody who was there knows",
                lambda answer: answer.elements.concrete or answer.elements.action,
            ),
            Praise(
                "structure",
                "You keep to the point",
                lambda answer: answer.elements.concrete or answer.elements.action,
            ),
        ),
    ),
    Feature(
        name="word_count",
        direction=LOWERS,
        criteria=("specificity", "ownership", "impact"),
        measure=lambda answer: math.log1p(answer.elements.word_count),
        present="use many words for what you say",
        weakness="You use many words for what you say",
        next_question="Which three sentences carry the point?",
    ),
    Feature(
        name="overlength",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: max(0, answer.elements.word_count - _LONG_WORDS) / 100,
        present="go on for longer than the point needs",
        weakness="Longer than the point needs",
        next_question="Which three sentences carry the point?",
    ),
    # What is the speaker's own part?
    Feature(
        name="decisions",
        direction=RAISES,
        criteria=("ownership",),
        measure=lambda answer: min(1, len(answer.elements.decisions)),
        present="name a decision of your own",
        missing="name no decision of your own",
        owed=(Owed("ownership", highest=3, kinds=_STORY_KINDS),),
        weakness="You do not tell a decision of your own",
        next_question="What did you decide there yourself?",
        praises=(
            Praise(
                "ownership",
                "You make your own decisions clear",
                lambda answer: answer.elements.decisions,
            ),
        ),
    ),
    Feature(
        name="reasons",
        direction=RAISES,
        criteria=("relevance", "ownership"),
        measure=lambda answer: _measure_distinct(answer.elements.reasons),
        present="explain your reasons",
        missing="do not explain your reasons",
        owed=(Owed("ownership", highest=4),),
        weakness="You do not give your reasons",
        next_question="Why that, and not something else?",
        felt_in=lambda answer: (
            answer.elements.decisions or answer.elements.action or answer.elements.hoped
        ),
        praises=(
            Praise(
                "ownership",
                "You give your own reasons",
                lambda answer: answer.select(
                    lambda sentence: sentence.i_count > 0 and sentence.has_phrase("reason")
                ),
            ),
        ),
    ),
    Feature(
        name="acts",
        direction=RAISES,
        criteria=("relevance", "specificity", "structure", "ownership"),
        measure=lambda answer: _measure_distinct(answer.acts),
        present=lambda answer: f"name {_count_things(len(answer.acts))} you did",
        missing="name nothing you did yourself",
        owed=(Owed("ownership", highest=2, kinds=_STORY_KINDS),),
        weakness="It is not clear what you did yourself",
        next_question="Which step was yours? Say “I” for it.",
        praises=(
            Praise(
                "ownership", "You say what you did yourself", lambda answer: answer.elements.action
            ),
        ),
    ),
    Feature(
        name="plans",
        direction=RAISES,
        criteria=("relevance", "structure", "ownership"),
        measure=lambda answer: _measure_distinct(answer.plans),
        present=lambda answer: f"describe what you would do ({_join_some(sorted(answer.plans))})",
        praises=(
            Praise(
                "ownership",
                "You say what you would do, step by step",
                lambda answer: answer.select(lambda sentence: bool(sentence.planned_verbs)),
            ),
        ),
    ),
    Feature(
        name="present_acts",
        direction=RAISES,
        criteria=("ownership",),
        measure=lambda answer: _measure_distinct(
            frozenset().union(*(sentence.present_verbs for sentence in answer.elements.substantive))
        ),
        present="say what you do",
    ),
    Feature(
        name="first_person",
        direction=RAISES,
        criteria=("ownership",),
        measure=lambda answer: math.log1p(answer.i_count),
        present="speak in the first person (“I”)",
        missing="do not speak in the first person (“I”)",
        owed=(Owed("ownership", highest=2, kinds=_AHEAD_KINDS),),
        weakness="You do not speak of yourself",
        next_question="What does it mean to you? Say “I”.",
        praises=(
            Praise(
                "ownership",
                "You speak for yourself",
                lambda answer: answer.select(lambda sentence: sentence.i_count > 0),
            ),
        ),
    ),
    Feature(
        name="we_without_i",
        direction=LOWERS,
        criteria=("ownership",),
        measure=_has_no_own_part,
        present="say “we” far more often than “I”",
        weakness="You tell what “we” did",
        next_question="Which part of it was yours? Say “I” for it.",
    ),
    Feature(
        name="others_act",
        direction=LOWERS,
        criteria=("ownership",),
        measure=_has_others_acting,
        present="tell what others did",
        weakness="You tell what others did",
        next_question="And what did you do?",
    ),
    Feature(
        name="nobody_acts",
        direction=LOWERS,
        criteria=("ownership", "impact"),
        # The fit alone would rate "It was done" above what "we" did.
        smallest_effect=0.6,
        measure=lambda answer: not (_has_actor(answer) or answer.asks_employer),
        present="name nobody who acts",
        weakness="Nobody acts in your answer",
        next_question="Who did this? Say what you did.",
    ),
    Feature(
        name="duties",
        direction=LOWERS,
        criteria=("impact",),
        measure=lambda answer: _measure_share(answer, lambda sentence: sentence.has_phrase("duty")),
        present="list duties",
        weakness="Duties are listed",
        next_question="What did you do with that post, once, that you can tell?",
    ),
    # Is it talk?
    Feature(
        name="empty_sentences",
        direction=LOWERS,
        criteria=("relevance", "specificity", "impact"),
        measure=lambda answer: _measure_distinct(answer.elements.empty),
        present="use sentences that fit any job",
        weakness="Sentences that fit any job",
        next_question="Which case of yours proves it? Leave out what anybody could say.",
        felt_in=lambda answer: answer.elements.empty,
    ),
    Feature(
        name="generalities",
        direction=LOWERS,
        criteria=("relevance", "specificity", "structure", "ownership", "impact"),
        measure=lambda answer: len(answer.find_phrases("general")) / answer.sentence_count,
        present=lambda answer: (
            f"speak in general terms like {_quote_some(answer.find_phrases('general'))}"
        ),
        weakness="You gave general rules; the question asked for one real case",
        next_question="When did you do that last? Tell that one case.",
        felt_in=find_general_sentences,
    ),
    Feature(
        name="abstract_nouns",
        direction=LOWERS,
        criteria=("relevance", "specificity", "ownership"),
        measure=_measure_abstract_nouns,
        present="use many abstract nouns",
        weakness="You use abstract nouns instead of saying who did what",
        next_question="Who did what? Say it in verbs.",
    ),
)
FEATURES = {feature.name: feature for feature in _ENTRIES}
"""By name, as `weights.toml` names them."""


def measure_features(answer: AnswerReading) -> dict[str, float]:
    """Return how far an answer has each feature, by its name."""
    return {name: float(feature.measure(answer)) for name, feature in FEATURES.items()}
