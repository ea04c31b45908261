"""Chart → SVG that stands in a page or a PDF, and is read without colour."""

from html import escape

from interview_cli.render.blocks import Chart, ChartPoint, describe_point

# Sizes in user units. The picture is low, so that it seldom leaves the end of a page empty.
_WIDTH, _HEIGHT = 460, 160
_DRAWN_AT = 3
"""MuPDF draws a picture in the pixels of its own size; the style sheets make it smaller again."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 450, 16, 130
_MAX_GAP = 110
"""Few values stand close together, not at the ends of the line."""
_FONT = 'font-family="Fira Sans, system-ui, sans-serif"'
"""The page's typefaces. MuPDF reads this at a text only, and draws serifs without it."""
_MAX_NAMED = 20
"""With more values, only some have their number and value written."""
_CAP = 4
"""Half the width of the ends of a noise line."""


def draw_chart(chart: Chart) -> str:
    """Return an SVG: a dot for each value, a line that joins a series, and the noise as a bar.

    It names no colour but the ink of the page around it, and loads nothing.
    """
    values = "; ".join(f"{point.name}: {describe_point(point)}" for point in chart.points)
    places = [_place_point(chart, index) for index in range(len(chart.points))]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    every = -(-len(chart.points) // _MAX_NAMED)
    parts = [
        *(_draw_level(chart, share) for share in (0, 0.5, 1)),
        f'<polyline points="{path}" fill="none" stroke="currentColor" stroke-width="1"/>'
        if chart.is_series
        else "",
        *(
            _draw_point(chart, point, place, is_named=index % every == 0)
            for index, (point, place) in enumerate(zip(chart.points, places, strict=True))
        ),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'width="{_DRAWN_AT * _WIDTH}" height="{_DRAWN_AT * _HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-label="{escape(f"{chart.label}. {values}")}" '
        f'font-size="10" fill="currentColor">{"".join(parts)}</svg>'
    )


def _place_point(chart: Chart, index: int) -> tuple[float, float]:
    gap = min(_MAX_GAP, (_RIGHT - _LEFT) / (len(chart.points) + 1))
    return _LEFT + gap * (index + 1), _find_height(chart, chart.points[index].value)


def _find_height(chart: Chart, value: float) -> float:
    share = min(max(value / chart.maximum, 0), 1)
    return _BOTTOM - share * (_BOTTOM - _TOP)


def _draw_level(chart: Chart, share: float) -> str:
    value = share * chart.maximum
    y = _find_height(chart, value)
    return (
        f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_RIGHT}" y2="{y:.1f}" stroke="currentColor" '
        f'stroke-width="0.3"/>'
        f'<text {_FONT} x="{_LEFT - 6}" y="{y + 3:.1f}" text-anchor="end">{value:.0f}</text>'
    )


def _draw_point(
    chart: Chart, point: ChartPoint, place: tuple[float, float], *, is_named: bool
) -> str:
    x, y = place
    dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
    if is_named:
        dot += (
            f'<text {_FONT} x="{x + 7:.1f}" y="{y - 5:.1f}">{point.value:.0f}</text>'
            f'<text {_FONT} x="{x:.1f}" y="{_BOTTOM + 16}" text-anchor="middle">'
            f"{escape(point.name)}</text>"
        )
    return dot if point.noise is None else dot + _draw_noise(chart, point, x)


def _draw_noise(chart: Chart, point: ChartPoint, x: float) -> str:
    noise = point.noise or 0
    top, bottom = (_find_height(chart, point.value + side * noise) for side in (1, -1))
    lines = ((x, top, x, bottom), *((x - _CAP, y, x + _CAP, y) for y in (top, bottom)))
    return "".join(
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="currentColor"/>'
        for x1, y1, x2, y2 in lines
    )
