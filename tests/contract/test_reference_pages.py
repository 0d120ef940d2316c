"""The pages that are printed from the code are as the code is."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
spec = importlib.util.spec_from_file_location("print_reference", DOCS / "print_reference.py")
print_reference = importlib.util.module_from_spec(spec)
spec.loader.exec_module(print_reference)


@pytest.mark.parametrize("name", print_reference.PAGES)
def test_a_reference_page_is_current(name):
    assert (DOCS / name).read_text("utf-8") == print_reference.PAGES[name](), "run: make docs"
