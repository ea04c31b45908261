"""The names of session files are told from all others, many at once as one by one."""

import re
from uuid import UUID

from hypothesis import example, given
from hypothesis import strategies as st

from interview_cli.store.files.names import keep_session_files
from interview_cli.store.ids import ID_PATTERN

IDS = st.uuids().map(str)
FILES = IDS.map("{}.json".format)
NEAR = st.tuples(
    FILES, st.integers(0, 41), st.sampled_from(["", "-", "\n", "g", "0", "ü", "."])
).map(lambda parts: parts[0][: parts[1]] + parts[2] + parts[0][parts[1] + 1 :])
ONE = f"{UUID(int=1)}.json"


@given(st.lists(FILES | NEAR | st.text(min_size=1), max_size=8))
@example([])
@example([f"{ONE}\n{ONE}"])
@example([ONE[:-1], f"n{ONE}"])
@example([f"{ONE}abc", ONE[3:]])
@example([ONE.replace("0", "\udc80")])
def test_names_are_judged_together_as_one_by_one(names: list[str]) -> None:
    pattern = re.compile(ID_PATTERN + r"\.json")
    assert keep_session_files(names) == [name for name in names if pattern.fullmatch(name)]


@given(st.lists(FILES, max_size=5))
def test_all_names_of_sessions_are_kept(names: list[str]) -> None:
    assert keep_session_files(names) == names
