"""The wordings of the bank: what each kind holds, and what no wording may say."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from interview_cli.coach.offline.bank import load_bank
from tests.cases import each

BANK = load_bank()
GENERAL = ("opener", "requirement", "gap", "gap_paper", "motivation", "closing")
ROUNDS = ("recruiter", "manager", "technical", "panel", "values", "final")
OWN_FIELDS = {
    "with_deed": "deed",
    "with_shared_deed": "deed",
    "with_standing_deed": "deed",
    "with_explained_deed": "deed",
    "with_told_deed": "deed",
    "executive": "deed",
    "with_event": "event",
    "with_event_now": "event",
    "with_event_at_work": "event",
    "with_known_task": "task",
    "with_task": "task",
    "with_stretch": "stretch",
    "with_stretch_so_far": "stretch",
    "with_insider_stretch": "stretch",
}
OF_A_JOB = {"with_event": {"role"}, "with_stretch": {"role"}}
COMMON_FIELDS = {"company"}
ROLE_FIELDS = {"role", "stand", "is", "do", "does"}
BOOKISH = re.compile(
    r"\bshould like\b|\bstands behind\b|\bwhom\b|\bupon\b|\bof late\b|\bLet us\b|\bdo not\b",
)
IMPROPER = re.compile(
    r"\b(?:pay|paid|salar\w+|earn\w*|wage\w*|age|born|famil(?!iar)\w+|child\w*|married|health|ill(?:ness)?"
    r"|religio\w+|belie[fv]\w*|faith|politic\w*|union|national\w*|origin)\b",
    re.IGNORECASE,
)


def list_tables() -> Iterator[tuple[str, dict[str, list[str]]]]:
    for kind in GENERAL:
        yield kind, BANK[kind]
    for round_name, kinds in BANK["round"].items():
        for kind, table in kinds.items():
            yield f"{round_name}.{kind}", table


TABLES = dict(list_tables())
WORDINGS = [
    pytest.param(name, form, wording, id=f"{name}-{form}-{number}")
    for name, table in TABLES.items()
    for form, wordings in table.items()
    for number, wording in enumerate(wordings, start=1)
]


@each(("name", "form", "wording"), WORDINGS)
def test_a_wording(name: str, form: str, wording: str) -> None:
    fields = set(re.findall(r"{(\w+)}", wording))
    allowed = COMMON_FIELDS | {OWN_FIELDS[form]} if form in OWN_FIELDS else set(COMMON_FIELDS)
    if "_role" in form:
        allowed |= ROLE_FIELDS
        assert fields & {"role", "stand"} or "your CV" in wording
    if name.split(".")[-1] in ("requirement", "gap", "gap_paper"):
        allowed.add("asked")
    allowed |= OF_A_JOB.get(form, set())
    if form == "kin":
        allowed.add("own")
    assert fields <= allowed
    assert form not in OWN_FIELDS or OWN_FIELDS[form] in fields
    assert wording.count("?") <= 1 or name == "gap"
    assert wording.endswith(("?", "."))
    assert not BOOKISH.search(wording)
    assert not IMPROPER.search(wording)


@each("name", [name for name in TABLES if "requirement" not in name])
def test_every_kind_has_enough_wordings(name: str) -> None:
    wordings = [wording for form in TABLES[name].values() for wording in form]
    assert len(wordings) >= 3


@each("table", ["gap_paper", "gap_known", "gap_plain"])
def test_a_question_on_a_paper_ends_as_a_sentence(table: str) -> None:
    for wording in chain.from_iterable(BANK[table].values()):
        assert wording.endswith("?")
        assert not re.search(r"\b(?:could|would|can|will) (?:you|it|that)\?\Z", wording)


def test_no_wording_stands_twice() -> None:
    counts = Counter(parameter.values[2] for parameter in WORDINGS)
    assert [wording for wording, count in counts.items() if count > 1] == []


def test_every_round_opens_and_closes() -> None:
    assert set(BANK["round"]) == set(ROUNDS)
    assert all({"opener", "closing"} <= set(kinds) for kinds in BANK["round"].values())


@pytest.mark.parametrize("kind", ["gap", "gap_paper", "recruiter.gap"])
def test_a_gap_asks_and_does_not_say_that_the_cv_lacks_it(kind: str) -> None:
    """The CV may say it in other words."""
    for wordings in TABLES[kind].values():
        for wording in wordings:
            assert "{asked}" in wording
            assert not re.search(r"couldn't|didn't|doesn't|don't see|can't", wording)
