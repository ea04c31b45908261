"""Rate replies by fitted weights.

Each `fit_….toml` is one logistic regression: `python -m benchmarks.reply_fits` fits and writes
it. Its weights are lines of a feature, a tab and a weight. `bound` is the log odds from which on a
reply is refused, chosen so that hardly any good reply that the fit did not see is.
"""

from interview_cli.coach.llm.rules import PACKAGE
from interview_cli.fits import Fit, read_fit


def load_fit(name: str) -> Fit:
    """Return the fit of a fault. Raises FileNotFoundError."""
    return read_fit(PACKAGE, f"fit_{name}.toml")
