"""A first layout for a letter: where its place and period stand; what could not be placed is told, never guessed."""

from crossfoot.campaign import AreaTree, Campaign, ProseLayout
from crossfoot.campaign.names import folded
from crossfoot.documents import Layout
from crossfoot.figures.letters.lexicon import Lexicon
from crossfoot.figures.letters.reading import LetterReader
from crossfoot.figures.letters.words import words_of
from crossfoot.figures.placing import Placed
from crossfoot.figures.proposal import NO_RETURN, Proposal, asked, unplaced
from crossfoot.figures.survey import IN_NAME, Shape

_WORD = r"([^\W\d_]+)"


def propose_letter(name: str, document: Layout, campaign: Campaign, tree: AreaTree) -> Proposal:
    """Return the prose layout that places most of a letter's figures; its shape is None if it names nothing known.

    Args:
        name: of the file.
        document: the letter as read.
        campaign: what is counted.
        tree: its areas.
    """
    plain: Shape = {"kind": "prose", "files": name}
    lexicon = Lexicon(ProseLayout.model_validate(plain), campaign, tree)
    first = next((word for word in folded(name.rpartition(".")[0]).split() if word.isalpha()), "")
    by_name: list[Shape] = [{"area": {"file_name": _WORD}}] if first and lexicon.given(first, None) else []
    dated: list[Shape] = [{}, {"period": {"file_name": IN_NAME}}]
    best: tuple[tuple[int, int, int], Shape, Placed] | None = None
    for area in ({}, *by_name):
        for period in dated:
            shape: Shape = {**plain, **area, **period}
            placed = LetterReader(ProseLayout.model_validate(shape), campaign, tree).place(NO_RETURN, name, document)
            score = (len(placed.figures), -asked(placed), -len(shape))
            if best is None or score > best[0]:
                best = score, shape, placed
    if best is None or not (best[2].figures or lexicon.mentions(words_of(document.text))):
        return Proposal(None, 0, 0, (), ())
    _, shape, placed = best
    return Proposal(shape, len(placed.figures), asked(placed), tuple(unplaced(placed)), ())
