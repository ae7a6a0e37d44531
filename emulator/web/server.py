"""The HTTP server: cheroot, hardened. Source: reference/winrm.md 5 (each cure was proved)."""

import logging
import socket
from collections import Counter
from threading import Lock
from typing import Any, Final

from cheroot import wsgi
from cheroot.server import HTTPConnection
from cheroot.workers.threadpool import ThreadPool

from emulator.winrm.reply import Connection

WORKERS_MIN: Final = 8
WORKERS_MAX: Final = 256
"""Long polls hold a worker each (200 at most, winrm.polls); the rest is for other requests."""

WORKERS_PER_ADDRESS_MAX: Final = 240
"""One address cannot take all workers with half-sent requests."""

KEEP_ALIVE_SECONDS: Final = 900
KEEP_ALIVE_CONNECTIONS_MAX: Final = 2000
READ_SECONDS_MAX: Final = 10
"""How long a worker waits for the next bytes of a request, or for a slow reader of an answer."""

HEADER_BYTES_MAX: Final = 64 * 1024
BODY_BYTES_DRAINED: Final = 16 << 20
"""A body above the application's limit is read to its end and thrown away, so that the client
sees the 413; one above this is cut off."""

CONNECTION_KEY: Final = "hvemu.connection"
"""Where the WSGI environment has the connection of a request."""

log = logging.getLogger("hvemu.web")


class _Connection(HTTPConnection):
    """A connection whose reads end, and which knows what WinRM keeps with it."""

    def __init__(self, server: Any, sock: socket.socket, *more: Any) -> None:
        super().__init__(server, sock, *more)
        # cheroot has one time-out for keeping alive and for reading; a reader needs a short one.
        sock.settimeout(READ_SECONDS_MAX)
        self.was_parked = False
        self.wsman: Connection | None = None

    def communicate(self) -> bool:
        """Answer the requests that have arrived; True where the connection stays open."""
        with self.server.busy.place(str(self.remote_addr)) as has_place:
            return bool(super().communicate()) if has_place else False  # type: ignore[no-untyped-call]


class _Gateway(wsgi.Gateway_10):
    """Puts the connection into the environment: it is where authentication may live."""

    def get_environ(self) -> dict[str, Any]:  # type: ignore[override]  # cheroot's stub is wrong
        """Return the environment of a request."""
        environ: dict[str, Any] = super().get_environ()  # type: ignore[no-untyped-call]
        connection = self.req.conn
        if connection.wsman is None:
            host, port = self.req.server.bind_addr[:2]
            connection.wsman = Connection(
                address=str(connection.remote_addr), server_url=f"http://{host}:{port}/wsman"
            )
        environ[CONNECTION_KEY] = connection.wsman
        return environ


class _Workers(ThreadPool):
    """A pool that grows when all its threads are busy."""

    def grow(self, amount: int) -> None:
        """Add threads without waiting for each to say that it runs (cheroot waits 0.1 s)."""
        threads: list[Any] = self._threads  # type: ignore[attr-defined]  # not in the stub
        room = max(int(self.max) - len(threads), 0)
        spawn = self._spawn_worker  # type: ignore[attr-defined]
        threads.extend(spawn() for _ in range(min(amount, room)))

    def grow_if_busy(self) -> None:
        """Add a thread when what waits already needs all idle ones."""
        if self.idle <= self.qsize:
            self.grow(1)


class _Busy:
    """How many workers each address keeps busy."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count: Counter[str] = Counter()

    def place(self, address: str) -> "_Place":
        return _Place(self, address)

    def enter(self, address: str) -> bool:
        with self._lock:
            if self._count[address] >= WORKERS_PER_ADDRESS_MAX:
                return False
            self._count[address] += 1
            return True

    def leave(self, address: str) -> None:
        with self._lock:
            self._count[address] -= 1
            if not self._count[address]:
                del self._count[address]


class _Place:
    """One worker's place, for a `with` block; False where the address has too many."""

    def __init__(self, busy: _Busy, address: str) -> None:
        self._busy, self._address, self._held = busy, address, False

    def __enter__(self) -> bool:
        self._held = self._busy.enter(self._address)
        return self._held

    def __exit__(self, *_: object) -> None:
        if self._held:
            self._busy.leave(self._address)


class HTTPServer(wsgi.Server):
    """One listener. `prepare` binds (OSError when it cannot), `serve` runs until `stop`."""

    ConnectionClass = _Connection
    expiration_interval = 0.2  # how long a stop can take to be seen
    keep_alive_conn_limit = KEEP_ALIVE_CONNECTIONS_MAX
    max_request_header_size = HEADER_BYTES_MAX
    max_request_body_size = BODY_BYTES_DRAINED

    def __init__(self, host: str, port: int, application: Any) -> None:
        """Serve the WSGI `application` on `host`; port 0 takes a free one."""
        super().__init__(
            (host, port),
            application,
            server_name="hvemu",
            request_queue_size=256,
            timeout=KEEP_ALIVE_SECONDS,
            shutdown_timeout=2,
        )
        self.gateway = _Gateway
        self.requests = _Workers(self, min=WORKERS_MIN, max=WORKERS_MAX)
        self.busy = _Busy()

    @property
    def port(self) -> int:
        """The port bound to, once `prepare` was called."""
        return int(self.bind_addr[1])

    @staticmethod
    def bind_socket(socket_: socket.socket, bind_addr: tuple[str, int]) -> socket.socket:
        """Bind; a socket that cannot be bound is closed, which cheroot leaves to chance."""
        try:
            socket_.bind(bind_addr)
        except OSError:
            socket_.close()
            raise
        return socket_

    def process_conn(self, conn: _Connection) -> None:
        """Park a new connection until it says something, then give it to a worker."""
        if not conn.was_parked:
            conn.was_parked = True
            self._connections.put(conn)  # type: ignore[attr-defined]  # not in the stub
            return
        self.requests.grow_if_busy()
        super().process_conn(conn)

    def error_log(self, msg: str = "", level: int = 20, traceback: bool = False) -> None:  # noqa: FBT001, FBT002 - cheroot calls it so
        """Send what cheroot complains of to the log; clients that went away are no news."""
        quiet = "timed out" in msg or level < logging.WARNING
        log.log(logging.DEBUG if quiet else level, "%s", msg, exc_info=traceback and not quiet)
