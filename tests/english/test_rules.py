"""Every rule for reading English matches its examples, and ignores its near misses."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import interview_cli
from interview_cli.english.rules import Rule, RuleFile, RuleGroup, load_toml

PACKAGE = Path(interview_cli.__file__).parent
MOST_CHARS = 100


def rules() -> Iterator[tuple[str, RuleGroup, Rule]]:
    for path in sorted(PACKAGE.rglob("*.toml")):
        folder = ".".join(path.parent.relative_to(PACKAGE.parent).parts)
        file = RuleFile(load_toml(folder, path.name))
        for name in file:
            for rule in file[name].rules:
                yield f"{path.relative_to(PACKAGE)} {name} {rule.source}", file[name], rule


CASES = list(rules())


@pytest.mark.parametrize(("group", "rule"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_a_rule_matches_its_examples_and_ignores_its_near_misses(
    group: RuleGroup, rule: Rule
) -> None:
    assert rule.matches, "a rule needs an example"
    assert rule.ignores, "a rule needs a near miss"
    assert len(rule.source) <= MOST_CHARS, "split a long pattern into entries or parts"
    for example in rule.matches:
        assert rule.pattern.search(example), example
    for near_miss in rule.ignores:
        assert not group.pattern.search(near_miss), near_miss


FILE = RuleFile(
    {
        "parts": {"subject": ["I", "we"], "deed": "{subject} fixed"},
        "options": {"named": {"match_case": True}, "only": {"anchor": "whole"}},
        "done": [{"pattern": "{deed} it"}],
        "named": [{"pattern": "Kafka"}],
        "only": [{"pattern": "yes|no"}],
        "words": [{"about": "no rule"}],
    }
)


@pytest.mark.parametrize(
    ("group", "text", "is_match"),
    [
        ("done", "Then we fixed it.", True),
        ("done", "Then they fixed it.", False),
        ("named", "Kafka", True),
        ("named", "kafka", False),
        ("only", "Yes", True),
        ("only", "yes please", False),
    ],
)
def test_parts_case_and_anchors(group: str, text: str, is_match: bool) -> None:
    assert bool(FILE[group].pattern.search(text)) is is_match


def test_parts_of_another_file() -> None:
    file = RuleFile({"parts_from": ["levels.toml"], "done": [{"pattern": "{plain_junior} chef"}]})
    assert file["done"].pattern.search("A Junior Chef")


def test_what_has_no_pattern_is_no_rule() -> None:
    assert list(FILE) == ["done", "named", "only"]
