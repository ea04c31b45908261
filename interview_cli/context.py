"""Run: the settings, the store and the coach of one run, each built on first use."""

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

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
        named = self.options
        return Settings.read(named.get("home"), named.get("coach"), named.get("model"))

    @cached_property
    def store(self) -> "Store":
        from interview_cli.store.files.store import FileStore

        return FileStore(self.settings.home, self.settings.lock_timeout_s)

    @cached_property
    def coach(self) -> "Coach":
        """The coach that is named, else a model where a key or an address of one is set."""
        settings = self.settings
        is_unasked = settings.coach == "auto"
        if settings.coach == "openai" or (is_unasked and settings.has_model):
            from interview_cli.coach.llm.coach import ModelCoach
            from interview_cli.store.endpoint_cache import FileRungs

            return ModelCoach(settings.model, FileRungs(settings.home), unasked=is_unasked)
        from interview_cli.coach.offline.coach import OfflineCoach

        because = "no key or address of a language model is set" if is_unasked else None
        return OfflineCoach(because)

    def now(self) -> datetime:
        """The present moment, aware, UTC."""
        return datetime.now(UTC)
