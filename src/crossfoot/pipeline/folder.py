"""A campaign's folder: what lies where, and the campaign read from it."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from crossfoot.campaign import AreaTree, Campaign, ProseLayout, read_campaign
from crossfoot.engine.journal import Entry, Written, read_entries, read_journal
from crossfoot.errors import NotFoundError, StorageError
from crossfoot.figures import LetterReader


@dataclass(frozen=True)
class Folder:
    """The folder of one campaign."""

    path: Path
    described: Path | None = None  # where an earlier version of the description is kept; by default in the folder

    @property
    def description(self) -> Path:
        """Where campaign.yaml, the areas file and the templates are."""
        return self.described or self.path

    @property
    def inbox(self) -> Path:
        """Where files arrive."""
        return self.path / "inbox"

    @property
    def returns(self) -> Path:
        """Every file as received, named by its hash."""
        return self.path / "returns"

    @property
    def journal(self) -> Path:
        """What happened, in order."""
        return self.path / "journal"

    @property
    def ledger(self) -> Path:
        """Made from the rest; may be deleted."""
        return self.path / "ledger"

    @property
    def issues(self) -> Path:
        """The numbered briefings."""
        return self.path / "issues"

    @cached_property
    def _read(self) -> tuple[Campaign, AreaTree]:
        return read_campaign(self.description / "campaign.yaml")

    @property
    def campaign(self) -> Campaign:
        """The campaign; raises CampaignError with all that is wrong in its description."""
        return self._read[0]

    @property
    def tree(self) -> AreaTree:
        """The campaign's areas."""
        return self._read[1]

    @cached_property
    def campaign_hash(self) -> str:
        """SHA-256 of campaign.yaml, the areas file and the map: the version of the description."""
        parts = [self.description / "campaign.yaml", self.description / self.campaign.areas]
        drawn = self.description / self.campaign.map.file if self.campaign.map else None
        if drawn is not None and drawn.is_file():  # where it is missing, `brief` says so
            parts.append(drawn)
        return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()

    @cached_property
    def letter_readers(self) -> dict[str, LetterReader]:
        """A reader for each layout of letters: it gathers all names of areas once."""
        layouts = self.campaign.layouts.items()
        return {c: LetterReader(one, self.campaign, self.tree) for c, one in layouts if isinstance(one, ProseLayout)}

    def entries(self) -> list[Entry]:
        """Return the journal."""
        return read_entries(self.journal)

    def written(self) -> list[Written]:
        """Return the journal, each entry with its place in it."""
        return read_journal(self.journal)

    def bytes_of(self, return_id: str) -> bytes:
        """Return a received file as it came.

        Raises:
            NotFoundError: the file is gone from returns/.
            StorageError: it cannot be read, or is not what was received.
        """
        # What a kill left half written lies beside it under a name of its own.
        found = next((p for p in self.returns.glob(f"{return_id}*") if not p.name.endswith(".tmp")), None)
        if found is None:
            raise NotFoundError(f"{self.returns}: the return {return_id[:12]} is gone. Restore it from a copy.")
        try:
            blob = found.read_bytes()
        except OSError as exc:
            raise StorageError(f"{found}: cannot be read: {exc.strerror}. Check its rights.") from None
        if hashlib.sha256(blob).hexdigest() != return_id:
            raise StorageError(f"{found}: was changed after it was received. Restore it from a copy.")
        return blob


def open_folder(path: Path) -> Folder:
    """Return the campaign in a folder.

    Raises:
        NotFoundError: there is no campaign.yaml in it.
    """
    if not (path / "campaign.yaml").is_file():
        raise NotFoundError(f"{path}: there is no campaign.yaml here. Make a campaign with: crossfoot new {path}")
    return Folder(path)
