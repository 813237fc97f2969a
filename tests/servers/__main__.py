import os
import signal
import subprocess
import sys

from tests.servers.postgresql import postgres_cluster


def main(command: list[str]) -> int:
    """Run the command on a throwaway cluster and return its exit status."""
    if not command:
        print("usage: python -m tests.servers COMMAND…", file=sys.stderr)
        return 2
    with postgres_cluster() as url:
        child = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url})
        # Ctrl-C reaches the command too: it is the command that decides when it has ended.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        return child.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
