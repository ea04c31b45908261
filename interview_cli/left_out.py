"""Import a package without some of what it imports itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


class _Idle:
    """An object that does nothing and holds nothing: each attribute and each call of it is the
    object."""

    def __getattr__(self, name: str) -> "_Idle":
        return self

    def __call__(self, *_args: object, **_options: object) -> "_Idle":
        return self

    def __iter__(self) -> Iterator["_Idle"]:
        return iter(())


class _StandIn(ModuleType):
    """A module that has every name, each of them an object that does nothing."""

    def __getattr__(self, name: str) -> _Idle:
        return _Idle()


@contextmanager
def leave_out(*names: str) -> Iterator[None]:
    """Import nothing for the named modules in the block, unless they are imported already.

    What the block imports finds an object that does nothing for each name in them, and must not
    rely on it. After the block they can be imported as usual.
    """
    absent = [name for name in names if name not in sys.modules]
    for name in absent:
        sys.modules[name] = _StandIn(name)
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
