"""When Python looks for garbage: reference cycles, which it cannot free otherwise.

By default it looks after every 700 new objects, and again as the program ends. Imports alone create
30,000 to 300,000, so a short command spent a sixth of its time on that and found nothing.
"""

import gc

_RARELY = 200_000
"""New objects between two searches."""
_USUAL = (700, 10, 10)
"""The thresholds that Python sets."""


def collect_rarely() -> None:
    """Suit a program that ends soon. Call it before the imports."""
    gc.set_threshold(_RARELY)


def collect_as_usual() -> None:
    """Suit a program that runs for long."""
    gc.set_threshold(*_USUAL)


def skip_last_collection() -> None:
    """Leave everything to the system: the program ends now."""
    gc.freeze()
