"""The README tells the truth about commands, exit codes and settings."""

import re
from pathlib import Path

from interview_cli import errors
from interview_cli.cli import COMMANDS
from interview_cli.commands.job_post import POST_COMMANDS
from tests.conftest import Line

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
JOB_POSTS = (ROOT / "docs" / "job-posts.md").read_text("utf-8")
SCRIPTING = (ROOT / "docs" / "scripting.md").read_text("utf-8")


def test_every_command_is_there_and_every_command_there_exists() -> None:
    assert set(re.findall(r"`interview ([a-z][a-z-]*)", README)) == set(COMMANDS)
    named = set(re.findall(r"`interview job-post ([a-z]+)", README + JOB_POSTS))
    assert named == set(POST_COMMANDS)


def test_every_option_there_exists(line: Line) -> None:
    texts = README + SCRIPTING + JOB_POSTS
    for command, rest in re.findall(r"interview ((?:job-post )?[a-z]+)([^`\n]*)", texts):
        words = command.split()
        is_known = words[0] in COMMANDS and (len(words) == 1 or words[1] in POST_COMMANDS)
        known = line(*words, "--help").stdout if is_known else ""
        for option in re.findall(r" (--[a-z-]+|-o|-0)\b", rest.split("|")[0] if known else ""):
            assert option in known, (command, option)


def test_every_exit_code_is_there() -> None:
    codes = {
        thing.exit_code
        for thing in vars(errors).values()
        if isinstance(thing, type)
        and issubclass(thing, errors.InterviewError)
        and thing is not errors.InterviewError
    }
    for code in codes | {0, 1}:
        assert re.search(rf"^\| (\d+, )*{code}\b.* \|", README, re.MULTILINE), code


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert (ROOT / target).exists(), target
