"""Charts as PNG, for formats that cannot hold SVG."""

import json
from importlib.resources import as_file, files

from crossfoot.briefing.document import Chart
from crossfoot.briefing.formats.drawing import standalone

PAGE = (
    b'#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(json(bytes(sys.inputs.chart))), format: "svg")\n'
)
PER_INCH = 200.0


def chart_png(chart: Chart, number: int, language: str = "en") -> bytes:
    """Return a chart as a PNG of 200 dots an inch."""
    import typst  # noqa: PLC0415 - 85 MB that only these formats need

    with as_file(files("crossfoot.briefing.formats").joinpath("fonts")) as fonts:
        made = typst.compile(
            PAGE, font_paths=typst.Fonts(font_paths=[fonts]), format="png",
            sys_inputs={"chart": json.dumps(standalone(chart, number, language))},
            ppi=PER_INCH,
        )  # fmt: skip
    return bytes(made)
