"""What is remembered of endpoints: a cache that may be lost at any time."""

from pathlib import Path

from interview_cli.store.endpoint_cache import FileRungs


def test_remembers_across_runs(tmp_path: Path) -> None:
    FileRungs(tmp_path).remember("https://one m", "text")
    assert FileRungs(tmp_path).recall("https://one m") == "text"
    assert FileRungs(tmp_path).recall("https://other m") is None


def test_the_latest_word_counts(tmp_path: Path) -> None:
    rungs = FileRungs(tmp_path)
    rungs.remember("one", "json_schema")
    rungs.remember("one", "text")
    assert rungs.recall("one") == "text"


def test_addresses_are_not_readable_there(tmp_path: Path) -> None:
    FileRungs(tmp_path).remember("https://secret.example m", "text")
    (file,) = (tmp_path / "endpoints").iterdir()
    assert "secret" not in file.name + file.read_text()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_used_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "endpoints").write_text("in the way")
    rungs = FileRungs(tmp_path)
    rungs.remember("one", "text")
    assert rungs.recall("one") is None


def test_a_link_is_neither_followed_nor_written_through(tmp_path: Path) -> None:
    rungs = FileRungs(tmp_path)
    rungs.remember("one", "text")
    (file,) = (tmp_path / "endpoints").iterdir()
    other = tmp_path / "other"
    other.write_text("json_schema")
    file.unlink()
    file.symlink_to(other)
    rungs.remember("one", "text")
    assert rungs.recall("one") is None
    assert other.read_text() == "json_schema"
