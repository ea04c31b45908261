"""`interview job-post show`: print the post as it is."""

import typer

from interview_cli.console.options import Post, command, run_of, session_id
from interview_cli.console.output import document, hint, result
from interview_cli.job_posts.advert import ad_of, missing_names
from interview_cli.models import JobPost
from interview_cli.render.job_post import shown_document


@command
def show(ctx: typer.Context, post: Post = None) -> None:
    """Print the post as it is so far."""
    run = run_of(ctx)
    stored = run.store.load(session_id(run, post, "job_post"), JobPost)
    if run.json:
        document(shown_document(stored))
        return
    result(ad_of(stored.job_data, stored.company_name).text())
    needed = ", ".join(missing_names(stored.job_data))
    hint(f"missing: {needed}" if needed else f"step: {stored.current_step}")
