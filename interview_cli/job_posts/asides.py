"""Read what an employer says beside the post: praise, remarks, and words that say nothing."""

import re

from interview_cli.job_posts import dialogue
from interview_cli.job_posts.acts import Act, Turn
from interview_cli.job_posts.clauses import strip_marks
from interview_cli.job_posts.confirmations import is_about_publishing, is_confirmation
from interview_cli.job_posts.declines import read_decline
from interview_cli.job_posts.fairness import find_bare_demand
from interview_cli.job_posts.reading_rules import is_praise


def read_aside(text: str, turn: Turn) -> list[Act] | None:
    """Read a clause that changes no entry: a remark, an unlawful demand, a declined field.

    Empty if it says nothing; None if it says something about the job.
    """
    if is_praise(text) or dialogue.is_remark(text):
        return [Act("beside", words=strip_marks(text))]
    if demand := find_bare_demand(text):
        return [Act("unlawful", value=demand.ground, words=strip_marks(text))]
    if decline := read_decline(text, turn.asked, is_part=True):
        return [decline]
    if turn.is_shown and is_about_publishing(text) and not re.search(r"\d", text):
        return [Act("beside", words=strip_marks(text))]
    is_empty = is_confirmation(text) or dialogue.says_nothing(text) or dialogue.is_no_idea(text)
    return [] if is_empty else None
