"""What only the `__init__` of a package imports is imported when it is used."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from interview_cli.coach.llm.lazy_packages import lazy_packages

FILES = {
    "shop/__init__.py": "from . import goods",
    "shop/goods/__init__.py": "from .apple import APPLE\nfrom .pear import PEAR",
    "shop/goods/apple.py": "APPLE = 'an apple'",
    "shop/goods/pear.py": "PEAR = 'a pear'",
}

ASK = """
import sys
from interview_cli.coach.llm.client import ClientMaker
from interview_cli.model_settings import ModelSettings

ClientMaker(ModelSettings("tiny", "http://127.0.0.1:1/v1", None, 60, 120_000, {})).take()
print("openai.types.responses.response" in sys.modules)
import openai.types
print(isinstance(openai.types.responses.Response, type))
"""


@pytest.fixture(autouse=True)
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make a library that can be imported, until the test is over."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for module in list_loaded():
        del sys.modules[module]


def list_loaded() -> set[str]:
    return {name for name in sys.modules if name.split(".")[0] == "shop"}


def test_a_module_is_imported_without_its_neighbours() -> None:
    with lazy_packages("shop.goods"):
        import_module("shop.goods.apple")
    assert list_loaded() == {"shop", "shop.goods", "shop.goods.apple"}


@pytest.mark.parametrize("name", ["PEAR", "pear", "APPLE"])
def test_a_name_is_found_when_it_is_used(name: str) -> None:
    with lazy_packages("shop.goods"):
        goods = import_module("shop").goods
    assert list_loaded() == {"shop", "shop.goods"}
    assert getattr(goods, name)
    assert list_loaded() == {"shop", "shop.goods", "shop.goods.apple", "shop.goods.pear"}


def test_a_name_that_the_package_does_not_have_is_missing() -> None:
    with lazy_packages("shop.goods"):
        goods = import_module("shop").goods
    for _ in range(2):
        with pytest.raises(AttributeError, match="PLUM"):
            _ = goods.PLUM


def test_other_packages_are_imported_whole() -> None:
    with lazy_packages("shop.good"):
        import_module("shop.goods.apple")
    assert "shop.goods.pear" in list_loaded()


def test_packages_are_imported_whole_afterwards() -> None:
    with lazy_packages("shop.goods"):
        pass
    import_module("shop.goods")
    assert "shop.goods.pear" in list_loaded()


def test_a_client_is_made_without_the_types_of_other_requests() -> None:
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["False", "True"]
