"""A real server on a free port, for the tests of this room."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from emulator.web.app import create_app
from emulator.web.server import HTTPServer
from emulator.web.service import WebService


@contextmanager
def serving(service: WebService) -> Iterator[str]:
    """Serve and give the URL."""
    server = HTTPServer("127.0.0.1", 0, create_app(service))
    server.prepare()
    thread = Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}"
    finally:
        service.scripts.close()
        service.winrm.close()
        server.stop()
        thread.join()
