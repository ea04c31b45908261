"""Run: the settings, the stores and the coach of one run, each built on first use."""

from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from interview_cli.errors import InvalidInput
from interview_cli.settings import Settings, SettingValue, resolve_settings

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.coach.base import Coach
    from interview_cli.store.accounts import Accounts, Shares
    from interview_cli.store.base import Store
    from interview_cli.store.drafts import Drafts, Stores
    from interview_cli.store.postgres.connection import Connections


LEASE_MARGIN_S = 30.0
"""Time to save and to print after the last word of a model."""


class Run:
    """What every command receives. The options are set while the command line is parsed."""

    def __init__(self) -> None:
        self.options: dict[str, str | bool] = {}
        self._connections: dict[tuple[str, bool], Connections] = {}

    def fork(self) -> "Run":
        """Return a run with the same settings and stores, and a coach of its own.

        Several threads can then work at once: a coach serves one turn at a time.
        """
        fork = Run()
        fork.options, fork._connections = dict(self.options), self._connections
        shared = ("settings", "resolved_settings", "_stores")
        vars(fork).update({name: getattr(self, name) for name in shared})
        return fork

    def fork_for(self, owner: str) -> "Run":
        """Return a run as `fork` does, on the sessions of another owner of the same database."""
        fork = self.fork()
        stores = self.open_stores(self.settings.store, owner)
        vars(fork).update(owner=owner, _stores=stores)
        return fork

    @property
    def json(self) -> bool:
        """Whether results and errors are printed as JSON documents."""
        return bool(self.options.get("json"))

    @cached_property
    def settings(self) -> Settings:
        """The effective settings. Raises InvalidInput for an unusable one."""
        return Settings.build(self.resolved_settings)

    @cached_property
    def resolved_settings(self) -> dict[str, SettingValue]:
        """Every setting by key, and where it came from. Raises InvalidInput as `settings` does."""
        return resolve_settings(self.options)

    @cached_property
    def store(self) -> "Store":
        return self._stores.sessions

    @cached_property
    def drafts(self) -> "Drafts":
        """What the user is still typing."""
        return self._stores.drafts

    @cached_property
    def _stores(self) -> "Stores":
        return self.open_stores(self.settings.store, self.owner)

    @cached_property
    def owner(self) -> str:
        """Whose sessions of the database these are."""
        return self.settings.owner

    def open_stores(self, place: "str | Path | None", owner: str) -> "Stores":
        """Return the sessions and drafts of a database's owner, or of a folder (None: the home).

        `place` is the address of a database or the path of a folder. Raises InvalidInput if the
        package for a database is not installed.
        """
        from interview_cli.store.drafts import FileDrafts, Stores

        wait_s = self.settings.lock_timeout_s
        if isinstance(place, str):
            connections = self._connect(place)  # says what is missing if the package is
            from interview_cli.store.postgres.drafts import PostgresDrafts
            from interview_cli.store.postgres.store import PostgresStore

            # A turn ends within twice the time-out; another process may take over a little later.
            lease_s = 2 * self.settings.model.timeout_s + LEASE_MARGIN_S
            sessions = PostgresStore(connections, owner, wait_s, lease_s)
            return Stores(sessions, PostgresDrafts(connections, owner))
        from interview_cli.store.files.store import FileStore

        home = place or self.settings.home
        return Stores(FileStore(home, wait_s), FileDrafts(home))

    def migrate_database(self, address: str) -> list[int]:
        """Bring the tables of a database up to date, and return the versions that were applied.

        Raises InvalidInput or StorageFailed.
        """
        connections = self._connect(address, is_migrating=True)
        from interview_cli.store.postgres.migrate import migrate

        return migrate(connections)

    def require_database(self) -> str:
        """Return the address of the database. Raises InvalidInput where a folder is the store."""
        if self.settings.store is None:
            raise InvalidInput(
                "no database is set.", "set INTERVIEW_STORE to postgresql://HOST/DATABASE"
            )
        return self.settings.store

    def open_accounts(self) -> "Accounts":
        """Return the users of the database. Raises InvalidInput where a folder is the store."""
        connections = self._connect(self.require_database())
        from interview_cli.store.postgres.accounts import PostgresAccounts

        return PostgresAccounts(connections)

    def find_accounts(self) -> "Accounts | None":
        """Return the accounts of the database, or None if there is no database."""
        return self.open_accounts() if self.settings.store else None

    def open_shares(self) -> "Shares":
        """Return the shares of the owner's sessions. Raises InvalidInput as `open_accounts`."""
        connections = self._connect(self.require_database())
        from interview_cli.store.postgres.shares import PostgresShares

        return PostgresShares(connections, self.owner)

    def list_owners(self, address: str) -> list[str]:
        """Return the owners with expired sessions; only a collector of all owners may ask.

        Raises InvalidInput or StorageFailed.
        """
        connections = self._connect(address)
        from interview_cli.store.postgres.owners import list_owners

        return list_owners(connections)

    def close(self) -> None:
        """Close the connections to databases. The run can be used again."""
        for connections in self._connections.values():
            connections.close()

    def _connect(self, address: str, *, is_migrating: bool = False) -> "Connections":
        try:
            from interview_cli.store.postgres.connection import Connections
        except ImportError as error:
            if (error.name or "").partition(".")[0] != "psycopg" and "libpq" not in str(error):
                raise
            raise InvalidInput(
                "sessions in PostgreSQL need a package that is not installed.",
                "pip install 'interview-cli[postgres]'",
            ) from error
        key = (address, is_migrating)
        if key not in self._connections:  # the owners of one database share its connections
            self._connections[key] = Connections(
                address,
                lock_timeout_s=self.settings.lock_timeout_s,
                is_migrating=is_migrating,
            )
        return self._connections[key]

    @cached_property
    def coach(self) -> "Coach":
        """The coach that the user named, else a model if a key or a base URL is set."""
        settings = self.settings
        is_default = settings.coach == "auto"
        if self.has_model_coach:
            from interview_cli.coach.llm.coach import ModelCoach
            from interview_cli.store.endpoint_cache import FileEndpointCache

            return ModelCoach(
                settings.model,
                FileEndpointCache(settings.home, self.now),
                unasked=is_default,
                create_stand_in=_create_stand_in if settings.has_stand_in else None,
            )
        from interview_cli.coach.offline.coach import OfflineCoach

        because = "no API key or base URL is set" if is_default else None
        return OfflineCoach(because)

    @property
    def has_model_coach(self) -> bool:
        """Whether the coach asks a language model."""
        coach = self.settings.coach
        return coach == "openai" or (coach == "auto" and self.settings.has_model)

    def use_offline_coach(self) -> None:
        """Work without a model from now on, as `--coach offline` does."""
        self.options["coach"] = "offline"
        for name in ("settings", "resolved_settings", "coach"):
            self.__dict__.pop(name, None)

    def today(self) -> date:
        """Return the present day where the user is."""
        return self.now().astimezone().date()

    def now(self) -> datetime:
        """Return the current time, aware, in UTC."""
        return datetime.now(UTC)


def _create_stand_in() -> "Coach":
    from interview_cli.coach.offline.coach import OfflineCoach

    return OfflineCoach()
