"""Read a line from the user at a terminal; a pasted text of many lines counts as one."""

from prompt_toolkit import PromptSession
from prompt_toolkit.input import create_input
from prompt_toolkit.output import create_output


def read_line(prompt: str) -> str | None:
    """Return what is typed or pasted up to Enter, None for Ctrl-D. Raises KeyboardInterrupt."""
    session: PromptSession[str] = PromptSession(input=create_input(), output=create_output())
    try:
        return session.prompt(prompt)
    except EOFError:
        return None
