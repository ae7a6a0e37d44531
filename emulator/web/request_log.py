"""One line per request in the log: method, path, status, milliseconds; nothing secret.

Neither headers nor bodies nor the query are ever written: they may hold passwords.
"""

import logging
import time
from typing import Final
from urllib.parse import quote

from flask import Response, g, request

log = logging.getLogger("hvemu.request")

PATH_LENGTH_MAX: Final = 200


def begin() -> None:
    """Note when the request began."""
    g.began = time.perf_counter()


def end(response: Response) -> Response:
    """Write the line."""
    took_ms = int((time.perf_counter() - g.began) * 1000) if "began" in g else 0
    path = quote(request.path[:PATH_LENGTH_MAX])
    log.info("%s %s %s %s ms", request.method, path, response.status_code, took_ms)
    return response
