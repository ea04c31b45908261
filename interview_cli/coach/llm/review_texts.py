"""Check the sentences of a model's review against the interview that it reviews."""

import re
from functools import cache, partial
from itertools import chain

from interview_cli.coach.base import Facts
from interview_cli.coach.llm.known_facts import KnownFacts
from interview_cli.coach.llm.prompting import describe_review_rules
from interview_cli.coach.llm.question_grounding import CandidateFacts
from interview_cli.coach.llm.reply_marks import has_markup, has_scaffolding, strip_markdown
from interview_cli.coach.llm.rules import PACKAGE, find_pattern
from interview_cli.english.foreign import is_foreign, reads_as_english
from interview_cli.english.rules import load_toml
from interview_cli.english.words import (
    content_stems,
    is_english,
    split_sentences,
    stem_word,
    tokenize,
)

QUOTED = re.compile(
    r"[\"“„«]([^\"“”„«»]*)[\"”“»]|(?<!\w)['‘]((?:[^'’\n]|(?<=\w)['’](?=\w))*)['’](?!\w)"
)
_RUN_WORDS = 5
"""So many words in a row of an example of the prompt are a copy of it."""
_MIN_RUN_STEMS = 2
_MIN_SPEECH_WORDS = 6
_SPACE = " "
_GIVEN = 0.25
_OWNED = 0.5
_REPORTED = 0.6
"""So many of the words of what advice takes for given, or of what a remark says that the candidate
told, must be theirs."""
_MIN_GIVEN = 5
"""Advice may ask for what was not told; only a clause of so many words makes up a story."""


find_rule = partial(find_pattern, "review_check")


class TextChecker:
    """Finds what does not belong in a text of a review of these facts."""

    def __init__(self, facts: Facts) -> None:
        self._fence = facts.fence
        self._facts = KnownFacts(facts)
        self._candidate = CandidateFacts(facts)
        self._known = self._facts.text.casefold()
        self._is_english = is_english(facts.language)

    def clean(
        self, text: str, answer: int | None = None, *, is_advice: bool = False
    ) -> tuple[str, list[str]]:
        """Return a text without Markdown and faulty sentences, and the names of their faults.

        `answer` is the number of the answer that it is about. Advice may name what the candidate
        does not have.
        """
        text = strip_markdown(text)
        if self._is_in_other_language(text):
            return "", ["language"]
        kept, faults = [], []
        for sentence in split_sentences(text):
            fault = self.find_fault(sentence, answer, is_advice=is_advice)
            if fault:
                faults.append(fault)
            else:
                kept.append(sentence)
        return (_SPACE.join(kept), faults) if faults else (text, [])

    def find_fault(self, sentence: str, answer: int | None, *, is_advice: bool) -> str | None:
        """Return the name of the first fault of a sentence, a key of `review_check.FAULTS`."""
        if has_markup(sentence, self._facts.text) or has_scaffolding(sentence, self._fence):
            return "markup"
        if find_rule("refusal").search(sentence):
            return "refusal"
        if self._repeats_example(sentence):
            return "example"
        if self._has("review_scores", "score", sentence) or self._has(
            "review_verdicts", "verdict", sentence
        ):
            return "verdict"
        if find_rule("kudos").search(sentence):
            return "empty"
        if answer is not None and self._is_written_answer(sentence, is_advice=is_advice):
            return "written"
        return "fact" if self._states_unknown(sentence, answer, is_advice) else None

    def _has(self, file: str, group: str, sentence: str) -> bool:
        """Return whether a sentence matches a rule by words that are not from the interview."""
        rule = find_pattern(file, group)
        return any(match[0].casefold() not in self._known for match in rule.finditer(sentence))

    def _is_written_answer(self, sentence: str, *, is_advice: bool) -> bool:
        if sentence.rstrip("\"”“»'’ ").endswith("?"):
            return False
        outside = QUOTED.sub("…", sentence)
        said = outside.partition(":")[2]
        is_written = find_rule("written").match(outside) and not (said and self._is_known(said))
        if is_advice and find_rule("written_advice").search(outside):
            return True
        return bool(is_written) or any(
            self._is_invented_speech(quote[1] or quote[2] or "")
            for quote in QUOTED.finditer(sentence)
        )

    def _is_invented_speech(self, quote: str) -> bool:
        is_long = len(tokenize(quote)) >= _MIN_SPEECH_WORDS
        if not is_long or quote.rstrip().endswith("?") or self._is_known(quote):
            return False
        return bool(find_rule("own_words").search(quote))

    def _is_known(self, quote: str) -> bool:
        words = _SPACE.join(quote.split()).strip(" .…,;:!").casefold()
        return words in _SPACE.join(self._known.split())

    def _states_unknown(self, sentence: str, answer: int | None, is_advice: bool) -> bool:
        stated = find_rule("advice").sub("", sentence)
        if self._facts.find_unknown_number(stated, answer):
            return True
        if not self._is_english or sentence.rstrip().endswith("?"):
            return False
        if is_advice and find_rule("open_advice").search(sentence):
            return False
        if not self._has_told(sentence, is_advice=is_advice):
            return True
        if is_advice and answer is not None and not self._has_put_forward(sentence):
            return True
        given = _find_given(sentence) if is_advice else [None]
        return not self._candidate.holds_degrees(sentence) or any(
            self._facts.find_unknown_name(sentence, part) is not None for part in given
        )

    def _has_told(self, sentence: str, *, is_advice: bool) -> bool:
        """Return whether the candidate has told what a sentence says that they did, or told."""
        if is_advice:
            own = (find_rule(group).finditer(sentence) for group in ("own_thing", "named_thing"))
            return all(
                self._candidate.has_told(given, _GIVEN, min_words=_MIN_GIVEN)
                for given in _find_given(sentence)
            ) and all(map(self._has_own, chain.from_iterable(own)))
        reported = (found["said"] for found in find_rule("reported").finditer(sentence))
        return all(self._candidate.has_told(said, _REPORTED) for said in reported)

    def _has_put_forward(self, advice: str) -> bool:
        """Return whether the candidate has told what advice on an answer wants said as a fact."""
        clauses = (
            clause
            for found in find_rule("put_forward").finditer(advice)
            for clause in find_rule("and_that").split(found[str(found.lastgroup)])
        )
        return all(self._candidate.has_told(clause, _OWNED) for clause in clauses)

    def _has_own(self, found: re.Match[str]) -> bool:
        """Return whether a thing that advice calls the candidate's own is theirs."""
        parts = _load_parts_of_cv()
        words = (word for word in tokenize(found["thing"]) if stem_word(word) not in parts)
        return self._candidate.has_told(_SPACE.join(words), _OWNED, min_words=1)

    def _is_in_other_language(self, text: str) -> bool:
        prose = QUOTED.sub("", text)
        return is_foreign(prose) if self._is_english else reads_as_english(prose)

    def _repeats_example(self, sentence: str) -> bool:
        words = _find_words(sentence)
        known = _SPACE.join(_find_words(self._known)) if words else ""
        return any(
            run in _load_example_runs() and _SPACE.join(run) not in known for run in _runs(words)
        )


@cache
def _load_parts_of_cv() -> frozenset[str]:
    """Return the stems of what a CV consists of."""
    return frozenset(map(stem_word, load_toml(PACKAGE, "review_words.toml")["parts_of_cv"].split()))


def _find_given(advice: str) -> list[str]:
    """Return what advice takes for given of the candidate: "that you speak Welsh"."""
    return [found["given"] for found in find_rule("taken_for_given").finditer(advice)]


@cache
def _load_example_runs() -> frozenset[tuple[str, ...]]:
    """Return the runs of words in the quoted examples of the rules."""
    quoted = re.findall(r"\"([^\"]*)\"", describe_review_rules())
    return frozenset(run for example in quoted for run in _runs(_find_words(example)))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    """Return the runs of words that say something; of a short text it is the whole one."""
    size = min(_RUN_WORDS, len(words))
    runs = {tuple(words[start : start + size]) for start in range(len(words) - size + 1)}
    return {run for run in runs if len(content_stems(_SPACE.join(run))) >= _MIN_RUN_STEMS}


def _find_words(text: str) -> list[str]:
    return [token.casefold() for token in tokenize(text)]
