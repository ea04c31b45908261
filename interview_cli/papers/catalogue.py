"""Load the papers that jobs demand: their names, and what each covers.

Each file of this package is on one field, and has an entry for each paper:

    [[paper]]
    say = "NMC registration"       # follows "your", at most seven words
    article = "your"               # your, a, an, the, or "" before several or a mass
    names = ["NMC", "NMC PIN"]     # each names this paper alone; capitals name it only in capitals
    letters = ["PIN"]              # short names that count beside a word of `beside` only
    beside = ["nurse"]
    family = "nurse"               # shared by papers on one subject
    kind = "registration"
    country = "GB"                 # ISO code, or that of a state: "US-TX"; "" for everywhere
    covers = ["nursing licence"]   # papers that nobody needs who has this one
    years = 3                      # how long it is valid; left out if it does not end
    grades = ["A", "B"]            # the highest first
    shown_by = ["staff nurse"]     # jobs that nobody there may have without it
    is_by_law = true               # whether the work is forbidden without it
"""

from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from interview_cli.english.rules import load_toml

Kind = Literal[
    "registration", "licence", "card", "certificate", "degree", "vetting", "clearance", "medical"
]


_CHECKED: tuple[Kind, ...] = ("vetting", "clearance", "medical")


class Paper(NamedTuple):
    """A paper that jobs demand."""

    say: str
    article: str
    family: str
    kind: Kind
    country: str
    covers: tuple[str, ...] = ()
    years: int = 0
    """How long it is valid from its date; 0 if it does not end."""
    grades: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()
    is_by_law: bool = False

    @property
    def is_brought(self) -> bool:
        """Whether those who apply must bring it, and its names say which it is.

        Employers have checks made, and what a school gives goes by many names.
        """
        return not (self.is_checked or self.is_schooling)

    @property
    def is_schooling(self) -> bool:
        """Whether a school or a university gives it for no one profession."""
        return self.family in _load_families("schooling")

    @property
    def is_trained(self) -> bool:
        """Whether who has had the training has the paper."""
        return self.family in _load_families("trained")

    @property
    def is_checked(self) -> bool:
        """Whether employers have it checked, or ask for it on the first day."""
        return self.kind in _CHECKED or self.family in _load_families("checks")


class Entry(NamedTuple):
    """A paper with all its names."""

    paper: Paper
    names: tuple[str, ...]
    letters: tuple[str, ...]


def load_entries() -> list[Entry]:
    """Return all papers in the order of their fields and files."""
    return [
        _read_entry(data)
        for path in sorted(Path(__file__).parent.glob("*.toml"))
        for data in load_toml("interview_cli.papers", path.name).get("paper", ())
    ]


@cache
def _load_families(group: str) -> frozenset[str]:
    families = str(load_toml("interview_cli.papers", "words.toml")[group]).split(",")
    return frozenset(map(str.strip, families))


def _read_entry(data: dict[str, Any]) -> Entry:
    lists = ("covers", "grades", "beside", "shown_by")
    fields = {name: value for name, value in data.items() if name in Paper._fields}
    fields |= {name: tuple(data.get(name, ())) for name in lists}
    return Entry(Paper(**fields), tuple(data["names"]), tuple(data.get("letters", ())))
