"""The endpoint cache, which may be lost at any time."""

from pathlib import Path

from interview_cli.store.endpoint_cache import FileEndpointCache


def test_remembers_across_runs(tmp_path: Path) -> None:
    FileEndpointCache(tmp_path).remember("https://one m", "text")
    assert FileEndpointCache(tmp_path).recall("https://one m") == "text"
    assert FileEndpointCache(tmp_path).recall("https://other m") is None


def test_the_latest_mode_counts(tmp_path: Path) -> None:
    cache = FileEndpointCache(tmp_path)
    cache.remember("one", "json_schema")
    cache.remember("one", "text")
    assert cache.recall("one") == "text"


def test_addresses_are_not_readable_there(tmp_path: Path) -> None:
    FileEndpointCache(tmp_path).remember("https://secret.example m", "text")
    (file,) = (tmp_path / "endpoints").iterdir()
    assert "secret" not in file.name + file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_used_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "endpoints").write_text("in the way")
    cache = FileEndpointCache(tmp_path)
    cache.remember("one", "text")
    assert cache.recall("one") is None


def test_a_link_is_neither_followed_nor_written_through(tmp_path: Path) -> None:
    cache = FileEndpointCache(tmp_path)
    cache.remember("one", "text")
    (file,) = (tmp_path / "endpoints").iterdir()
    other = tmp_path / "other"
    other.write_text("json_schema")
    file.unlink()
    file.symlink_to(other)
    cache.remember("one", "text")
    assert cache.recall("one") is None
    assert other.read_text() == "json_schema"
