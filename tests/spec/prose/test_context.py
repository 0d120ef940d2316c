"""What is counted, where and when, and how figures hang together."""

from crossfoot.prose import Reading, read


def figures(text: str, **settings: object) -> list[Reading]:
    return [reading for reading in read(text, **settings) if reading.is_figure]  # type: ignore[arg-type]


def test_counted() -> None:
    """The noun phrase that follows, a list's last noun, or the label before the colon."""
    assert [r.counted for r in figures("They trained 18 community health workers in May.")] == [
        "community health workers"
    ]
    assert [r.counted for r in figures("There were 7, 5 and 0 floods")] == ["floods"] * 3
    assert [r.counted for r in figures("Wells repaired: 14; pumps: 3")] == ["Wells repaired", "pumps"]
    assert [r.counted for r in figures("Ils ont formé 18 agents de santé à Gao", language="fr")] == [
        "agents de santé"
    ]
    assert [r.counted for r in figures("修好18口水井", language="zh")] == ["水井"]


def test_area_by_position() -> None:
    """A place named behind the figure, before it, in brackets around it, or as the label of its line."""
    text = (
        "They sent 410 tents to camps in Torwa and 275 in New Bresk.\n\n"
        "- **Kalun:** over 90 tents, 12 stoves\n"
    )
    assert [r.area for r in figures(text)] == ["Torwa", "New Bresk", "Kalun", "Kalun"]
    assert [r.area for r in figures("Torwa (14), Kalun (6) and Bresk (0)")] == ["Torwa", "Kalun", "Bresk"]
    assert [r.area for r in figures("In 9 cities including Torwa, Kalun and Bresk, 610 tents were sent")] == [
        "",
        "9 cities including Torwa, Kalun, Bresk",
    ]


def test_area_respectively() -> None:
    """Figures and places in the same order."""
    text = "There were 8, 6 and 1 floods in Torwa, Kalun and Bresk respectively."
    assert [r.area for r in figures(text)] == ["Torwa", "Kalun", "Bresk"]


def test_area_given() -> None:
    """The areas of a campaign are found without any preposition."""
    assert [r.area for r in figures("lower kalun had 14 floods", areas=["Lower Kalun"])] == ["lower kalun"]


def test_period() -> None:
    """A date, an opening phrase, or a length."""
    assert [r.period for r in figures("As of 6 June, 41 wells were dry.")] == ["As of 6 June"]
    assert [r.period for r in figures("They dug 41 wells in 6 days")] == ["P6D", ""]
    assert [r.period for r in figures("Depuis le début du projet, 41 puits", language="fr")] == [
        "Depuis le début du projet"
    ]


def test_part_and_base() -> None:
    """A part points to its base, and a percentage to the count that it restates."""
    part, base, share = figures("Visited: 48/60 (80%)")
    assert part.part_of == (base.start, base.end)
    assert share.restates == (part.start, part.end)
    assert share.part_of == (base.start, base.end)
    whole, of_them = figures("60 wells, of which 12 were dry")
    assert of_them.part_of == (whole.start, whole.end)
    assert of_them.counted == "wells"
    base, part = figures("Of 60 wells, 12 were dry")
    assert part.part_of == (base.start, base.end)


def test_languages_side_by_side() -> None:
    """Each paragraph is read in its own language."""
    text = (
        "The team repaired 14 of the wells.\n\n"
        "Les équipes ont réparé plus de 21 puits dans le district.\n\n"
        "共修好三十五口水井。"
    )
    found = figures(text)
    assert [(r.language, r.value) for r in found] == [("en", 14), ("fr", 21), ("zh", 35)]
