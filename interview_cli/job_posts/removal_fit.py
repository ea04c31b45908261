"""Rate how surely a message takes an entry of the post away, by weights that were fitted.

A sentence and an entry that share words are a pair. What stands before and behind these words,
what else the sentence names and what was asked tell whether the entry goes: "the flags, the tower
boss does those". `python -m benchmarks.removal_fit` fits the weights and finds the bound.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from interview_cli.english.words import content_stems, stem_word, word_list
from interview_cli.fits import read_fit
from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.message_words import Word, split_words
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import POST_LISTS, PostField

FILE = "fit_removals.toml"
_PACKAGE = "interview_cli.job_posts"
_BEFORE, _BEHIND, _NEXT = 5, 8, 8
"""How many words before and behind the shared ones, and of the next sentence, count."""
_LITTLE = 0.4
"""The weight of a word that many ads have; 1: any other."""
_MOST = 3
_OTHER = "@"
"""How a word of another entry is named."""
_WORDS = "removal_words.toml"
_KINDS = [
    "withdrawing",
    "denying",
    "apart",
    "ended",
    "doing",
    "needed",
    "ranking",
    "correcting",
    "replacing",
]
"""Lists of `removal_words.toml`; a word of several is of the first."""


@dataclass(frozen=True)
class Mention:
    """An entry of the post, and the words of one sentence that it shares."""

    field: PostField
    entry: str
    shared: tuple[int, ...]
    """The places of the words in the message."""
    cover: float
    """The share of the entry that they make up."""
    weight: float


def find_mentions(words: Sequence[Word], turn: Turn) -> list[Mention]:
    """Find the entries of the post that a message shares words with, each in one sentence."""
    stems = [_stem(word.text) for word in words]
    found = []
    for field in POST_LISTS:
        for entry in getattr(turn.data, field):
            if mention := _find_mention(words, stems, field, entry):
                found.append(mention)
    return found


def _find_mention(
    words: Sequence[Word], stems: Sequence[str], field: PostField, entry: str
) -> Mention | None:
    weights = weigh_stems(entry)
    sentences: dict[int, list[int]] = {}
    for place, stem in enumerate(stems):
        if stem in weights:
            sentences.setdefault(words[place].sentence, []).append(place)
    best: list[int] = []
    most = 0.0
    for places in sentences.values():
        weight = sum(weights[stem] for stem in {stems[place] for place in places})
        if weight >= most:
            best, most = places, weight
    if not best:
        return None
    return Mention(field, entry, tuple(best), most / sum(weights.values()), most)


def weigh_stems(text: str) -> dict[str, float]:
    """Return the weight of each stem of a text that is no function word."""
    content = content_stems(text)
    stems = {_stem(word.text): word.text for word in split_words(text)}
    return {
        stem: 1.0 if stem in content or text.isupper() else _LITTLE
        for stem, text in stems.items()
        if text.lower() not in word_list("stop")
    }


def _stem(word: str) -> str:
    return stem_word(word.lower())


def measure_mention(
    mention: Mention, mentions: Sequence[Mention], words: Sequence[Word], turn: Turn
) -> dict[str, float]:
    """Return the features of an entry and the sentence that shares words with it."""
    features = dict.fromkeys(_list_words(mention, mentions, words), 1.0)
    features |= dict.fromkeys(_list_rivals(mention, mentions, words), 1.0)
    features |= dict.fromkeys(_list_setting(mention, words, turn), 1.0)
    features["cover"] = mention.cover
    features["weight"] = min(mention.weight, _MOST) / _MOST
    return features


def _list_words(
    mention: Mention, mentions: Sequence[Mention], words: Sequence[Word]
) -> Iterator[str]:
    """Yield the words before and behind those that are shared, and of the next sentence."""
    first, last = mention.shared[0], mention.shared[-1]
    names = _name_words(mention, mentions, words)
    sentence = [i for i, word in enumerate(words) if word.sentence == words[first].sentence]
    inside = [i for i in sentence if words[i].clause == words[first].clause]
    beyond = [i for i in sentence if words[i].clause == words[last].clause and i > last]
    later = [i for i in sentence if i > last and i not in beyond]
    earlier = [i for i in sentence if i < inside[0]]
    yield from _list_run("b", [*_skip_joined(names[i] for i in reversed(inside) if i < first), "^"])
    yield from _list_run("a", [*_skip_joined(names[i] for i in beyond), "$"])
    yield from _list_run("l", list(_stop_at_other(names[i] for i in later)))
    yield from (f"e {names[i]}" for i in earlier[-_BEFORE:])
    following = [
        names[i]
        for i in range(sentence[-1] + 1, len(words))
        if words[i].sentence == words[sentence[-1] + 1].sentence
    ]
    yield from _list_run("n", [] if _OTHER in following else following[:_NEXT])
    yield f"mark {words[last].behind[:1]}"
    if first > inside[0]:
        yield f"mark before {words[first - 1].behind[:1]}"
    yield f"starts {names[sentence[0]]}"
    yield f"opens {names[0]}"
    yield f"asks {'?' in words[sentence[-1]].behind}"
    if any(_find_kind(name) == "CORRECTING" for name in names):
        yield "corrects"


def _name_words(mention: Mention, mentions: Sequence[Mention], words: Sequence[Word]) -> list[str]:
    """Return function words and those that tell of removals as they are, and what others are."""
    others = {place for other in mentions for place in other.shared} - set(mention.shared)
    return [
        _OTHER if place in others else _name(word, is_shared=place in mention.shared)
        for place, word in enumerate(words)
    ]


def _name(word: Word, *, is_shared: bool) -> str:
    text = word.text.lower().replace("’", "'")
    if any(map(str.isdigit, text)):
        return "#"
    is_known = text in word_list("stop") or bool(_find_kind(text))
    return text if is_known else "=" if is_shared else "~"


def _skip_joined(names: Iterable[str]) -> list[str]:
    """Return names from the nearest on, without another entry that is joined to this one."""
    run = list(names)
    joints = load_words(_WORDS, "joints")
    while _OTHER in run[:4] and joints & set(run[: run.index(_OTHER)]):
        place = run.index(_OTHER)
        if not joints | load_words(_WORDS, "articles") >= set(run[:place]):
            break
        run = run[place:]
        while run and run[0] == _OTHER:
            run = run[1:]
    return run[:_BEHIND]


def _stop_at_other(names: Iterable[str]) -> Iterator[str]:
    """Yield names up to those of another entry."""
    for count, name in enumerate(names):
        if name == _OTHER or count == _BEHIND:
            return
        yield name


def _list_run(side: str, run: Sequence[str]) -> Iterator[str]:
    """Yield the words of one side from the nearest on, and what kind they are of."""
    kinds = [_find_kind(name) or name for name in run]
    for names in dict.fromkeys([tuple(run), tuple(kinds)]):
        yield from (f"{side} {name}" for name in names)
        yield from (f"{side} {one} {two}" for one, two in pairwise(names))
        if names:
            yield f"{side}1 {names[0]}"
            yield f"{side}12 {' '.join(names[:2])}"


def _find_kind(word: str) -> str:
    return _load_kinds().get(word, "")


@cache
def _load_kinds() -> dict[str, str]:
    return {word: kind.upper() for kind in reversed(_KINDS) for word in load_words(_WORDS, kind)}


def _list_rivals(
    mention: Mention, mentions: Sequence[Mention], words: Sequence[Word]
) -> Iterator[str]:
    """Yield what else the sentence names."""
    sentence = words[mention.shared[0]].sentence
    beside = [m for m in mentions if m is not mention and words[m.shared[0]].sentence == sentence]
    same = [m for m in beside if set(m.shared) & set(mention.shared)]
    better = [m for m in same if (m.weight, m.cover) > (mention.weight, mention.cover)]
    equal = [m for m in same if m.weight == mention.weight and m not in better]
    yield f"better {min(len(better), 2)}"
    yield f"equal {min(len(equal), 2)}"
    yield f"beside {min(len(beside) - len(same), 2)}"
    yield f"whole {mention.cover == 1}"
    yield f"part {mention.cover > 0.34}"
    yield f"count {min(len(set(mention.shared)), 3)}"
    yield f"spread {mention.shared[-1] - mention.shared[0] - len(mention.shared) + 1 > 2}"
    clause = {words[place].clause for place in mention.shared}
    known = {place for m in (mention, *beside) for place in m.shared}
    rest = [
        word
        for place, word in enumerate(words)
        if word.clause in clause
        and place not in known
        and word.text.lower() not in word_list("stop")
    ]
    yield f"rest {min(len(rest), 4)}"
    if any(map(str.isdigit, " ".join(word.text for word in rest))):
        yield f"new number {any(map(str.isdigit, mention.entry))}"
    for one, two in pairwise(words):  # "not 12" means no entry without a 12
        is_denied = _find_kind(one.text.lower()) == "DENYING" and two.text[:1].isdigit()
        if is_denied and two.sentence == sentence:
            yield f"denies number {two.text in mention.entry.split()}"


def _list_setting(mention: Mention, words: Sequence[Word], turn: Turn) -> Iterator[str]:
    yield f"asked {turn.asked == mention.field}"
    yield f"asked list {turn.asked in POST_LISTS}"
    yield f"shown {turn.is_shown}"
    yield f"list {mention.field}"
    yield f"recent {turn.recent == mention.field}"
    yield f"long {min(len(words) // 6, 5)}"
    sentences = {word.sentence for word in words}
    yield f"sentences {min(len(sentences), 3)}"


def find_removed(words: Sequence[Word], turn: Turn) -> list[Mention]:
    """Return the entries that a message most likely takes away."""
    mentions = find_mentions(words, turn)
    fit = read_fit(_PACKAGE, FILE)
    return [
        mention
        for mention in mentions
        if fit.refuses(measure_mention(mention, mentions, words, turn))
    ]
