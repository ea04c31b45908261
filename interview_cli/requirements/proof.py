"""Judge whether a sentence of an answer proves a requirement or a duty.

It does if it tells an act of the speaker on what the requirement names: its thing ("wounds"), and
what is done to it ("dressing"), unless any work with the thing shows that ("handling cash"). What
was read, heard, wanted or asked for only mentions it.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from interview_cli.answers.sentences import Sentence, parse_sentences
from interview_cli.english.rules import Rules, load_toml
from interview_cli.english.verbs import form_gerund, load_verbs
from interview_cli.english.words import find_names, stem_word, tokenize, word_list
from interview_cli.requirements.cv_evidence import load_generic_stems
from interview_cli.requirements.synonyms import find_synonyms

_FILE = ("interview_cli.requirements", "proof.toml")
_RULES = Rules(*_FILE)
_NAME = re.compile(r"\b\w+[A-Z]\w*")
"""A word with a capital behind its first letter, which is a name at any place: PostgreSQL, AQA."""
_MIN_SHARED = 2
_TOPICS_KEPT = 200
_SENTENCES_KEPT = 1_000


class _Wanted(NamedTuple):
    """What a topic names, in stems."""

    verbs: frozenset[str]
    """What is done: "scanning", "operation"."""
    heads: frozenset[str]
    """The nouns that name what it is done to: "trees" of "fruit trees"."""
    things: frozenset[str]
    """Those nouns with the words before them."""
    details: frozenset[str]
    """Words that narrow a thing: "special needs" of "children with special needs"."""
    names: frozenset[str]
    """Names and compounds: "SAP", "C++"."""

    @property
    def all(self) -> frozenset[str]:
        return self.verbs | self.things | self.details | self.names

    @property
    def telling_verbs(self) -> frozenset[str]:
        """The verbs that say more than that somebody works with a thing."""
        return self.verbs - _stem_words("any_work")


def cut_mentions(sentence: str) -> str:
    """Return a sentence without what was read, heard, wanted or asked for by others."""
    return _RULES.pattern("mention").sub(" ", sentence).strip(" ,;")


def tells_own_work(sentence: Sentence) -> bool:
    """Return whether the speaker did something in a sentence, or does it at work.

    To see, hear or want something is no work.
    """
    rest = cut_mentions(sentence.text)
    told = [sentence] if rest == sentence.text else parse_sentences(rest)
    return any(map(_tells_act, told))


def _tells_act(sentence: Sentence) -> bool:
    no_work = _load_words("no_work")
    is_ongoing = _RULES.is_found("ongoing", sentence.masked_text)
    does = bool(sentence.present_verbs - no_work) or is_ongoing
    return bool(sentence.acts - no_work) or (does and not sentence.is_hypothetical)


def is_on_subject(topic: str, sentence: str) -> bool:
    """Return whether a sentence of own work tells of what a topic names."""
    wanted = _parse_topic(topic)
    rest = cut_mentions(sentence)
    told = _stem_sentence(rest)
    stems = frozenset(told)
    if wanted.names & stem_names(rest):
        return True
    if not wanted.heads:
        return bool(wanted.telling_verbs & stems)
    synonyms = _find_shared_synonyms(topic, rest)
    has_verb = bool(wanted.verbs & stems or wanted.verbs & synonyms)
    shared = wanted.all & (stems | synonyms)
    things = len(wanted.things & shared)
    is_most = things >= _MIN_SHARED and things * 2 > len(wanted.things)
    if not wanted.heads & shared:
        return is_most or len(wanted.verbs & stems) >= _MIN_SHARED
    if wanted.details and not wanted.details & shared:
        return False
    if wanted.telling_verbs:
        # Of "pipelines in Airflow", pipelines alone show little.
        return is_most or (has_verb and not wanted.names and _is_joined(wanted, told))
    is_common = wanted.heads <= _stem_words("commonplace") or len(wanted.things) > 1
    return len(shared) >= _MIN_SHARED or not is_common


def names_it(topic: str, sentence: str) -> bool:
    """Return whether a sentence has a name that a topic has: SAP, ArcGIS."""
    return bool(_parse_topic(topic).names & stem_names(cut_mentions(sentence)))


def speaks_of(topic: str, sentence: str) -> bool:
    """Return whether a sentence has a name of a topic, or several words that make up most of it."""
    wanted, told = _parse_topic(topic), set(_stem_sentence(sentence))
    telling = wanted.all - _stem_words("any_work")
    shared = len(telling & told)
    return bool(wanted.names & stem_names(sentence)) or (
        shared >= _MIN_SHARED and shared * 2 > len(telling)
    )


def find_topic_names(topic: str) -> frozenset[str]:
    """Return the stems of the names in a topic, such as those of tools."""
    return _parse_topic(topic).names


def find_topic_heads(topic: str) -> frozenset[str]:
    """Return the stems of the nouns that name the thing in a topic: "trees" of "fruit trees"."""
    return _parse_topic(topic).heads


def is_done_in(topic: str, line: str) -> bool:
    """Return whether a line of a CV begins with a telling verb of a topic: "Scanned 300 plates" for
    "scanning of documents". A verb of any work, such as "prepared", is not telling.
    """
    verbs = _parse_topic(topic).telling_verbs - _stem_words("act") - _stem_words("commonplace")
    first = next(iter(tokenize(line)), "") if verbs else ""
    return first.lower() in load_verbs() and to_lemma(first) in verbs


def cut_behind_thing(topic: str) -> str:
    """Return a topic without where and when: "leading staff at weekends"."""
    return _RULES.pattern("preposition").split(topic, maxsplit=1)[0]


def name_duty(duty: str) -> str:
    """Return a duty as a topic: "Scan and file the records" gives "Scanning and filing …"."""
    words = duty.split()
    for place, word in enumerate(words):
        verb = load_verbs().get(word.lower())
        is_first = place == 0 or words[place - 1].lower() in ("and", "or")
        if not (is_first and verb and verb.form in ("plain", "third")):
            if place and word.lower() not in ("and", "or"):
                break
            continue
        words[place] = form_gerund(verb.plain)
    return " ".join(words)


def _is_joined(wanted: _Wanted, told: Sequence[str]) -> bool:
    """Return whether a thing follows its verb, or no "and" parts the two."""
    verbs = [place for place, stem in enumerate(told) if stem in wanted.verbs]
    things = [place for place, stem in enumerate(told) if stem in wanted.heads]
    if not (verbs and things):
        return True  # a synonym stands for one of them
    return any(verb < thing or "and" not in told[thing:verb] for verb in verbs for thing in things)


def _find_shared_synonyms(topic: str, sentence: str) -> frozenset[str]:
    """Return the stems of a topic for which a sentence has words of the same meaning.

    Nothing has the meaning of a name: a database need not be PostgreSQL.
    """
    named, told = find_synonyms(topic), find_synonyms(sentence)
    phrases = (named[group] for group in named.keys() & told.keys())
    alike = {to_lemma(stem) for phrase in phrases for stem in phrase}
    return frozenset(alike - set(map(to_lemma, _NAME.findall(topic))))


@lru_cache(maxsize=_TOPICS_KEPT)
def _parse_topic(topic: str) -> _Wanted:
    names = {
        to_lemma(name)
        for name in find_names(f"the {topic}")
        if name.lower() not in load_verbs() and name.lower() != topic.split()[0].lower()
    }
    names |= {to_lemma(word) for word in tokenize(topic) if not word.isalpha() and "-" not in word}
    names |= set(map(to_lemma, _NAME.findall(topic)))
    core, *behind = _RULES.pattern("with").split(topic)
    core, *rest = _RULES.pattern("preposition").split(core)
    rest = [part for text in [*rest, *behind] for part in _RULES.pattern("preposition").split(text)]
    details = behind[-1:]
    before, of, after = core.partition(" of ")
    words = tokenize(before)
    if of:
        verbs, things = _find_processes(words), after
    elif words and _is_gerund(words[0]):
        # "Recruiting and supervising volunteers", "working with children".
        count = 1 + sum(_is_joined_verb(first, second) for first, second in pairwise(words)) * 2
        verbs, things = _find_processes(words[:count]), " ".join(words[count:])
        if not things and rest:  # "working with children"
            things = rest[0]
            details = [] if behind[-1:] == [things] else details
    elif len(words) > 1 and _is_process(words[-1]):
        verbs, things = _find_processes(words[-1:]), " ".join(words[:-1])
    else:
        verbs, things = frozenset(), core
    parts = [_stem_content(part) for part in _RULES.pattern("and_joint").split(things)]
    return _Wanted(
        verbs=verbs,
        heads=frozenset(part[-1] for part in parts if part),
        things=frozenset(stem for part in parts for stem in part),
        details=frozenset(_stem_content(" ".join(details))),
        names=frozenset(names) - _stem_words("any_work"),
    )


def _is_joined_verb(first: str, second: str) -> bool:
    return first.lower() in ("and", "or") and _is_gerund(second)


def _is_gerund(word: str) -> bool:
    verb = load_verbs().get(word.lower())
    return verb is not None and verb.form == "gerund"


def _is_process(word: str) -> bool:
    """Return whether a noun says that something is done: "finding", "management", "control"."""
    return (
        _is_gerund(word)
        or word.lower() in load_verbs()
        or _RULES.pattern("process").fullmatch(word) is not None
    )


def _find_processes(words: Iterable[str]) -> frozenset[str]:
    return frozenset(to_lemma(word) for word in words if _is_process(word))


def _stem_content(text: str) -> list[str]:
    """Return the stems of the words with meaning, in their order; of common ones if no other is."""
    words = [word for word in tokenize(text) if word.lower() not in word_list("stop")]
    while len(words) > 1 and words[-1].lower() in _load_words("weak_heads"):
        words.pop()
    stems = [to_lemma(word) for word in words]
    return [stem for stem in stems if stem not in load_generic_stems()] or stems


@lru_cache(maxsize=_SENTENCES_KEPT)
def stem_names(sentence: str) -> frozenset[str]:
    """Return the stems of what may be a name: words with capitals, or all of a sentence without."""
    words = tokenize(sentence)
    capitals = [word for word in words if not word.islower() and word != "I"]
    is_written_small = not any(map(str.isupper, sentence))
    return frozenset(map(to_lemma, words if is_written_small else capitals))


@lru_cache(maxsize=_SENTENCES_KEPT)
def _stem_sentence(sentence: str) -> tuple[str, ...]:
    """Return the stems of all words of a sentence, in their order."""
    return tuple(to_lemma(word) for word in tokenize(sentence))


@lru_cache(maxsize=10_000)
def to_lemma(word: str) -> str:
    """Return the stem of a word; a form of a verb gives that of its plain form: "wrote"."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    if not lowered.isalpha():
        return lowered.removesuffix("s")
    lowered = str(load_toml(*_FILE)["plurals"].get(lowered, lowered))
    verb = load_verbs().get(lowered)
    return stem_word(verb.plain if verb else lowered)


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_toml(*_FILE)["words"][name].split())


@cache
def _stem_words(name: str) -> frozenset[str]:
    words = word_list(name) if name in ("act", "commonplace") else _load_words(name)
    return frozenset(map(to_lemma, words))
