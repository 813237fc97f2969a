"""Start the portal and stay until it is stopped: status 0 when asked to, 1 when it cannot run."""

import http.client
import json
import os
import socket
import sys

from lscb_portal.serve import children, preflight
from lscb_portal.serve.children import Child, Command
from lscb_portal.serve.options import CannotStart, Options, options_from
from lscb_portal.serve.supervisor import Stopped, Supervisor

BROKER_SECONDS = 10
WEB_SECONDS = 60


def main() -> int:
    try:
        options = options_from(os.environ)
        with preflight.lock(options.var) as lock:
            preflight.check(options)
            serve(options, lock.fileno())
    except CannotStart as sentence:
        print(f"portal: {sentence}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 1  # before there was anything to stop
    return 0


def serve(options: Options, lock_descriptor: int) -> None:
    """Start everything in order, watch it, and leave nothing behind."""
    supervisor = Supervisor()
    supervisor.obey_signals()
    environment = options.environment()

    def start(command: Command) -> Child:
        return Child(command, environment, lock_descriptor)

    try:
        if options.has_embedded_broker:
            supervisor.watch(start(children.broker(options)))
        supervisor.see_out(start(children.prepare(options)))
        if options.has_embedded_broker:
            wait_for_broker(supervisor, options)
        supervisor.watch(start(children.web(options)))
        wait_for_web(supervisor, options)  # alone: it is what people wait for
        supervisor.watch(start(children.worker()))
        supervisor.watch(start(children.beat(options.schedule_file)))
        announce(supervisor, options)
        supervisor.run()
    except Stopped:
        supervisor.say("portal", "stopping")
    finally:
        supervisor.stop()
    supervisor.say("portal", "stopped")


def wait_for_broker(supervisor: Supervisor, options: Options) -> None:
    def accepts() -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(options.broker_socket)) == 0

    supervisor.wait_until(
        accepts, seconds=BROKER_SECONDS, otherwise="The embedded broker did not start."
    )


def wait_for_web(supervisor: Supervisor, options: Options) -> None:
    def answers() -> bool:
        knock = http.client.HTTPConnection(options.reachable_host, options.port, timeout=2)
        try:
            knock.request("GET", "/healthz")
            with knock.getresponse():
                return True  # even 503 is an answer: it says what is amiss
        except (OSError, http.client.HTTPException):
            return False
        finally:
            knock.close()

    supervisor.wait_until(answers, seconds=WEB_SECONDS, otherwise="The web server did not start.")


def announce(supervisor: Supervisor, options: Options) -> None:
    """Print the address and who can sign in to the demo."""
    rows = json.loads(options.logins_file.read_text())
    columns = ("role", "board", "email", "password")
    widths = [max([len(column), *(len(str(row[column])) for row in rows)]) for column in columns]
    lines = ["", f"The portal is at {options.address} (Ctrl-C stops it)"]
    if rows:
        table = [columns, *([str(row[column]) for column in columns] for row in rows)]
        lines += ["Fictional people who can sign in:", ""]
        lines += [
            "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True))
            for cells in table
        ]
    for line in [*lines, ""]:
        supervisor.say("portal", line.rstrip())


if __name__ == "__main__":
    sys.exit(main())
