"""Rules for reading English: regular expressions kept as data, each with its examples.

A rule file is TOML. Its groups are arrays of entries; a text matches a group when it matches any
entry of it:

    parts_from = ["levels.toml"] # optional: files of this package whose parts are used as well

    [parts]                      # optional: pieces of patterns, used as {subject}
    subject = ["I", "we"]        # a list stands for its alternatives

    [options.cliche]             # optional, for one group; the defaults are shown
    anchor = "word"              # a match begins where a word does; "start": at the start of the
                                 # text; "whole": it is the whole text; "anywhere"
    match_case = false

    [[cliche]]
    pattern = 'thinks? out(?:side)? of the box\b'
    matches = ["I think out of the box."]
    ignores = ["I took the fuse out of the box."]

The tests run every `matches` against its entry and every `ignores` against its whole group; the
program does not load them.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from typing import Any, NamedTuple

from interview_cli.data_files import read_data
from interview_cli.english.rule_cache import RuleCache, open_cache

_ANCHORS = {
    "word": (r"\b(?:", ")"),
    "anywhere": ("(?:", ")"),
    "start": (r"\A(?:", ")"),
    "whole": (r"\A(?:", r")\Z"),
}
_PART = re.compile(r"\{([a-z_]+)\}")


class Rule(NamedTuple):
    """One entry of a group."""

    pattern: re.Pattern[str]
    """The entry's own pattern, with the anchor and the case of its group."""
    source: str
    """The pattern as written in the file."""


class RuleGroup:
    """The entries of one name in a rule file."""

    def __init__(
        self,
        name: str,
        entries: list[dict[str, Any]],
        parts: dict[str, str],
        anchor: str,
        match_case: bool,
        compile_kept: Callable[[str, str, re.RegexFlag], re.Pattern[str]],
    ) -> None:
        """`compile_kept` compiles the pattern of a name, or finds it compiled."""
        self._compile_kept = compile_kept
        self._name = name
        self._entries = entries
        self._parts = parts
        self._before, self._after = _ANCHORS[anchor]
        self._flags = re.NOFLAG if match_case else re.IGNORECASE

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches what any of the entries matches."""
        return self._compile("", *(entry["pattern"] for entry in self._entries))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The entries in the order of the file."""
        return tuple(
            Rule(self._compile(f" {number}", entry["pattern"]), entry["pattern"])
            for number, entry in enumerate(self._entries)
        )

    def _compile(self, suffix: str, *sources: str) -> re.Pattern[str]:
        filled = (_PART.sub(lambda found: self._parts[found[1]], source) for source in sources)
        source = f"{self._before}{'|'.join(filled)}{self._after}"
        return self._compile_kept(f"{self._name}{suffix}", source, self._flags)


class RuleFile:
    """The groups of one rule file, each compiled when it is first used."""

    def __init__(self, data: dict[str, Any], kept: RuleCache | None = None) -> None:
        """`kept` finds patterns that an earlier run compiled."""
        self._compile_kept = kept.compile if kept else _compile
        self._parts: dict[str, str] = {}
        for file in data.get("parts_from", ()):
            self._parts |= load_rules("interview_cli.english", file)._parts
        for name, part in data.get("parts", {}).items():
            text = part if isinstance(part, str) else "|".join(part)
            # A part may use the parts above it.
            filled = _PART.sub(lambda found: self._parts[found[1]], text)
            self._parts[name] = f"(?:{filled})"
        self._options = data.get("options", {})
        self._data = {
            name: entries
            for name, entries in data.items()
            if isinstance(entries, list) and all("pattern" in entry for entry in entries)
        }
        self._groups: dict[str, RuleGroup] = {}

    def __getitem__(self, name: str) -> RuleGroup:
        """Return the group of that name. Raises KeyError."""
        if name not in self._groups:
            options = self._options.get(name, {})
            self._groups[name] = RuleGroup(
                name,
                self._data[name],
                self._parts,
                options.get("anchor", "word"),
                options.get("match_case", False),
                self._compile_kept,
            )
        return self._groups[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)


def _compile(_: str, source: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(source, flags)


@cache
def load_rules(package: str, file: str) -> RuleFile:
    """Return a rule file, such as `("interview_cli.answers", "sentences.toml")`; read once.

    Raises FileNotFoundError.
    """
    return RuleFile(load_toml(package, file), open_cache(package, file))


class Rules:
    """A rule file that is read when one of its groups is first used."""

    def __init__(self, package: str, file: str) -> None:
        self._package, self._file = package, file
        self._patterns: dict[str, re.Pattern[str]] = {}

    def pattern(self, group: str) -> re.Pattern[str]:
        """Return what the rules of a group match. Raises KeyError for a name of no group."""
        if group not in self._patterns:
            self._patterns[group] = load_rules(self._package, self._file)[group].pattern
        return self._patterns[group]

    def is_found(self, group: str, text: str) -> bool:
        """Return whether a text holds what a group matches."""
        return self.pattern(group).search(text) is not None

    def match(self, group: str, text: str) -> re.Match[str] | None:
        """Return what a group matches at the start of a text."""
        return self.pattern(group).match(text)

    def matches(self, group: str, text: str) -> bool:
        """Return whether a text begins with what a group matches."""
        return self.match(group, text) is not None

    def remove(self, group: str, text: str) -> str:
        """Return a text without what a group matches."""
        return self.pattern(group).sub("", text)


@cache
def load_toml(package: str, file: str) -> dict[str, Any]:
    """Return a TOML file of a package; read once."""
    return open_cache(package, file).parse(read_data(package, file))
