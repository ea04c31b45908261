"""`interview job-post rm`: delete job posts."""

from typing import Annotated

import typer

from interview_cli.commands.rm import remove_sessions
from interview_cli.console.options import PostsArgument, declare_command, find_run


@declare_command
def rm(
    ctx: typer.Context,
    posts: PostsArgument,
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,
) -> None:
    """Delete job posts with all their data."""
    remove_sessions(find_run(ctx), posts, "job_post", is_sure=yes)
