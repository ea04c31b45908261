"""The endpoint cache, which may be lost at any time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from interview_cli.store.endpoint_cache import EndpointTraits, FileEndpointCache

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
NOTHING = EndpointTraits()
TRAITS = EndpointTraits(
    json_mode="text", streams=False, has_system_role=False, context_tokens=4096, chars_per_token=3.5
)


def open_cache(home: Path, now: datetime = NOW) -> FileEndpointCache:
    return FileEndpointCache(home, lambda: now)


def file_of(home: Path) -> Path:
    (file,) = (home / "endpoints").iterdir()
    return file


def test_remembers_across_runs(tmp_path: Path) -> None:
    open_cache(tmp_path).remember("https://one m", TRAITS)
    assert open_cache(tmp_path).recall("https://one m") == TRAITS
    assert open_cache(tmp_path).recall("https://other m") == NOTHING


def test_what_was_learnt_last_counts(tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    cache.remember("one", TRAITS)
    cache.remember("one", EndpointTraits(reports_usage=False))
    assert cache.recall("one") == EndpointTraits(reports_usage=False)


@pytest.mark.parametrize(("hours", "is_known"), [(0, True), (23, True), (24, False), (999, False)])
def test_an_endpoint_is_tried_anew_after_a_day(tmp_path: Path, hours: int, is_known: bool) -> None:
    open_cache(tmp_path).remember("one", TRAITS)
    later = open_cache(tmp_path, NOW + timedelta(hours=hours))
    assert later.recall("one") == (TRAITS if is_known else NOTHING)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"text"', "7"),
        ("4096", '"many"'),
        ("4096", "-1"),
        ("4096", "true"),
        ("false", "0"),
        ('"takes_seed": true', '"takes_seed": 1'),
        ('"streams"', '"unknown"'),
        ("2026", "year"),
        ("Z", ""),
        ("{", "["),
    ],
)
def test_a_record_that_is_damaged_is_ignored(tmp_path: Path, old: str, new: str) -> None:
    open_cache(tmp_path).remember("one", TRAITS)
    file = file_of(tmp_path)
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    assert open_cache(tmp_path).recall("one") == NOTHING


def test_a_word_of_an_earlier_version_is_ignored(tmp_path: Path) -> None:
    open_cache(tmp_path).remember("one", TRAITS)
    file_of(tmp_path).write_text("text\n")
    assert open_cache(tmp_path).recall("one") == NOTHING


def test_addresses_are_not_readable_there(tmp_path: Path) -> None:
    open_cache(tmp_path).remember("https://secret.example m", TRAITS)
    file = file_of(tmp_path)
    assert "secret" not in file.name + file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_used_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "endpoints").write_text("in the way")
    cache = open_cache(tmp_path)
    cache.remember("one", TRAITS)
    assert cache.recall("one") == NOTHING


def test_a_link_is_neither_followed_nor_written_through(tmp_path: Path) -> None:
    cache = open_cache(tmp_path)
    cache.remember("one", TRAITS)
    file = file_of(tmp_path)
    other = tmp_path / "other"
    content = file.read_text()
    other.write_text(content)
    file.unlink()
    file.symlink_to(other)
    cache.remember("one", NOTHING)
    assert cache.recall("one") == NOTHING
    assert other.read_text() == content
