"""Find how an English question speaks of private matters, for the fit that tells improper ones.

Words of private matters are known by their subjects, so that a word that no marked question holds
counts like its neighbours. A word alone shows nothing: much work is about health, age or family.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise

from interview_cli.coach.llm.fits import load_fit
from interview_cli.coach.llm.question_words import find_phrases, stem_phrase
from interview_cli.coach.llm.rules import PACKAGE, find_pattern, has_match
from interview_cli.english.rules import load_toml
from interview_cli.english.words import split_sentences, stem_word, tokenize

_FILE = "private_words.toml"
_PHRASES = "private_phrases"
_WORK = "this work "
_START, _END, _NUMBER = "^", "$", "@number"
_ANY = "@any"
"""Stands for any private subject."""
_NEAR = 4
"""So many words before a subject may say whose it is."""
_ADDRESSING = ("you", "your", "yourself")
_OPENING_WORDS = 2


def is_private(question: str, known: Collection[str]) -> bool:
    """Return whether an English question is about the candidate's private life.

    `known` are the stems of the documents; children that they name are the work.
    """
    children = load_toml(PACKAGE, f"{_PHRASES}.toml")["words"]["children"].split()
    has_children = any(stem in known for stem in map(stem_word, children))
    is_own = has_match(_PHRASES, "own", question) and not has_match(_PHRASES, "others", question)
    if is_own and not has_children:
        return True
    plain = find_pattern(_PHRASES, "work").sub(_WORK, question)
    features = find_personal_features(plain, known)
    is_of_work = plain != question and _ANY not in features
    return not is_of_work and load_fit("personal").refuses(features)


def find_personal_features(question: str, known: Collection[str]) -> dict[str, float]:
    """Return the stems and pairs of stems of a question, and its private subjects.

    `known` are the stems of the documents: a matter that they name may be the job's own.
    """
    features: dict[str, float] = {}
    for sentence in split_sentences(question):
        stems = [_START, *map(_find_stem, tokenize(sentence)), _END]
        features.update((f"known {stem}", 1.0) for stem in stems if stem in known)
        features.update((stem, 1.0) for stem in stems)
        features.update((f"{first} {second}", 1.0) for first, second in pairwise(stems))
        features.update((name, 1.0) for name in _describe_subjects(stems, known))
    return features


def _find_stem(word: str) -> str:
    return _NUMBER if word[0].isdigit() else stem_word(word)


def _describe_subjects(stems: Sequence[str], known: Collection[str]) -> Iterator[str]:
    """Yield of each private subject what stands around it, and how the sentence begins."""
    opening = " ".join(stems[1 : 1 + _OPENING_WORDS])
    for start, end, subject in find_phrases(stems, _load_phrases()):
        is_known = any(stem in known for stem in stems[start:end])
        before, after = stems[start - 1], stems[end]
        for name in (f"@{subject}", _ANY):
            yield name
            yield f"{before} {name}"
            yield f"{name} {after}"
            if is_known:
                yield f"known {name}"
            if not {*stems[max(0, start - _NEAR) : start]}.isdisjoint(_ADDRESSING):
                yield f"you {name}"
        yield f"{stems[1]}: {_ANY}"
        yield f"{opening}: {_ANY}"


@cache
def _load_phrases() -> dict[str, str]:
    """Return the subject of each phrase, by its stems."""
    return {
        stem_phrase(phrase): subject
        for subject, words in load_toml(PACKAGE, _FILE).items()
        for phrase in words.split(",")
    }
