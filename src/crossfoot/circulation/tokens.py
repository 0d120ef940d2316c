"""What only we can have written: the Message-ID of each message, and the token that acknowledges it."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from crossfoot.engine.files import write_whole
from crossfoot.errors import StorageError

KEY_FILE = "circulation.key"
VARIABLE = "CROSSFOOT_CIRCULATION_KEY"
SIZE = 32  # hexadecimal digits: 128 bits
SHORTEST = 16  # characters of a key
PRIVATE = 0o600


def read_key(folder: Path) -> bytes:
    """Return the key that tokens are signed with: of the environment, of the campaign's folder, or a new one there.

    Raises:
        StorageError: the key is too short, or cannot be read or written.
    """
    given = os.environ.get(VARIABLE, "").strip()
    path = folder / KEY_FILE
    try:
        if not given and not path.exists():
            write_whole(path, f"{secrets.token_hex(SIZE)}\n".encode())
            path.chmod(PRIVATE)
        key = given or path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as exc:
        raise StorageError(f"{path}: cannot be read: {exc}. Restore it from a copy.") from None
    if len(key) < SHORTEST:
        raise StorageError(f"{VARIABLE if given else path}: the key is too short. Use at least {SHORTEST} characters.")
    return key.encode()


def message_id_of(key: bytes, number: str, sender: str, area: str, reminder: str, domain: str) -> str:
    """Return the Message-ID of a message: always the same for the same message."""
    return f"<crossfoot.{number}.{_signed(key, 'message', number, sender, area, reminder)}@{domain}>"


def token_of(key: bytes, number: str, area: str) -> str:
    """Return the token by which an area acknowledges an issue: 32 hexadecimal digits (HMAC-SHA-256, RFC 2104)."""
    return _signed(key, "token", number, area)


def _signed(key: bytes, *parts: str) -> str:
    return hmac.new(key, "\0".join(parts).encode(), hashlib.sha256).hexdigest()[:SIZE]
