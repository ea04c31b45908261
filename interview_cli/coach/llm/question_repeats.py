"""Tell whether a question asks again what was asked before, also in other words."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from interview_cli.coach.base import Exchange
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.words import content_stems, stem_word, tokenize, word_list
from interview_cli.requirements.common_questions import find_common_questions
from interview_cli.vocabulary import QuestionKind

_FILE = ("interview_cli.coach.llm", "question_repeats.toml")
_KINDS_ON_THE_SAME = frozenset(("opener", "follow_up", "closing", "motivation"))
_KINDS_OF_REASONS = frozenset(("opener", "motivation"))
"""Either may ask why somebody wants the job."""
_SAME_WORDS = 0.9
_MIN_MEANING_WORDS = 6
_SAME_SUBJECT = 0.6
_SAME_SUBJECT_BESIDE = 0.75
"""For two questions that each have a word of their own, such as what the work was with."""
MEANING = "= "
"""Begins the name of a group of words of one meaning."""
_SHARED_OF_FEWER = 0.6
_MAX_OWN = 1
"""A question of the same competency that names more things of its own is about another case."""
_PEOPLE = frozenset(
    f"{MEANING}{name}" for name in ("colleague", "boss", "customer", "supplier", "patient", "pupil")
)
"""The groups of words that say with whom something happened."""
_VAGUE = frozenset(f"{MEANING}{name}" for name in ("company", "team", "result", "difficult"))
"""Groups of words that name no thing."""
_MIN_SUBJECT = 3
"""So many words of subject, of which so many are the same, show the same question."""


def is_repeated(
    question: str,
    kind: QuestionKind,
    exchanges: Sequence[Exchange],
    find_subject: Callable[[str], frozenset[str]] | None = None,
) -> bool:
    """Return whether a question of this kind repeats one of the earlier ones.

    `find_subject` returns the words that a question is about; the default knows English.

    A follow-up is about what was asked and answered before, and an opener about work that others
    ask about as well, so only the same words repeat them. An opener and a question of motivation
    may both ask why somebody wants the job.
    """
    earlier = [exchange.question for exchange in exchanges]
    find_words = find_subject or find_question_words
    return any(
        _has_same_words(question, asked.content)
        or (
            _are_comparable(kind, asked.kind)
            and (
                _has_same_subject(find_words(question), find_words(asked.content))
                or (find_subject is None and _asks_the_same(question, asked.content))
            )
        )
        for asked in earlier
    )


def _are_comparable(kind: QuestionKind, asked: QuestionKind) -> bool:
    if kind == "follow_up":
        return False
    pair = frozenset((kind, asked))
    return len(pair) == 1 or pair == _KINDS_OF_REASONS or _KINDS_ON_THE_SAME.isdisjoint(pair)


def _asks_the_same(question: str, earlier: str) -> bool:
    """Return whether an English question asks for what an earlier one asked for.

    It does if it is a common one in other words, or asks for the same competency and names hardly
    anything of its own.
    """
    if not find_common_questions(question).isdisjoint(find_common_questions(earlier)):
        return True
    asked = find_competencies(question)
    shared = asked.keys() & find_competencies(earlier).keys()
    own = _find_own(question, earlier)
    if shared:
        own -= find_question_words(" ".join(asked[name] for name in shared))
    elif not _share_most(question, earlier) or (own and _find_own(earlier, question)):
        return False
    return len(own) <= _MAX_OWN and _name_same_people(question, earlier)


def _share_most(question: str, earlier: str) -> bool:
    """Return whether two questions share most of what the one with fewer words is about."""
    plain = _load_plain() | _VAGUE
    new, asked = (find_question_words(text) - plain for text in (question, earlier))
    shared = new & asked
    return len(shared) > 1 and len(shared) >= _SHARED_OF_FEWER * min(len(new), len(asked))


@lru_cache(maxsize=1_000)
def find_competencies(question: str) -> Mapping[str, str]:
    """Return what an English question asks somebody to show: the words that say so, by name."""
    rules = load_rules("interview_cli.coach.llm", "question_competencies.toml")
    plain = question.replace("’", "'")
    found = {name: rules[name].pattern.search(plain) for name in rules}
    return {name: match[0] for name, match in found.items() if match}


def _name_same_people(question: str, earlier: str) -> bool:
    """Return whether both questions speak of the same people, or one of nobody in particular."""
    people = [_PEOPLE & find_meanings(text) for text in (question, earlier)]
    return not all(people) or not people[0].isdisjoint(people[1])


def _find_own(question: str, earlier: str) -> frozenset[str]:
    """Return what a question is about that an earlier one is not about."""
    things = find_question_words(question) - find_question_words(earlier) - _PEOPLE - _VAGUE
    return things - content_stems(earlier) - _load_plain()


@cache
def _load_plain() -> frozenset[str]:
    """Return the stems of words that name no thing."""
    words = [*load_toml(*_FILE)["plain"].split(), *word_list("amounts")]
    return frozenset(map(stem_word, words))


def _has_same_words(question: str, earlier: str) -> bool:
    """Return whether a question has nearly all meaningful words of an earlier one."""
    new, asked = _find_meaning(question), _find_meaning(earlier)
    has_all = len(asked) >= _MIN_MEANING_WORDS and len(new & asked) >= _SAME_WORDS * len(asked)
    return has_all or len(new & asked) >= _SAME_WORDS * len(new | asked)


def _find_meaning(question: str) -> set[str]:
    spoken = {word.casefold() for word in tokenize(question)}
    return (spoken - word_list("stop")) or spoken


def _has_same_subject(new: frozenset[str], asked: frozenset[str]) -> bool:
    """Return whether nearly all words of two subjects have the same meaning."""
    shared = new & asked
    groups = sum(word.startswith(MEANING) for word in shared)
    is_enough = len(shared) >= _MIN_SUBJECT or groups > 1 or (new == asked and groups > 0)
    differ = bool(new - asked and asked - new)
    needed = _SAME_SUBJECT_BESIDE if differ else _SAME_SUBJECT
    return is_enough and len(shared) >= needed * len(new | asked)


@lru_cache(maxsize=1_000)  # each question is compared with all earlier ones
def find_question_words(question: str) -> frozenset[str]:
    """Return the stems of what a question is about; words and phrases of one meaning have one."""
    asking = _load_asking()
    meanings, rest = _split_meanings(question)
    words = content_stems(rest) | {stem_word(word) for word in tokenize(rest) if word in _KEPT}
    return meanings | (words - asking)


_KEPT = ("us", "here", "want", "best", "first")
"""Function words that are the subject of some questions: "Why do you want to work for us?"."""


def find_meanings(text: str) -> frozenset[str]:
    """Return the groups of words and phrases of one meaning that a text has any of."""
    return _split_meanings(text)[0]


def _split_meanings(text: str) -> tuple[frozenset[str], str]:
    """Return the groups of one meaning that a text has words of, and its other words."""
    tokens = [token.casefold() for token in tokenize(text)]
    stems = [stem_word(token) for token in tokens]
    phrases = _load_meanings()
    found, rest, start = set(), [], 0
    while start < len(stems):
        lengths = range(min(_MAX_PHRASE_WORDS, len(stems) - start), 0, -1)
        runs = (tuple(stems[start : start + length]) for length in lengths)
        run = next((run for run in runs if run in phrases), None)
        if run is None:
            rest.append(tokens[start])
            start += 1
        else:
            found.add(phrases[run])
            start += len(run)
    return frozenset(found), " ".join(rest)


_MAX_PHRASE_WORDS = 5


@cache
def _load_meanings() -> dict[tuple[str, ...], str]:
    """Return a name of the group for the stems of each phrase that has others of its meaning."""
    lines = str(load_toml(*_FILE)["same_meaning"]).strip().splitlines()
    return {
        tuple(map(stem_word, tokenize(phrase))): f"{MEANING}{line.split(',')[0]}"
        for line in lines
        for phrase in line.split(", ")
    }


@cache
def _load_asking() -> frozenset[str]:
    return frozenset(map(stem_word, load_toml(*_FILE)["asking"].split()))
