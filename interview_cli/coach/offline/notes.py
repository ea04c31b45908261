"""Tell whole phrases from notes, which leave out articles: "handled strike"."""

from collections.abc import Sequence
from functools import cache

from interview_cli.english.rules import load_toml


def has_whole_object(words: Sequence[str]) -> bool:
    """Return whether what follows a verb has its article, or needs none."""
    joints, determiners = _load_words("joints"), _load_words("determiners")
    end = next((place for place, word in enumerate(words) if word.lower() in joints), len(words))
    group = [word.lower().strip(",") for word in words[:end]]
    if not group:
        return bool(words) and words[0].lower() not in ("and", "or")
    last = group[-1]
    is_plural = last.endswith("s") and not last.endswith("ss")
    is_mass = last.endswith("ing") or last in _load_words("mass")
    return group[0] in determiners or group[0][:1].isdigit() or is_plural or is_mass


@cache
def _load_words(name: str) -> frozenset[str]:
    lists = load_toml("interview_cli.coach.offline", "notes.toml")["words"]
    return frozenset(lists[name].split())
