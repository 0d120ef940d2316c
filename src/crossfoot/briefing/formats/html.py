"""The briefing as one self-contained HTML5 file: no script is needed, nothing is fetched."""

import re
from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import assert_never

from crossfoot.briefing.document import (
    Block,
    Chart,
    Document,
    Entry,
    Fold,
    Heading,
    Inline,
    KeyFigures,
    Link,
    Listing,
    Number,
    Prose,
    Row,
    Run,
    Scope,
    Table,
    Text,
)  # fmt: skip
from crossfoot.briefing.formats.svg import draw

LANG = {"en": "en", "fr": "fr", "zh": "zh-Hans"}
SAFE = re.compile(r"#|https?://|mailto:|\.\./[\w.#/-]+$")  # of addresses, and of other issues beside this one


class _Page:
    """Writes one document; knows which anchors were given out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.printed: set[str] = set()
        self.tables = 0
        self.charts = 0

    def word(self, key: str) -> str:
        return escape(self.document.words[key])

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "\n".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
                out = f"<h{block.level}{anchor}>{self.inline(block.content)}</h{block.level}>"
            case Prose():
                mark = "" if block.role == "plain" else f' class="{escape(block.role)}"'
                out = f"<p{mark}>{self.inline(block.content)}</p>"
            case Listing():
                name = "ol" if block.ordered else "ul"
                items = "\n".join(f"<li>{self.blocks(item)}</li>" for item in block.items)
                out = f"<{name}>\n{items}\n</{name}>"
            case Table():
                out = self.table(block)
            case KeyFigures():
                out = self.key_figures(block)
            case Chart():
                out = self.chart(block)
            case Fold():
                anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
                out = (
                    f"<details{anchor}><summary>{self.inline(block.summary)}</summary>\n"
                    f"{self.blocks(block.blocks)}\n</details>"
                )
            case Entry():
                out = self.entry(block)
            case _:
                assert_never(block)
        return out

    def inline(self, content: Inline) -> str:
        return "".join(map(self.run, content))

    def run(self, run: Run) -> str:
        match run:
            case Text():
                out = escape(run.text)
                out = f"<code>{out}</code>" if run.code else out
                out = f"<em>{out}</em>" if run.emphasis else out
                out = f'<span class="quiet">{out}</span>' if run.quiet else out
                out = f'<span class="kept">{out}</span>' if run.kept else out
                return f"<strong>{out}</strong>" if run.strong else out
            case Number():
                return self.number(run)
            case Link():
                target = run.target if SAFE.match(run.target) else "#"
                return f'<a href="{escape(target)}">{escape(run.text)}</a>'
            case Scope():
                return f'<span class="scope">{escape(run.text)}</span>'
            case _:
                assert_never(run)

    def number(self, number: Number) -> str:
        anchor = ""
        if number.evidence not in self.printed:
            self.printed.add(number.evidence)
            anchor = f' id="n-{escape(number.evidence)}"'
        mark = ""
        if number.finding:
            mark = f'<abbr class="mark" title="{escape(number.finding)}">{self.word("mark")}</abbr>'
        if number.accepted:
            mark += f'<abbr class="mark accepted" title="{escape(number.accepted)}">{self.word("mark.accepted")}</abbr>'
        target = escape(number.evidence)
        return f'<a class="n"{anchor} href="#{target}" data-to="{target}">{escape(number.text)}</a>{mark}'

    def table(self, table: Table) -> str:
        self.tables += 1
        caption = f"t{self.tables}"
        head = "".join(
            f'<th scope="col"{" class=num" if c.numeric else ""}>{self.inline(c.heading)}</th>' for c in table.columns
        )
        numeric = [c.numeric for c in table.columns]
        body = "\n".join(self.row(row, numeric) for row in table.rows)
        note = f'<p class="note">{self.inline(table.note)}</p>' if table.note else ""
        return (
            f'<div class="scroll" role="region" aria-labelledby="{caption}" tabindex="0">'
            f'<table class="{escape(table.kind)}"><caption id="{caption}">{self.inline(table.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>{note}"
        )

    def row(self, row: Row, numeric: list[bool]) -> str:
        anchor = f' id="{escape(row.anchor)}"' if row.anchor else ""
        kind = "" if row.kind == "plain" else f' class="{escape(row.kind)}"'
        cells = []
        for n, cell in enumerate(row.cells):
            mark = " class=num" if n < len(numeric) and numeric[n] else ""
            name = 'th scope="row"' if n == 0 else "td"
            cells.append(f"<{name}{mark}>{self.inline(cell)}</{name[:2]}>")
        return f"<tr{anchor}{kind}>{''.join(cells)}</tr>"

    def key_figures(self, block: KeyFigures) -> str:
        items = "\n".join(
            f"<div><dt>{escape(item.label)}</dt><dd><span class=key>{self.inline(item.number)}</span>"
            + (f"<span class=change>{self.inline(item.change)}</span>" if item.change else "")
            + (f"<span class=beside>{self.inline(item.note)}</span>" if item.note else "")
            + "</dd></div>"
            for item in block.items
        )
        return f'<dl class="key-figures">\n{items}\n</dl>'

    def chart(self, chart: Chart) -> str:
        self.charts += 1
        legend = "".join(
            f'<li><span class="swatch {escape(kind)}" aria-hidden="true"></span>{escape(name)}</li>'
            for kind, name in chart.legend
        )
        legend = f'<ul class="legend">{legend}</ul>' if legend else ""
        drawn = draw(chart, self.charts, self.document.language)
        return (
            f"<figure><figcaption>{escape(chart.title)}</figcaption>{legend}{drawn}"
            f'<details class="data"><summary>{self.word("chart.data")}</summary>{self.table(chart.table)}</details>'
            "</figure>"
        )

    def entry(self, entry: Entry) -> str:
        heading = f"h{entry.level}"
        return (
            f'<article class="{escape(entry.role)}" id="{escape(entry.anchor)}">'
            f'<{heading} data-is="{escape(entry.anchor)}">{self.inline(entry.heading)}</{heading}>'
            f"\n{self.blocks(entry.blocks)}\n</article>"
        )


def render_html(document: Document, more_style: str = "") -> bytes:
    """Return a document as one HTML file, in UTF-8; all text is escaped here and nowhere else.

    Args:
        document: the briefing, or a page beside it.
        more_style: CSS of our own that follows the style of all pages.
    """
    page = _Page(document)
    head = document.head
    facts = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{page.inline(content)}</dd></div>" for label, content in head.facts
    )
    notice = f'<p class="notice">{page.inline(head.notice)}</p>' if head.notice else ""
    sections = [b for b in document.blocks if isinstance(b, Heading) and b.level == 2 and b.anchor]  # noqa: PLR2004
    contents = "".join(f'<li><a href="#{escape(b.anchor)}">{page.inline(b.content)}</a></li>' for b in sections)
    # A < inside JSON could end the script; as \u003c it is the same JSON.
    data = document.facts.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    style = files("crossfoot.briefing.formats").joinpath("style.css").read_text("utf-8") + more_style
    return f"""<!DOCTYPE html>
<html lang="{LANG[document.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Crossfoot">
<title>{escape(document.title)}</title>
<style>
{style}
</style>
</head>
<body>
<a class="skip" href="#content">{page.word("skip")}</a>
<header>
<p class="campaign">{escape(head.campaign)}</p>
<h1>{escape(head.title)}</h1>
<dl class="head">{facts}</dl>
{notice}
</header>
<nav aria-label="{page.word("contents")}"><ul>{contents}</ul></nav>
<main id="content">
{page.blocks(document.blocks)}
</main>
<footer><p>{page.word("footer")}</p></footer>
<script type="application/json" id="crossfoot-facts">{data}</script>
</body>
</html>
""".encode()
