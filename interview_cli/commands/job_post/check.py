"""`interview job-post check`: what weakens a post."""

import typer

from interview_cli.console.options import Post, command, run_of, session_id
from interview_cli.console.output import document, result
from interview_cli.job_posts.quality import findings
from interview_cli.models import JobPost


@command
def check(ctx: typer.Context, post: Post = None) -> None:
    """Print what weakens the post: no pay, too many musts, coded or vague words."""
    run = run_of(ctx)
    stored = run.store.load(session_id(run, post, "job_post"), JobPost)
    found = findings(stored.job_data)
    if run.json:
        about = {"status": "ok", "session_id": stored.session_id}
        document(about | {"findings": [vars(one) for one in found]})
        return
    lines = [
        f"{one.message}" + (f"\n  in: {one.sentence}" if one.sentence else "") for one in found
    ]
    result("\n".join(lines) or "Nothing was found that weakens this post.")
