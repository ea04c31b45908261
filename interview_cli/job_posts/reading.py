"""Read an employer's message about a job: from clauses to acts.

A message is cut into sections, sentences and clauses. Labels and headings decide the field first;
then the words that introduce a clause ("you will", "we offer"); then what a clause itself names
(a title, a place, pay); and for what has no mark of its own, the question that was asked. A clause
that no field takes is an act of its own, and is said back to the employer.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from interview_cli.job_posts import changes, corrections, dialogue
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.claims import Claims, Draft, find_claims
from interview_cli.job_posts.clauses import is_dictated, split_clauses, split_sentences, strip_marks
from interview_cli.job_posts.combining import combine_acts
from interview_cli.job_posts.confirmations import (
    find_remarks,
    is_about_publishing,
    is_confirmation,
)
from interview_cli.job_posts.contractions import add_apostrophes, find_own_words
from interview_cli.job_posts.contrasts import read_contrast
from interview_cli.job_posts.declines import read_decline
from interview_cli.job_posts.details import find_opening_hours
from interview_cli.job_posts.duty_verbs import begins_with_verb
from interview_cli.job_posts.entries import (
    find_no_experience,
    has_content,
    is_duty,
    read_rank,
)
from interview_cli.job_posts.fairness import (
    find_bare_demand,
    find_unfair_demands,
    mend_joints,
    suggest_title,
)
from interview_cli.job_posts.grounding import TERMS, is_quoted
from interview_cli.job_posts.list_reading import add_entries, read_listed
from interview_cli.job_posts.orders import read_order
from interview_cli.job_posts.pay_changes import read_pay_change
from interview_cli.job_posts.prose import find_prose, strip_letter
from interview_cli.job_posts.questions import take_questions
from interview_cli.job_posts.reading_rules import (
    find_cue,
    find_extra,
    find_fearless,
    find_opened_list,
    find_successor,
    is_about_employer,
    is_praise,
    is_working_time,
    names_thing,
    strip_lead_in,
)
from interview_cli.job_posts.remains import place_remains
from interview_cli.job_posts.sections import Section, split_sections
from interview_cli.job_posts.values import read_value
from interview_cli.vocabulary import POST_LISTS, PostField

_MIN_LISTED = 3
"""A sentence of this many clauses is a list."""

_OPPOSING = ("unlawful", "cannot", "refuse", "unclear", "undo", "ask")
"""Acts without a field beside which a message is no yes."""


def read_acts(turn: Turn) -> list[Act]:
    """Read a message: each clause as an act. Each field of one value is set at most once.

    A question about the post changes nothing: "can we remove the salary?".
    """
    spelt = replace(turn, message=add_apostrophes(turn.message))
    return [
        replace(act, words=find_own_words(act.words, turn.message)) for act in _read_turn(spelt)
    ]


def _read_turn(turn: Turn) -> list[Act]:
    if whole := read_decline(turn.message, turn.asked) or dialogue.read_dialogue(turn):
        return [whole]
    if turn.is_shown and _confirms_with_remarks(turn):
        return [Act("confirm", words=turn.message.strip())]
    rest, questions = take_questions(turn.message)
    acts: list[Act] = list(questions)
    if any(act.value == "other" and re.search(r"\d", act.words) for act in questions):
        acts.append(Act("beside", words=questions[0].words))
    if rest.strip():
        acts += _Reader(replace(turn, message=rest)).read()
    return combine_acts(acts)


def _confirms_with_remarks(turn: Turn) -> bool:
    """Return whether a message is a yes whose other words change nothing: "Sharp, put it up"."""
    remarks = find_remarks(turn.message) or []
    acts = [
        act for text in remarks for act in _Reader(replace(turn, message=text, asked=None)).read()
    ]
    return bool(remarks) and not any(act.field or act.kind in _OPPOSING for act in acts)


class _Reader:
    """Reads the clauses of one message in order; what is read first bears on what follows."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._draft = Draft(turn)
        self._corrects = False
        self._is_prose = False
        self._is_listing = False
        self._is_labelled = False
        self._sentence = ""
        self._acts: list[Act] = []
        self._removed: PostField | None = None

    def read(self) -> list[Act]:
        message = corrections.drop_slips(dialogue.strip_request(self._turn.message))
        for section in split_sections(message):
            if section.field is None:
                self._read_free_text(section.text)
            else:
                self._read_section(section, section.field)
        return self._acts

    def _keep(self, acts: Iterable[Act]) -> None:
        for act in acts:
            if self._is_prose and act.kind == "beside":
                continue  # it stays in the description
            if act.words and not is_quoted(act.words, self._turn.message):
                act = replace(act, words=self._sentence)  # a slip was taken out of it
            self._draft.note(act)
            self._acts.append(act)
            if act.kind == "remove" and act.value:
                self._removed = act.field

    def _read_section(self, section: Section, field: PostField) -> None:
        text = section.text
        if not text.strip():
            return
        if decline := read_decline(text, field):
            self._keep([decline])
        elif field == "description":
            self._keep([Act("set", field, text.strip(), text.strip(), corrects=True)])
        elif field in POST_LISTS:
            clean, unlawful = _take_unfair(text)
            self._keep(unlawful)
            for act in read_listed(field, clean, is_nice=section.is_nice):
                denial = act.kind == "deny"
                removed = corrections.read_denial(act.words, self._draft.turn) if denial else None
                self._keep(removed or [act])
        else:
            self._keep(read_value(field, text, self._draft, corrects=True))

    def _read_free_text(self, text: str) -> None:
        """Read text without labels. Longer paragraphs also become the description.

        They come last, because they also describe the employer, for example where the customers
        are.
        """
        paragraphs = find_prose(text)
        for paragraph in paragraphs:
            text = text.replace(paragraph, "\n")
        sentences = [sentence for sentence in split_sentences(text) if strip_marks(sentence)]
        for sentence in sentences:
            self._read_sentence(sentence)
        for paragraph in paragraphs:
            self._read_prose(paragraph)
        for paragraph in paragraphs:
            if description := strip_letter(paragraph):
                self._keep([Act("set", "description", description, description)])

    def _read_prose(self, paragraph: str) -> None:
        """Read sentences that tell more than the post needs: what no field takes is no loss."""
        self._is_prose = True
        for sentence in split_sentences(paragraph):
            self._read_sentence(sentence)
        self._is_prose = False

    def _read_sentence(self, sentence: str) -> None:
        self._sentence = strip_marks(sentence)
        self._removed = None
        sentence, unlawful = _take_unfair(sentence)
        sentence = corrections.drop_slips(sentence)
        self._keep(unlawful)
        if dialogue.says_nothing(sentence) or not strip_marks(sentence):
            return
        if decline := read_decline(sentence, self._turn.asked, is_part=True):
            self._keep([decline])
            return
        for order in corrections.split_orders(dialogue.strip_request(sentence)):
            text, corrects = corrections.strip_cues(order)
            text = strip_lead_in(text)
            self._corrects = self._corrects or corrects
            self._is_listing = len(split_clauses(text)) >= _MIN_LISTED
            if not self._read_whole(text):
                self._read_clauses(text)

    def _read_whole(self, text: str) -> bool:
        """Read a sentence that changes the post as a whole. Return whether it does."""
        turn = self._draft.turn
        is_single = len(split_clauses(text)) == 1 or "," not in text
        if self._keep_any(read_pay_change(text, self._draft, Draft(self._turn).pay)):
            return True
        if is_single and self._read_order(text):
            return True
        if self._keep_any(changes.read_declared(text)) or self._read_contrast(text):
            return True
        if only := corrections.find_only(text):
            others = corrections.keep_only(only, turn)
            self._corrects = True
            self._keep(others or [])
            if others is None:
                self._read_clauses(only)
            return True
        if find_fearless(text)[0]:
            return False
        for read in (corrections.read_rank, corrections.read_removal):
            if (acts := read(text, turn)) is not None and self._is_about_post(acts):
                self._keep(acts)
                return True
        return self._keep_any(changes.read_swap(text, self._draft))

    def _read_order(self, text: str) -> bool:
        """Read an order to the agent. Return whether it is one."""
        if self._is_prose or (acts := read_order(text, self._draft.turn)) is None:
            return False
        self._keep(acts)
        return True

    def _read_contrast(self, text: str) -> bool:
        """Read what is set against a value of the post. Return whether there is such a thing."""
        contrast = read_contrast(text, self._draft)
        if contrast is None:
            return False
        acts, rest = contrast
        self._keep(acts)
        self._read_clauses(rest)
        return True

    def _keep_any(self, acts: list[Act] | None) -> bool:
        """Keep acts. Return whether something was read, which may be without effect."""
        self._keep(acts or [])
        return acts is not None

    def _is_about_post(self, acts: list[Act]) -> bool:
        """Return whether acts change the post: "remove blockers" may also be a duty."""
        is_answer = self._turn.asked in POST_LISTS or self._is_listing
        return not is_answer or any(act.kind != "deny" for act in acts)

    def _read_clauses(self, text: str) -> None:
        clauses = split_clauses(text)
        topic: PostField | None = None
        remains: list[str] = []
        for clause in clauses:
            rest, topic = self._read_clause(clause, topic)
            remains += rest
        self._place(remains, near="skills" if topic == "skills" else None)

    def _place(self, remains: list[str], near: PostField | None = None) -> None:
        """Place what no field claimed; in prose it stays in the description."""
        if not self._is_prose:
            self._keep(place_remains(remains, self._draft, near))

    def _read_clause(
        self, clause: str, topic: PostField | None
    ) -> tuple[list[str], PostField | None]:
        """Read a clause. Return what remains of it, and the list that its successors continue."""
        text, corrects = corrections.strip_cues(clause)
        self._corrects = self._corrects or corrects
        text = strip_lead_in(text)
        if hours := find_opening_hours(text):
            self._keep([Act("beside", words=hours)])
            text = text.replace(hours, " ").strip()
            if not has_content(text):
                return [], topic
        if self._read_order(text):
            return [], None
        if is_praise(text) or dialogue.is_remark(text):
            self._keep([Act("beside", words=strip_marks(text))])
            return [], topic
        if topic and is_about_employer(text):
            topic = None
        if demand := find_bare_demand(text):
            self._keep([Act("unlawful", value=demand.ground, words=strip_marks(text))])
            return [], topic
        if self._read_dialogue(text) or self._read_change(text):
            return [], topic
        wish, is_nice = read_rank(text)
        if is_nice and wish and text.endswith(wish):
            self._keep(read_listed("requirements", wish, is_nice=True))
            return [], topic
        if self._removed and (successor := find_successor(text)):
            self._keep(add_entries(self._removed, successor))
            return [], topic
        if opened := find_opened_list(text):
            return [], opened
        if cue := find_cue(text, self._turn.asked):
            self._read_before(text[: cue.start])
            self._is_labelled = cue.is_label
            return self._read_cued(cue.field, cue.text), cue.field
        return self._read_plain(text, topic)

    def _read_before(self, text: str) -> None:
        """Read what stands before a cue: "cook who knows sushi"."""
        if has_content(text):
            claims = find_claims(text, self._draft, corrects=self._corrects)
            self._keep(claims.acts)
            self._place(claims.remains)

    def _read_cued(self, field: PostField, text: str) -> list[str]:
        if field == "responsibilities" and is_dictated(self._turn.message):
            self._keep(read_listed(field, text, is_dictated=True))
        elif field == "experience_level":
            return [text]
        elif field == "skills" and (terms := self._find_terms_alone(text)):
            self._keep(terms)
        elif field == self._turn.asked and names_thing(text):
            self._keep(add_entries("requirements", text, is_cued=True))
        else:
            self._keep(add_entries(field, text, is_cued=not self._is_labelled))
        return []

    def _find_terms_alone(self, text: str) -> list[Act]:
        """Return the terms that a text consists of: "they should be senior"."""
        claims = find_claims(text, self._draft, corrects=self._corrects, takes_title=False)
        are_terms = all(act.field in TERMS for act in claims.acts)
        return claims.acts if are_terms and not claims.remains else []

    def _read_dialogue(self, text: str) -> bool:
        """Read a clause that declines a field, or says nothing. Return whether it is one."""
        if decline := read_decline(text, self._turn.asked, is_part=True):
            self._keep([decline])
            return True
        if self._turn.is_shown and is_about_publishing(text) and not re.search(r"\d", text):
            self._keep([Act("beside", words=strip_marks(text))])
            return True
        return is_confirmation(text) or dialogue.says_nothing(text) or dialogue.is_no_idea(text)

    def _read_change(self, text: str) -> bool:
        """Read a clause that names a field with its new value, a title, an addition, a denial."""
        turn = self._draft.turn
        if words := find_no_experience(text):
            self._read_before(text[: text.index(words)])
            self._keep([Act("add", "requirements", words, words)])
            self._read_clauses(text[text.index(words) + len(words) :])
            return True
        requirement, words = find_fearless(text)
        if requirement:
            self._read_clauses(text[: text.index(words)].rstrip().removesuffix(" and"))
            self._keep([Act("add", "requirements", requirement, words)])
            return True
        draft = self._draft
        if acts := read_pay_change(text, draft, Draft(self._turn).pay):
            return self._keep_any(acts)
        if acts := changes.read_new_title(text, draft):
            return self._keep_any(acts)
        if (acts := changes.read_addition(text, self._turn.asked)) is not None:
            return self._keep_any(acts)
        if acts := changes.read_named_value(text, draft):
            return self._keep_any(acts)
        for read in (corrections.read_rank, corrections.read_removal):
            if (acts := read(text, turn)) is not None and self._is_about_post(acts):
                self._keep(acts)
                return True
        return self._keep_any(changes.read_swap(text, draft) or changes.read_denial(text, draft))

    def _read_plain(self, text: str, topic: PostField | None) -> tuple[list[str], PostField | None]:
        """Read a clause without introduction."""
        asked = self._turn.asked if self._turn.asked in POST_LISTS else None
        is_free = topic is None and asked is None
        claims = find_claims(text, self._draft, corrects=self._corrects, takes_title=is_free)
        is_whole = not any(map(has_content, claims.remains))
        if is_free and _is_timed_duty(text, claims):
            self._keep(add_entries("responsibilities", text))
            return [], topic
        if topic is None and (asked is None or claims.has_pay):
            self._keep(claims.acts)
            return self._take_extras(claims) if claims.has_pay else claims.remains, None
        if claims.acts and (is_whole or claims.has_pay):
            self._keep(claims.acts)
            if "responsibilities" in (topic, asked) and _names_superior(claims.acts):
                self._keep(add_entries("responsibilities", text))
            return claims.remains if claims.has_pay else [], topic
        if topic is not None:
            self._keep(add_entries(topic, text, is_cued=not self._is_labelled))
            return [], topic
        return [text], None

    def _take_extras(self, claims: Claims) -> list[str]:
        """Read what pay is joined with as benefits: "2,000 a month and house and bread"."""
        for part in claims.remains:
            if extra := find_extra(part):
                self._keep(add_entries("benefits", extra))
        return [part for part in claims.remains if not find_extra(part)]


def _is_timed_duty(text: str, claims: Claims) -> bool:
    """Return whether a time belongs to a duty: "close the shop on Sundays"."""
    is_time = {act.field for act in claims.acts} <= {"shifts", "work_hours"}
    is_verb = begins_with_verb(text) and not is_working_time(text)
    return bool(claims.acts) and is_time and is_verb and is_duty(text)


def _names_superior(acts: list[Act]) -> bool:
    """Return whether acts say whom the job reports to, which may also be a duty."""
    return any(act.field == "reports_to" for act in acts)


def _take_unfair(text: str) -> tuple[str, list[Act]]:
    """Return a text without the words that no ad may hold, and an act for each of them."""
    acts = []
    for demand in find_unfair_demands(text):
        acts.append(Act("unlawful", value=demand.ground, words=demand.words))
        if not suggest_title(demand.words):  # a title for one sex is said, and stays
            text = mend_joints(text.replace(demand.words, " "))
    return text, acts
