"""Run: the settings, the store and the coach of one run, each built on first use."""

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from interview_cli.errors import UsageError
from interview_cli.settings import Settings

if TYPE_CHECKING:  # A listing must not pay for pydantic.
    from interview_cli.coach.base import Coach
    from interview_cli.store.base import Store


class Run:
    """What every command is handed. The options are set while the command line is read."""

    def __init__(self) -> None:
        self.options: dict[str, str | bool] = {}

    @property
    def json(self) -> bool:
        """Whether results and errors are to be JSON documents."""
        return bool(self.options.get("json"))

    @cached_property
    def settings(self) -> Settings:
        """Raises InvalidInput for a setting that cannot be used."""
        return Settings.read(home=self.options.get("home"), coach=self.options.get("coach"))

    @cached_property
    def store(self) -> "Store":
        from interview_cli.store.files import FileStore

        return FileStore(self.settings.home, self.settings.lock_timeout_s)

    @cached_property
    def coach(self) -> "Coach":
        """Raises UsageError for a coach that this version does not have."""
        if self.settings.coach == "openai":
            raise UsageError(
                "this version has no openai coach yet.", "use --coach offline, or leave it out"
            )
        from interview_cli.coach.offline.coach import OfflineCoach

        if self.settings.coach == "offline":
            return OfflineCoach()
        if self.settings.has_model:
            return OfflineCoach("a model is set, but this version calls none yet")
        return OfflineCoach("no key or address of a language model is set")

    def now(self) -> datetime:
        """The present moment, aware, UTC."""
        return datetime.now(UTC)
