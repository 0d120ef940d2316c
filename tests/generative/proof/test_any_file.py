"""Whatever bytes come under whatever name, there is a proof or an error with a remedy."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossfoot.documents import FORMS
from crossfoot.errors import UnreadableReturnError
from crossfoot.proof.output.annotated import render_annotated
from crossfoot.proof.output.as_json import render_json
from crossfoot.proof.proofing import proof_bytes

SUFFIXES = sorted(suffix for suffix in FORMS if suffix)
STARTS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table><tr><td>", b"|a|b|\n|--|--|\n"]  # fmt: skip
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DEFECT = "defect of Crossfoot"


def proofed(content, name):
    """Return the document or the message; a document can be shown in every way."""
    try:
        document = proof_bytes(content, name)
    except UnreadableReturnError as error:
        assert str(error).startswith(name)
        assert DEFECT not in str(error)
        return str(error)
    assert render_annotated(document, "en").endswith("</html>\n")
    assert render_json([document]).startswith("{")
    for figure in document.figures:
        assert document.text[figure.start : figure.end] == figure.text
    return document


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.sampled_from(STARTS), content=st.binary(max_size=300))
def test_any_bytes_under_any_name(suffix, start, content):
    assert proofed(start + content, f"a.{suffix}")


XML = st.text(alphabet="<>/w:tbltrcp gridSpan vMerge=\"'0123456789&;", max_size=120)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "gridSpan", "vMerge", "del", "tab"]), max_size=30), XML)
def test_any_nesting_of_a_word_document(tags, text):
    body = "".join(f'<w:{tag} w:val="{number}">{number}' for number, tag in enumerate(tags))
    body += text.translate({ord(mark): " " for mark in "<>&"}) + "".join(f"</w:{tag}>" for tag in reversed(tags))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    assert proofed(out.getvalue(), "a.docx")
