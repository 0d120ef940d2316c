"""A reliability plot as SVG: how often suggestions were right, against the score they were given."""

SIZE, MARGIN = 360, 50
COLOURS = ("#1b6ca8", "#c0392b", "#218c5a", "#8e44ad", "#b9770e", "#34495e", "#16a085")
FEWEST = 20  # suggestions in a band; fewer say nothing


def drawn(bands: dict[str, list[dict[str, object]]]) -> str:
    """Return the plot of the bands of each setting."""
    width = SIZE + 2 * MARGIN + 330
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{SIZE + 2 * MARGIN}" '
        f'viewBox="0 0 {width} {SIZE + 2 * MARGIN}" font-family="sans-serif" font-size="12" role="img">',
        "<title>How often suggestions were right, against their score</title>",
        f'<rect width="{width}" height="{SIZE + 2 * MARGIN}" fill="#fff"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#bbb" stroke-dasharray="4 4"/>',
        f'<path d="M{_x(0)} {_y(1)}V{_y(0)}H{_x(1)}" stroke="#333" fill="none"/>',
        f'<path d="M{_x(0)} {_y(0.95)}H{_x(1)}" stroke="#999" stroke-width="0.5"/>',
    ]
    for tick in (0, 0.25, 0.5, 0.75, 1):
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 18}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    parts.append(f'<text x="{_x(0.5)}" y="{_y(0) + 38}" text-anchor="middle">score</text>')
    parts.append(f'<text x="{_x(0)}" y="{_y(1) - 12}">share of suggestions that were right</text>')
    for at, (name, rows) in enumerate(bands.items()):
        colour = COLOURS[at % len(COLOURS)]
        points = [
            (float(str(row["mean_score"])), int(str(row["right"])) / int(str(row["suggestions"])))
            for row in rows
            if int(str(row["suggestions"])) >= FEWEST
        ]
        path = "L".join(f"{_x(score):.1f} {_y(share):.1f}" for score, share in points)
        parts.append(f'<path d="M{path}" stroke="{colour}" fill="none" opacity="0.6"/>')
        parts += [
            f'<circle cx="{_x(score):.1f}" cy="{_y(share):.1f}" r="3" fill="{colour}"/>' for score, share in points
        ]
        parts.append(f'<circle cx="{_x(1) + 30}" cy="{_y(1) + 20 * at}" r="4" fill="{colour}"/>')
        parts.append(f'<text x="{_x(1) + 40}" y="{_y(1) + 20 * at + 4}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _x(share: float) -> float:
    return MARGIN + SIZE * share


def _y(share: float) -> float:
    return MARGIN + SIZE * (1 - share)
