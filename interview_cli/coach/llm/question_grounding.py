"""Check that a question states nothing about the candidate that neither CV nor answers hold.

Only English questions are read, and only where a sentence says that something is the candidate's:
"your time at Siemens", "you led a team of 15", "your PhD". A question may contain names of tools,
employers and places that it does not attribute to the candidate.
"""

import re
from functools import cached_property, partial
from itertools import chain, pairwise

from interview_cli.coach.base import Facts
from interview_cli.coach.llm.question_trade_features import MIN_DOCUMENT_STEMS
from interview_cli.coach.llm.question_words import find_question_words
from interview_cli.coach.llm.rules import PACKAGE, find_group, find_pattern
from interview_cli.coach.llm.stated_facts import StatedFacts, parse_number
from interview_cli.english.rules import load_toml
from interview_cli.english.words import (
    content_stems,
    find_measures,
    find_names,
    split_sentences,
    stem_word,
    tokenize,
)
from interview_cli.job_posts.skills import find_skills
from interview_cli.trades.text_evidence import list_trades_with

_FILE = "question_grounding"
_find = partial(find_pattern, _FILE)
_QUOTE = re.compile(r"[“\"„«»]([^“”\"„«»\n]{12,400})[”\"“»«]")
_QUOTED_SHARE = 0.6
"""So many of the meaningful words of a quote must stand in what it is taken from."""
"""What a clause says outright is no less said because the next one asks what would be."""
_CLAIMED = 0.3
_REPORTED = 0.5
_HELD = 0.6
"""So many of the words of what a candidate is said to have done, told, or been, must be theirs: a
question may word it in another way."""
_MIN_CLAUSE = 2
_OF_ANY_WORK = 30
"""A word that so many trades use is one of any work."""


class CandidateFacts:
    """What is known of a candidate."""

    def __init__(self, facts: Facts) -> None:
        answers = (exchange.answer for exchange in facts.exchanges)
        own = (facts.cv_text, *answers)
        asked = (exchange.question.content for exchange in facts.exchanges)
        self._own = StatedFacts(*own)
        self._counts = StatedFacts(*map(_strip_clock, own))
        self._said = "\n".join((*own, *asked, facts.job_title, facts.company_name))
        self._job = StatedFacts(facts.job_text, facts.job_title, facts.company_name)
        self._cv = StatedFacts(facts.cv_text)
        self._year = facts.year

    def holds_all_of(self, question: str, *, is_situation: bool) -> bool:
        """Return whether CV and answers hold what the question says of the candidate.

        The people, things and figures of a situation are made up, unless it asks what they did.
        """
        is_past = _find("recalled").search(question) and not _find("imagined").search(question)
        is_situation = is_situation and not is_past
        is_reaction = _find("situation").search(question) and not _find("transfer").search(question)
        is_made_up = is_situation or bool(is_reaction)
        return all(
            self._holds_sentence(sentence)
            and (is_made_up or self._holds_details(sentence))
            and (is_situation or self._holds_claims(sentence, is_made_up=is_made_up))
            and (is_made_up or self._holds_story(sentence))
            for sentence in split_sentences(question)
        )

    def holds_words(self, question: str) -> bool:
        """Return whether a question names something, states no deed, and CV and answers have each
        of its words but those of any work."""
        if _find("stating").search(question) or not find_names(question):
            return False
        own = content_stems(self._own.text)
        return all(
            stem_word(word) in own or parse_number(word) in self._counts.numbers
            for word in tokenize(question)
            if content_stems(word) and len(list_trades_with(word.lower())) < _OF_ANY_WORK
        )

    def _holds_sentence(self, sentence: str) -> bool:
        """Return whether quotes, degrees and employers in a sentence are the candidate's."""
        if _find("quoted").search(sentence) and not all(
            self._holds_quote(quote) for quote in _QUOTE.findall(sentence)
        ):
            return False
        if not self.holds_degrees(sentence):
            return False
        is_imagined = _find("imagined").search(sentence) is not None
        return all(
            self._holds(name) if is_imagined else self._holds_own(name)
            for clause in _find("clause_end").split(sentence)
            if not _find("imagined").search(clause)
            for name in _find_named(clause, "employment")
        )

    def _holds_details(self, sentence: str) -> bool:
        """Return whether the names and figures that a sentence gives the candidate are known."""
        if any(_find(group).search(sentence) for group in ("imagined", "case", "sought")):
            return True
        return all(map(self._holds, _find_named(sentence, "attributed"))) and all(
            self._holds_count(count, sentence) for count in _find_counts(sentence)
        )

    def _holds_claims(self, sentence: str, *, is_made_up: bool) -> bool:
        """Return whether all of a clause that is said of the candidate outright is known.

        The figures of what might be are those of the job.
        """
        if _find("imagined_claim").search(sentence):
            return True
        events = content_stems(" ".join(_find_named(sentence, "event")))
        return events <= content_stems(self._own.text) and all(
            all(map(self._holds, _find_named(claim, "named")))
            and all(
                self._holds_count(count, claim)
                or (is_made_up and parse_number(count) in self._job.numbers)
                for count in _find_figures(_strip_clock(claim))
            )
            for claim in _find_named(sentence, "claim")
        )

    def _holds_story(self, sentence: str) -> bool:
        """Return whether the candidate has told most of what a sentence says that they did."""
        if _find("imagined_claim").search(sentence):
            return True
        return (
            all(map(self._own.holds_similar_word, _find_named(sentence, "possession")))
            and (self._is_long or self._has_told_claims(sentence))
            and all(self.has_told(saying, _REPORTED) for saying in _find_named(sentence, "saying"))
            and all(
                self.has_told(role, _HELD, min_words=1) for role in _find_named(sentence, "role")
            )
        )

    def _has_told_claims(self, sentence: str) -> bool:
        return all(self.has_told(claim, _CLAIMED) for claim in _find_named(sentence, "claim"))

    @cached_property
    def _is_long(self) -> bool:
        """Return whether the texts are long enough for the fit that tells invented deeds."""
        return len(self._told) >= MIN_DOCUMENT_STEMS

    def has_told(self, clause: str, share: float, *, min_words: int = _MIN_CLAUSE) -> bool:
        """Return whether the candidate has told this share of a clause's words, in any wording.

        A clause of fewer than `min_words` words of meaning may say anything.
        """
        # "two" counts anything; a figure is somebody's own.
        words = [
            word
            for word in find_question_words(clause)
            if not word.isalpha() or parse_number(word) is None
        ]
        told = sum(
            word in self._told or parse_number(word) in self._counts.numbers for word in words
        )
        return len(words) < min_words or told >= share * len(words)

    @cached_property
    def _told(self) -> frozenset[str]:
        return find_question_words(self._said) | content_stems(self._said)

    def _holds_own(self, name: str) -> bool:
        return all(map(self._own.holds_word, tokenize(name)))

    def _holds(self, name: str) -> bool:
        """Return whether any of the texts holds a name, or the words that it abbreviates."""
        return all(
            (word.isupper() and self._abbreviates(word))
            or word.lower() in load_toml(PACKAGE, f"{_FILE}.toml")["calendar"]["names"].split()
            or self._own.holds_word(word)
            or self._job.holds_word(word)
            for word in tokenize(name)
        )

    def _abbreviates(self, letters: str) -> bool:
        """Return whether the first letters of words in a row, some of them left out, are these.

        The name of a tool (SAP) stands for itself.
        """
        is_name = any(written == letters for _, written in find_skills(letters))
        return len(letters) <= 1 or (not is_name and letters.casefold() in self._initials)

    @cached_property
    def _initials(self) -> str:
        words = tokenize(f"{self._own.text} {self._job.text}")
        return "".join(word[0].casefold() for word in words if content_stems(word))

    def _holds_quote(self, quote: str) -> bool:
        stems = content_stems(quote)
        known = content_stems(self._own.text) | content_stems(self._job.text)
        return len(stems & known) >= _QUOTED_SHARE * len(stems)

    def holds_degrees(self, sentence: str) -> bool:
        """Return whether the candidate has the degree that a sentence says ("your PhD")."""
        words = [word.lower().replace("’", "'") for word in tokenize(sentence)]
        degrees = load_toml(PACKAGE, f"{_FILE}.toml")["degrees"]
        own = {word.lower().replace("’", "'") for word in tokenize(self._own.text)}
        return all(
            not own.isdisjoint(degrees[word].split())
            for before, word in pairwise(words)
            if before == "your" and word in degrees
        ) and all(
            not own.isdisjoint(degrees[word].split())
            for phrase in _find_named(sentence, "degree")
            for word in (word.strip(".") for word in phrase.lower().replace("’", "'").split())
            if word in degrees
        )

    def _holds_count(self, count: str, sentence: str) -> bool:
        number = parse_number(count)
        if number is None or number in self._counts.numbers:
            return True
        return count in _find_named(sentence, "years") and self._counts_years(number)

    def _counts_years(self, number: float) -> bool:
        """Return whether the years of the CV may add up to a number."""
        is_open = _find("ongoing").search(self._cv.text) is not None
        return self._cv.counts_years(number, last=self._year if is_open else 0)


def _find_named(sentence: str, group: str) -> list[str]:
    """Return the names or numbers that a sentence attributes to the candidate."""
    matches = (rule.pattern.finditer(sentence) for rule in find_group(_FILE, group).rules)
    return [found[1] for found in chain.from_iterable(matches)]


def _find_counts(sentence: str) -> list[str]:
    """Return the numbers that a sentence attributes to the candidate, without labels (ISO 9001)."""
    sentence = _strip_clock(sentence)
    measures = find_measures(sentence)
    counts = _find_named(sentence, "counted")
    return [count for count in counts if not count[0].isdigit() or count in measures]


def _strip_clock(text: str) -> str:
    """Remove the times of the day, whose numbers count nothing."""
    return _find("clock").sub(" ", text)


def _find_figures(claim: str) -> list[str]:
    return [measure for measure in find_measures(claim) if not measure.isalpha()]
