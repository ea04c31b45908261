"""Replies of the job-post agent as a page shows them."""

import pytest

from interview_cli.web.reply_blocks import Block, split_blocks


@pytest.mark.parametrize(
    ("reply", "blocks"),
    [
        ("Noted: pay.\nWhich town?", [Block("text", ("Noted: pay.", "Which town?"))]),
        (
            "# Cook, Acme\n\nPlace: Hull",
            [Block("heading", ("Cook, Acme",)), Block("text", ("Place: Hull",))],
        ),
        ("## Skills\n\n- C#", [Block("heading", ("Skills",)), Block("list", ("C#",))]),
        ("#1 of ten\n-5 degrees", [Block("text", ("#1 of ten", "-5 degrees"))]),
    ],
)
def test_a_reply_is_split(reply: str, blocks: list[Block]) -> None:
    assert split_blocks(reply) == blocks
