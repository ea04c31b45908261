"""Parse an answer into sentences: who does what in each, and which of them lack content."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from interview_cli.answers.standard_english import reword_in_standard_english
from interview_cli.answers.tense import is_told_in_present, tell_in_past
from interview_cli.english.bullets import EDGE_MARKS
from interview_cli.english.rules import load_rules, load_toml
from interview_cli.english.verbs import is_past, load_noun_verbs, load_verbs
from interview_cli.english.words import find_names, find_numbers, stem_word, tokenize, word_list

_PACKAGE = "interview_cli.answers"
_RULE_FILES = ("sentences.toml", "phrases.toml", "cliches.toml", "outcomes.toml", "talk.toml")
_I = re.compile(r"\bI\b|\b[Mm]y\b")
_CAPITAL_I = re.compile(r"\bI\b")
_SPELLED = {"im": "I'm", "ive": "I've", "id": "I'd", "ill": "I'll"}
_PAST_AUXILIARIES = ("was", "were", "had", "did")
_AUXILIARIES = (*_PAST_AUXILIARIES, "been")
_PASSIVE = ("is", "are", "be", "been", "being", "get", "gets", "have", "has", "am", "must", "still")
_SHORT_SENTENCE_WORDS = 14
_LONG_LINE_WORDS = 40
_REPEAT_WORDS = 3
"""A shorter sentence is not removed where its words occur again."""
_MAX_CLICHE_SPECIFIC = 3
"""Two in the cliche and one outside it. Counting words is cheaper than searching for a cliche."""
_MASK = "Xxxxx"
"""Replaces each name, because a name can also be a word (Rose)."""


class Sentence(NamedTuple):
    """One sentence of an answer."""

    text: str
    """The sentence as written."""
    masked_text: str
    """What the rules match: straight apostrophes, no hesitations, names masked."""
    words: tuple[str, ...]
    """The words of `plain`, in lower case."""
    acts: frozenset[str]
    """Verbs of what the speaker did."""
    planned_verbs: frozenset[str]
    """Verbs of what the speaker would do, or tells somebody to do."""
    present_verbs: frozenset[str]
    """Verbs of what the speaker does. Late learners of English often tell a past case this way."""
    has_others_act: bool
    """Whether somebody else did something, and the speaker did nothing."""
    names: frozenset[str]
    """Names of people, places, systems and employers."""
    numbers: tuple[str, ...]
    """Amounts in figures or words."""
    has_time: bool
    """Whether it names a date, a time of day or a distance in time."""
    is_past: bool
    """Whether it has a verb in the past."""
    is_hypothetical: bool
    """Whether it has "would", "will", "could", "should" or "might"."""
    is_empty: bool
    """Whether it is a habit, an opinion, a cliche or praise of oneself."""
    specific_stems: frozenset[str]
    """Stems of the words that few other answers have."""
    work_stems: frozenset[str]
    """Stems of the words that name the work of this job."""
    i_count: int
    """How often it says "I" or "my"."""
    we_count: int
    """How often it says "we", "our", "us" or "the team"."""

    @property
    def is_thin(self) -> bool:
        """Whether it has no detail, so that it fits any other answer ("It was hard work")."""
        has_fact = self.numbers or self.names or self.has_time or self.has_phrase("person")
        verbs = {stem_word(verb) for verb in self.acts | self.present_verbs}
        details = (self.specific_stems - verbs) | self.work_stems
        does = self.acts or self.present_verbs or self.planned_verbs or self.has_others_act
        min_details = 1 if does else 2
        return not (has_fact or "?" in self.text or len(details) >= min_details)

    @property
    def is_plainly_past(self) -> bool:
        """Whether it has a verb that is only past: not "I put it down", not "it is locked"."""
        return any(
            word in _PAST_AUXILIARIES or (_is_past_only(word) and previous not in _PASSIVE)
            for previous, word in pairwise(("", *self.words))
        )

    def has_phrase(self, name: str) -> bool:
        """Return whether a rule of the group `name` matches. Raises KeyError."""
        return load_pattern(name).search(self.masked_text) is not None

    def count(self, name: str) -> int:
        """Return how often a rule of the group `name` matches. Raises KeyError."""
        return len(load_pattern(name).findall(self.masked_text))


@cache
def load_pattern(name: str) -> re.Pattern[str]:
    """Return what the rules of the group `name` match, from any rule file of this package.

    Raises KeyError.
    """
    for file in _RULE_FILES:
        rules = load_rules(_PACKAGE, file)
        if name in rules:
            return rules[name].pattern
    raise KeyError(name)


def count_hesitations(answer: str) -> int:
    """Return how many hesitation words (um, er) an answer has."""
    return len(load_pattern("hesitation_sound").findall(answer))


def parse_sentences(
    answer: str, *, is_story: bool = False, work_words: frozenset[str] = frozenset()
) -> tuple[Sentence, ...]:
    """Return the distinct sentences of an answer, in order; case does not matter.

    A story that is told in the present is read as if it were told in the past. `work_words` are
    buzzwords that name the work itself in this job ("drive" for a driver).
    """
    distinct: dict[str, str] = {}
    for line in load_pattern("sentence_end").split(answer):
        for part in _split_run_on(line):
            for text in _cut_repeats(_drop_second_half(part), distinct.values()):
                key = f" {' '.join(tokenize(text)).casefold()} "
                if key.count(" ") < _REPEAT_WORDS or not any(key in known for known in distinct):
                    distinct.setdefault(key, text)
    distinct.pop("  ", None)
    written = list(distinct.values())
    reword = tell_in_past if is_story and is_told_in_present(written) else str
    sentences = (
        _parse_sentence(text, reword(reword_in_standard_english(text)), work_words)
        for text in written
    )
    return tuple(sentence for sentence in sentences if sentence.words)


def _split_run_on(line: str) -> list[str]:
    is_long = len(line.split()) > _LONG_LINE_WORDS
    return load_pattern("run_on").split(line) if is_long else [line]


def _drop_second_half(part: str) -> str:
    """Return the first half if the second repeats it word by word, else the whole."""
    lowered = part.lower().split()
    half = len(lowered) // 2
    if half < _REPEAT_WORDS or lowered[:half] != lowered[half:]:
        return part
    return " ".join(part.split()[:half])


def _cut_repeats(part: str, sentences: Iterable[str]) -> list[str]:
    """Return what remains of a part after earlier sentences are cut out of it."""
    pieces = [part]
    for sentence in sentences:
        repeat = sentence.rstrip(".!?").lower()
        if len(sentence.split()) >= _REPEAT_WORDS and repeat in part.lower():
            pattern = re.compile(rf"(?<!\w){re.escape(repeat)}(?!\w)", re.IGNORECASE)
            pieces = [rest for piece in pieces for rest in pattern.split(piece)]
    return [piece.strip(f" {EDGE_MARKS}") for piece in pieces]


def _parse_sentence(written: str, told: str, work_words: frozenset[str]) -> Sentence:
    """Parse a sentence by the words in which it is `told`."""
    return _parse_for_work(written, told, work_words & {word.lower() for word in tokenize(told)})


# An interview is read with the words of its work, and its requirements without: few sentences
# have any.
@lru_cache(maxsize=500)
def _parse_for_work(written: str, told: str, work_words: frozenset[str]) -> Sentence:
    text = load_pattern("hesitation").sub("", told)
    unmasked = _normalize(text)
    plain = load_pattern("name").sub(_MASK, unmasked)
    spoken = tuple(word.lower() for word in tokenize(plain))
    planned = _find_verbs("planned_act", plain) & word_list("act")
    acts = _find_own_acts(plain, spoken) - planned  # "I'd split it" is a plan
    amounts = tuple(find_numbers(text))
    names = frozenset({*find_names(text), *load_pattern("modal_name").findall(text)})
    present = _find_verbs("present_act", plain)
    instructed = _find_instructions(plain)
    specific = [word for word in spoken if _is_specific(word)]
    # "I support her elbow" names an act; "I support success" names none.
    own_verbs = present | planned | instructed if specific else frozenset()
    own_words = work_words | (own_verbs - word_list("praise"))
    buzzwords = word_list("buzz") - own_words
    buzz_count = sum(word in buzzwords for word in spoken)
    has_time = load_pattern("time").search(unmasked) is not None
    is_would = load_pattern("would").search(plain) is not None
    return Sentence(
        text=written,
        masked_text=plain,
        words=spoken,
        acts=acts,
        planned_verbs=planned | instructed,
        present_verbs=present & word_list("act") - acts,
        has_others_act=not acts and _has_others_act(plain),
        names=names,
        numbers=amounts,
        has_time=has_time,
        is_past=any(is_past(word) or word in _AUXILIARIES for word in spoken),
        is_hypothetical=is_would,
        is_empty=(
            (
                not (amounts or has_time)
                and _is_buzz(buzz_count, len(spoken), bool(names or acts or is_would))
            )
            or (
                not (amounts or has_time or acts)
                and load_pattern("habit").search(plain) is not None
            )
            or (not (amounts or names) and _is_cliche(plain, len(specific)))
        ),
        specific_stems=frozenset(map(stem_word, specific)),
        work_stems=frozenset(stem_word(word) for word in spoken if word in work_words),
        i_count=len(_I.findall(plain)),
        we_count=len(load_pattern("we").findall(plain)),
    )


def _normalize(text: str) -> str:
    """Return a text with straight apostrophes, and with "I" for "i" if it has no capital "I"."""
    straight = text.replace("’", "'")
    if _CAPITAL_I.search(straight):
        return straight
    return load_pattern("small_i").sub(lambda found: _SPELLED.get(found[0], "I"), straight)


def _is_buzz(buzz_count: int, word_count: int, has_substance: bool) -> bool:
    """Return whether there are two buzzwords, or one in a short sentence without substance."""
    is_short = word_count < _SHORT_SENTENCE_WORDS
    return buzz_count >= 2 or (buzz_count == 1 and is_short and not has_substance)


def _is_cliche(plain: str, specific_count: int) -> bool:
    """Return whether a sentence has a cliche and at most one specific word outside it."""
    if specific_count > _MAX_CLICHE_SPECIFIC:
        return False
    rest, count = load_pattern("cliche").subn("", plain)
    return count > 0 and sum(_is_specific(word.lower()) for word in tokenize(rest)) <= 1


def _find_own_acts(plain: str, spoken: tuple[str, ...]) -> frozenset[str]:
    """Return the past verbs that follow "I", else the verb with which a note begins ("Moved …").

    "Rose called" is not a note: a second past form shows that the first is a name.
    """
    acts = {verb for verb in _find_verbs("own_act", plain) if is_past(verb)}
    is_note = bool(spoken) and is_past(spoken[0]) and not (spoken[1:] and is_past(spoken[1]))
    return frozenset(acts or ({spoken[0]} if is_note else ()))


def _find_verbs(group: str, plain: str) -> frozenset[str]:
    """Return the verbs that the rules capture, and those joined to them by a comma or "and"."""
    verbs: set[str] = set()
    for match in load_pattern(group).finditer(plain):
        clause = load_pattern("other_subject").split(plain[match.end() :], maxsplit=1)[0]
        verbs.update((match[1], *load_pattern("joined_act").findall(clause)))
    return frozenset(verbs)


def _find_instructions(plain: str) -> frozenset[str]:
    """Return the verbs of a sentence that tells what to do ("Ring the bank first, then …")."""
    lowered = plain.lower()
    lead_in = load_pattern("lead_in").match(lowered)
    first, *rest = tokenize(lowered[lead_in.end() :] if lead_in else lowered) or [""]
    if not _is_order(first) or (rest and rest[0] in _AUXILIARIES):
        return frozenset()
    joined = load_pattern("joined_act").findall(lowered)
    return frozenset((first, *(verb for verb in joined if verb in word_list("act"))))


@lru_cache(maxsize=10_000)
def _is_past_only(word: str) -> bool:
    verb = load_verbs().get(word)
    return is_past(word) and (verb is None or verb.plain != word)


@lru_cache(maxsize=10_000)
def _is_order(word: str) -> bool:
    """Return whether a word that begins a sentence tells what to do: "isolate", "unplug"."""
    verb = load_verbs().get(word)
    is_plain = verb is not None and verb.form == "plain" and verb.is_of_work
    is_verb_alone = is_plain and word not in load_noun_verbs() | word_list("praise")
    return is_verb_alone or word in word_list("act")


def _has_others_act(plain: str) -> bool:
    return any(
        is_past(verb) and (subject.islower() or subject.lower() not in word_list("stop"))
        for subject, verb in load_pattern("others_act").findall(plain)
    )


@lru_cache(maxsize=10_000)
def _is_specific(word: str) -> bool:
    if len(word) <= 3 or word.endswith("ly"):
        return False
    common = _load_common_words()
    return word not in common and word.split("'")[0] not in common


@cache
def _load_common_words() -> frozenset[str]:
    padding = load_toml(_PACKAGE, "filler.toml")["words"].split()
    return (
        word_list("stop")
        | word_list("generic")
        | word_list("buzz")
        | word_list("vague")
        | {*padding}
    )
