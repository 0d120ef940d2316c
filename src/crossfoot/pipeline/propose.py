"""Look at an unknown file, and accept a name that a person has recognised."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from crossfoot.campaign.aliases import with_alias
from crossfoot.engine.files import write_whole
from crossfoot.errors import StorageError
from crossfoot.figures.letters.proposal import propose_letter
from crossfoot.figures.proposal import Proposal, propose_layout
from crossfoot.pipeline.folder import Folder
from crossfoot.returns import is_letter, may_be_letter, read_letter, read_return

_NUMBERS = re.compile(r"\d+(?:[-_. ]\d+)*")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a file would be read as."""

    code: str  # a name for the layout
    text: str  # YAML to paste under `layouts:`; "" if nothing in the file is recognised
    proposal: Proposal


def propose(folder: Folder, path: Path) -> Proposed:
    """Return the layout that would be used for a file, as YAML, and what it could not place.

    Raises:
        StorageError: the file cannot be read from the disk.
        UnreadableReturnError: the file is neither a table nor a text.
    """
    try:
        blob = path.read_bytes()
    except OSError as exc:
        raise StorageError(f"{path}: cannot be read: {exc.strerror}. Check its name and rights.") from None
    proposal = _proposal(folder, path.name, blob)
    taken = folder.campaign.layouts
    stem = re.sub(r"[^a-z0-9]+", "-", _NUMBERS.sub("", path.stem).casefold()).strip("-")
    code = stem if re.match(r"[a-z]..", stem) else str((proposal.shape or {}).get("kind", "table"))
    code = next(c for c in (code, *(f"{code}-{n}" for n in range(2, len(taken) + 3))) if c not in taken)
    if proposal.shape is None:
        return Proposed(code, "", proposal)
    entries = {**proposal.shape, "files": _NUMBERS.sub("*", path.stem) + path.suffix}
    text = yaml.safe_dump({code: entries}, sort_keys=False, allow_unicode=True, default_flow_style=None, width=110)
    return Proposed(code, "".join(f"  {line}\n" for line in text.splitlines()), proposal)


def _proposal(folder: Folder, name: str, blob: bytes) -> Proposal:
    """The layout of a letter for what can only be one; of a plain text, that which places more."""
    campaign, tree = folder.campaign, folder.tree
    if is_letter(blob, name):
        return propose_letter(name, read_letter(blob, name), campaign, tree)
    table = propose_layout(name, read_return(blob), campaign, tree)
    if not may_be_letter(blob, name):
        return table
    letter = propose_letter(name, read_letter(blob, name), campaign, tree)
    return letter if table.shape is None or letter.figures > table.figures else table


def accept_name(folder: Folder, written: str, code: str) -> Path:
    """Write a name as an alias of an area or data element, and return the file that was changed.

    One entry is added to the text of campaign.yaml or the areas file; nothing else in it changes.

    Raises:
        CampaignError: the campaign's description is wrong, or the alias cannot be added with certainty.
        NotFoundError: there is no such area or data element.
        AlreadyThereError: the name already means something.
        StorageError: the file cannot be written.
    """
    path, text = with_alias(folder.path / "campaign.yaml", folder.campaign, folder.tree, written, code)
    write_whole(path, text)
    return path
