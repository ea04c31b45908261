"""Mend what the rules read of a message by what each of its words most likely states.

An entry whose words hardly state anything for a list is no entry; one that surely belongs to
another field goes there; and what no rule takes is read by the field that its words surely state.
"""

from collections.abc import Iterator, Mapping, Sequence

from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.changes import read_addition, read_declared
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.combining import combine_acts
from interview_cli.job_posts.date_roles import is_of_other
from interview_cli.job_posts.entries import find_list, find_no_experience, has_content
from interview_cli.job_posts.entry_lists import describe_setting
from interview_cli.job_posts.grounding import TERMS
from interview_cli.job_posts.list_reading import add_entries
from interview_cli.job_posts.marked_message import (
    FIELD_OF,
    MARKS_OF,
    MarkedMessage,
    find_sections,
    has_label,
    is_listed,
    locate_acts,
)
from interview_cli.job_posts.marked_removals import leave_out_withdrawn, take_out_dropped
from interview_cli.job_posts.marked_values import read_marked_values
from interview_cli.job_posts.message_words import split_words
from interview_cli.job_posts.pay import find_pay
from interview_cli.job_posts.reading_rules import find_cue, find_fearless, is_told
from interview_cli.job_posts.skills import find_skills
from interview_cli.job_posts.values import read_value
from interview_cli.job_posts.word_marks import Mark, mark_words
from interview_cli.vocabulary import PostField

_LISTS: tuple[Mark, ...] = ("bring", "duty", "benefit")
_NOTHING: tuple[Mark, ...] = ("none", "about", "drop")
_SETTLED = ("confirm", "doubt", "refuse", "undo", "restart", "show", "restore", "cannot")
"""Acts on the post as a whole, beside which nothing is mended."""
_CHANGES = ("replace", "remove", "rank")
"""Acts beside which the rules say what takes the place of an entry."""
_FREE: Mapping[Mark, float] = {"bring": 0.9, "duty": 0.95, "benefit": 0.9}
_FREE_VALUE = 0.8
"""Shares from which words that no rule takes are an entry, or a value."""
_LISTED = 0.2
"""The share of all lists below which an entry is of none."""
_TOLD = 0.7
"""The same share of an entry that reads as a sentence of its own."""
_NO_INTRODUCED = 0.85
"""The share of nothing from which an entry is none, although the words before it say its list."""
_NO_VALUE, _OTHER = 0.9, 0.8
"""Shares from which a value is none, and from which an entry is of another field."""
_DOUBTED: tuple[PostField, ...] = ("title", "location")
"""Values that are none if their words surely state nothing; the rules tell the others better."""
_ENTRY_LIKE: tuple[PostField, ...] = ("location", "application_contact")
_NO_OWN = 0.05
"""Values that are entries if their words surely state one, and the share below which they do."""


def mend_acts(turn: Turn, acts: list[Act]) -> list[Act]:
    """Return the acts of a message, mended by what its words state."""
    words = split_words(turn.message)
    is_order = read_addition(turn.message, turn.asked) or read_declared(turn.message)
    if not words or is_order:
        return acts
    shares = mark_words(words, describe_setting(turn, None, ()))
    if any(act.kind in _SETTLED for act in acts):
        marked = MarkedMessage(turn.message, words, shares, tells_benefits=False)
        return [
            Act("beside", words=act.words) if _is_remark(act, span, marked) else act
            for act, span in zip(acts, locate_acts(acts, marked), strict=True)
        ]
    tells_benefits = any(act.kind == "add" and act.field == "benefits" for act in acts)
    marked = MarkedMessage(turn.message, words, shares, tells_benefits)
    draft = Draft(turn)
    sections = find_sections(turn.message)
    known = [act for act in acts if _is_known_skill(act)]
    known = known if len(known) > 1 else []
    spans = locate_acts(acts, marked)
    valued = {i for act, span in zip(acts, spans, strict=True) if act.kind == "set" for i in span}
    is_change = any(act.kind in _CHANGES for act in acts)
    mended: list[Act] = []
    for act, span in zip(acts, spans, strict=True):
        is_of_value = act.kind == "add" and valued.issuperset(span)  # SQL of "SQL developer"
        is_kept = is_of_value or is_listed(act, sections) or act in known
        is_kept = is_kept or (is_change and (act.corrects or not _is_remark(act, span, marked)))
        for each in [act] if is_kept else _mend_act(act, span, marked, draft):
            draft.note(each)
            mended.append(each)
    taken = {
        place: MARKS_OF.get(act.field, "none") if act.field else "none"
        for act, span in zip(acts, spans, strict=True)
        if act.kind != "beside"
        for place in span
    }
    used: set[int] = set()
    for mark, run in _find_free_runs(marked, taken):
        if is_of_other(FIELD_OF[mark], marked.quote_before(run[0])):
            continue
        for act in _read_as(mark, marked.quote(run), draft):
            draft.note(act)
            mended.append(act)
            used.update(run)
    unused = {
        id(act) for act, span in zip(acts, spans, strict=True) if _is_used_up(act, span, used)
    }
    mended = take_out_dropped(leave_out_withdrawn(mended, marked), marked, turn)
    if mended != acts:
        mended = combine_acts([act for act in mended if id(act) not in unused])
    return _mend_values(mended, marked, draft)


def _mend_values(acts: list[Act], marked: MarkedMessage, draft: Draft) -> list[Act]:
    """Return acts with the values that words surely state."""
    spans = locate_acts(acts, marked)
    located = list(zip(acts, spans, strict=True))
    values = read_marked_values(located, marked, draft)
    if not values.acts:
        return acts
    kept = [
        act
        for act, span in located
        if act not in values.replaced and not _is_used_up(act, span, values.used)
    ]
    return combine_acts([*kept, *values.acts])


def _is_used_up(act: Act, span: Sequence[int], used: set[int]) -> bool:
    """Return whether most words of a remark were read as something."""
    return act.kind == "beside" and 2 * len(used.intersection(span)) > len(span)


def _is_known_skill(act: Act) -> bool:
    """Return whether an entry is a skill by its name alone: "Git"."""
    names = {name.casefold() for _skill, name in find_skills(act.words) if len(name) > 1}
    return act.field == "skills" and act.kind == "add" and act.words.casefold() in names


def _mend_act(act: Act, span: Sequence[int], marked: MarkedMessage, draft: Draft) -> list[Act]:
    """Return an act as it is, as a remark, or as what its words state for another field."""
    if act.kind not in ("set", "add") or not act.field or act.field not in MARKS_OF or not span:
        return [act]
    if act.kind == "set":
        return _mend_value(act, act.field, span, marked, draft)
    shares = marked.average(span)
    is_labelled = any(mark in marked.quote(range(span[0] + 1)) for mark in ":\n")
    best = max(shares, key=shares.__getitem__)
    is_other = best not in (MARKS_OF[act.field], *_NOTHING) and shares[best] >= _OTHER
    if others := list(_read_as(best, act.words, draft)) if is_other and not is_labelled else []:
        return others
    listed = sum(shares[mark] for mark in _LISTS)
    if (listed >= _LISTED and not _is_remark(act, span, marked)) or _denies_need(act.words):
        return [act]
    is_unsure = sum(shares[mark] for mark in _NOTHING) < _NO_INTRODUCED
    is_entry = has_label(act, span, marked) or (is_unsure and _is_introduced(act, span, marked))
    return [act if is_entry else Act("beside", words=act.words)]


def _is_remark(act: Act, span: Sequence[int], marked: MarkedMessage) -> bool:
    """Return whether an entry is a sentence of its own whose words hardly state an entry."""
    if act.kind != "add" or not span or not is_told(act.words):
        return False
    shares = marked.average(span)
    return sum(shares[mark] for mark in _LISTS) < _TOLD


def _mend_value(
    act: Act, field: PostField, span: Sequence[int], marked: MarkedMessage, draft: Draft
) -> list[Act]:
    """Return an act that sets a value as it is, as a remark, or as an entry."""
    shares = marked.average(span)
    nothing, own = sum(shares[mark] for mark in _NOTHING), shares[MARKS_OF[field]]
    best = max(shares, key=shares.__getitem__)
    is_doubted = field in _DOUBTED and not draft.has(field) and nothing >= _NO_VALUE
    is_new_pay = field == "salary" and draft.has(field)
    is_amount = is_new_pay and marked.tells_benefits and best == "benefit"  # "a bonus, 600 a year"
    if is_doubted or is_amount:
        return [Act("beside", words=act.words)]
    if field in _ENTRY_LIKE and own < _NO_OWN and best in _LISTS and shares[best] >= _OTHER:
        return list(_read_as(best, act.words, draft)) or [act]
    return [act]


def _is_introduced(act: Act, span: Sequence[int], marked: MarkedMessage) -> bool:
    """Return whether the words before an entry say what it is: "you need Zorbix"."""
    clause = marked.words[span[0]].clause
    start = next(i for i, word in enumerate(marked.words) if word.clause == clause)
    cue = find_cue(marked.quote([start, span[-1]]))
    return bool(cue and act.field and MARKS_OF.get(cue.field) == MARKS_OF[act.field])


def _denies_need(words: str) -> bool:
    """Return whether an entry says what nobody needs to bring."""
    return bool(find_no_experience(words) or find_fearless(words)[0])


def _find_free_runs(
    marked: MarkedMessage, taken: Mapping[int, Mark]
) -> Iterator[tuple[Mark, list[int]]]:
    """Yield words in a row that no act rests on and that surely state the same."""
    best = [max(shares, key=shares.__getitem__) for shares in marked.shares]
    runs: list[list[int]] = []
    for place, (word, mark) in enumerate(zip(marked.words, best, strict=True)):
        if place in taken or mark in _NOTHING:
            continue
        before = runs[-1][-1] if runs else -1
        is_next = before >= 0 and before == place - 1
        if is_next and best[before] == mark and marked.words[before].clause == word.clause:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        mark = best[run[0]]
        is_sure = marked.average(run)[mark] >= _FREE.get(mark, _FREE_VALUE)
        if is_sure and not _continues_entry(run, mark, marked, taken):
            yield mark, run


def _continues_entry(
    run: Sequence[int], mark: Mark, marked: MarkedMessage, taken: Mapping[int, Mark]
) -> bool:
    """Return whether words are the rest of an entry of which an act has the others."""
    before, behind = run[0] - 1, run[-1] + 1
    return mark in _LISTS and (
        (taken.get(before) == mark and not marked.is_parted(before))
        or (taken.get(behind) == mark and not marked.is_parted(run[-1]))
    )


def _read_entries(mark: Mark, field: PostField, text: str) -> Iterator[Act]:
    """Read a text as entries of a list; one that only counts is whole: "20 days minimum"."""
    if has_content(text):
        is_demand = mark == "bring" and find_list(text) == "requirements"
        field = "requirements" if is_demand else field
        yield from (act for act in add_entries(field, text) if act.kind != "beside")
    elif " " in text and any(map(str.isdigit, text)):
        yield Act("add", field, text, text)


def _read_as(mark: Mark, text: str, draft: Draft) -> Iterator[Act]:
    """Read a text as what it surely states; a value that the post has stays."""
    text, field = strip_marks(text), FIELD_OF[mark]
    if mark in _LISTS:
        yield from _read_entries(mark, field, text)
        return
    if not has_content(text):
        return
    is_answer = draft.is_asked(field) and not draft.was_said(Act("set", field))
    if (draft.has(field) and not is_answer) or (mark == "place" and any(find_skills(text))):
        return
    if field in TERMS:
        if found := TERMS[field](text):
            yield Act("set", field, *found, corrects=is_answer)
    elif field == "salary" and is_answer:
        pay = find_pay(text, asked=True)
        if pay and not any(map(str.isdigit, text.replace(pay.words, ""))):
            yield Act("set", field, pay, pay.words)
    elif field != "salary":
        found_acts = read_value(field, text, draft, corrects=False)
        yield from (act for act in found_acts if act.kind == "set" and act.field == field)
