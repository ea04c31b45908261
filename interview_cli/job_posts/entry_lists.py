"""Tell which list the entries of a clause belong to, or none, by weights that were fitted.

Entries that stand side by side are of one kind as a rule, so that each also counts for the others.
`python -m benchmarks.entries` fits the weights to conversations and to the lists of job ads.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, get_args

from interview_cli.english.rules import load_toml
from interview_cli.english.words import stem_word, tokenize
from interview_cli.fits import share_out
from interview_cli.job_posts.acts import Turn
from interview_cli.job_posts.clauses import split_clauses, split_sentences, strip_marks
from interview_cli.job_posts.duty_verbs import find_verb_form
from interview_cli.job_posts.entries import find_list
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.titles import is_occupation
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import POST_LISTS, PostField

EntryKind = Literal["responsibilities", "bring", "benefits", "title", "place", "none"]
"""What an entry is; `bring` is a skill or a requirement, `title` and `place` are the job's own, and
`none` is no entry of a list."""
KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
_LISTS = KINDS[:3]
_NEIGHBOURS, _AROUND = 0.7, 0.3
"""How much the words of the neighbours, and of the sentences around, count together, where an
entry's own count 1."""
_SURE, _NO_ENTRY, _CONTRARY = 0.4, 0.6, 0.7
"""Shares from which an entry belongs to its likely list, to none, or not to the stated one."""
_SURE_BRING = 0.8
"""Share from which an entry that begins as duties do is brought by the person."""
_STATED_NONE = 0.85
"""Share from which an entry that is stated for a list is none."""
_NO_LISTED = 0.72
"""Share from which a part of a list of short parts is no entry."""
_DRAWN = 0.3
"""How far the shares of such a part are drawn to those of its list."""
_MOST_LISTED = 6
"""Words of a part of such a list."""
_NO_DUTY = 0.93
"""Share from which an entry is none although it begins as duties do, or names a benefit."""
_MOST_AROUND = 40
"""Words of a message whose sentences may be one list."""
_ENDING_CHARS = 2
_LENGTHS = (1, 2, 3, 5, 8, 13)
_FILE = ("interview_cli.job_posts", "entry_weights.toml")


@dataclass(frozen=True)
class Setting:
    """What is known of entries beside their words."""

    asked: PostField | None = None
    stated: EntryKind | None = None
    """What the words that introduce them say."""
    recent: EntryKind | None = None
    """What was given last before the message."""
    filled: frozenset[str] = frozenset()
    """Which kinds, and which other fields, the post has."""
    around: tuple[str, ...] = ()
    """The clauses of the other sentences of a short message."""


def describe_setting(turn: Turn, stated: PostField | None, entries: tuple[str, ...]) -> Setting:
    """Return the setting of entries in a message to a post, with the list that is stated."""
    data = turn.data
    filled = {
        "title": data.title,
        "responsibilities": data.responsibilities,
        "bring": data.skills or data.requirements,
        "benefits": data.benefits,
        "level": data.experience_level,
        "pay": data.has_pay,
        "place": data.location,
        "time": data.work_hours or data.shifts or data.employment_type,
        "review": turn.is_shown,
    }
    return Setting(
        turn.asked,
        find_kind(stated),
        find_kind(turn.recent),
        frozenset(name for name in filled if filled[name]),
        list_around(turn.message, entries),
    )


@lru_cache(maxsize=64)
def list_around(message: str, entries: tuple[str, ...]) -> tuple[str, ...]:
    """Return the clauses of a short message that stand in no sentence of these entries."""
    if len(message.split()) > _MOST_AROUND:
        return ()
    return tuple(
        clause
        for sentence in split_sentences(message)
        if not any(entry in sentence for entry in entries)
        for part in split_clauses(sentence)
        if (clause := strip_marks(part))
    )


def find_kind(field: PostField | None) -> EntryKind | None:
    """Return the kind of entries that a list holds; None for other fields."""
    if field in ("skills", "requirements"):
        return "bring"
    return field if field in ("responsibilities", "benefits") else None


def rate_entries(entries: Sequence[str], setting: Setting) -> list[dict[EntryKind, float]]:
    """Return how likely each entry is of each kind; the shares of an entry sum up to 1."""
    weights = load_weights()
    return [
        compute_shares(add_up(features, weights)) for features in measure_entries(entries, setting)
    ]


def add_up(
    features: Mapping[str, float], weights: Mapping[str, Sequence[float]]
) -> tuple[float, ...]:
    """Return the sum of the weights of an entry's features for each kind."""
    known = [(weights[name], value) for name, value in features.items() if name in weights]
    return tuple(
        sum(shares[place] * value for shares, value in known) for place in range(len(KINDS))
    )


def are_listed(entries: Sequence[str]) -> bool:
    """Return whether entries are short parts of one list, so that none of them stands alone."""
    return len(entries) > 2 and all(len(entry.split()) <= _MOST_LISTED for entry in entries)


def blend_shares(shares: Sequence[Mapping[EntryKind, float]]) -> list[dict[EntryKind, float]]:
    """Return the shares of the parts of a list, each drawn to the mean of all."""
    mean = {kind: sum(part[kind] for part in shares) / len(shares) for kind in KINDS}
    return [
        {kind: (1 - _DRAWN) * part[kind] + _DRAWN * mean[kind] for kind in KINDS} for part in shares
    ]


def choose_list(
    entry: str,
    shares: Mapping[EntryKind, float],
    asked: PostField | None,
    *,
    is_listed: bool = False,
) -> PostField | None:
    """Return the list of an entry: the likely one, the one that was asked for, or its words'.

    `is_listed`: it is a short part of a list. None: it is no entry.
    """
    own = find_list(entry)
    kind = max(_LISTS, key=shares.__getitem__)
    least = _NO_DUTY if own in ("responsibilities", "benefits") else _NO_ENTRY
    if 1 - sum(map(shares.__getitem__, _LISTS)) >= (_NO_LISTED if is_listed else least):
        return None
    if own == "benefits" and shares[kind] < _CONTRARY:
        return own
    if own == "responsibilities" and kind == "bring" and shares[kind] < _SURE_BRING:
        return own
    if shares[kind] < _SURE and not is_listed:
        return own or (asked if asked in POST_LISTS else None)
    if kind == "responsibilities" or kind == "benefits":
        return kind
    return "requirements" if own == "requirements" else "skills"


def correct_list(
    stated: PostField, entry: str, shares: Mapping[EntryKind, float]
) -> PostField | None:
    """Return the list that the words before an entry state, unless it is surely of another kind."""
    kind = max(KINDS, key=shares.__getitem__)
    least = _CONTRARY if kind in _LISTS else _STATED_NONE
    if shares[kind] < least or kind == find_kind(stated):
        return stated
    return choose_list(entry, shares, None)


def compute_shares(sums: Sequence[float]) -> dict[EntryKind, float]:
    """Return the share of each kind for the sums of its weights."""
    return dict(zip(KINDS, share_out(sums), strict=True))


def measure_entries(entries: Sequence[str], setting: Setting | None) -> list[dict[str, float]]:
    """Return the features of each entry: its own, those of its neighbours, and of the setting."""
    around = [dict.fromkeys(_list_features(text)) for text in setting.around] if setting else []
    own = [dict.fromkeys(_list_features(entry)) for entry in entries]
    measured = []
    for place, features in enumerate(own):
        counts = dict.fromkeys(features, 1.0)
        for other in (*own[:place], *own[place + 1 :]):
            for name in other:
                counts[name] = counts.get(name, 0.0) + _NEIGHBOURS / (len(own) - 1)
        for other in around:
            for name in other:
                counts[name] = counts.get(name, 0.0) + _AROUND / len(around)
        if setting:
            counts |= dict.fromkeys(_list_setting(setting, len(entries)), 1.0)
            for name in features:
                if name.startswith(("first ", "own ", "case ", "words ")):
                    counts[f"asked {setting.asked} {name}"] = 1.0
        measured.append(counts)
    return measured


def _list_setting(setting: Setting, count: int) -> Iterator[str]:
    yield "any"
    yield f"asked {setting.asked}"
    yield f"stated {setting.stated}"
    yield f"count {min(count, 3)}"
    empty = ",".join(kind for kind in _LISTS if kind not in setting.filled)
    yield f"open {empty}"
    yield f"recent {setting.recent}"
    yield f"recent {setting.recent} open {empty}"
    yield from (f"has {name}" for name in sorted(setting.filled))
    yield f"asked {setting.asked} open {empty}"
    yield f"asked {setting.asked} stated {setting.stated}"


def _list_features(entry: str) -> Iterator[str]:
    words = [word.lower().replace("’", "'") for word in tokenize(entry)]
    if not words:
        return
    stems = ["0" if word[0].isdigit() else stem_word(word) for word in words]
    yield from stems
    yield from map(" ".join, pairwise(stems))
    yield f"first {_find_form(words[0])}"
    yield f"last {_find_form(words[-1])}"
    yield f"begins {words[0]}"
    yield f"ends {stems[-1]}"
    yield f"words {sum(len(words) >= length for length in _LENGTHS)}"
    yield f"own {find_list(entry)}"
    yield f"case {_find_case(entry)}"
    if is_occupation(words[-1]):
        yield "occupation"
    if is_known_place(entry):
        yield "known place"


def _find_case(entry: str) -> str:
    """Return how the words of an entry are written: as a name, as a sentence, or small."""
    capitals = [word[0].isupper() for word in entry.split()]
    return "name" if all(capitals) else "sentence" if capitals[0] else "small"


def _find_form(word: str) -> str:
    """Return the form of a word by its ending and by what it may be."""
    for name in ("pronouns", "determiners"):
        if word in load_words("reading.toml", name):
            return name
    if word[0].isdigit():
        return "number"
    if form := find_verb_form(word):
        return form
    return word[-_ENDING_CHARS:] if len(word) > 2 * _ENDING_CHARS else "short"


@cache
def load_weights() -> Mapping[str, Sequence[float]]:
    """Return the weights of each feature, one for each kind."""
    return WrittenWeights(load_toml(*_FILE)["weights"])


class WrittenWeights(Mapping[str, Sequence[float]]):
    """Weights that are parsed when they are used: few are in one message.

    Each line is a feature, a tab, and its weights in hundredths for all kinds but the last, whose
    weight makes their sum 0.
    """

    def __init__(self, lines: str) -> None:
        self._lines = dict(line.split("\t") for line in lines.splitlines())

    def __getitem__(self, name: str) -> Sequence[float]:
        weights = [int(weight) / 100 for weight in self._lines[name].split(" ")]
        return (*weights, -sum(weights))

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
