"""A package is imported without some of what it imports itself."""

import sys
from pathlib import Path

import pytest

from interview_cli.left_out import leave_out


@pytest.fixture
def modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a module that imports two others."""
    (tmp_path / "user_of_heavy.py").write_text("import heavy_one\nfrom heavy_two import tool\n")
    (tmp_path / "heavy_one.py").write_text("weight = 1\n")
    (tmp_path / "heavy_two.py").write_text("tool = 2\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("user_of_heavy", "heavy_one", "heavy_two"):
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.usefixtures("modules")
def test_modules_are_left_out_and_can_be_imported_later() -> None:
    with leave_out("heavy_one", "heavy_two"):
        import user_of_heavy  # type: ignore[import-not-found]
    assert user_of_heavy.tool("hammer").weight is user_of_heavy.tool
    assert not list(user_of_heavy.tool("nails"))
    import heavy_two  # type: ignore[import-not-found]

    assert heavy_two.tool == 2
    assert "heavy_one" not in sys.modules


@pytest.mark.usefixtures("modules")
def test_a_module_that_is_imported_already_is_used() -> None:
    import heavy_two

    with leave_out("heavy_one", "heavy_two"):
        import user_of_heavy
    assert user_of_heavy.tool == 2
    assert sys.modules["heavy_two"] is heavy_two


def test_a_failure_leaves_nothing_behind() -> None:
    with pytest.raises(ModuleNotFoundError), leave_out("heavy_one"):
        import no_such_module  # type: ignore[import-not-found] # noqa: F401
    assert "heavy_one" not in sys.modules
