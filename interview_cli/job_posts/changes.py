"""Read a sentence or clause that changes what the post says: as acts; None if it changes nothing.

`corrections` recognises the forms of such sentences. Here their parts are matched with the post.
"""

import re

from interview_cli.job_posts import corrections
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft, find_claims
from interview_cli.job_posts.clauses import QUOTES, strip_marks
from interview_cli.job_posts.contrasts import is_pay_near, recount, replace_entry, replace_part
from interview_cli.job_posts.date_roles import find_dates, find_named_date
from interview_cli.job_posts.dates import delay_date, is_day_alone, is_delay, parse_date
from interview_cli.job_posts.details import find_details
from interview_cli.job_posts.entries import has_content
from interview_cli.job_posts.list_reading import add_entries, read_listed
from interview_cli.job_posts.openings import find_count_alone
from interview_cli.job_posts.reading_rules import find_cue, strip_lead_in
from interview_cli.job_posts.stored_entries import find_stored
from interview_cli.job_posts.titles import find_title
from interview_cli.job_posts.values import read_correction
from interview_cli.vocabulary import POST_LISTS, PostField

_DATES: tuple[PostField, ...] = ("valid_through", "job_start_date")


def read_declared(text: str) -> list[Act] | None:
    """Read an entry with the list that it belongs to: "write reports is a duty"."""
    declared = corrections.find_declared(text)
    if declared is None:
        return None
    field, words, is_nice = declared
    return list(read_listed(field, words, is_nice=is_nice))


def read_swap(text: str, draft: Draft) -> list[Act] | None:
    """Read a sentence that replaces an entry or a value: "swap York for Leeds"."""
    swap = corrections.find_swap(text)
    if swap is None:
        return None
    old, new = (value.strip(QUOTES) for value in swap)
    if acts := replace_part(old, new, draft):
        return acts
    stored = find_stored(old, draft.turn)
    if field := next((field for field, entry in stored if not entry), None):
        return read_correction(field, new, draft) or None
    if stored:
        return [act for field, entry in stored for act in replace_entry(field, entry, new)]
    if field := draft.find_field_of(old):
        return read_correction(field, new, draft) or None
    if acts := recount(old, new, draft):
        return acts
    acts = find_claims(text, draft, corrects=True).acts
    if not acts and draft.is_asked("skills"):  # in an answer about duties, it may be one
        return [Act("cannot", words=strip_marks(text))]
    return [act for act in acts if act.words in new] or acts or None


def read_new_title(text: str, draft: Draft) -> list[Act] | None:
    """Read a sentence that gives the job another title: "call it Cook"."""
    wish = corrections.find_loose_title(text)
    if wish and (found := find_title(wish)) and not has_content(wish.replace(found[1], " ")):
        return read_correction("title", wish, draft) or None
    title = corrections.find_new_title(text)
    if title is None and draft.is_asked("title"):
        title = corrections.find_said_name(text)
    acts = read_correction("title", title, draft) if title else []
    return acts or None


def read_addition(text: str, asked: PostField | None) -> list[Act] | None:
    """Read a sentence that adds an entry: "add parking to the benefits"."""
    addition = corrections.find_addition(text)
    if addition is None:
        return None
    words, field = addition
    words = strip_lead_in(words)
    cue = find_cue(words)
    if cue and field is None:
        words, field = cue.text, cue.field
    return list(add_entries(field, words, asked=asked))


def read_named_value(text: str, draft: Draft) -> list[Act] | None:
    """Read a sentence that names a field and its new value: "the salary is 30k"."""
    named = corrections.find_named_value(text)
    if named is None or is_delay(text):
        return _read_date(text, draft) or None
    field, value = named
    if field is None:
        is_count = not draft.has("salary") and not draft.has("work_hours")
        if is_count and (openings := find_count_alone(value)):
            return [openings]
        return find_claims(value, draft, corrects=True).acts or _move_date(value, draft) or None
    if field in POST_LISTS:
        return None
    acts = read_correction(field, value, draft)
    if acts and field in _DATES:  # "the deadline is 3 May and they can ring Ann on …"
        acts += [act for act in find_details(value, draft.turn.today) if act.field != field]
    return acts or None


def _read_date(text: str, draft: Draft) -> list[Act]:
    """Read a clause that is only another date, or by how much the only one moves."""
    today = draft.turn.today
    if is_delay(text):
        behind = re.split(r"[,.;]", draft.sentence.partition(text)[2])[0]
        is_whole = is_delay(f"{text}{behind}")  # "a week later they get a review" is not
        return _delay_date(text, draft) if is_whole else []
    if not is_day_alone(text):
        return []
    return list(find_dates(text, today, draft.sentence)) or _move_date(text, draft)


def _delay_date(text: str, draft: Draft) -> list[Act]:
    """Return the act that moves the only full date of the post: "a week later"."""
    moved = {field: delay_date(getattr(draft.turn.data, field), text) for field in _DATES}
    named = find_named_date(text)
    fields = [field for field, day in moved.items() if day and named in (None, field)]
    if len(fields) != 1:
        return []
    return [Act("set", fields[0], moved[fields[0]], strip_marks(text), corrects=True)]


def _move_date(value: str, draft: Draft) -> list[Act]:
    """Return the act that sets the only date of the post to another day: "make it the 27th"."""
    present = [field for field in _DATES if draft.has(field)]
    day = parse_date(value, draft.turn.today) if len(present) == 1 else ""
    return [Act("set", present[0], day, strip_marks(value), corrects=True)] if day else []


def read_denial(text: str, draft: Draft) -> list[Act] | None:
    """Read a clause that says what is not wanted; "not remote" says where the work is."""
    acts = corrections.read_denial(text, draft.turn)
    if acts is None:
        return None
    if any(act.kind == "deny" for act in acts) and (cleared := _clear_denied(acts, draft)):
        return cleared
    positive = find_claims(text, draft, corrects=True).acts
    return [
        act for act in positive if act.field in ("experience_level", "work_type", "travel")
    ] or acts


def _clear_denied(acts: list[Act], draft: Draft) -> list[Act]:
    """Return acts that clear the title or the pay, if that is what is denied."""
    denied = [str(act.value) for act in acts if act.kind == "deny"]
    title = draft.turn.data.title.casefold()
    fields: list[PostField] = []
    if title and title in map(str.casefold, denied):
        fields.append("title")
    if draft.has("salary") and any(is_pay_near(value, draft.pay) for value in denied):
        fields.append("salary")
    return [Act("remove", field, "", acts[0].words, corrects=True) for field in fields]
