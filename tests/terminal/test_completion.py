"""Shell completion, by the shells themselves where they are installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Line

SETUP = "_INTERVIEW_COMPLETE=source_{shell} interview"
BASH = """
eval "$({setup})"
COMP_WORDS=({words} "$LAST"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
_interview_completion interview
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
# What the real completion system would get; it needs a terminal.
ZSH = """
_describe() {{ : }}
_files() {{ : }}
compdef() {{ : }}
_arguments() {{ print -r -- "$1" }}
eval "$({setup})"
words=({words} "$LAST"); CURRENT=$#words
_interview_completion
"""
FISH = """
env {setup} | source
complete -C "{words} $LAST"
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def complete(shell: str, home: Path, words: str, last: str) -> str:
    """Return what a shell offers for the last word."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    script = SCRIPTS[shell].format(setup=SETUP.format(shell=shell), words=words)
    program = Path(sys.executable).parent
    environment = {
        "PATH": f"{program}:{os.environ['PATH']}",
        "HOME": str(home.parent),
        "INTERVIEW_HOME": str(home),
        "LAST": last,
    }
    done = subprocess.run([shell, "-c", script], env=environment, capture_output=True, text=True)
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("shell", SCRIPTS)
@pytest.mark.parametrize(
    ("words", "last", "offered"),
    [
        ("interview", "stat", "status"),
        ("interview status", "acme", "acme-electrician"),
        ("interview export --format", "h", "html"),
        ("interview show", "--ma", "--map"),
        ("interview config set", "tt", "ttl"),
        ("interview job-post", "exp", "export"),
    ],
)
def test_what_is_offered(line: Line, shell: str, words: str, last: str, offered: str) -> None:
    line.new()
    assert offered in complete(shell, line.home, words, last)


def test_the_first_tab_of_a_new_zsh_completes(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """zsh runs the installed script on the first Tab, and calls its function on the others."""
    first = ZSH.replace("_interview_completion\n", "").replace(
        "eval", 'typeset -A compstate; words=({words} "$LAST"); CURRENT=$#words; eval'
    )
    monkeypatch.setitem(SCRIPTS, "zsh", first)
    line.new()
    assert "acme-electrician" in complete("zsh", line.home, "interview status", "acme")


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "fish"])  # zsh does it in its own completion system
def test_a_file_is_left_to_the_shell(line: Line, tmp_path: Path, shell: str) -> None:
    (tmp_path / "curriculum.pdf").write_text("")
    offered = complete(shell, line.home, "interview upload --cv", "curr")
    assert offered.strip() == ("" if shell == "bash" else "curriculum.pdf")


@pytest.mark.slow
@pytest.mark.parametrize("where", ["interview --home {} status", "interview status --home {}"])
def test_sessions_of_another_home(line: Line, tmp_path: Path, where: str) -> None:
    line.new()
    words = where.format(line.home)
    assert "acme-electrician" in complete("bash", tmp_path / "other", words, "acme")


def test_only_posts_are_offered_as_posts(line: Line) -> None:
    line.new()
    line("job-post", "new", "--company", "Brook")
    offered = complete("bash", line.home, "interview job-post show", "")
    assert "brook" in offered
    assert "acme" not in offered
