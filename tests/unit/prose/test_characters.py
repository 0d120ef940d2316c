"""Plain characters at the same offsets."""

from crossfoot.prose.characters import levelled


def test_same_length() -> None:
    text = "**Bold** ２０４２\u202f人\t−5 İ \uf0fc ’ \u200b"
    assert len(levelled(text)) == len(text)
    assert "2042" in levelled(text)
    assert "*" not in levelled(text)


def test_debris_of_a_page() -> None:
    """A bullet of a symbol font becomes a bullet."""
    assert levelled("\uf0b7 12 wells")[0] == "•"
