"""Read the values of single fields from the words of a message that surely state them.

What the rules read counts where it rests on such words. Where it rests on other words, or the
rules read nothing, the words that surely state the field are read by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from interview_cli.job_posts.acts import Act
from interview_cli.job_posts.claims import Draft
from interview_cli.job_posts.grounding import TERMS
from interview_cli.job_posts.marked_message import FIELD_OF, MARKS_OF, MarkedMessage
from interview_cli.job_posts.pay import Pay
from interview_cli.job_posts.span_values import read_span
from interview_cli.job_posts.word_marks import Mark
from interview_cli.vocabulary import POST_LISTS, PostField

_SURE, _SURE_CHANGE = 0.8, 0.9
"""Shares from which words give a value to a field, and change the one that it has."""
_FOREIGN, _OWN = 0.9, 0.05
"""A value whose words state another field from this share on, and its own below this one."""
_NOTHING = 0.5
"""The share from which a word states nothing."""
_WIDENED: tuple[PostField, ...] = ("title", "salary", "work_type")
"""Fields of which more words than a rule took may state another value."""
_FIELDS = {mark: name for mark, name in FIELD_OF.items() if name not in POST_LISTS}
"""The fields of one value, by their marks."""
Located = tuple[Act, Sequence[int]]
"""An act with the words that it rests on."""


@dataclass
class MarkedValues:
    """What words surely state besides the acts of the rules."""

    acts: list[Act] = field(default_factory=list)
    replaced: list[Act] = field(default_factory=list)
    """Acts of the rules in whose place they stand."""
    used: set[int] = field(default_factory=set)
    """The words that they rest on."""


def read_marked_values(
    located: Sequence[Located], marked: MarkedMessage, draft: Draft
) -> MarkedValues:
    """Read the values that words surely state and the acts of the rules do not."""
    found = MarkedValues()
    found.replaced = [act for act, span in located if _is_foreign(act, span, marked)]
    settled = {
        place
        for act, span in located
        if act.kind not in ("add", "beside") and act not in found.replaced
        for place in span
    }
    for mark, runs in _find_runs(marked).items():
        name = _FIELDS[mark]
        rivals = [
            (act, span)
            for act, span in located
            if act.kind == "set" and act.field and MARKS_OF.get(act.field) == mark
        ]
        own = {place for run in runs for place in run}
        backed = [(act, span) for act, span in rivals if not span or own.intersection(span)]
        if backed:
            _widen(name, backed, runs, marked, draft, found)
            continue
        least = _SURE_CHANGE if rivals or draft.has(name) else _SURE
        for run in runs:
            is_sure = marked.average(run)[mark] >= least and settled.isdisjoint(run)
            is_sure = is_sure and not _is_article(run, marked)
            if is_sure and (act := _read_run(name, run, marked, draft)):
                draft.note(act)
                found.acts.append(act)
                found.used.update(run)
        if found.used & own:
            found.replaced += [act for act, _span in rivals]
    return found


def _widen(
    name: PostField,
    backed: Sequence[Located],
    runs: Sequence[Sequence[int]],
    marked: MarkedMessage,
    draft: Draft,
    found: MarkedValues,
) -> None:
    """Read all words that state a field of which a rule took a part: "Officer (Histology)"."""
    if name not in _WIDENED or len(backed) != 1:
        return
    (act, span), mark = backed[0], MARKS_OF[name]
    run = next((run for run in runs if set(span) < set(run)), None)
    if run is None or act.field != name or marked.average(run)[mark] < _SURE_CHANGE:
        return
    wider = _read_run(name, run, marked, draft)
    if wider and wider.value != act.value and _says_more(wider, act):
        found.acts.append(wider)
        found.replaced.append(act)


def _says_more(wider: Act, act: Act) -> bool:
    """Return whether a value says more than the one of a part of its words."""
    if isinstance(wider.value, Pay) and isinstance(act.value, Pay):
        ends = (wider.value.minimum, wider.value.maximum)
        return ends[0] != ends[1] and act.value.minimum in ends
    return wider.value == "hybrid" or str(act.value) in str(wider.value)


def _is_foreign(act: Act, span: Sequence[int], marked: MarkedMessage) -> bool:
    """Return whether the words of a value surely state another field, and hardly its own."""
    if act.kind != "set" or not act.field or act.field not in MARKS_OF or act.field in TERMS:
        return False
    span = [i for i in span if marked.shares[i]["none"] < _NOTHING]  # "by the 15th"
    if not span:
        return False
    shares = marked.average(span)
    best = max(shares, key=shares.__getitem__)
    is_other = best in _FIELDS and best != MARKS_OF[act.field]
    return is_other and shares[best] >= _FOREIGN and shares[MARKS_OF[act.field]] < _OWN


def _is_article(run: Sequence[int], marked: MarkedMessage) -> bool:
    """Return whether a word only leads to the title: "one welder"."""
    behind = run[-1] + 1
    is_one = marked.quote(run).lower() in ("one", "1") and behind < len(marked.words)
    return is_one and marked.shares[behind]["title"] > _NOTHING


def _read_run(
    name: PostField, run: Sequence[int], marked: MarkedMessage, draft: Draft
) -> Act | None:
    text = marked.quote(run)
    if marked.message[marked.words[run[-1]].end :][:1] == ")" and "(" in text:
        text = f"{text})"
    return read_span(name, text, draft, marked.quote_before(run[0]))


def _find_runs(marked: MarkedMessage) -> dict[Mark, list[list[int]]]:
    """Return by mark the words in a row of a sentence that most likely state the same value."""
    runs: dict[Mark, list[list[int]]] = {}
    last: Mark = "none"
    for place, (word, shares) in enumerate(zip(marked.words, marked.shares, strict=True)):
        best = max(shares, key=shares.__getitem__)
        if best in _FIELDS:
            is_next = place and best == last and marked.words[place - 1].sentence == word.sentence
            if is_next:
                runs[best][-1].append(place)
            else:
                runs.setdefault(best, []).append([place])
        last = best
    return runs
