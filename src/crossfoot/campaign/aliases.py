"""An alias added to the text of campaign.yaml or the areas file, with every comment left where it is."""

import csv
import io
import json
import tempfile
from dataclasses import replace
from pathlib import Path

import yaml

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.description import Campaign
from crossfoot.campaign.names import folded
from crossfoot.campaign.reading import read_campaign
from crossfoot.errors import AlreadyThereError, CampaignError, NotFoundError, Problem
from crossfoot.terms.area import Area

_BY_HAND = "Add the alias by hand."


def with_alias(path: Path, campaign: Campaign, tree: AreaTree, written: str, code: str) -> tuple[Path, bytes]:
    """Return the file to be changed and its new content, read again and found right.

    Args:
        path: of campaign.yaml.
        campaign: as read from it.
        tree: its areas.
        written: the name as a return writes it.
        code: of the area or data element that a person says it means.

    Raises:
        CampaignError: the place for it cannot be found with certainty.
        NotFoundError: there is no such area or data element.
        AlreadyThereError: the name already means something.
    """
    name = " ".join(written.split())
    in_areas, in_elements = code in tree.by_code, code in campaign.data_elements
    if in_areas == in_elements:
        trouble = "is both an area and a data element" if in_areas else "is neither an area nor a data element"
        raise NotFoundError(f"'{code}' {trouble}. Give the code as it stands in the campaign.")
    if in_areas:
        known = {folded(n): a.code for a in tree.areas for n in (a.code, a.name, *a.aliases)}
    else:
        elements = campaign.data_elements.items()
        known = {folded(n): c for c, e in elements for n in (c, e.name, *e.names.values(), *e.aliases)}
    if not folded(name):
        raise NotFoundError(f"'{written}' has no letters in it. It cannot be a name.")
    if folded(name) in known:
        raise AlreadyThereError(f"'{name}' already means {known[folded(name)]}. Nothing was changed.")
    target = path.parent / campaign.areas if in_areas else path
    old = target.read_bytes()
    new = _area_added(target, old, name, code) if in_areas else _element_added(target, old, name, code)
    _verify(path, target, new, (name, code, in_areas))
    return target, new


def _refuse(path: Path, line: int | None, trouble: str) -> CampaignError:
    return CampaignError([Problem(path.name, line, "aliases", trouble, _BY_HAND)])


def _element_added(path: Path, blob: bytes, name: str, code: str) -> bytes:
    text = blob.decode("utf-8-sig")
    node = _child(_child(yaml.compose(text, Loader=yaml.BaseLoader), "data_elements"), code)
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise _refuse(path, None, f"'{code}' is not written as entries")
    quoted = json.dumps(name, ensure_ascii=False)
    aliases = _child(node, "aliases")
    ending = "\r\n" if "\r\n" in text else "\n"
    if aliases is None and node.flow_style:
        at, added = node.end_mark.index - 1, f", aliases: [{quoted}]"
    elif aliases is None:
        first = node.value[0][0].start_mark
        at, added = first.index, f"aliases: [{quoted}]{ending}{' ' * first.column}"
    elif isinstance(aliases, yaml.ScalarNode):
        start, end = aliases.start_mark.index, aliases.end_mark.index
        return _joined(blob, text[:start] + f"[{text[start:end]}, {quoted}]" + text[end:])
    elif isinstance(aliases, yaml.CollectionNode) and aliases.flow_style:
        at, added = aliases.end_mark.index - 1, f", {quoted}" if aliases.value else quoted
    else:  # a list of lines
        first = aliases.value[0].start_mark
        line = text.rfind("\n", 0, first.index) + 1
        at, added = line, text[line : first.index] + quoted + ending
    return _joined(blob, text[:at] + added + text[at:])


def _joined(old: bytes, text: str) -> bytes:
    mark = b"\xef\xbb\xbf"
    return (mark if old.startswith(mark) else b"") + text.encode()


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _area_added(path: Path, blob: bytes, name: str, code: str) -> bytes:
    if path.suffix.lower() in (".xlsx", ".ods"):
        raise _refuse(path, None, "a workbook is not changed by Crossfoot")
    if ";" in name:
        raise _refuse(path, None, f"'{name}' has a semicolon, which parts aliases")
    text = blob.decode("utf-8-sig")
    mark = max(",;\t", key=text.partition("\n")[0].count)
    lines = text.splitlines(keepends=True)
    records = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    if len(records) != len(lines):
        raise _refuse(path, None, "a cell goes over several lines")
    head = [cell.strip() for cell in records[0]]
    if "aliases" not in head:
        raise _refuse(path, 1, "there is no column 'aliases'")
    column, codes = head.index("aliases"), head.index("code")
    at = max(n for n, record in enumerate(records) if n and len(record) > codes and record[codes].strip() == code)
    record = records[at] + [""] * (column + 1 - len(records[at]))
    record[column] = f"{record[column]};{name}" if record[column].strip() else name
    out = io.StringIO()
    body = lines[at].rstrip("\r\n")
    csv.writer(out, delimiter=mark, lineterminator=lines[at][len(body) :]).writerow(record)
    return _joined(blob, "".join((*lines[:at], out.getvalue(), *lines[at + 1 :])))


def _verify(path: Path, target: Path, new: bytes, wanted: tuple[str, str, bool]) -> None:
    """Read the campaign with the changed file: the alias must be in it, and nothing else may differ."""
    name, code, in_areas = wanted
    before, tree = read_campaign(path)
    with tempfile.TemporaryDirectory(prefix="crossfoot-") as folder:
        areas = Path(folder) / Path(before.areas).name
        changed = Path(folder) / path.name
        changed.write_bytes(path.read_bytes() if in_areas else new)
        areas.write_bytes(new if in_areas else (path.parent / before.areas).read_bytes())
        try:
            after, tree_after = read_campaign(changed)
        except CampaignError as exc:
            raise _refuse(target, None, f"'{name}' cannot be added ({exc.problems[0].trouble})") from None
    if in_areas:
        right = before == after and _without(tree.areas, code) == _without(tree_after.areas, code)
        added = sorted(n for a in tree_after.by_code[code] for n in a.aliases)
        old = sorted(n for a in tree.by_code[code] for n in a.aliases)
    else:
        elements = {**before.data_elements, code: after.data_elements[code]}
        right = tree == tree_after and before.model_copy(update={"data_elements": elements}) == after
        one, other = before.data_elements[code], after.data_elements[code]
        right = right and one.model_copy(update={"aliases": other.aliases}) == other
        added, old = sorted(other.aliases), sorted(one.aliases)
    if not right or added != sorted((*old, name)):
        raise _refuse(target, None, f"'{name}' cannot be added with certainty")


def _without(areas: tuple[Area, ...], code: str) -> list[Area]:
    """The areas, with the aliases of one of them left out."""
    return [replace(a, aliases=()) if a.code == code else a for a in areas]
