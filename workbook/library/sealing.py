"""The cipher of a locked library: bytes as they are kept, and back.

A sealed file is one line of plain text that says what it is, the number of the lock it belongs to (16 bytes), a nonce
(12 bytes), and the words under ChaCha20-Poly1305 (RFC 8439): that cipher takes the same time whatever it works on
also on processors without instructions for AES. Every write draws a new nonce from the system's randomness; 2^32
writes under one key, more than two centuries of one a second, keep the chance that one ever comes twice below 2^-32
(NIST SP 800-38D, 8.3). The line, the number of the lock and which file it is are bound in as associated data: a file
in the place of another is refused like one that was damaged.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from workbook.library.errors import DamagedFile

if TYPE_CHECKING:
    from pathlib import Path

FAMILY = b"recovery-workbook sealed file, version "
HEADER = FAMILY + b"1\n"
KEY_SIZE = 32
LOCK_ID_SIZE = 16
NONCE_SIZE = 12


def is_sealed(data: bytes) -> bool:
    """Whether these bytes say that they are a sealed file, of whatever version."""
    return data.startswith(FAMILY)


class Seal:
    """Seals and opens with one key, which is in this object and nowhere else. For any thread."""

    def __init__(self, key: bytes, lock_id: bytes) -> None:
        """Work with `key`, of the lock that has this number."""
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        self.lock_id = lock_id
        self._key = key
        self._cipher = ChaCha20Poly1305(key)
        self._start = HEADER + lock_id

    @property
    def key(self) -> bytes:
        """The key, to be wrapped under another passphrase."""
        return self._key

    def close(self, plain: bytes, identity: str) -> bytes:
        """Return `plain` sealed as the file called `identity`."""
        nonce = os.urandom(NONCE_SIZE)
        return self._start + nonce + self._cipher.encrypt(nonce, plain, self._start + identity.encode())

    def open(self, sealed: bytes, identity: str, path: Path) -> bytes:
        """Return what was sealed as the file called `identity`; raise DamagedFile, naming `path`, if it was not."""
        from cryptography.exceptions import InvalidTag

        if not is_sealed(sealed):
            raise DamagedFile(path, "it is not sealed like the rest of this locked library")
        if not sealed.startswith(HEADER):
            raise DamagedFile(path, "it was sealed by a newer version of this program, or is damaged")
        if not sealed.startswith(self._start):
            raise DamagedFile(path, "it was sealed by another lock, or is damaged")
        rest = sealed[len(self._start) :]
        try:
            return self._cipher.decrypt(rest[:NONCE_SIZE], rest[NONCE_SIZE:], self._start + identity.encode())
        except (InvalidTag, ValueError):
            pass
        raise DamagedFile(path, "it was changed since it was sealed, or put in the place of another file")

    def __repr__(self) -> str:
        return "Seal(…)"
