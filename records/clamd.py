"""The protocol of ClamAV's clamd, as far as a stream needs it (`man clamd`, INSTREAM)."""

import socket
import struct
from typing import IO
from urllib.parse import urlsplit

PIECE = 64 * 1024
SECONDS = 60  # that it may be silent
LONGEST_ANSWER = 4096


class NoAnswer(Exception):
    """The scanner is not there, or says nothing of the file; the message says why."""


def ask(address: str, command: str, content: IO[bytes] | None = None) -> str:
    """Return the answer to one command, sent with the content if there is any.

    `address` is `unix:/path`, `tcp://host:port` or `host:port`. Raises NoAnswer.
    """
    try:
        with _connected(address) as connection:
            connection.sendall(f"z{command}\0".encode())
            if content:
                _send(connection, content)
            return _answer(connection)
    except (OSError, ValueError) as wrong:
        raise NoAnswer(f"The scanner at {address} does not answer: {wrong}") from wrong


def _connected(address: str) -> socket.socket:
    if address.startswith("unix:"):
        path = address.removeprefix("unix:").removeprefix("//")
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(SECONDS)
        try:
            connection.connect(path)
        except OSError:
            connection.close()
            raise
        return connection
    at = urlsplit(f"//{address.removeprefix('tcp:').lstrip('/')}")
    return socket.create_connection((at.hostname, at.port or 3310), timeout=SECONDS)


def _send(connection: socket.socket, content: IO[bytes]) -> None:
    """Send the content in pieces, each after its length, and an empty one at the end."""
    try:
        while piece := content.read(PIECE):
            connection.sendall(struct.pack("!L", len(piece)) + piece)
        connection.sendall(struct.pack("!L", 0))
    except (BrokenPipeError, ConnectionResetError):
        return  # it has hung up before the end, and its answer says why


def _answer(connection: socket.socket) -> str:
    answer = b""
    while len(answer) < LONGEST_ANSWER and (piece := connection.recv(LONGEST_ANSWER)):
        answer += piece
    return answer.rstrip(b"\0\n").decode(errors="replace")
