"""Read a value that is set against one of the post: "not York, Leeds", "I said 9, not 8".

The rules are in `contrasts.toml`. They only tell the old value from the new one; what the old one
is, the post decides.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from interview_cli.english.rules import RuleFile, load_rules
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft, complete_pay
from interview_cli.job_posts.clauses import QUOTES, strip_marks
from interview_cli.job_posts.dates import parse_date
from interview_cli.job_posts.entry_parts import cut_part
from interview_cli.job_posts.grounding import TERMS, parse_term
from interview_cli.job_posts.headings import find_field
from interview_cli.job_posts.list_reading import add_entries
from interview_cli.job_posts.pay import (
    Pay,
    find_pay,
    parse_amounts,
    parse_money_alone,
    parse_unit_alone,
)
from interview_cli.job_posts.place_names import can_name_place
from interview_cli.job_posts.quantities import (
    align_quantities,
    counts_something,
    find_part,
    is_number,
    read_digits,
)
from interview_cli.job_posts.stored_entries import find_stored
from interview_cli.job_posts.title_format import format_title
from interview_cli.job_posts.titles import find_title
from interview_cli.job_posts.values import read_correction
from interview_cli.job_posts.word_lists import load_words, pick_group
from interview_cli.vocabulary import POST_LISTS, PostField

_FILE = ("interview_cli.job_posts", "contrasts.toml")
_TEXTS: tuple[PostField, ...] = (
    "work_hours",
    "shifts",
    "travel",
    "title",
    "location",
    "department",
    "reports_to",
    "application_contact",
)
_WORD = re.compile(r"\w+")
_DATES: tuple[PostField, ...] = ("job_start_date", "valid_through")


@dataclass(frozen=True)
class Contrast:
    """A value that is denied, the one that is said instead, and the text behind both."""

    old: str
    new: str
    rest: str = ""


def read_contrast(text: str, draft: Draft) -> tuple[list[Act], str] | None:
    """Read what is set against a value of the post, as acts and the rest of the text.

    None if the text sets nothing against a value of the post.
    """
    if wrong := _rules()["wrong_field"].pattern.match(text):
        field = find_field(pick_group(wrong, "field") or "")
        value = pick_group(wrong, "new") or ""
        if field and field not in POST_LISTS and (acts := read_correction(field, value, draft)):
            return acts, text[wrong.end() :]
    contrasts = list(_find_contrasts(text))
    for contrast in contrasts:
        if acts := _replace_value(contrast, draft):
            return acts, contrast.rest
    if acts := _read_run_on(text, draft):
        return acts, ""
    numbers = next((pair for pair in contrasts if is_number(pair.old + pair.new)), None)
    return ([Act("beside", words=strip_marks(text))], "") if numbers else None


def _find_contrasts(text: str) -> Iterator[Contrast]:
    for rule in _rules()["contrast"].rules:
        if match := rule.pattern.match(text):
            old, new = (pick_group(match, name) or "" for name in ("old", "new"))
            yield Contrast(_strip(old), _strip(new), text[match.end() :])


def _strip(value: str) -> str:
    return strip_marks(value).strip(QUOTES)


def _replace_value(contrast: Contrast, draft: Draft) -> list[Act]:
    """Replace the value of the post that a contrast names; empty if there is none."""
    if not contrast.old or not contrast.new or find_field(contrast.old):
        return []
    if (_WORD.findall(contrast.new.lower()) or [""])[-1] in load_words(_FILE[1], "auxiliaries"):
        return []  # "we are not doing lunch" denies lunch and names nothing in its place
    readers: tuple[Callable[[Contrast, Draft], list[Act]], ...] = (
        _replace_entry,
        _replace_pay,
        _replace_term,
        _replace_date,
        _replace_count,
        _replace_in_text,
        _replace_in_entries,
        _set_same_kind,
    )
    return next((acts for read in readers if (acts := read(contrast, draft))), [])


def _replace_entry(contrast: Contrast, draft: Draft) -> list[Act]:
    """Replace an entry that is named in full."""
    old = contrast.old.casefold()
    for field in POST_LISTS:
        for entry in getattr(draft.turn.data, field):
            if entry.casefold().removesuffix(" (nice to have)") == old:
                return replace_entry(field, entry, contrast.new)
    return []


def replace_entry(field: PostField, entry: str, words: str) -> list[Act]:
    """Return acts that put what the words name in the place of an entry."""
    first, *others = list(add_entries(field, words)) or [Act("add", field, words, words)]
    if first.field != field:
        return [Act("remove", field, entry, corrects=True), first, *others]
    return [replace(first, kind="replace", old=entry, corrects=True), *others]


def _replace_pay(contrast: Contrast, draft: Draft) -> list[Act]:
    present = draft.pay
    if not draft.has("salary"):
        return []
    unit, money = parse_unit_alone(contrast.old), parse_money_alone(contrast.old)
    if (unit and unit == present.unit) or (money and money.currency == present.currency):
        return read_correction("salary", contrast.new, draft)
    new = parse_amounts(contrast.new, present) or find_pay(contrast.new, asked=True)
    old = parse_amounts(contrast.old, present)
    if old is None or new is None or not is_pay_near(contrast.old, present):
        return []
    new = complete_pay(new, draft)
    if present.minimum != present.maximum and _is_single(old) and _is_single(new):
        if _is_same(old.minimum, present.minimum):
            new = replace(new, maximum=present.maximum)
        else:
            new = replace(new, minimum=present.minimum)
    return [Act("set", "salary", new, new.words, corrects=True)]


def _is_single(pay: Pay) -> bool:
    return pay.minimum == pay.maximum


def is_pay_near(text: str, present: Pay) -> bool:
    """Return whether a text names the ends of the present pay; decimals may be left out."""
    old = parse_amounts(text, present)
    ends = (present.minimum, present.maximum)
    return old is not None and all(
        any(_is_same(amount, end) for end in ends) for amount in (old.minimum, old.maximum)
    )


def _is_same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return one == other or (one.is_integer() and one == int(other))


def _replace_term(contrast: Contrast, draft: Draft) -> list[Act]:
    for field in TERMS:
        term = parse_term(field, contrast.old)
        if term and parse_term(field, contrast.new) and term == getattr(draft.turn.data, field):
            return read_correction(field, contrast.new, draft)
    return []


def _replace_date(contrast: Contrast, draft: Draft) -> list[Act]:
    today = draft.turn.today
    old, new = parse_date(contrast.old, today), parse_date(contrast.new, today)
    for field in _DATES:
        if old and new and getattr(draft.turn.data, field).startswith(old):
            return [Act("set", field, new, contrast.new, corrects=True)]
    return []


def _replace_count(contrast: Contrast, draft: Draft) -> list[Act]:
    openings = draft.turn.data.total_job_openings
    counts = [_rules()["openings"].pattern.match(text) for text in (contrast.old, contrast.new)]
    old, new = (read_digits(count["count"]) if count else "" for count in counts)
    if openings and old == str(openings) and new.isdigit():
        return [Act("set", "total_job_openings", new, contrast.new, corrects=True)]
    return []


def recount(old: str, new: str, draft: Draft) -> list[Act]:
    """Return the act that sets the openings from one number to another: "make it twenty cooks"."""
    openings = draft.turn.data.total_job_openings
    match = _rules()["recounted"].pattern.fullmatch(new)
    count = read_digits(match["count"]) if match else ""
    if not openings or not count.isdigit() or read_digits(old) != str(openings):
        return []
    return [Act("set", "total_job_openings", count, new, corrects=True)]


def _replace_in_text(contrast: Contrast, draft: Draft) -> list[Act]:
    """Replace a part of a text: the days of the hours, a word of the title."""
    for old, new in align_quantities(contrast.old, contrast.new):
        for field in _TEXTS:
            present = str(getattr(draft.turn.data, field))
            if not (part := find_part(old, present)):
                continue
            if field == "location" or (field == "title" and _is_whole_title(present, old, new)):
                return read_correction(field, contrast.new, draft)
            value = f"{present[: part.start()]}{new}{present[part.end() :]}"
            value = format_title(value) if field == "title" else value
            return [Act("replace", field, value, contrast.new, corrects=True, old=present)]
    return []


def _is_whole_title(present: str, old: str, new: str) -> bool:
    return present.casefold() == old.casefold() or find_title(new) is not None


def _replace_in_entries(contrast: Contrast, draft: Draft) -> list[Act]:
    """Replace a part of the entries that contain it, or the one entry that it describes."""
    if acts := _replace_parts(contrast, draft):
        return acts
    stored = [pair for pair in find_stored(contrast.old, draft.turn) if pair[1]]
    return replace_entry(*stored[0], contrast.new) if len(stored) == 1 else []


def _replace_parts(contrast: Contrast, draft: Draft) -> list[Act]:
    for old, new in align_quantities(contrast.old, contrast.new):
        acts = [
            Act("replace", field, value, contrast.new, corrects=True, old=entry)
            for field in POST_LISTS
            for entry in getattr(draft.turn.data, field)
            if (part := find_part(old, entry))
            and (value := f"{entry[: part.start()]}{new}{entry[part.end() :]}")
        ]
        if acts:
            return acts
    return []


def replace_part(old: str, new: str, draft: Draft) -> list[Act]:
    """Replace a number in an entry, or one of several things in it; empty if it is none."""
    acts = _replace_parts(Contrast(old, new), draft)
    are_numbers = counts_something(old) and counts_something(new)
    return [act for act in acts if are_numbers or cut_part(old, act.old)]


def _set_same_kind(contrast: Contrast, draft: Draft) -> list[Act]:
    """Set a field to the new value if both are plainly values of it: two towns, two levels."""
    old, new = contrast.old, contrast.new
    if can_name_place(old) and can_name_place(new) and draft.has("location"):
        return read_correction("location", new, draft)
    if _is_title(old) and _is_title(new) and draft.has("title"):
        return read_correction("title", new, draft)
    for field in TERMS:
        if parse_term(field, old) and parse_term(field, new):
            return read_correction(field, new, draft)
    return []


def _is_title(text: str) -> bool:
    found = find_title(text)
    return found is not None and found[1] == text


def _read_run_on(text: str, draft: Draft) -> list[Act]:
    """Read a dictated contrast without any mark between the two values: "not leeds hull"."""
    match = _rules()["run_on"].pattern.match(text)
    words = match["what"].split() if match else []
    for count in range(len(words) - 1, 0, -1):
        old, new = " ".join(words[:count]), " ".join(words[count:])
        place = draft.turn.data.location
        if place and old.casefold() == place.casefold() and can_name_place(new):
            return read_correction("location", new, draft)
        if re.search(r"\d", old) and re.match(r"\D?\d", new):
            return _replace_pay(Contrast(old, new), draft)
    return []


def _rules() -> RuleFile:
    return load_rules(*_FILE)
