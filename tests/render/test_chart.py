"""Charts: bars of characters in Markdown, an SVG without colour elsewhere."""

import re
from xml.etree import ElementTree

import pytest

from interview_cli.render.blocks import Chart, ChartPoint
from interview_cli.render.chart import draw_chart

SVG = "{http://www.w3.org/2000/svg}"


def chart(*values: float, noise: float | None = 5) -> Chart:
    points = tuple(ChartPoint(str(n), value, noise) for n, value in enumerate(values, start=1))
    return Chart("Scores", points, 100)


def test_every_value_is_announced_and_drawn_at_its_height() -> None:
    picture = ElementTree.fromstring(draw_chart(chart(0, 50, 100)))
    assert picture.get("aria-label") == "Scores. 1: 0 ± 5; 2: 50 ± 5; 3: 100 ± 5"
    heights = [float(dot.get("cy", "")) for dot in picture.iter(f"{SVG}circle")]
    assert heights == sorted(heights, reverse=True)
    assert heights[1] == pytest.approx((heights[0] + heights[2]) / 2)


def test_it_names_no_colour() -> None:
    colours = set(re.findall(r'(?:fill|stroke)="([^"]*)"', draw_chart(chart(40, 60))))
    assert colours == {"currentColor", "none"}


def test_without_noise_there_is_no_bar() -> None:
    with_noise, without = draw_chart(chart(40)), draw_chart(chart(40, noise=None))
    assert with_noise.count("<line") == without.count("<line") + 3


def test_many_values_stay_inside_and_only_some_are_named() -> None:
    picture = ElementTree.fromstring(draw_chart(chart(*[50] * 100)))
    places = [float(dot.get("cx", "")) for dot in picture.iter(f"{SVG}circle")]
    assert len(places) == 100
    assert max(places) < 460
    assert len(list(picture.iter(f"{SVG}text"))) < 50
