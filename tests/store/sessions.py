"""Sessions for the tests of the stores."""

from datetime import UTC, datetime

from interview_cli.models import Interview
from interview_cli.store.ids import generate_id

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def interview(moment: datetime = START, title: str = "Cook", **fields: object) -> Interview:
    """An interview that was created and changed at a moment."""
    return Interview(
        session_id=generate_id(moment),
        created_at=moment,
        last_updated=moment,
        job_title=title,
        company_name="Inn",
        **fields,
    )
