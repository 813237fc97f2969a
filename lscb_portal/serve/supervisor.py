"""Keeps the children running, passes on what they say and stops them together."""

import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable
from types import FrameType

from lscb_portal.serve.children import Child
from lscb_portal.serve.options import CannotStart

STOP_SECONDS = 7  # for all but the broker, which then has what is left of ten
BROKER_STOP_SECONDS = 2
TOO_MANY_DEATHS = 5
TOO_SHORT_A_TIME = 30  # seconds
LONGEST_WAIT = 8.0  # seconds before a child is started again
TICK = 0.2  # seconds
PIPE_BYTES = 65536  # what a pipe can hold, so that one read empties that of a dead child


class Stopped(Exception):
    """Somebody asked for the portal to stop."""


class Supervisor:
    """One thread: it reads the children's output, sees them die and starts them again."""

    def __init__(self) -> None:
        self.children: list[Child] = []
        self.selector = selectors.DefaultSelector()
        self.unfinished: dict[str, bytes] = {}
        self.is_stopping = False

    def obey_signals(self) -> None:
        """From here on Ctrl-C, SIGTERM and a closed terminal stop everything."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask_to_stop)
        # A signal ends the wait for output at once.
        self.wakeup, self.signalled = socket.socketpair()
        self.signalled.setblocking(False)
        signal.set_wakeup_fd(self.signalled.fileno(), warn_on_full_buffer=False)
        self.selector.register(self.wakeup, selectors.EVENT_READ)

    def watch(self, child: Child) -> None:
        """Keep this child running from now on."""
        self.children.append(child)
        self._listen_to(child)

    def see_out(self, child: Child) -> None:
        """Wait for a child that runs once; CannotStart when it fails."""
        self._listen_to(child)
        try:
            while child.is_running():
                self.tick()
        finally:
            self._stop_listening_to(child)
            status = child.clear_away()
        if status != 0:
            raise CannotStart(f"'{child.name}' failed: its last lines are above.")

    def wait_until(self, is_so: Callable[[], bool], *, seconds: float, otherwise: str) -> None:
        """Watch until something is so; CannotStart when that takes too long."""
        deadline = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > deadline:
                raise CannotStart(otherwise)
            self.tick()

    def run(self) -> None:
        """Watch until somebody asks to stop (Stopped) or a child keeps dying (CannotStart)."""
        while True:
            self.tick()

    def tick(self) -> None:
        """Pass on what was said, and start again what has died and waited."""
        self._pass_on(TICK)
        if self.is_stopping:
            raise Stopped
        for child in self.children:
            if child.start_again_at is None:
                if not child.is_running():
                    self._note_death(child)
            elif time.monotonic() >= child.start_again_at:
                child.start()
                self._listen_to(child)

    def stop(self) -> None:
        """Stop everything within ten seconds, the broker last."""
        brokers = [child for child in self.children if child.name == "broker"]
        self._stop([child for child in self.children if child not in brokers], STOP_SECONDS)
        self._stop(brokers, BROKER_STOP_SECONDS)

    def say(self, name: str, line: str) -> None:
        try:
            print(f"{name:<7} | {line}", flush=True)
        except BrokenPipeError:
            # Nobody reads any more. Python would complain again when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            self.is_stopping = True

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.is_stopping = True

    def _listen_to(self, child: Child) -> None:
        self.selector.register(child.output, selectors.EVENT_READ, child)

    def _stop_listening_to(self, child: Child) -> None:
        """Say what the child said last."""
        if not child.output.closed:
            self._read(child)
        if not child.output.closed:  # something that it started still holds the other end
            self._close(child)

    def _pass_on(self, seconds: float) -> None:
        for key, _ in self.selector.select(seconds):
            if key.data is None:
                self.wakeup.recv(64)
            else:
                self._read(key.data)

    def _read(self, child: Child) -> None:
        """Say the whole lines that a child has written and keep the rest for the next time."""
        new = child.output.read(PIPE_BYTES)
        *lines, rest = (self.unfinished.pop(child.name, b"") + (new or b"")).split(b"\n")
        for line in lines:
            self.say(child.name, line.decode(errors="replace").rstrip())
        if rest:
            self.unfinished[child.name] = rest
        if new == b"":
            self._close(child)

    def _close(self, child: Child) -> None:
        if rest := self.unfinished.pop(child.name, b""):
            self.say(child.name, rest.decode(errors="replace"))
        self.selector.unregister(child.output)
        child.output.close()

    def _note_death(self, child: Child) -> None:
        """Say when a dead child is started again, or give up."""
        self._stop_listening_to(child)
        status = child.clear_away()
        now = time.monotonic()
        deaths = sum(1 for at in child.deaths if at > now - TOO_SHORT_A_TIME)
        how = f"signal {-status}" if status < 0 else f"exit status {status}"
        if deaths >= TOO_MANY_DEATHS:
            raise CannotStart(
                f"{child.name} died {deaths} times in {TOO_SHORT_A_TIME} seconds ({how}): "
                "mend what its last lines above say and start again."
            )
        wait = min(0.5 * 2 ** (deaths - 1), LONGEST_WAIT)
        child.start_again_at = now + wait
        self.say("portal", f"{child.name} died ({how}); starting it again in {wait:g} s")

    def _stop(self, children: list[Child], seconds: float) -> None:
        running = [child for child in children if child.is_running()]
        for child in running:
            child.ask_to_stop()
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and any(child.is_running() for child in running):
            self._pass_on(TICK / 4)
        for child in running:
            if child.is_running():
                self.say("portal", f"{child.name} did not stop in time and was killed")
            child.clear_away()
