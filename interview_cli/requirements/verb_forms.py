"""Tell the form of a verb with which a duty begins, and put it into its form in -ing."""

from functools import cache

from interview_cli.english.rules import load_toml
from interview_cli.english.verbs import form_gerund, load_verbs

_PREFIX = "re-"
"""Verbs are known without it: "re-cover"."""


def find_form(word: str) -> str | None:
    """Return the form of a word that can be a verb of work, or None."""
    lowered = word.lower().rstrip(",").removeprefix(_PREFIX)
    if lowered in _load_work_verbs():
        return "plain"
    verb = load_verbs().get(lowered)
    if verb is None:
        return "gerund" if _is_unlisted_gerund(lowered) else None
    # "Cut" and "set" are plain forms too.
    return "plain" if lowered == verb.plain else verb.form


def _is_unlisted_gerund(word: str) -> bool:
    return word.endswith("ing") and word in _form_gerunds()


@cache
def _form_gerunds() -> frozenset[str]:
    return frozenset(map(form_gerund, _load_work_verbs()))


def form_gerund_of(word: str) -> str:
    """Return the form in -ing of a verb in its plain or third form, or in that form."""
    lowered = word.lower()
    if find_form(word) == "gerund":
        return lowered
    prefix = _PREFIX if lowered.startswith(_PREFIX) else ""
    bare = lowered.removeprefix(prefix)
    verb = load_verbs().get(bare)
    return prefix + form_gerund(verb.plain if verb else bare)


@cache
def _load_work_verbs() -> frozenset[str]:
    return frozenset(
        load_toml("interview_cli.requirements", "duties.toml")["words"]["verbs"].split()
    )
