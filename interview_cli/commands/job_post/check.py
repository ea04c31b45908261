"""`interview job-post check`: print what weakens a post."""

import typer

from interview_cli.console.options import Post, command, run_of, session_id
from interview_cli.console.output import document, result
from interview_cli.job_posts.quality import findings
from interview_cli.models import JobPost


@command
def check(ctx: typer.Context, post: Post = None) -> None:
    """Print what weakens the post (pay, wording, requirements)."""
    run = run_of(ctx)
    stored = run.store.load(session_id(run, post, "job_post"), JobPost)
    found = findings(stored)
    if run.json:
        reply = {"status": "ok", "session_id": stored.session_id}
        document(reply | {"findings": [vars(finding) for finding in found]})
        return
    lines = [
        finding.message + (f"\n  in: {finding.sentence}" if finding.sentence else "")
        for finding in found
    ]
    result("\n".join(lines) or "Nothing was found that weakens this post.")
