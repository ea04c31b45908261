"""Read the clauses of a sentence as acts, one after the other.

Each clause is a value, an entry of a list, a change or a remark: labels and the words that
introduce it decide first, then what it names, then the question that was asked.
"""

from collections.abc import Iterable
from dataclasses import replace

from interview_cli.job_posts import changes, corrections, removals
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.asides import read_aside
from interview_cli.job_posts.claims import Claims, Draft, find_claims, is_timed_duty, names_superior
from interview_cli.job_posts.clauses import is_dictated, split_clauses, strip_marks
from interview_cli.job_posts.details import find_opening_hours
from interview_cli.job_posts.entries import find_list, find_no_experience, has_content, read_rank
from interview_cli.job_posts.entry_lists import (
    correct_list,
    describe_setting,
    find_kind,
    rate_entries,
)
from interview_cli.job_posts.grounding import TERMS, is_quoted
from interview_cli.job_posts.list_reading import add_entries, read_listed
from interview_cli.job_posts.openings import find_bare_count, find_openings
from interview_cli.job_posts.orders import read_order
from interview_cli.job_posts.pay_changes import read_pay_change
from interview_cli.job_posts.reading_rules import (
    find_cue,
    find_extra,
    find_fearless,
    find_opened_list,
    find_successor,
    is_about_employer,
    names_thing,
    strip_lead_in,
    wants_title,
)
from interview_cli.job_posts.remains import place_remains
from interview_cli.job_posts.stored_entries import renumber, stem_all
from interview_cli.job_posts.terms import find_level
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import POST_LISTS, PostField

_SURE = 0.8
"""Share from which a clause of prose is an entry of a list."""


def _can_be_brought(wish: str) -> bool:
    """Return whether what would be nice is for a person to bring: no benefit, and no remark."""
    first = wish.lower().split()[0]
    is_told = first in load_words("reading.toml", "pronouns")
    return (
        not is_told
        and not find_level(wish)
        and find_list(wish) not in ("benefits", "responsibilities")
    )


class ClauseReader:
    """Reads clauses; what is read first bears on what follows."""

    def __init__(self, turn: Turn, context: str = "") -> None:
        self._turn = turn
        self._context = context or turn.message
        """The message with its questions, which a later sentence may point to."""
        self._is_labelled = False
        self._has_corrected = False
        """Whether the correction that was announced was read."""
        self.draft = Draft(turn)
        self.acts: list[Act] = []
        """What was read so far."""
        self.sentence = ""
        """The sentence that the clauses belong to."""
        self.corrects = False
        """Whether the message announced a correction."""
        self.is_prose = False
        """Whether the sentence is part of a paragraph, where what no field takes is no loss."""
        self.is_listing = False
        """Whether the sentence is a list."""
        self.removed: PostField | None = None
        """The list that the sentence took an entry out of."""

    def begin_sentence(self, sentence: str) -> None:
        """Begin a sentence. A correction that was announced ends with the one that gave it."""
        self.sentence, self.removed = sentence, None
        self.draft.sentence = sentence
        self.corrects = self.corrects and not self._has_corrected
        self._has_corrected = False

    def keep(self, acts: Iterable[Act]) -> None:
        for act in acts:
            if self.is_prose and act.kind == "beside":
                continue  # it stays in the description
            if act.words and not is_quoted(act.words, self._turn.message):
                act = replace(act, words=self.sentence)  # a slip was taken out of it
            act = act if self.removed else renumber(act, self._turn)
            self._has_corrected = self._has_corrected or (self.corrects and act.corrects)
            self.draft.note(act)
            self.acts.append(act)
            is_cut = act.kind == "replace" and stem_all(str(act.value)) < stem_all(act.old)
            if is_cut or (act.kind == "remove" and act.value):
                self.removed = act.field

    def keep_any(self, acts: list[Act] | None) -> bool:
        """Keep acts. Return whether something was read, which may be without effect."""
        self.keep(acts or [])
        return acts is not None

    def read_rank_or_removal(self, text: str) -> bool:
        """Read what moves an entry of the post or takes it out. Return whether it does."""
        turn, before = self.draft.turn, self._find_before(text)
        change = corrections.read_rank(text, before, turn)
        change = change or removals.remove_mentioned(text, before, turn)
        change = change or removals.read_removal(text, turn)
        if change is None or not self._is_about_post(change[0]):
            return False
        self.keep(change[0])
        self._read_reason(change[1])
        return True

    def _find_before(self, text: str) -> str:
        """Return what the employer said before a part of the message."""
        place = self._context.find(text)
        return self._context[:place] if place > 0 else ""

    def _read_reason(self, reason: str) -> None:
        """Read why an entry is changed; what changes or offers nothing is a remark."""
        for clause in split_clauses(reason):
            text = strip_lead_in(corrections.strip_cues(clause)[0])
            if not has_content(text) or self._read_successor(text):
                continue
            if self.read_order(text) or self._read_change(text):
                continue
            cue = find_cue(text)
            if cue and cue.field == "benefits":
                self.keep(add_entries("benefits", cue.text, is_cued=True))
            else:
                self.keep([Act("beside", words=strip_marks(text))])

    def _is_about_post(self, acts: list[Act]) -> bool:
        """Return whether acts change the post: "remove blockers" may also be a duty."""
        is_answer = self._turn.asked in POST_LISTS or self.is_listing
        return not is_answer or any(act.kind != "deny" for act in acts)

    def read_order(self, text: str) -> bool:
        """Read an order to the agent. Return whether it is one."""
        if self.is_prose or (acts := read_order(text, self.draft.turn)) is None:
            return False
        self.keep(acts)
        return True

    def read_clauses(self, text: str) -> None:
        topic: PostField | None = None
        remains: list[str] = []
        for clause in split_clauses(text):
            rest, topic = self._read_clause(clause, topic)
            remains += rest
        self._place(remains, near="skills" if topic == "skills" else None)

    def _place(self, remains: list[str], near: PostField | None = None) -> None:
        """Place what no field claimed. Of prose, only what surely is an entry of a list."""
        self.keep(place_remains(remains, self.draft, near, least=_SURE if self.is_prose else 0))

    def _read_clause(
        self, clause: str, topic: PostField | None
    ) -> tuple[list[str], PostField | None]:
        """Read a clause. Return what remains of it, and the list that its successors continue."""
        if self.draft.has_news and corrections.is_retraction(clause):
            self.corrects = True
            return [], topic
        text, corrects = corrections.strip_cues(clause)
        self.corrects = self.corrects or corrects
        if self._read_successor(text):
            return [], topic
        text = self._take_openings(self._take_opening_hours(strip_lead_in(text)))
        if not text:
            return [], topic
        if self.read_order(text):
            return [], None
        if topic and is_about_employer(text):
            topic = None
        if not self.draft.has("title") and wants_title(text):
            topic = None
        if self.keep_any(read_aside(text, self._turn)) or self._read_change(text):
            return [], topic
        if opened := find_opened_list(text):
            return [], opened
        if cue := find_cue(text, self._turn.asked):
            self._read_before(text[: cue.start])
            self._is_labelled = cue.is_label
            return self._read_cued(cue.field, cue.text), cue.field
        return self._read_plain(text, topic)

    def _read_successor(self, text: str) -> bool:
        """Read what takes the place of an entry that the sentence took out. Return whether so."""
        successor = find_successor(text) if self.removed else ""
        if successor and self.removed:
            entries = list(add_entries(self.removed, successor))
            self.keep(entries or [Act("add", self.removed, successor, successor)])
        return bool(successor)

    def _take_opening_hours(self, text: str) -> str:
        """Say back when the employer is open. Return the rest; empty if it says nothing."""
        hours = find_opening_hours(text)
        return self._take(text, Act("beside", words=hours)) if hours else text

    def _take_openings(self, text: str) -> str:
        """Read how many people are wanted. Return the rest; empty if it says nothing."""
        openings = find_openings(text) or find_bare_count(text, self._context)
        return self._take(text, openings) if openings else text

    def _take(self, text: str, act: Act) -> str:
        self.keep([act])
        rest = text.replace(act.words, " ", 1).strip()
        return rest if has_content(rest) else ""

    def _read_before(self, text: str) -> None:
        """Read what stands before a cue: "cook who knows sushi"."""
        if has_content(text):
            is_free = not self.draft.has("title")
            claims = find_claims(text, self.draft, corrects=self.corrects, takes_title=is_free)
            self.keep(claims.acts)
            self._place(claims.remains)

    def _read_cued(self, field: PostField, text: str) -> list[str]:
        stated = self._check_list(field, text)
        if stated is None:
            self.keep([Act("beside", words=strip_marks(text))])
            return []
        field = stated
        if field == "responsibilities" and is_dictated(self._turn.message):
            self.keep(read_listed(field, text, is_dictated=True))
        elif field == "experience_level":
            return [text]
        elif field == "skills" and (terms := self._find_terms_alone(text)):
            self.keep(terms)
        elif field == self._turn.asked and names_thing(text):
            self.keep(add_entries("requirements", text, is_cued=True))
        else:
            self.keep(add_entries(field, text, is_cued=not self._is_labelled))
        return []

    def _check_list(self, stated: PostField, text: str) -> PostField | None:
        """Return the list of what the words before it state for a list; None: it is no entry."""
        if self._is_labelled or find_kind(stated) is None or not has_content(text):
            return stated
        (shares,) = rate_entries([text], describe_setting(self.draft.turn, stated, (text,)))
        return correct_list(stated, text, shares)

    def _find_terms_alone(self, text: str) -> list[Act]:
        """Return the terms that a text consists of: "they should be senior"."""
        claims = find_claims(text, self.draft, corrects=self.corrects, takes_title=False)
        are_terms = all(act.field in TERMS for act in claims.acts)
        return claims.acts if are_terms and not claims.remains else []

    def _read_change(self, text: str) -> bool:
        """Read a clause that names a field with its new value, a title, an addition, a denial."""
        if words := find_no_experience(text):
            self._read_before(text[: text.index(words)])
            self.keep([Act("add", "requirements", words, words)])
            self.read_clauses(text[text.index(words) + len(words) :])
            return True
        requirement, words = find_fearless(text)
        if requirement:
            self.read_clauses(text[: text.index(words)].rstrip().removesuffix(" and"))
            self.keep([Act("add", "requirements", requirement, words)])
            return True
        wish, is_nice = read_rank(text)
        if is_nice and wish and text.endswith(wish):
            return self.keep_any(list(read_listed("requirements", wish, is_nice=True)))
        draft = self.draft
        if acts := read_pay_change(text, draft, Draft(self._turn).pay):
            return self.keep_any(acts)
        if acts := changes.read_new_title(text, draft):
            return self.keep_any(acts)
        if (acts := changes.read_addition(text, self._turn.asked)) is not None:
            return self.keep_any(acts)
        acts = corrections.read_new_number(text, draft.turn)
        if acts := acts or changes.read_named_value(text, draft):
            return self.keep_any(acts)
        if self.read_rank_or_removal(text):
            return True
        return self._read_wish(text) or self.keep_any(
            changes.read_swap(text, draft) or changes.read_denial(text, draft)
        )

    def _read_wish(self, text: str) -> bool:
        """Read what would be nice to have: "Welsh would be good but not essential"."""
        wish, is_nice = read_rank(text)
        is_wish = is_nice and has_content(wish) and text.startswith(wish) and _can_be_brought(wish)
        return bool(is_wish) and self.keep_any(
            list(read_listed("requirements", wish, is_nice=True))
        )

    def _read_plain(self, text: str, topic: PostField | None) -> tuple[list[str], PostField | None]:
        """Read a clause without introduction."""
        asked = self._turn.asked if self._turn.asked in POST_LISTS else None
        is_free = topic is None and asked is None
        claims = find_claims(text, self.draft, corrects=self.corrects, takes_title=is_free)
        is_whole = not any(map(has_content, claims.remains))
        if is_free and is_timed_duty(text, claims):
            self.keep(add_entries("responsibilities", text))
            return [], topic
        if topic is None and (asked is None or claims.has_pay):
            self.keep(claims.acts)
            return self._take_extras(claims) if claims.has_pay else claims.remains, None
        if claims.acts and (is_whole or claims.has_pay):
            self.keep(claims.acts)
            if "responsibilities" in (topic, asked) and names_superior(claims.acts):
                self.keep(add_entries("responsibilities", text))
            return claims.remains if claims.has_pay else [], topic
        if topic is not None:
            field = self._check_list(topic, text)
            if field is None:
                return [], topic
            self.keep(add_entries(field, text, is_cued=not self._is_labelled))
            return [], topic
        return [text], None

    def _take_extras(self, claims: Claims) -> list[str]:
        """Read what pay is joined with as benefits: "2,000 a month and house and bread"."""
        rest = []
        for part in claims.remains:
            if extra := find_extra(part):
                self.keep(add_entries("benefits", extra))
            else:
                rest.append(part)
        return rest
