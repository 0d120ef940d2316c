"""YAML read as plain text values, with the line of every entry."""

from pathlib import Path
from typing import TypeAlias

import yaml

from crossfoot.campaign.description import Entry
from crossfoot.errors import CampaignError, Problem

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
LARGEST_BYTES = 10_000_000
DEEPEST = 40  # levels of nesting; the recursion below must stay far from Python's own limit


def read_plain(path: Path) -> tuple[Plain, dict[Entry, int]]:
    """Return the file's dicts, lists and strings, and the line of each entry.

    Raises:
        CampaignError: the file cannot be opened, is not YAML, or names an entry twice.
    """
    lines: dict[Entry, int] = {}
    return _plain(_parse(path), (), lines, path.name), lines


def arrow(at: Entry) -> str:
    """Return an entry's place as it is shown: indicators → coverage → denominator."""
    return " → ".join(str(step + 1) if isinstance(step, int) else step for step in at)


def _refuse(file: str, line: int | None, trouble: str, remedy: str, entry: str = "") -> CampaignError:
    return CampaignError([Problem(file, line, entry, trouble, remedy)])


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise _refuse(path.name, None, "is larger than 10 MB", "A campaign description is a small text.")
        return path.read_text("utf-8-sig")
    except OSError as exc:
        raise _refuse(path.name, None, f"cannot be opened: {exc.strerror}", "Check its name and rights.") from None
    except UnicodeDecodeError as exc:
        line = exc.object[: exc.start].count(b"\n") + 1
        raise _refuse(path.name, line, f"not UTF-8 at byte {exc.start}", "Save it as UTF-8.") from None


def _parse(path: Path) -> yaml.Node:
    text = _text(path)
    last = text.count("\n") + 1
    depth = 0
    try:
        # BaseLoader keeps every scalar a string. The usual loaders would turn the
        # area code NO into False and the code 012 into 10.
        for event in yaml.parse(text, Loader=yaml.BaseLoader):
            line = min(event.start_mark.line + 1, last) if event.start_mark else None
            if isinstance(event, yaml.AliasEvent):
                raise _refuse(path.name, line, "aliases (*) are not read", "Write the entry out.")
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise _refuse(path.name, line, "is nested too deeply", "No entry is this deep; see docs/campaign.md.")
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        line = min(mark.line + 1, last) if mark else _line_at(text, exc)
        trouble = f"not YAML: {getattr(exc, 'problem', None) or exc}"
        raise _refuse(path.name, line, trouble, "Check indentation and quotes.") from None
    if root is None:
        raise _refuse(path.name, None, "is empty", "Begin with 'name: ...'.")
    if not isinstance(root, yaml.MappingNode):
        raise _refuse(path.name, 1, "is not a list of entries", "Begin with 'name: ...'.")
    return root


def _line_at(text: str, exc: yaml.YAMLError) -> int | None:
    """The line of a character that YAML does not allow."""
    position = getattr(exc, "position", None)
    return text.count("\n", 0, position) + 1 if isinstance(position, int) else None


def _scalar(node: yaml.ScalarNode, file: str, at: Entry) -> str:
    value = str(node.value)
    if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
        line = node.start_mark.line + 1
        raise _refuse(file, line, "holds half a character", "Write the character itself.", arrow(at))
    return value


def _plain(node: yaml.Node, at: Entry, lines: dict[Entry, int], file: str) -> Plain:
    """Turn YAML nodes into dicts, lists and strings, noting the line of each entry."""
    lines.setdefault(at, node.start_mark.line + 1)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, file, at)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, (*at, n), lines, file) for n, child in enumerate(node.value)]
    out: dict[str, Plain] = {}
    for key, child in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise _refuse(file, line, "a name must be plain text", "Quote it.", arrow(at))
        here = (*at, str(key.value))
        if here in lines:
            trouble = f"already given on line {lines[here]}"
            raise _refuse(file, line, trouble, "Keep one of the two.", arrow(here))
        lines[here] = line
        out[str(key.value)] = _plain(child, here, lines, file)
    return out
