"""Read the value of a field from words that are known to state it.

The marks of `word_marks.py` say which field words are about, so that no cue is needed around a
value: "2 of em" are openings, and "noon on Friday 20 November" is the last day to apply. The rules
are in `span_values.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from interview_cli.english.rules import Rules
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft, complete_pay
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.date_roles import find_dates, is_of_other
from interview_cli.job_posts.dates import delay_date, find_last_day, is_day_alone, parse_date
from interview_cli.job_posts.details import find_details
from interview_cli.job_posts.grounding import TERMS, parse_term
from interview_cli.job_posts.openings import count_known
from interview_cli.job_posts.pay import (
    Pay,
    find_pay,
    names_extra,
    parse_amounts,
    parse_money_alone,
    parse_unit_alone,
    scale_like,
)
from interview_cli.job_posts.pay_changes import is_like, keep_other_end, keeps_pay, read_pay_change
from interview_cli.job_posts.place_extents import write_place
from interview_cli.job_posts.place_names import is_known_place
from interview_cli.job_posts.places import ASKED_ODDS, find_place, parse_place
from interview_cli.job_posts.terms import find_known_term
from interview_cli.job_posts.title_format import format_title
from interview_cli.job_posts.titles import find_title, remove_gender_mark
from interview_cli.job_posts.word_lists import load_words
from interview_cli.vocabulary import PostField

_RULES = Rules("interview_cli.job_posts", "span_values.toml")
_DATES: tuple[PostField, ...] = ("job_start_date", "valid_through")
_MAX_TITLE_WORDS = 8
_MOST_BETWEEN = 1.6
"""How many times the lower of two amounts the higher may be, as the ends of a range."""
_WORD_START = re.compile(r"(?<!\w)\w")


def read_span(field: PostField, text: str, draft: Draft, before: str = "") -> Act | None:
    """Return the act that gives a field the value of some words; None if they hold none.

    `before` is what stands before the words in their sentence.
    """
    text = strip_marks(text)
    if field == "salary":
        pay = _read_pay(text, before, draft)
        return Act("set", field, pay, text, corrects=True) if pay else None
    is_other = is_of_other(field, before)
    value = _read_text(field, text, draft) if text and not is_other else ""
    if field == "work_hours" and any(act.field == "shifts" for act in find_details(text, None)):
        field = "shifts"
    return Act("set", field, value, text, corrects=True) if value else None


def _read_text(field: PostField, text: str, draft: Draft) -> str:
    """Return the value of a field that is not the pay; empty if the words hold none."""
    if field in TERMS:
        return _read_term(field, text)
    if field in _DATES:
        return _read_date(field, text, draft)
    if field == "total_job_openings":
        return count_known(text, draft.turn.data.total_job_openings)
    if field == "title":
        return _read_title(text)
    return _read_place(text, draft) if field == "location" else text


def _read_term(field: PostField, text: str) -> str:
    """Return the term that words name; of a known field, some words say more than others."""
    term, known = parse_term(field, text), find_known_term(field, text)
    is_narrower = known == "hybrid" or term == "CONTRACTOR"  # "home office on Fridays"
    return known if known and (is_narrower or not term) else term


def _read_title(text: str) -> str:
    """Return a title as it is written; of a long text, the words that name one."""
    found, plain = find_title(text), _drop_article(remove_gender_mark(text).strip())
    bracket = re.search(r" ?\([^()]*\)$", plain)
    if found and bracket and plain == f"{found[1]}{bracket[0]}":
        return f"{found[0]}{bracket[0]}"
    if found:
        return found[0]
    return format_title(plain) if len(plain.split()) <= _MAX_TITLE_WORDS else ""


def _read_place(text: str, draft: Draft) -> str:
    """Return a place as it is stored; where the post has one, a street alone is no other."""
    found = find_place(text, draft.company, ASKED_ODDS)
    place = write_place(parse_place(text) or (found[0] if found else _drop_article(text)))
    is_new = not draft.has("location") or any(map(is_known_place, place.split(", ")))
    return place if is_new else ""


def _drop_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    is_article = bool(rest) and first.lower() in load_words("reading.toml", "articles")
    return rest if is_article else text


def _read_date(field: PostField, text: str, draft: Draft) -> str:
    """Return the first date in a text, or the present one as the text moves it."""
    today, present = draft.turn.today, getattr(draft.turn.data, field)
    if moved := delay_date(present, text):
        return moved
    if is_day_alone(text) and len(present) == len("2027-01"):
        today = today and today.replace(int(present[:4]), int(present[5:]), 1)
    for start in _WORD_START.finditer(text):
        rest = text[start.start() :]
        is_last = field == "valid_through"
        if value := find_last_day(rest, today)[0] if is_last else parse_date(rest, today):
            return value
    named = find_dates(f"start {text}", today)
    return next((str(act.value) for act in named if act.field == field), "")


def _read_pay(text: str, before: str, draft: Draft) -> Pay | None:
    """Return the pay of a text; an amount may be one end of the present pay.

    None after words that lead to other sums ("we paid the last one"), and beside "leave it as is".
    """
    if names_extra(before) or keeps_pay(draft.turn.message):
        return None
    text = _RULES.pattern("and_half").sub(".5", _RULES.pattern("either").sub(" to ", text))
    present = draft.pay
    if changes := read_pay_change(text, draft, present):
        return changes[0].value if isinstance(changes[0].value, Pay) else None
    pay = _join_amounts(list(_list_pay(text, draft)))
    if pay is None:
        unit = parse_unit_alone(text)
        return Pay(None, None, "", unit, text) if unit else parse_money_alone(text)
    if not draft.has("salary"):
        return pay
    if pay.minimum == pay.maximum and pay.minimum is not None:
        pay = _keep_named_end(pay, before, present)
        for part in _RULES.pattern("amount_joint").split(before):  # "3,500 is too little, to 3,700"
            pay = keep_other_end(pay, part, present) if pay.minimum == pay.maximum else pay
    return pay


def _list_pay(text: str, draft: Draft) -> Iterator[Pay]:
    """Yield the amounts and ranges of a text, as the present pay completes them."""
    present, is_known = draft.pay, draft.has("salary")
    if is_known and (pay := parse_amounts(text, present)):
        yield pay
        return
    for part in _RULES.pattern("amount_joint").split(text):
        if pay := find_pay(part, asked=True) or parse_amounts(part, present):
            yield scale_like(complete_pay(pay, draft), draft.pay) if is_known else pay
            present = pay


def _join_amounts(pays: list[Pay]) -> Pay | None:
    """Return the last range, or the range of several amounts: "18, 19 for the right one"."""
    ranges = [pay for pay in pays if pay.minimum != pay.maximum]
    if ranges or not pays:
        return ranges[-1] if ranges else None
    first, last = pays[0], pays[-1]
    low, high = first.minimum, last.minimum
    if low and high and low < high < low * _MOST_BETWEEN:
        return replace(first, maximum=high)
    return first


def _keep_named_end(pay: Pay, before: str, present: Pay) -> Pay:
    """Return an amount with the other end of the present pay, if it is named as one end."""
    amount = pay.minimum or 0
    if not is_like(pay, present):
        return pay
    if _RULES.pattern("top_before").search(before):
        return replace(pay, minimum=min(present.minimum or amount, amount))
    if _RULES.pattern("bottom_before").search(before):
        return replace(pay, maximum=max(present.maximum or amount, amount))
    return pay
