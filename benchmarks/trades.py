"""Measure how well the trade of a job is recognised from its title and the text of its ad.

- Right: the share of the ads whose trade was recognised.
- Wrong: the share of these ads for which another trade was recognised. The rest got none.
- Claimed: the ads outside all trades for which a trade was recognised.

Run it with `make bench`. It lists the mistakes of the tuning half; the held-out half is only
measured.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from interview_cli.trades.recognition import RankedTrade, rank_trades, recognise_trade

HALVES = ("tuning", "held-out")
_FOLDER = Path(__file__).parent / "trades"


@dataclass(frozen=True)
class MarkedAd:
    """A job ad and the trades that a reader marked."""

    title: str
    text: str
    """Empty if only the title is known."""
    trades: tuple[str, ...]
    """Empty if the job is outside all trades."""

    @property
    def is_mistaken(self) -> bool:
        found = recognise_trade(self.title, self.text)
        return found not in self.trades if self.trades else found is not None


def load_marked_ads(half: str) -> list[MarkedAd]:
    """Return the ads of a half in their order."""
    data = tomllib.loads((_FOLDER / f"{half}.toml").read_text("utf-8"))
    return [MarkedAd(ad["title"], ad["text"], tuple(ad["trades"])) for ad in data["ad"]]


def print_shares(half: str) -> None:
    """Print the shares of a half."""
    ads = load_marked_ads(half)
    inside = [ad for ad in ads if ad.trades]
    outside = [ad for ad in ads if not ad.trades]
    mistaken = [ad for ad in inside if ad.is_mistaken]
    wrong = [ad for ad in mistaken if recognise_trade(ad.title, ad.text)]
    claimed = sum(ad.is_mistaken for ad in outside)
    print(
        f"{half:9} trades: right {1 - len(mistaken) / len(inside):.2f}, wrong "
        f"{len(wrong) / len(inside):.2f}, of {len(inside)}; outside all trades: claimed "
        f"{claimed} of {len(outside)}"
    )


def print_mistakes(half: str) -> None:
    """Print each mistake of a half, with the points of the first two trades."""
    for ad in filter(lambda ad: ad.is_mistaken, load_marked_ads(half)):
        ranked = ", ".join(map(_format_points, rank_trades(ad.title, ad.text)[:2]))
        print(f"  {ad.title}: {' or '.join(ad.trades) or 'none'}, but {ranked}")


def _format_points(trade: RankedTrade) -> str:
    return f"{trade.name} {trade.known_title:.1f} + {trade.title_words:.1f} + {trade.text:.1f}"


def main() -> None:
    for half in HALVES:
        print_shares(half)
    print_mistakes("tuning")


if __name__ == "__main__":
    main()
