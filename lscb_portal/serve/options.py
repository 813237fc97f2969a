"""What the environment asks `make run` for."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


class CannotStart(Exception):
    """One sentence for the operator: what is wrong and how to mend it."""


@dataclass(frozen=True)
class Options:
    host: str
    port: int
    var: Path
    database_url: str | None
    redis_url: str | None

    @property
    def broker_socket(self) -> Path:
        return self.var / "broker.sock"

    @property
    def has_embedded_broker(self) -> bool:
        return self.redis_url is None

    @property
    def logins_file(self) -> Path:
        """Return where the preparation leaves the demo's people, as JSON."""
        return self.var / "demo-logins.json"

    @property
    def schedule_file(self) -> Path:
        return self.var / "celerybeat-schedule"

    @property
    def bind(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def reachable_host(self) -> str:
        """Return the host to knock at: one that listens everywhere is knocked at here."""
        here = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - compared with, not bound to
        return here.get(self.host, self.host)

    @property
    def address(self) -> str:
        name = "localhost" if self.reachable_host == "127.0.0.1" else self.bind.rpartition(":")[0]
        return f"http://{name}:{self.port}/"

    def environment(self) -> dict[str, str]:
        """Return the environment of the children, which read the same settings."""
        return {
            **os.environ,
            "PORTAL_VAR": str(self.var),
            "PORT": str(self.port),
            "PYTHONUNBUFFERED": "1",
        }


def options_from(environ: Mapping[str, str]) -> Options:
    """Return the options, an empty variable counting as an absent one."""
    port = environ.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        raise CannotStart(f"PORT is {port!r}: set it to a number from 1 to 65535.")
    return Options(
        host=environ.get("HOST") or "127.0.0.1",
        port=int(port),
        var=Path(environ.get("PORTAL_VAR") or PROJECT / "var").resolve(),
        database_url=environ.get("DATABASE_URL") or None,
        redis_url=environ.get("REDIS_URL") or None,
    )
