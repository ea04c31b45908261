"""An output for prompt_toolkit that sends the terminal no queries."""

from prompt_toolkit.output.vt100 import Vt100_Output


class QuietOutput(Vt100_Output):
    """Asks the terminal nothing: its reply could end up in the text."""

    @property
    def responds_to_cpr(self) -> bool:
        return False
