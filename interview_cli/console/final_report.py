"""Show the report at the end of a sitting, and write it to a file if the user wants that."""

from pathlib import Path

from interview_cli.console.output import print_note
from interview_cli.console.paging import print_markdown
from interview_cli.console.prompts import ask_choice
from interview_cli.console.reports import ReportTarget, deliver_report
from interview_cli.context import Run
from interview_cli.models import Interview
from interview_cli.next_step import Action, NextStep
from interview_cli.render.commands import spell_hint
from interview_cli.render.export import render_interview
from interview_cli.render.markdown import render_markdown
from interview_cli.render.report import build_report
from interview_cli.store.ids import short_id
from interview_cli.text import make_slug

_OFFER = "Enter: write the report as a PDF, n: leave it."


def show_report(run: Run, interview: Interview) -> None:
    """Print the report, and write it as a PDF unless the user leaves it."""
    hides_scores = run.settings.is_calm
    print_markdown(run, render_markdown(build_report(interview, hides_scores=hides_scores)))
    if hides_scores:
        short = short_id(interview.session_id)
        print_note(f"to see the scores: interview feedback {short} --scores")
    if ask_choice(run, _OFFER, ("", "n"), on_end="n") == "n":
        print_note(f"later: {spell_hint(NextStep(Action.EXPORT, interview.session_id))}")
        return
    target = ReportTarget("pdf", find_free_path(interview.name), to_stdout=False, force=False)
    paper = run.settings.paper
    deliver_report(run, interview, target, lambda: render_interview(interview, "pdf", paper))


def find_free_path(name: str) -> Path:
    """Return `NAME.pdf` in the working folder, with a number if that file exists."""
    slug = make_slug(name)  # a session file written by hand may hold a path as its name
    path, number = Path(f"{slug}.pdf"), 2
    while path.exists():
        path, number = Path(f"{slug}-{number}.pdf"), number + 1
    return path
