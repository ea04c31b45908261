"""Read changes of the pay that a post has: "bump the top end to 140k", "26 too high, make it 25".

The rules are in `pay_changes.toml`.
"""

from dataclasses import replace

from interview_cli.english.rules import Rules
from interview_cli.english.words import split_sentences
from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.pay import Pay, parse_amounts
from interview_cli.job_posts.word_lists import pick_group

_RULES = Rules("interview_cli.job_posts", "pay_changes.toml")

_MOST_CHANGE = 4
"""How many times as high or low as the present pay a new one may be."""


def read_pay_change(text: str, draft: Draft, original: Pay) -> list[Act] | None:
    """Read a sentence or clause that changes the present pay; None if it does not.

    `original` is the pay before the message.
    """
    if not draft.has("salary"):
        return None
    plain = _RULES.remove("remark", text)
    if _RULES.pattern("kept").fullmatch(plain):
        return [_set_pay(original, text)] if original != draft.pay else []
    plain = _RULES.remove("reason", plain)
    pay: Pay | None = draft.pay
    for part in _RULES.pattern("joint").split(plain):
        pay = _change_pay(part, pay) if pay else None
    if pay and pay.minimum == pay.maximum:
        pay = keep_other_end(pay, text.removesuffix(plain), draft.pay)
    if pay is None and plain != text:  # "12 too low make it 13"
        pay = parse_amounts(plain, draft.pay)
    return [_set_pay(pay, text)] if pay else None


def keeps_pay(message: str) -> bool:
    """Return whether a sentence of a message leaves the pay as it is: "hm, leave the pay as is"."""
    parts = (part for sentence in split_sentences(message) for part in sentence.split(", "))
    return any(_RULES.pattern("kept").fullmatch(part) for part in parts)


def _change_pay(text: str, present: Pay) -> Pay | None:
    """Return the pay after a change of one end, or of all of it; None if it is no change."""
    for end in ("top", "bottom", "amount"):
        match = _RULES.pattern(end).fullmatch(text)
        given = parse_amounts(pick_group(match, "sum") or "", present) if match else None
        if given is None or given.minimum is None or not is_like(given, present):
            continue
        if end == "top":
            lowest = given.minimum if present.minimum is None else present.minimum
            return replace(given, minimum=min(lowest, given.minimum))
        if end == "bottom":
            highest = given.minimum if present.maximum is None else present.maximum
            return replace(given, maximum=max(highest, given.minimum))
        return given
    return None


def keep_other_end(pay: Pay, remark: str, present: Pay) -> Pay:
    """Return the pay with the end of a range that a remark does not find wrong: "30 is too low"."""
    wrong = parse_amounts(_RULES.remove("verdict", remark), present) if remark else None
    if wrong is None or wrong.minimum != wrong.maximum or present.minimum == present.maximum:
        return pay
    if wrong.maximum == present.maximum:
        return replace(pay, minimum=present.minimum)
    return replace(pay, maximum=present.maximum) if wrong.minimum == present.minimum else pay


def is_like(given: Pay, present: Pay) -> bool:
    """Return whether amounts are of the order of the present ones: "35 to 45" people are not."""
    known, said = present.maximum or present.minimum, given.maximum or given.minimum
    if not known or not said or given.unit != present.unit:
        return True
    return known < _MOST_CHANGE * said and said < _MOST_CHANGE * known


def _set_pay(pay: Pay, text: str) -> Act:
    words = strip_marks(text)
    return Act("set", "salary", replace(pay, words=words), words, corrects=True)
