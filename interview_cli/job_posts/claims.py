"""Find what a clause itself names: title, level, employment, place, pay, and the other details.

A recognised word claims its own words only. What remains of the clause is returned beside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.details import find_details
from interview_cli.job_posts.duty_verbs import begins_with_verb
from interview_cli.job_posts.entries import has_content, is_duty
from interview_cli.job_posts.grounding import TERMS, parse_term
from interview_cli.job_posts.pay import (
    Pay,
    find_pay,
    find_unreadable_pay,
    parse_amounts,
    parse_money_alone,
    parse_unit_alone,
)
from interview_cli.job_posts.pay_numbers import find_amounts
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.places import ASKED_ODDS, OTHER_ODDS, find_place, parse_place
from interview_cli.job_posts.reading_rules import is_working_time
from interview_cli.job_posts.skills import find_title_skills
from interview_cli.job_posts.terms import find_distant_levels, find_permanent
from interview_cli.job_posts.titles import find_title, find_wanted, remove_gender_mark
from interview_cli.vocabulary import POST_LISTS, PostField

_GAP = "\0"


@dataclass(frozen=True)
class Claims:
    """What a clause names, and the parts of it that name nothing known."""

    acts: list[Act]
    remains: list[str]

    @property
    def has_pay(self) -> bool:
        """Whether the clause states pay, which is never part of an entry."""
        return any(act.field == "salary" for act in self.acts)


class Draft:
    """The post as it stands while a message is read: before it, and with what it said so far."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._data = turn.data.model_copy(deep=True)
        self._said: set[PostField | None] = set()
        self.sentence = ""
        """The sentence that is read."""

    @property
    def turn(self) -> Turn:
        """The turn with the present state of the post."""
        return replace(self._turn, data=self._data)

    @property
    def pay(self) -> Pay:
        """The present pay, which may be empty."""
        data = self._data
        return Pay(data.salary_min, data.salary_max, data.currency, data.salary_unit, "")

    def has(self, field: PostField) -> bool:
        """Return whether a field has a value."""
        if field == "salary":
            return self._data.has_pay
        return bool(getattr(self._data, field))

    @property
    def takes_any_title(self) -> bool:
        """Whether a name that is not known can be the title: if the message has no known one."""
        return not self.has("title") and find_title(self._turn.message) is None

    @property
    def has_unknown_title(self) -> bool:
        """Whether the post has a title whose words are not known, so that it may be none."""
        return self.has("title") and find_title(self._data.title) is None

    def is_asked(self, field: PostField) -> bool:
        """Return whether the agent asked for a field."""
        return self._turn.asked == field

    def is_title(self, text: str) -> bool:
        """Return whether a text only names the job once more: "midwives are welcome"."""
        found = find_title(text)
        title = self._data.title.casefold()
        is_same = found is not None and bool(title) and found[0].casefold() in title
        return is_same and found is not None and not has_content(text.replace(found[1], " "))

    def find_field_of(self, value: str) -> PostField | None:
        """Return the field of one value that has this value or names it."""
        plain = strip_marks(value).casefold()
        names: tuple[PostField, ...] = ("title", "location", "department")
        for name in names:
            if plain and str(getattr(self._data, name)).casefold() == plain:
                return name
        if self._data.has_pay and self._is_pay(value):
            return "salary"
        texts: tuple[PostField, ...] = ("location", "title", "work_hours", "shifts")
        for name in texts:
            if plain and _holds_words(str(getattr(self._data, name)), plain):
                return name
        for field, find in TERMS.items():
            if find(value) and self.has(field):
                return field
        return None

    def _is_pay(self, value: str) -> bool:
        """Return whether a value consists of amounts of the present pay: "22" of 22,000."""
        present = {self._data.salary_min, self._data.salary_max}
        amounts = find_amounts(value)
        return bool(amounts) and all({amount, amount * 1000} & present for amount in amounts)

    @property
    def has_news(self) -> bool:
        """Whether the message has said something for a field."""
        return bool(self._said - {None})

    def was_said(self, act: Act) -> bool:
        """Return whether the message said the field of an act before."""
        return act.field in self._said

    def join_times(self, act: Act) -> Act | None:
        """Return hours or shifts with those that the message stated before; None if it did not."""
        if act.field not in ("work_hours", "shifts") or not self.was_said(act):
            return None
        known = str(getattr(self._data, act.field))
        value = known if str(act.value) in known else f"{known}, {act.value}"
        return replace(act, value=value, corrects=True)

    def note(self, act: Act) -> None:
        """Take an act into account for what follows in the message."""
        self._said.add(act.field)
        if act.kind == "add" and act.field:
            getattr(self._data, act.field).append(str(act.value))
        elif act.kind == "replace" and act.field in POST_LISTS and act.field:
            entries = getattr(self._data, act.field)
            new = [str(act.value) if entry == act.old else entry for entry in entries]
            setattr(self._data, act.field, new)
        elif act.kind == "set" and act.field == "salary" and isinstance(act.value, Pay):
            self._note_pay(act.value)
        elif act.kind in ("set", "replace") and act.field and act.field != "total_job_openings":
            setattr(self._data, act.field, act.value)

    def _note_pay(self, pay: Pay) -> None:
        data = self._data
        if pay.minimum is not None or pay.maximum is not None:
            data.salary_min, data.salary_max = pay.minimum, pay.maximum
        data.currency = pay.currency or data.currency
        data.salary_unit = pay.unit or data.salary_unit

    @property
    def company(self) -> str:
        """The name of the company."""
        return self._turn.company


def _holds_words(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text.casefold()))


def find_claims(text: str, draft: Draft, *, corrects: bool, takes_title: bool = True) -> Claims:
    """Find what a clause names. What the post has already is not claimed in passing."""
    acts: list[Act] = []
    rest = text
    for act in _find_in_order(text, draft, corrects=corrects, takes_title=takes_title):
        if act.words in rest:
            rest = rest.replace(act.words, _GAP, 1)
        elif act.kind == "set" and act.field not in TERMS:  # a level may stand in the title
            continue
        acts.append(act)
    remains = _list_remains(rest)
    is_whole = not remains
    unheard = [act for act in acts if act.field in TERMS and _is_unheard(act, draft)]
    if remains and unheard and not corrects:  # the words belong to what is around them
        acts = [act for act in acts if act not in unheard]
        rest = text
        for act in acts:
            rest = rest.replace(act.words, _GAP, 1)
        remains = _list_remains(rest)
    acts = [
        draft.join_times(act)
        or replace(act, corrects=act.corrects or corrects or (is_whole and not draft.was_said(act)))
        for act in acts
    ]
    return Claims([act for act in acts if _applies(act, draft)], remains)


def _list_remains(rest: str) -> list[str]:
    """Return the parts of a clause between what was taken out of it."""
    return [part for part in rest.split(_GAP) if has_content(remove_gender_mark(part))]


def _is_unheard(act: Act, draft: Draft) -> bool:
    """Return whether a term is named in passing, because the post has another one."""
    present = getattr(draft.turn.data, act.field) if act.field else ""
    return bool(present) and present != act.value


def _applies(act: Act, draft: Draft) -> bool:
    if act.value == "PER_DIEM" and draft.has("employment_type"):
        return False  # what is paid for a day away
    return act.kind != "set" or act.field is None or act.corrects or not draft.has(act.field)


def _find_in_order(text: str, draft: Draft, *, corrects: bool, takes_title: bool) -> Iterator[Act]:
    if pay := find_pay_act(text, draft, corrects=corrects):
        yield pay
        text = text.replace(pay.words, _GAP, 1)
    is_renamed = _is_title_alone(text) and not draft.is_title(text)
    is_renamed = is_renamed and (corrects or draft.has_unknown_title)
    is_open = not draft.has("title") or is_renamed
    title = find_title(text) or (find_wanted(text) if draft.takes_any_title else None)
    if takes_title and is_open and title:
        yield Act("set", "title", *title)
        for skill, written in find_title_skills(title[1]):
            yield Act("add", "skills", skill, written)
        rest = text.replace(title[1], _GAP, 1)
        town = strip_marks(rest.replace(_GAP, " "))
        if is_known_place(town) and not draft.has("location"):
            yield Act("set", "location", parse_place(town) or town, town)
    else:
        rest = text
    for detail in find_details(
        rest if draft.has("title") else text, draft.turn.today, draft.sentence
    ):
        if detail.words in rest:
            rest = rest.replace(detail.words, _GAP, 1)
        yield detail
    is_open = not draft.has("location") or corrects or draft.is_asked("location")
    if is_open or _is_place_alone(rest, draft):
        least_odds = _find_least_odds(draft)
        if place := find_place(rest, draft.company, least_odds):
            yield Act("set", "location", *place)
    yield from _find_terms(text)


def _is_title_alone(text: str) -> bool:
    """Return whether a text names a job and nothing else: "physiotherapist"."""
    title = find_title(text)
    return title is not None and not has_content(text.replace(title[1], " "))


def _find_terms(text: str) -> Iterator[Act]:
    """Find the fixed terms, and what is said in their words and no field can hold."""
    for field, find in TERMS.items():
        if term := find(text):
            yield Act("set", field, term[0], term[1])
    if levels := find_distant_levels(text):
        yield Act("unclear", "experience_level", levels, levels)
    if permanent := find_permanent(text):
        yield Act("beside", words=permanent)


def _find_least_odds(draft: Draft) -> float:
    """Return how sure a name must be to be the place, by the question that was asked."""
    if draft.is_asked("location"):
        return ASKED_ODDS
    others: tuple[PostField, ...] = ("skills", "responsibilities", "experience_level")
    return OTHER_ODDS if any(map(draft.is_asked, others)) else 0.0


def _is_place_alone(text: str, draft: Draft) -> bool:
    place = find_place(text, draft.company, OTHER_ODDS)
    return place is not None and not has_content(text.replace(place[1], " "))


def find_pay_act(text: str, draft: Draft, *, corrects: bool) -> Act | None:
    if pay := find_pay(text, asked=draft.is_asked("salary")):
        pay = complete_pay(pay, draft)
        return Act("set", "salary", pay, pay.words)
    if words := find_unreadable_pay(text):
        return Act("unreadable", "salary", words, words)
    if not draft.has("salary"):
        return None
    is_open = corrects or not draft.pay.currency
    if unit := parse_unit_alone(text):
        words = strip_marks(text)
        return Act("set", "salary", Pay(None, None, "", unit, words), words, corrects=True)
    if parse_term("employment_type", strip_marks(text)):
        return None  # "ft" is also money
    money = parse_money_alone(text) or (parse_money_alone(f"in {text}") if is_open else None)
    if money:
        return Act("set", "salary", money, money.words, corrects=True)
    amounts = parse_amounts(text, draft.pay) if corrects else None
    return Act("set", "salary", amounts, amounts.words, corrects=True) if amounts else None


def complete_pay(pay: Pay, draft: Draft) -> Pay:
    """Return pay with the unit and the currency that the post has, if it names none."""
    present = draft.pay
    if not draft.has("salary"):
        return pay
    currency = pay.currency or ("" if pay.money else present.currency)
    return replace(pay, currency=currency, unit=pay.unit or present.unit)


def is_timed_duty(text: str, claims: Claims) -> bool:
    """Return whether a time belongs to a duty: "close the shop on Sundays"."""
    is_time = {act.field for act in claims.acts} <= {"shifts", "work_hours"}
    is_verb = begins_with_verb(text) and not is_working_time(text)
    return bool(claims.acts) and is_time and is_verb and is_duty(text)


def names_superior(acts: list[Act]) -> bool:
    """Return whether acts say whom the job reports to, which may also be a duty."""
    return any(act.field == "reports_to" for act in acts)
