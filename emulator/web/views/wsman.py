"""POST /wsman: the bytes of WS-Management."""

from flask import Response, current_app, request

from emulator.web.body import read_bytes
from emulator.web.server import CONNECTION_KEY
from emulator.web.service import service_of
from emulator.winrm.reply import Connection


def wsman() -> Response:
    """Carry one message to WinRM and its answer back."""
    stranger = Connection(address=request.remote_addr or "")
    connection = request.environ.get(CONNECTION_KEY, stranger)
    headers = {name.lower(): value for name, value in request.headers.items()}
    reply = service_of(current_app).winrm.handle(connection, headers, read_bytes())
    response = Response(reply.body, status=reply.status)
    del response.headers["Content-Type"]
    response.headers.extend(reply.headers)
    return response
