"""The weights by which a trade's question is chosen."""

import pytest

from benchmarks import question_fit


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_weights_are_what_the_fit_produces() -> None:
    assert question_fit.FILE.read_text("utf-8") == question_fit.format_weights()
