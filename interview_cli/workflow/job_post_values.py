"""Set the fields of one value of a post, as far as the words of the message support it."""

from dataclasses import replace
from datetime import date

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.advert import EMPLOYMENT, LEVELS, WORK, describe_pay
from interview_cli.job_posts.date_roles import AT_ONCE
from interview_cli.job_posts.dates import delay_date, find_last_day, parse_date
from interview_cli.job_posts.details import find_details
from interview_cli.job_posts.grounding import TERMS, is_grounded, parse_term, states_number
from interview_cli.job_posts.openings import count_known, counts_people
from interview_cli.job_posts.pay import Pay, find_pay
from interview_cli.job_posts.terms import find_known_term, names_two_levels
from interview_cli.job_posts.titles import find_title
from interview_cli.job_posts.word_lists import load_words
from interview_cli.limits import MAX_NAME_CHARS
from interview_cli.post_models import JobData
from interview_cli.vocabulary import PostField

_SPOKEN = {**EMPLOYMENT, **LEVELS, **WORK}
PAY_FIELDS = ("salary_min", "salary_max", "currency", "salary_unit")
"""The fields of JobData that hold the pay."""
_DATES = ("job_start_date", "valid_through")


def set_value(
    data: JobData, act: Act, name: PostField, message: str, replaces: bool, today: date
) -> str | None:
    """Set a field that is no list and no pay. Return what to report, or None without a change."""
    value = _ground_value(act, name, message, today)
    if value is None and name == "title" and act.corrects:  # a word of it was replaced
        value = str(act.value) if is_grounded(str(act.value), f"{data.title} {message}") else None
    present = getattr(data, name)
    if value is None and name in _DATES and act.value == delay_date(present, act.words):
        value = str(act.value)
    if name == "total_job_openings" and act.value == count_known(act.words, present):
        value = str(act.value)
    if value is None:
        return None
    if name == "total_job_openings":
        if present == int(value) or (present and not replaces):
            return None
        data.total_job_openings = int(value)
        return value
    if name == "description" and present and value not in present:
        value = f"{present}\n\n{value}"
    elif not value or value == present or (present and not replaces):
        return None
    setattr(data, name, value if name == "description" else value[:MAX_NAME_CHARS])
    if name == "experience_level" and names_two_levels(act.words):
        return f"{_SPOKEN[value]}, the lower one of “{act.words}”"
    return "added" if name == "description" else _SPOKEN.get(value, value)


def _ground_value(act: Act, name: PostField, message: str, today: date) -> str | None:
    """Return the value that the message supports; None if it does not support this one."""
    value = str(act.value)
    if name in TERMS:
        # A coach may propose any term, but only the term that the quoted words name counts.
        terms = (parse_term(name, act.words), find_known_term(name, act.words))
        return value if value in terms else next(filter(None, terms), "")
    if name in _DATES:
        return value if _states_date(value, act.words, today) else None
    if name == "total_job_openings":
        is_said = states_number(value, act.words) or counts_people(value, act.words)
        return value if value.isdigit() and int(value) and is_said else None
    if name == "title" and _is_singular(value, act.words) and is_grounded(act.words, message):
        return value
    return value if is_grounded(value, message) else None


def _is_singular(title: str, words: str) -> bool:
    """Return whether words name a title in the plural: "midwives"; "young men" do not."""
    is_job = title.split()[-1].lower() not in load_words("titles.toml", "needs_modifier")
    return is_job and find_title(words) == (title, words)


def _states_date(value: str, words: str, today: date) -> bool:
    """Return whether words state a date; a year that they leave out may be any."""
    if value == AT_ONCE:
        return any(act.value == AT_ONCE for act in find_details(f"start {words}", None))
    year = int(value[:4]) if value[:4].isdigit() else 0
    if not year:
        return False
    return any(
        value in (parse_date(words[start:], day), find_last_day(words[start:], day)[0])
        for start in range(len(words))
        for day in (_first_day(year), today)
    )


def _first_day(year: int) -> date:
    return date(max(year, 1), 1, 1)


def set_pay(data: JobData, act: Act, replaces: bool) -> str | None:
    """Set the pay, or the parts of it that are said. Return as `set_value` does."""
    pay = act.value if isinstance(act.value, Pay) else find_pay(act.words, asked=True)
    if pay is None or (data.has_pay and not replaces):
        return None
    if pay.minimum is None and pay.maximum is None:
        if not data.has_pay:
            return None
        pay = replace(pay, minimum=data.salary_min, maximum=data.salary_max)
    values = (pay.minimum, pay.maximum, pay.currency or data.currency, pay.unit or data.salary_unit)
    if tuple(getattr(data, name) for name in PAY_FIELDS) == values:
        return None
    for name, value in zip(PAY_FIELDS, values, strict=True):
        setattr(data, name, value)
    return describe_pay(data)
