"""A malware scanner on a port, which speaks as ClamAV's clamd does and knows one signature."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast

SIGNATURE = b"EICAR-STANDARD" + b"-ANTIVIRUS-TEST-FILE"
LARGEST_PIECE = 1024 * 1024


@dataclass
class Scanner:
    """Where it listens, and the size of every file that it was sent."""

    address: str
    scanned: list[int] = field(default_factory=list)


class Answering(socketserver.StreamRequestHandler):
    """One command, `z…` and a null: PING, or INSTREAM with pieces after their lengths."""

    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        if command == b"zPING\0":
            self.wfile.write(b"PONG\0")
        elif command == b"zINSTREAM\0":
            self.wfile.write(self._scan())

    def _scan(self) -> bytes:
        size, before, is_infected = 0, b"", False
        while length := struct.unpack("!L", self.rfile.read(4))[0]:
            if length > LARGEST_PIECE:
                return b"INSTREAM size limit exceeded. ERROR\0"
            piece = self.rfile.read(length)
            is_infected |= SIGNATURE in before + piece
            size, before = size + length, piece[-len(SIGNATURE) :]
        cast("Listening", self.server).scanner.scanned.append(size)
        return b"stream: Eicar-Signature FOUND\0" if is_infected else b"stream: OK\0"


class Listening(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    scanner: Scanner


@contextmanager
def malware_scanner() -> Iterator[Scanner]:
    with Listening(("127.0.0.1", 0), Answering) as server:
        server.scanner = Scanner("tcp://{}:{}".format(*server.server_address[:2]))
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield server.scanner
        finally:
            server.shutdown()
            thread.join()
