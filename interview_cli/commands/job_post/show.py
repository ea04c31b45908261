"""`interview job-post show`: print the post as it is."""

import typer

from interview_cli.console.options import PostArgument, declare_command, find_run, resolve_session
from interview_cli.console.output import print_hint, print_json
from interview_cli.console.paging import print_paged
from interview_cli.job_posts.advert import build_ad, name_missing
from interview_cli.post_models import JobPost
from interview_cli.render.job_post import build_post_details_payload


@declare_command
def show(ctx: typer.Context, post: PostArgument = None) -> None:
    """Print the post as it is so far."""
    run = find_run(ctx)
    stored = run.store.load(resolve_session(run, post, "job_post"), JobPost)
    if run.json:
        print_json(build_post_details_payload(stored))
        return
    print_paged(run, build_ad(stored.job_data, stored.company_name).text())
    if missing := name_missing(stored.job_data, stored.skipped):
        print_hint(f"missing: {', '.join(missing)}")
    else:
        print_hint(
            "complete" if stored.is_complete else "nothing is missing; say yes to complete it"
        )
