"""Let another user read a session of one's own."""

from interview_cli.errors import InvalidInput, NotFound
from interview_cli.setting_table import find_setting
from interview_cli.store.accounts import Shares
from interview_cli.store.base import Store
from interview_cli.store.ids import require_own, short_id


def list_readers(store: Store, shares: Shares, session_id: str) -> list[str]:
    """Return who may read a session of one's own. Raises ReadOnly for one of another owner."""
    require_own(store, session_id)
    return shares.list_readers(session_id)


def share_session(store: Store, shares: Shares, session_id: str, owner: str, name: str) -> None:
    """Let the user of this name read a session of `owner`.

    Raises InvalidInput for a name that cannot be one or is the owner's, NotFound without such a
    user or session, and ReadOnly.
    """
    require_own(store, session_id)
    reader = parse_user(name)
    if reader == owner:
        raise InvalidInput(f"the session is one of {reader}'s own.", "name another user")
    shares.add(session_id, reader)


def stop_sharing(store: Store, shares: Shares, session_id: str, name: str | None) -> None:
    """End the share with a user, or with all for None. Raises NotFound, InvalidInput, ReadOnly."""
    require_own(store, session_id)
    reader = parse_user(name) if name is not None else None
    if not shares.remove(session_id, reader) and reader:
        raise NotFound(f"session {short_id(session_id)} is not shared with {reader}.")


def parse_user(name: str) -> str:
    """Return the name of a user, who is the owner of their sessions. Raises InvalidInput."""
    user: str = find_setting("owner").parse(name, "the name")
    return user
