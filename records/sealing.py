"""Documents at rest: AES-256-GCM in chunks, so that a large one never has to fit in memory.

A sealed file is a header (`SEAL1`, the length and text of the key's name, eight random bytes) and
chunks of at most CHUNK bytes of content, each with its tag. The nonce of a chunk is the random
bytes and its number; header, number and whether it is the last are authenticated, so that chunks
cannot be changed, swapped, cut off or carried to another file.
"""

import base64
import binascii
import io
import os
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"SEAL1"
CHUNK = 1024 * 1024
TAG = 16


class Tampered(Exception):
    """The sealed file is not what was kept: changed, cut off, or sealed with an unknown key."""


@dataclass(frozen=True)
class Keys:
    """Named keys of 32 bytes. The first seals; all of them open."""

    by_name: Mapping[str, bytes]

    @classmethod
    def parse(cls, text: str) -> "Keys":
        """Read `name:base64,name:base64`; raises ValueError, naming what is wrong."""
        found: dict[str, bytes] = {}
        for part in text.replace(" ", "").split(","):
            name, _, encoded = part.partition(":")
            try:
                key = base64.b64decode(encoded, validate=True)
            except binascii.Error as wrong:
                raise ValueError(f"The key “{name}” is not base64.") from wrong
            if not name or len(key) != 32:
                raise ValueError(
                    f"The key “{name}” must be a name, a colon and 32 bytes in base64."
                )
            found[name] = key
        return cls(found)

    @property
    def current(self) -> str:
        return next(iter(self.by_name))


class Sealing:
    """Content on its way into a sealed file, piece by piece; `finish` makes it whole.

    No more than a chunk and a piece is ever held.
    """

    def __init__(self, to: IO[bytes], keys: Keys) -> None:
        name = keys.current.encode()
        self.to, self.cipher = to, AESGCM(keys.by_name[keys.current])
        self.header = MAGIC + bytes([len(name)]) + name + os.urandom(8)
        self.number, self.held = 0, bytearray()
        to.write(self.header)

    def write(self, piece: bytes) -> None:
        """The piece follows what was written before."""
        self.held += piece
        while len(self.held) > CHUNK:
            self._seal(bytes(self.held[:CHUNK]), is_last=False)
            del self.held[:CHUNK]

    def finish(self) -> None:
        """What is held is the last chunk."""
        self._seal(bytes(self.held), is_last=True)

    def _seal(self, chunk: bytes, *, is_last: bool) -> None:
        bound = _bound(self.header, self.number, chunk, is_last=is_last)
        self.to.write(self.cipher.encrypt(*bound))
        self.number += 1


def seal(content: IO[bytes], to: IO[bytes], keys: Keys) -> None:
    """`to` holds the content, sealed with the current key."""
    sealing = Sealing(to, keys)
    while piece := content.read(CHUNK):
        sealing.write(piece)
    sealing.finish()


class Opened(io.RawIOBase):
    """A sealed file read as its content, from any place, one chunk in memory at a time.

    Raises Tampered, here or on reading, where it is not what was sealed.
    """

    def __init__(self, sealed: IO[bytes], keys: Keys) -> None:
        self.sealed = sealed
        self.header, name = _header(sealed)
        if name not in keys.by_name:
            raise Tampered(
                f"It was sealed with the key “{name}”, which is not among DOCUMENT_KEYS."
            )
        self.cipher = AESGCM(keys.by_name[name])
        length = sealed.seek(0, os.SEEK_END) - len(self.header)
        self.last = max(length - 1, 0) // (CHUNK + TAG)
        self.size = max(length - TAG * (self.last + 1), 0)
        self.at = 0
        # The last chunk says where the content ends: opened first, it shows what was cut off.
        self.number, self.chunk = self.last, self._open(self.last)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Return the new place; one before the beginning is the beginning."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self.at, os.SEEK_END: self.size}[whence]
        self.at = max(start + offset, 0)
        return self.at

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the chunk at this place goes."""
        if self.at >= self.size:
            return 0
        number, offset = divmod(self.at, CHUNK)
        if number != self.number:
            self.chunk, self.number = self._open(number), number
        piece = self.chunk[offset : offset + len(buffer)]
        buffer[: len(piece)] = piece
        self.at += len(piece)
        return len(piece)

    def _open(self, number: int) -> bytes:
        self.sealed.seek(len(self.header) + number * (CHUNK + TAG))
        chunk = self.sealed.read(CHUNK + TAG)
        try:
            return self.cipher.decrypt(
                *_bound(self.header, number, chunk, is_last=number == self.last)
            )
        except InvalidTag as wrong:
            raise Tampered("Its content was changed or cut off after it was kept.") from wrong


def key_of(sealed: IO[bytes]) -> str:
    """Return the name of the key that it was sealed with."""
    return _header(sealed)[1]


def _header(sealed: IO[bytes]) -> tuple[bytes, str]:
    start = sealed.read(len(MAGIC) + 1)
    if len(start) < len(MAGIC) + 1 or not start.startswith(MAGIC):
        raise Tampered("It is not a sealed document.")
    rest = sealed.read(start[-1] + 8)
    if len(rest) < start[-1] + 8:
        raise Tampered("Its beginning was cut off.")
    return start + rest, rest[:-8].decode(errors="replace")


def _bound(
    header: bytes, number: int, chunk: bytes, *, is_last: bool
) -> tuple[bytes, bytes, bytes]:
    """Return the nonce, the chunk and what is authenticated beside it."""
    place = struct.pack(">I", number)
    return header[-8:] + place, chunk, header + place + bytes([is_last])
