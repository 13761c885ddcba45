"""`lock.json`: the key of a locked library, wrapped by its passphrase.

The files are sealed with a random key, which is kept here under a key derived from the passphrase: so the passphrase
can be changed without writing every file anew. It is derived by scrypt (RFC 7914) with N = 2^17, r = 8, p = 1, the
least that OWASP's Password Storage Cheat Sheet asks of scrypt: 128 MiB and about 0.4 s for each guess. Argon2id, its
first choice, is missing from `cryptography` where that is built on an OpenSSL before 3.2, and a library locked on one
computer has to open on another. The numbers are kept beside the key, so that they can grow.

A checksum over the rest tells a damaged file from a wrong passphrase. It says nothing about either secret.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import TYPE_CHECKING, Literal

import msgspec

from workbook.library.errors import LockProblem, WrongPassphrase, reason
from workbook.library.sealing import KEY_SIZE, LOCK_ID_SIZE, NONCE_SIZE, Seal
from workbook.ready import made_ready

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

NAME = "lock.json"
VERSION = 1
WANTED = "cryptography>=42,<51"
"""The package with the cipher, as pyproject.toml has it."""
MOST_MEMORY = 1 << 30
"""Bytes that deriving a key may take: a file that asks for more is no lock of ours."""


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a guess at the passphrase costs, as scrypt counts it."""

    n: int = 1 << 17
    r: int = 8
    p: int = 1

    @property
    def is_sane(self) -> bool:
        """Whether these numbers are such as scrypt takes, and can be worked with here."""
        is_power = self.n > 1 and self.n & (self.n - 1) == 0
        return is_power and 1 <= self.r <= 64 and 1 <= self.p <= 64 and 128 * self.n * self.r <= MOST_MEMORY


class LockFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is in the file. Bytes are written in base64."""

    format: Literal["recovery-workbook-lock"] = "recovery-workbook-lock"
    version: Literal[1] = 1
    cipher: Literal["ChaCha20-Poly1305"] = "ChaCha20-Poly1305"
    kdf: Literal["scrypt"] = "scrypt"
    cost: Cost
    salt: bytes
    lock_id: bytes
    """The number of the lock, which every file sealed by it carries."""
    nonce: bytes
    wrapped_key: bytes
    checksum: str = ""
    """SHA-256 of this file's JSON with an empty checksum."""

    def to_bytes(self) -> bytes:
        """Return the file as it is written."""
        whole = msgspec.structs.replace(self, checksum=self._sum())
        return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"

    def _sum(self) -> str:
        import hashlib

        bare = msgspec.structs.replace(self, checksum="")
        return hashlib.sha256(msgspec.json.encode(bare)).hexdigest()

    @property
    def is_whole(self) -> bool:
        """Whether nothing in it was changed since it was written."""
        sizes = (len(self.lock_id), len(self.nonce))
        return self.checksum == self._sum() and self.cost.is_sane and sizes == (LOCK_ID_SIZE, NONCE_SIZE)

    def open(self, passphrase: str) -> Seal:
        """Return the seal this passphrase opens. Takes a moment, by intent. Raises WrongPassphrase, LockProblem."""
        from cryptography.exceptions import InvalidTag

        cipher = _wrapping(passphrase, self.salt, self.cost)
        try:
            key = cipher.decrypt(self.nonce, self.wrapped_key, _bound(self.lock_id))
        except InvalidTag:
            key = b""
        if not key:  # raised here, where no frame of the cipher's is in the traceback
            raise WrongPassphrase
        return Seal(key, self.lock_id)


made_ready(LockFile)


def new_seal() -> Seal:
    """Return a seal with a key that never was before. Raises LockProblem."""
    require_cipher()
    return Seal(os.urandom(KEY_SIZE), os.urandom(LOCK_ID_SIZE))


def wrap(seal: Seal, passphrase: str, cost: Cost) -> LockFile:
    """Return the file that opens `seal` with this passphrase. Raises LockProblem."""
    salt, nonce = os.urandom(16), os.urandom(NONCE_SIZE)
    cipher = _wrapping(passphrase, salt, cost)
    wrapped = cipher.encrypt(nonce, seal.key, _bound(seal.lock_id))
    return LockFile(cost=cost, salt=salt, lock_id=seal.lock_id, nonce=nonce, wrapped_key=wrapped)


def read(folder: Path) -> LockFile | None:
    """Return the lock of a library, or None where it has none. Raises LockProblem; never changes the file."""
    path = folder / NAME
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise LockProblem(f"{path} is a link to a file that is not there. {_BACK}") from None
        return None
    except OSError as error:
        raise LockProblem(f"{path} cannot be read: {reason(error)}. Without it nothing can be unlocked.") from None
    return understand(data, path)


_BACK = (
    "Without it nothing here can be unlocked; it was left as it is. "
    "Put back a good copy of this one file, from a backup or another computer, and all is as before."
)


def understand(data: bytes, path: Path) -> LockFile:
    """Return what the bytes of a lock say. Raises LockProblem."""
    try:
        found = msgspec.json.decode(data, type=LockFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        if _version(data) > VERSION:
            raise LockProblem(f"{path} was made by a newer version of this program. Please update.") from None
        raise LockProblem(f"{path} is damaged. {_BACK}") from None
    if not found.is_whole:
        raise LockProblem(f"{path} is damaged. {_BACK}")
    return found


class _Versioned(msgspec.Struct):
    format: Literal["recovery-workbook-lock"]
    version: int


made_ready(_Versioned)


def _version(data: bytes) -> int:
    """Return which version of a lock's file this is; 0 if it is none."""
    try:
        return msgspec.json.decode(data, type=_Versioned).version
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return 0


def require_cipher() -> None:
    """Raise LockProblem, saying what to install, where there is no cipher."""
    try:
        import cryptography.hazmat.primitives.ciphers.aead  # noqa: F401
    except ImportError:
        raise LockProblem(
            "A lock needs the package `cryptography`, which is not installed. To install it, type\n"
            f'    "{sys.executable}" -m pip install "{WANTED}"'
        ) from None


def _bound(lock_id: bytes) -> bytes:
    """Return what a wrapped key is bound to."""
    return b"recovery-workbook lock, version 1\n" + lock_id


def _wrapping(passphrase: str, salt: bytes, cost: Cost) -> ChaCha20Poly1305:
    """Return the cipher a key is wrapped with. One passphrase typed in two ways is one: NFC, as RFC 8265 has it."""
    require_cipher()
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return ChaCha20Poly1305(Scrypt(salt=salt, length=KEY_SIZE, n=cost.n, r=cost.r, p=cost.p).derive(typed))
    except MemoryError:
        needed = 128 * cost.n * cost.r >> 20
        raise LockProblem(f"There is too little memory free just now: unlocking needs {needed} MiB.") from None
