"""Many cases in one test. A test of its own for each would cost more than the case itself."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Ids = Iterable[Any] | Callable[[Any], Any] | None
_Parameter = type(pytest.param())


def each(
    names: str | tuple[str, ...],
    cases: Iterable[Any] | Callable[[], Iterable[Any]],
    ids: Ids = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Decorate a test that is to run with each of the cases; all that fail are reported at once.

    The arguments are those of `pytest.mark.parametrize`, which makes each case a test of its own:
    every worker collects it, and it has fixtures and a folder. Use that where a case needs any of
    these, or takes long. The cases here share the fixtures of the test. A function that makes
    them is called when the test runs.
    """
    split = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)

    def decorate(check: Callable[..., None]) -> Callable[..., None]:
        @wraps(check)
        def run_all(*args: Any, **fixtures: Any) -> None:
            labelled = _label(list(cases() if callable(cases) else cases), ids, len(split))
            assert labelled, "there is no case"
            failures = []
            for label, values in labelled:
                try:
                    check(*args, **fixtures, **dict(zip(split, values, strict=True)))
                except Exception as error:  # noqa: BLE001 # it ends no other case
                    error.add_note(f"in the case {label}")
                    failures.append(error)
            if failures:
                raise ExceptionGroup(f"{len(failures)} of {len(labelled)} cases failed", failures)

        # pytest reads from the signature which fixtures the test wants.
        signature = inspect.signature(check)
        rest = [value for name, value in signature.parameters.items() if name not in split]
        run_all.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
        return run_all

    return decorate


def _label(cases: list[Any], ids: Ids, width: int) -> list[tuple[str, tuple[Any, ...]]]:
    """Return a name and the values of each case."""
    make_id = ids if callable(ids) else repr
    names = [None] * len(cases) if ids is None or callable(ids) else list(ids)
    labelled = []
    for name, case in zip(names, cases, strict=True):
        if isinstance(case, _Parameter):
            assert not case.marks, "a case with a mark needs a test of its own"
            # The representation of a large case takes longer than many tests.
            labelled.append((case.id or name or repr(case), tuple(case.values)))
        else:
            values = case if width > 1 else (case,)
            labelled.append((name or str(make_id(case)), values))
    return labelled
