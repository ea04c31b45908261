"""Read lists of words in groups, a line for each, and find their words in texts."""

import re
from collections.abc import Iterable

from interview_cli.english.rule_cache import open_cache
from interview_cli.english.rules import load_toml


def load_lines(package: str, file: str, name: str) -> list[str]:
    """Return the lines of a text in a TOML file of a package. Raises KeyError."""
    return str(load_toml(package, file)[name]).strip().splitlines()


def compile_words(
    package: str,
    file: str,
    name: str,
    words: Iterable[str],
    *,
    inner: str = r"\w",
    flags: re.RegexFlag = re.NOFLAG,
) -> re.Pattern[str]:
    """Return a pattern of words and phrases of a file, of which the longest that stands is found.

    They are kept beside the file's rules under `name`. `inner`: the characters that may not stand
    next to a word, as in a character class.
    """
    longest_first = sorted(words, key=len, reverse=True)
    source = rf"(?<![{inner}])(?:" + "|".join(map(re.escape, longest_first)) + rf")(?![{inner}])"
    return open_cache(package, file).compile(name, source, flags)
