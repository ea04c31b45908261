"""Job post → JSON for scripts, and a report."""

from typing import Any

from interview_cli.job_posts.advert import build_ad, find_missing_names
from interview_cli.post_models import EmployerMessage, JobPost
from interview_cli.render.blocks import Block, Bullets, Heading, Prose, Remark, Report
from interview_cli.text import format_timestamp


def build_post_payload(post: JobPost) -> dict[str, Any]:
    """Build the JSON that `new` and `say` print."""
    last = post.last_reply
    return {
        "status": "success",
        "session_id": post.session_id,
        "company_id": post.company_id,
        "company_name": post.company_name,
        "agent_response": last.content if last else "",
        "is_complete": post.is_complete,
        "job_data": post.job_data.model_dump(by_alias=True, mode="json"),
        "current_step": post.current_step,
        "missing": find_missing_names(post.job_data, post.skipped),
        "coach": last.coach if last else None,
        "model": last.model if last else None,
        "skipped": post.skipped,
        "unused": post.unused,
    }


def build_post_details_payload(post: JobPost) -> dict[str, Any]:
    """Build the JSON that `show` prints: the post with its whole conversation."""
    history = [
        f"{'User' if isinstance(message, EmployerMessage) else 'AI'}: {message.content}"
        for message in post.messages
    ]
    return build_post_payload(post) | {
        "created_at": format_timestamp(post.created_at),
        "last_updated": format_timestamp(post.last_updated),
        "conversation_turns": len(post.employer_messages),
        "conversation_history": history,
        "sources": post.sources,
    }


def build_post_report(post: JobPost) -> Report:
    """Build the report of a job post."""
    ad = build_ad(post.job_data, post.company_name)
    blocks: list[Block] = [Remark(name, value) for name, value in ad.facts]
    for section in ad.sections:
        blocks.append(Heading(2, section.heading))
        blocks.append(Prose(section.prose) if section.prose else Bullets(section.entries))
    return Report(
        kind="Job post" if post.is_complete else "Job post, draft",
        title=ad.title or "(no title yet)",
        subtitle=ad.company,
        facts=(),
        author=ad.company,
        language="en",
        moment=post.last_updated,
        blocks=tuple(blocks),
    )
