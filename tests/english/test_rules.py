"""Every rule for reading English matches its examples, and ignores its near misses."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import interview_cli
from interview_cli.english.rules import Rule, RuleFile, RuleGroup
from tests.cases import each

PACKAGE = Path(interview_cli.__file__).parent
MOST_CHARS = 100


def each_rule() -> Iterator[Any]:
    for path in sorted(PACKAGE.rglob("*.toml")):
        text = path.read_text("utf-8")
        if "pattern" not in text:  # half of the files, and most of the time to parse them all
            continue
        data = tomllib.loads(text)
        file = RuleFile(data)
        for name in file:
            rules = zip(file[name].rules, data[name], strict=True)
            for number, (rule, entry) in enumerate(rules, start=1):
                case = f"{path.relative_to(PACKAGE)} {name} {number}: {rule.source}"
                yield pytest.param(file[name], rule, entry, id=case)


@each(("group", "rule", "entry"), each_rule)
def test_a_rule_matches_its_examples_and_ignores_its_near_misses(
    group: RuleGroup, rule: Rule, entry: dict[str, list[str]]
) -> None:
    assert entry.get("matches"), "a rule needs an example"
    assert entry.get("ignores"), "a rule needs a near miss"
    assert len(rule.source) <= MOST_CHARS, "split a long pattern into entries or parts"
    for example in entry["matches"]:
        assert rule.pattern.search(example), example
    for near_miss in entry["ignores"]:
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
