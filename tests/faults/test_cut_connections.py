"""A connection to the database cut before, during and after each statement loses nothing."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest

from interview_cli.store.postgres.accounts import PostgresAccounts
from interview_cli.store.postgres.connection import Connections
from interview_cli.store.postgres.drafts import PostgresDrafts
from interview_cli.store.postgres.shares import PostgresShares
from tests import postgres
from tests.conftest import Line, Result, mark_slow
from tests.cutting_proxy import Cut, CuttingProxy, When
from tests.faults.conftest import Homes
from tests.faults.database import OWNER, FilledDatabase, check_discreet
from tests.faults.test_killed import COMMANDS, Command

MOMENTS: tuple[When, ...] = get_args(When)


@pytest.fixture
def proxy(filled: FilledDatabase, monkeypatch: pytest.MonkeyPatch) -> Iterator[CuttingProxy]:
    """The proxy that the commands of the test go through."""
    proxy = CuttingProxy(postgres.start_once(Path(os.environ[postgres.SHARED])))
    monkeypatch.setenv("INTERVIEW_STORE", proxy.address(filled.address))
    monkeypatch.setenv("INTERVIEW_LOCK_TIMEOUT", "2")
    yield proxy
    proxy.close()


def check_cut(
    line: Line,
    proxy: CuttingProxy,
    filled: FilledDatabase,
    homes: Homes,
    command: Command,
    cut: Cut,
) -> Result:
    """Run a command through a cut, and check that a repetition neither loses nor doubles."""
    filled.reset()
    words = command.words(homes)
    proxy.set(cut)
    broken = line.run(*words)
    where = (cut, proxy.rounds[cut.k - 1 : cut.k], broken)
    check_discreet(broken)
    assert proxy.was_cut, where
    assert broken.exit_code in (0, 6), where
    if broken.exit_code:
        error, hint = broken.stderr.splitlines()[-2:]
        assert error.startswith("error: "), where
        assert "the database cannot be reached, or the connection broke." in error, where
        assert hint.startswith("hint: "), where
    stored = filled.read_all()
    assert stored.keys() >= set(homes.everything) - set(homes.expired), where
    is_done = command.done(homes, stored)
    assert is_done is not None, where
    assert is_done or broken.exit_code, where
    proxy.set(None)
    if cut.is_for_good:
        filled.end_leases()
    for _ in range(2):  # the second repetition changes nothing
        again = line.run(*words)
        if again.exit_code == 7 and cut.when == "during":
            # A busy database may take the lease after the command has given up and returned it.
            filled.end_leases()
            again = line.run(*words)
        assert again.exit_code == 0, (where, again)
        assert command.done(homes, filled.read_all()), where
    return broken


def count_rounds(
    line: Line, proxy: CuttingProxy, filled: FilledDatabase, homes: Homes, command: Command
) -> list[str]:
    """Return the statements that a command sends, round by round."""
    filled.reset()
    proxy.set(None)
    line(*command.words(homes))
    return proxy.rounds


@pytest.mark.parametrize("when", MOMENTS)
def test_an_answer_cut_where_it_is_saved(
    line: Line, proxy: CuttingProxy, filled: FilledDatabase, homes: Homes, when: When
) -> None:
    """Each change and its commit are one round; a cut connection leaves its outcome unknown."""
    command = COMMANDS["answer"]
    rounds = count_rounds(line, proxy, filled, homes, command)
    changes = [k for k, text in enumerate(rounds, 1) if text.startswith(("update", "insert"))]
    assert changes
    for k in changes:
        broken = check_cut(line, proxy, filled, homes, command, Cut(k, when))
        assert broken.exit_code == 0, broken  # what was saved is read back


@pytest.mark.parametrize("when", MOMENTS)
def test_shares_and_drafts_go_on_after_a_cut(
    proxy: CuttingProxy, filled: FilledDatabase, homes: Homes, when: When
) -> None:
    filled.run("insert into interview_users (name, token_hash, cookie_hash) values ('kim', '', '')")
    connections = Connections(proxy.address(filled.address))
    drafts, shares = PostgresDrafts(connections, OWNER), PostgresShares(connections, OWNER)
    of_kim = PostgresShares(connections, "kim")
    session = homes.session
    works: list[tuple[Callable[[], object], object]] = [
        (lambda: drafts.save(session, 1, "half a sentence"), None),
        (lambda: drafts.load(session, 1), "half a sentence"),
        (lambda: shares.add(session, "kim"), None),
        (lambda: shares.list_readers(session), ["kim"]),
        (lambda: of_kim.read("version", session), (OWNER, 1)),
        (lambda: of_kim.list_heads(None, 0)[1], 1),
        (PostgresAccounts(connections).has_users, True),
    ]
    for work, expected in works:
        work()
        proxy.set(None)
        assert work() == expected
        for k in range(1, len(proxy.rounds) + 1):
            proxy.set(Cut(k, when))
            assert work() == expected, (k, proxy.rounds)
            assert proxy.was_cut
    connections.close()


@pytest.mark.slow
@pytest.mark.parametrize("when", MOMENTS)
@pytest.mark.parametrize("name", COMMANDS)
def test_cut_at_each_statement(
    line: Line,
    proxy: CuttingProxy,
    filled: FilledDatabase,
    homes: Homes,
    figure: Callable[[str], None],
    name: str,
    when: When,
) -> None:
    command = COMMANDS[name]
    rounds = len(count_rounds(line, proxy, filled, homes, command))
    survived = 0
    for k in range(1, rounds + 1):
        broken = check_cut(line, proxy, filled, homes, command, Cut(k, when))
        survived += broken.exit_code == 0
    figure(
        f"12. {name}: cut {when} each of {rounds} rounds, {survived} went on, the others said so;"
        " 0 lost, 0 twice"
    )


@pytest.mark.parametrize("name", mark_slow(COMMANDS, but=["answer"]))
def test_a_server_that_is_gone_and_comes_back(
    line: Line,
    proxy: CuttingProxy,
    filled: FilledDatabase,
    homes: Homes,
    figure: Callable[[str], None],
    rounds: Callable[[int, int], int],
    name: str,
) -> None:
    command = COMMANDS[name]
    statements = len(count_rounds(line, proxy, filled, homes, command))
    step = max(1, statements // rounds(8, statements))
    points = range(1, statements + 1, step)
    for k in points:
        cut = Cut(k, MOMENTS[k % len(MOMENTS)], is_for_good=True)
        check_cut(line, proxy, filled, homes, command, cut)
    figure(f"12. {name}: the server gone for a while at {len(points)} rounds, 0 lost, 0 twice")
