"""Replies of a model: parsed with tolerance and without trust."""

import pytest

from interview_cli.coach.llm.replies import (
    find_objects,
    remove_thoughts,
)


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('{"a": [1, 2,], "b": {"c": 3,},}', [{"a": [1, 2], "b": {"c": 3}}]),
        ('Here:\n{"a": "x,}",\n}', [{"a": "x,}"}]),
        ('{"a": "say \\",}\\"",}', [{"a": 'say ",}"'}]),
        ('{"a": "one\ntwo"}', [{"a": "one\ntwo"}]),
        ("{,}", [{}]),
        ('{"a": 1', []),
    ],
)
def test_objects_are_found_in_a_text(text: str, objects: list[object]) -> None:
    assert list(find_objects(text)) == objects


def test_a_thousand_opening_braces_are_no_work() -> None:
    assert list(find_objects('{"a":' * 30_000)) == []


@pytest.mark.parametrize(
    ("reply", "left"),
    [
        ("<think>a</think>b", "b"),
        ("<thinking>a\nb</thinking>\n\nc", "c"),
        ("<think>never ended", ""),
        ("What of <think> tags? Say more.", "What of <think> tags? Say more."),
        ("First I think.</think>Why?", "Why?"),
        ("</think> Why?", "Why?"),
        ("What does </think> in your log say?", "What does </think> in your log say?"),
        ("first I think, then\n</think>\n\nWhy?", "Why?"),
        ('{"summary": "it says </think>\\n"}', '{"summary": "it says </think>\\n"}'),
        ("[THINK]a[/THINK]b", "b"),
        ("<|channel|>analysis<|message|>a<|channel|>final<|message|>b", "b"),
        ("<scratchpad>a</scratchpad>b", "b"),
        ("<|thinking|>a<|/thinking|>b", "b"),
        ("<unused94>thought\na<unused95>b", "b"),
        ("<reflect>a</reflect>b", "b"),
        ("<think mode='deep'>a</think>b", "b"),
        ("<notes>a</notes><question>Why?</question>", "<question>Why?</question>"),
        ("<script>a</script>b", "<script>a</script>b"),
        ("Let me think. It names a lift.\n\nWhy a lift?", "Why a lift?"),
        ("Thought: a.\nFinal Answer: b", "b"),
        ("*thinks* I should ask.\n\nb", "b"),
        ("<|im_start|>assistant\n<think>\n\n</think>\n\nb", "b"),
        ("<｜Assistant｜><think>a</think>b", "b"),
        ("<|start|>assistant<|channel|>analysis<|message|>a<|channel|>final<|message|>b", "b"),
        ("<bos><start_of_turn>model\n<|channel>thought\na<channel|>b", "b"),
        ("<|im_start|>assistant\nb", "<|im_start|>assistant\nb"),
        ("plain", "plain"),
    ],
)
def test_thoughts_are_taken_out(reply: str, left: str) -> None:
    assert remove_thoughts(reply) == left
