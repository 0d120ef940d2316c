"""Where something stands in a return, in words: a cell, or a page and characters of a text."""

from crossfoot.terms.passage import named_place

PLACES = {
    "en": {"text": "characters {start}-{end}", "page": "page {page}, characters {start}-{end}"},
    "fr": {"text": "caractères {start} à {end}", "page": "page {page}, caractères {start} à {end}"},
    "zh": {"text": "第{start}至{end}字符", "page": "第{page}页，第{start}至{end}字符"},
}


def place_in_text(cell: str, language: str) -> str:
    """Return a place such as p2:120-126 in words: page 2, characters 120-126; "" for the cell of a table."""
    place = named_place(cell)
    if place is None:
        return ""
    kind = "text" if place.page is None else "page"
    return PLACES[language][kind].format(page=place.page, start=place.start, end=place.end)


def place_name(cell: str, language: str) -> str:
    """Return a place as a person is told it: C30, or page 2, characters 120-126."""
    return place_in_text(cell, language) or cell
