"""A template can look figures up and nothing else; it ends, and its trouble is told with its line."""

import pytest
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from crossfoot.briefing.document import Heading, Link, Listing, Prose, Table, Text
from crossfoot.briefing.markdown import MisplacedError, read_markdown
from crossfoot.briefing.sandbox import Blocked, Inlined, Marks, Sandbox

HOSTILE = "<script>alert(1)</script>*_[x](javascript:1)"


def blocks(source: str, **known: object) -> list:
    marks = Marks()
    return read_markdown(Sandbox(marks).from_string(source).render(known), marks.kept)


def test_what_is_printed_is_text_whatever_it_holds() -> None:
    assert blocks("Area {{ name }} here", name=HOSTILE) == [Prose((Text("Area "), Text(HOSTILE), Text(" here")))]


def test_html_in_the_template_is_text() -> None:
    [prose] = blocks("<img src=x onerror=alert(1)> and <b>bold</b>")
    assert prose == Prose((Text("<img src=x onerror=alert(1)> and <b>bold</b>"),))


def test_no_link_runs_a_script() -> None:
    [prose] = blocks("[x](javascript:alert(1)) and [y](https://example.org/)")
    assert [run for run in prose.content if isinstance(run, Link)] == [Link("y", "https://example.org/")]


def test_a_forged_mark_is_taken_out() -> None:
    assert blocks("{{ name }}", name="\ue0000\ue001") == [Prose((Text("0"),))]


def test_markdown_becomes_blocks() -> None:
    source = "# Head\n\n- one\n- *two*\n\n| a | n |\n|---|--:|\n| x | {{ v }} |\n"
    head, listing, table = blocks(source, v=Inlined((Text("7"),)))
    assert head == Heading(2, (Text("Head"),), "part-1")
    assert isinstance(listing, Listing)
    assert listing.items[1] == (Prose((Text("two", emphasis=True),)),)
    assert isinstance(table, Table)
    assert [column.numeric for column in table.columns] == [False, True]
    assert table.rows[0].cells == ((Text("x"),), (Text("7"),))


def test_blocks_stand_alone_or_not_at_all() -> None:
    made = Blocked((Prose((Text("made"),)),))
    assert blocks("{{ made }}", made=made) == list(made.blocks)
    assert blocks("{{ made }}\n{{ made }}", made=made) == list(made.blocks) * 2
    with pytest.raises(MisplacedError):
        blocks("In a sentence {{ made }} it cannot stand", made=made)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ 'a'.ljust(1000000000) }}",
        "{% for a in many %}{% for b in many %}{% endfor %}{% endfor %}",
        "{% set a0 %}12345678{% endset %}"
        + "".join(f"{{% set a{n + 1} %}}{{{{ a{n} }}}}{{{{ a{n} }}}}{{% endset %}}" for n in range(20)),
    ],
)
def test_nothing_harmful_runs(source: str) -> None:
    with pytest.raises(SecurityError):
        blocks(source, many=tuple(range(30_000)))


@pytest.mark.parametrize(
    "source", ["{% include 'x' %}", "{% import 'x' as y %}", "{{ 'a' ~ 'b' }}", "{% extends 'x' %}"]
)
def test_what_a_briefing_does_not_need_is_refused_with_its_line(source: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        blocks(f"one\n\n{source}")
    assert caught.value.lineno == 3
