"""Begin a campaign: a folder with a description to fill in."""

from datetime import date
from importlib.resources import files
from pathlib import Path

from crossfoot.engine.files import write_whole
from crossfoot.errors import AlreadyThereError

STARTER = ("campaign.yaml", "areas.csv")
FOLDERS = ("inbox",)


def new(path: Path, *, name: str | None = None, starts: date) -> list[Path]:
    """Write a commented campaign.yaml, a small areas.csv and an empty inbox; return what was written.

    Raises:
        AlreadyThereError: the folder holds a campaign already.
        StorageError: the folder cannot be written.
    """
    if (path / "campaign.yaml").exists():
        raise AlreadyThereError(f"{path}: there is a campaign already. Choose another folder.")
    written = []
    title = (name or path.name.replace("-", " ").replace("_", " ").capitalize()).replace('"', "'")
    for file in STARTER:
        text = files("crossfoot.campaign").joinpath("starter", file).read_text("utf-8")
        text = text.replace("{{ campaign name }}", title).replace("{{ starts }}", starts.isoformat())
        write_whole(path / file, text.encode())
        written.append(path / file)
    for folder in FOLDERS:
        (path / folder).mkdir(exist_ok=True)
        written.append(path / folder)
    return written
