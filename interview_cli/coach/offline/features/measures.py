"""Measure an answer for the rating features, and word what was found."""

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable

from interview_cli.answers.sentences import Sentence, load_pattern
from interview_cli.coach.offline.answer_reading import AnswerReading
from interview_cli.coach.offline.remark_rules import find_figures, load_remark_words
from interview_cli.english.rules import load_rules
from interview_cli.english.words import stem_word, tokenize
from interview_cli.text import join_list

_MOST_EXAMPLES = 4
LONG_WORDS = 180
_FEW_WORDS = 8
_USUAL_WORDS = 14
"""Of a sentence."""
FEWEST_WORDS = 20
"""A shorter answer is measured as if it were as long: one word in it makes no share."""
_WORD = re.compile(r"[^\s,;:.!?()\"“”]+(?:\.\w+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
QUOTED_SPEECH = re.compile(r"[\"“][^\"”]{3,}[\"”]|'[A-Z][^']{6,}'")


def find_general_sentences(answer: AnswerReading) -> tuple[str, ...]:
    """Return the sentences that state rules and opinions, and nothing that can be counted."""
    return answer.select(
        lambda sentence: (
            sentence.has_phrase("general")
            and not (sentence.acts or sentence.numbers or find_figures(sentence.text))
        )
    )


def find_general_phrases(answer: AnswerReading) -> list[str]:
    """Return the general phrases of an answer; "you have" may address the employer."""
    is_to_employer = answer.question.kind in ("motivation", "closing")
    phrases = answer.find_phrases("general")
    return [text for text in phrases if not (is_to_employer and text.startswith("you "))]


def measure_generalities(answer: AnswerReading) -> float:
    """Return how many general phrases an answer has in a sentence of usual length.

    The sentences themselves are not counted, because speech and notes are cut in other places.
    """
    sentences = max(1.0, answer.elements.word_count / _USUAL_WORDS)
    return max(0, len(answer.find_phrases("general")) - 1) / sentences


def measure_talk_share(answer: AnswerReading) -> float:
    """Return the share of the words, 0 to 1, in sentences that say nothing or state rules."""
    elements = answer.elements
    general = sum(
        len(sentence.words)
        for sentence in elements.substantive
        if sentence.has_phrase("general") and not (sentence.acts or sentence.numbers)
    )
    told = elements.word_count - general
    return 1 - min(1.0, told / max(_FEW_WORDS, answer.whole_word_count))


def measure_density(answer: AnswerReading) -> float:
    """Return how many different specific words an answer has for each of its words, 0 to 1."""
    stems = frozenset().union(
        *(sentence.specific_stems for sentence in answer.elements.substantive)
    )
    return len(stems) / max(FEWEST_WORDS, answer.whole_word_count)


def find_talk_sentences(answer: AnswerReading, group: str) -> tuple[str, ...]:
    """Return the sentences that a rule of a group of `answers/talk.toml` matches in.

    Those with figures come last.
    """
    pattern = load_pattern(group)
    found = [text for text in answer.elements.sentences if pattern.search(text)]
    return tuple(sorted(found, key=lambda text: bool(find_figures(text))))


def measure_count(things: Collection[str]) -> float:
    return math.log1p(len(things))


def measure_distinct(things: Collection[str]) -> float:
    return math.log1p(len(set(things)))


def measure_sentences(answer: AnswerReading, is_wanted: Callable[[Sentence], bool]) -> float:
    return math.log1p(len(answer.select(is_wanted)))


def measure_share(answer: AnswerReading, is_wanted: Callable[[Sentence], bool]) -> float:
    return len(answer.select(is_wanted)) / answer.sentence_count


def join_some(things: Iterable[str]) -> str:
    """Return "a", "a and b", "a, b and c", or four things "and more"."""
    distinct = list(dict.fromkeys(things))
    if len(distinct) > _MOST_EXAMPLES:
        distinct[_MOST_EXAMPLES:] = ["more"]
    return join_list(distinct)


def quote_some(things: Iterable[str]) -> str:
    """Return the two most frequent things, in quotes."""
    frequent = Counter(things).most_common(2)
    return " and ".join(f"“{thing}”" for thing, _ in frequent)


def measure_abstract_nouns(answer: AnswerReading) -> float:
    pattern = load_rules("interview_cli.coach.offline", "ratings.toml")["abstract_noun"].pattern
    count = sum(
        pattern.search(word) is not None and stem_word(word) not in answer.vocabulary
        for sentence in answer.elements.substantive
        for word in sentence.words
    )
    return count / max(_FEW_WORDS, answer.elements.word_count)


def find_abstract_nouns(answer: AnswerReading) -> set[str]:
    """Return the abstract nouns of a whole answer.

    What ends like one and is a thing is none, nor is a word of the trade ("insulation").
    """
    pattern = load_rules("interview_cli.coach.offline", "ratings.toml")["abstract_noun"].pattern
    words = {word.lower() for word in tokenize(answer.whole_text)}
    return {
        word
        for word in words - load_remark_words("concrete")
        if pattern.search(word) and stem_word(word) not in answer.vocabulary
    }


def list_names(answer: AnswerReading) -> list[str]:
    """Return the names that an answer gives, whole and in its order: "Corner Foods", "SQL".

    Times, units and short forms of offices are none, nor are names that the question gave.
    """
    short = set(map(str.upper, load_remark_words("short")))
    known = {
        name
        for name in answer.new_names
        if any(char.isupper() for char in name)
        and name[0].isalpha()
        and name.upper() not in short
        and not load_pattern("time").search(name)
    }
    phrases: list[list[str]] = []
    end = -1
    for found in _WORD.finditer("\n".join(one.text for one in answer.elements.substantive)):
        word = _POSSESSIVE.sub("", found[0])
        if word in known:
            is_next = found.start() == end + 1 and bool(phrases)
            phrases[-1:] = [[*phrases[-1], word]] if is_next else [*phrases[-1:], [word]]
            end = found.end()
    return list(dict.fromkeys(" ".join(words) for words in phrases))


def has_actor(answer: AnswerReading) -> bool:
    return bool(
        answer.i_count
        or answer.plans
        or answer.we_count
        or answer.select(lambda sentence: sentence.has_phrase("person"))
    )


def has_no_own_part(answer: AnswerReading) -> bool:
    """Return whether "we" act alone, or far more often than the speaker."""
    is_alone = not (answer.i_count or answer.plans or answer.acts)
    return answer.we_count > (0 if is_alone else 2 * max(1, answer.i_count))
