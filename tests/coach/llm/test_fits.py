"""The fitted weights by which questions are refused."""

import pytest

from benchmarks.reply_fits import FOLDER, KINDS, Material, choose_bound, format_fit


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_weights_are_what_the_fit_produces() -> None:
    material = Material()
    for kind in KINDS:
        fit = material.fit(kind, bound=choose_bound(material.rate_left_out(kind)))
        assert (FOLDER / f"fit_{kind}.toml").read_text("utf-8") == format_fit(fit)
