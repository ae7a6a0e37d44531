"""Who may call: Basic authentication for everything but the front page.

/wsman is not guarded here: WinRM answers 401 in its own shape.
"""

from typing import Final

from flask import current_app, request

from emulator.web.problem import Problem
from emulator.web.service import service_of

CHALLENGE: Final = {"WWW-Authenticate": 'Basic realm="hvemu", charset="UTF-8"'}


def require_user() -> None:
    """Refuse a request to /api that does not come from the account."""
    if not request.path.startswith("/api"):
        return
    authentication = service_of(current_app).authentication
    given = request.headers.get("Authorization", "")
    if authentication.user(given, request.remote_addr or "") is None:
        problem = Problem(401, "Sign in with the user and password that hvemu serve printed.")
        problem.headers = CHALLENGE
        raise problem
