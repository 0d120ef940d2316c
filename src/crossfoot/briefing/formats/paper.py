"""A document as it stands on paper: what opens on demand on a screen becomes an annex, ways back are left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crossfoot.briefing.document import Block, Document, Entry, Fold, Heading, Inline, Link, Listing, Prose

SECTION = 2


def on_paper(document: Document) -> Document:
    """Return a document whose folds stand at its end, each a section that its summary leads to."""
    folded: list[Fold] = []
    blocks = tuple(_unfolded(document.blocks, folded))
    annexes: list[Block] = []
    done = 0
    while done < len(folded):  # a fold may hold folds of its own
        fold = folded[done]
        done += 1
        annexes.append(Heading(SECTION, fold.summary, f"annex-{done}"))
        annexes.extend(_unfolded(fold.blocks, folded))
    return replace(document, blocks=(*blocks, *annexes))


def _unfolded(blocks: Iterable[Block], folded: list[Fold]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Fold():
                folded.append(block)
                yield Prose((Link(text_of(block.summary), f"#annex-{len(folded)}"),))
            case Prose(role="back"):
                pass
            case Listing():
                yield replace(block, items=tuple(tuple(_unfolded(item, folded)) for item in block.items))
            case Entry():
                yield replace(block, blocks=tuple(_unfolded(block.blocks, folded)))
            case _:
                yield block


def text_of(content: Inline) -> str:
    """Return the words of runs alone."""
    return "".join(run.text for run in content)
