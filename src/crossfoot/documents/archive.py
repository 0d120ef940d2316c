"""Zipped documents opened with care: no bombs, no document types, nothing outside its limits."""

import io
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers import expat

from crossfoot.errors import UnreadableReturnError

MOST_ENTRIES = 10_000
MOST_BYTES = 256 * 2**20  # of all entries unpacked
STEEPEST = 500  # unpacked size by packed size, of an entry above SMALL
SMALL = 2**20
NOT_WHOLE = "The file is damaged: it is not a whole zip archive. Save it anew."
DAMAGED = "The file is damaged inside. Open it where it was made and save it anew."
TOO_MUCH = "The file unpacks to far more than a document holds: not read. Ask its sender for another copy."


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Open a zipped document once its own directory says that it is of a sane size.

    Raises:
        UnreadableReturnError: it is damaged, or unpacks to more than the limits allow.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableReturnError(NOT_WHOLE) from error
    entries = archive.infolist()
    large = [entry for entry in entries if entry.file_size > SMALL]
    steep = any(entry.file_size > STEEPEST * (entry.compress_size + 1) for entry in large)
    if steep or len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise UnreadableReturnError(TOO_MUCH)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableReturnError("The file is locked with a password. Save it without one.")
    return archive


def entry_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one entry, read no further than the limit whatever the directory claims.

    Raises:
        UnreadableReturnError: the entry is not there, damaged or too large.
    """
    try:
        with archive.open(name) as stream:
            content = stream.read(MOST_BYTES + 1)
    except KeyError as error:
        raise UnreadableReturnError(f"The file has no {name} in it: it is not what its name says.") from error
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        zlib.error,
    ) as error:
        raise UnreadableReturnError(DAMAGED) from error
    if len(content) > MOST_BYTES:
        raise UnreadableReturnError(TOO_MUCH)
    return content


def parse_xml(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    characters: Callable[[str], None],
) -> None:
    """Run handlers over XML; names come as `namespace name`. A document type is refused.

    Raises:
        UnreadableReturnError: it is not well formed or declares a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = refuse_doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableReturnError(DAMAGED) from error


def refuse_doctype(*_declaration: object) -> None:
    """Refuse a document type; office formats never have one."""
    raise UnreadableReturnError("The file declares XML entities, which no office program writes: not read.")
