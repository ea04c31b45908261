"""What a CV says of a paper of the catalogue that a job demands, and what can be told from that."""

from typing import Literal, NamedTuple

from interview_cli.english.words import content_stems
from interview_cli.papers.recognition import FoundPaper
from interview_cli.requirements.known_mentions import Mention, State
from interview_cli.requirements.paper_in_cv import speaks_of
from interview_cli.requirements.paper_names import load_paper_stems

KnownState = Literal["held", "lapsed", "to_come", "denied", "lower", "elsewhere", "kin", "silent"]
"""`lower`: of a lower grade; `elsewhere`: its like of another country; `kin`: another paper of the
family."""
_TOLD: tuple[KnownState, ...] = ("denied", "lapsed", "to_come", "lower", "elsewhere")
"""What a CV says itself of a paper that is not there."""


class KnownReading(NamedTuple):
    """What a CV says of a paper that is known."""

    state: KnownState
    wanted: FoundPaper
    own: FoundPaper | None
    """What the CV names: the paper, one like it, or nothing."""
    text: str
    """The words of the CV, or none."""
    regions: frozenset[str] = frozenset()
    """The states of which it must be."""
    is_only: bool = True
    """Whether no other paper would do as well."""
    names: tuple[str, ...] = ()
    """Those of the papers of which one is enough, in the words of the ad."""
    own_state: State | None = None
    own_regions: frozenset[str] = frozenset()
    following: str = ""
    """What stands behind the words of the CV in their line."""

    @property
    def is_renewed(self) -> bool:
        """Whether a CV says that it has run out, and that its renewal is under way."""
        return self.state == "lapsed" and speaks_of("under_way", f"{self.text} {self.following}")

    @property
    def is_named_alike(self) -> bool:
        """Whether an ad has a word of the name that is said: it may be short for another."""
        stems = content_stems(self.wanted.paper.say)
        naming = stems - load_paper_stems() or stems
        return not naming.isdisjoint(content_stems(self.wanted.text))

    @property
    def is_sure(self) -> bool:
        """Whether who has the paper would surely name it so: "trade certificate" is any."""
        kind, name = self.wanted.paper.kind, self.wanted.text
        is_any = kind == "degree" or (kind == "certificate" and name.islower())
        return self.is_named_alike and not is_any

    @property
    def is_to_come(self) -> bool:
        """Whether what the CV names is still to come itself."""
        return self.own_state == "to_come"

    @property
    def is_by_date(self) -> bool:
        """Whether only a date in the CV tells that it has run out."""
        return self.state == "lapsed" and not speaks_of("over", self.text)

    @property
    def is_told(self) -> bool:
        """Whether the CV says itself that the paper is not there, not yet, or up to which day."""
        is_sure = not self.is_by_date or speaks_of("ends", self.text)
        return self.state in _TOLD and is_sure

    @classmethod
    def of(
        cls, state: KnownState, wanted: FoundPaper, regions: frozenset[str], own: Mention
    ) -> "KnownReading":
        """Return what a mention in a CV says of a paper that is wanted in some regions."""
        return cls(
            state,
            wanted,
            own.found,
            own.text,
            regions,
            own_state=own.state,
            own_regions=own.regions,
            following=own.following,
        )
