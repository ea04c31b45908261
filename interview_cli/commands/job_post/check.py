"""`interview job-post check`: print what weakens a post."""

import typer

from interview_cli.console.options import PostArgument, declare_command, find_run, resolve_session
from interview_cli.console.output import print_json, print_result
from interview_cli.job_posts.quality import find_weaknesses
from interview_cli.post_models import JobPost


@declare_command
def check(ctx: typer.Context, post: PostArgument = None) -> None:
    """Print what weakens the post (pay, wording, requirements)."""
    run = find_run(ctx)
    stored = run.store.load(resolve_session(run, post, "job_post"), JobPost)
    found = find_weaknesses(stored)
    if run.json:
        reply = {"status": "ok", "session_id": stored.session_id}
        print_json(reply | {"findings": [vars(finding) for finding in found]})
        return
    lines = [
        finding.message + (f"\n  in: {finding.sentence}" if finding.sentence else "")
        for finding in found
    ]
    print_result("\n".join(lines) or "Nothing was found that weakens this post.")
