"""The Flask application: its routes, its guards, its errors."""

import logging
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from flask import Flask, Response
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from emulator.web import request_log
from emulator.web.body import BODY_BYTES_MAX
from emulator.web.guard import require_user
from emulator.web.problem import Problem, problem_response
from emulator.web.service import EXTENSION, WebService
from emulator.web.views import clock, cmdlets, front_page, openapi, powershell, resources, wsman

log = logging.getLogger("hvemu.web")


class Route(NamedTuple):
    """One address and what answers it."""

    method: str
    path: str
    view: Callable[..., Any]


ROUTES: Final = (
    Route("GET", "/", front_page.front_page),
    Route("POST", "/wsman", wsman.wsman),
    Route("POST", "/api/powershell", powershell.run_script),
    Route("POST", "/api/cmdlets/<name>", cmdlets.run_cmdlet),
    Route("GET", "/api/cmdlets", cmdlets.list_cmdlets),
    Route("GET", "/api/vms", resources.vms),
    Route("GET", "/api/vms/<name>", resources.vm),
    Route("GET", "/api/vms/<name>/memory", resources.vm_memory),
    Route("GET", "/api/host", resources.host),
    Route("GET", "/api/clock", clock.read_clock),
    Route("PUT", "/api/clock", clock.set_clock),
    Route("POST", "/api/clock/advance", clock.advance_clock),
    Route("GET", "/api/openapi.json", openapi.openapi),
)
"""Every address there is."""


def create_app(service: WebService) -> Flask:
    """Return the application that serves `service`."""
    application = Flask("hvemu", static_folder=None)
    application.config["MAX_CONTENT_LENGTH"] = BODY_BYTES_MAX
    application.json.sort_keys = False  # type: ignore[attr-defined]  # the default provider has it
    application.json.ensure_ascii = False  # type: ignore[attr-defined]
    application.extensions[EXTENSION] = service
    for route in ROUTES:
        application.add_url_rule(
            route.path,
            endpoint=f"{route.method} {route.path}",
            view_func=route.view,
            methods=[route.method],
            strict_slashes=False,
        )
    application.before_request(request_log.begin)
    application.before_request(require_user)
    application.after_request(request_log.end)
    application.register_error_handler(Problem, problem_response)
    application.register_error_handler(HTTPException, _http_error)
    application.register_error_handler(Exception, _internal_error)
    return application


def _http_error(error: HTTPException) -> Response:
    """Answer what Flask itself refuses: unknown address, wrong method, body too large."""
    problem = Problem(error.code or 500, _sentence(error))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        problem.headers = {"Allow": ", ".join(sorted(error.valid_methods))}
    return problem_response(problem)


def _sentence(error: HTTPException) -> str:
    if error.code == 404:
        return "Nothing is served at this address; /api/openapi.json lists what is."
    if isinstance(error, RequestEntityTooLarge):
        return f"The body is larger than {BODY_BYTES_MAX} bytes."
    return error.description or str(error)


def _internal_error(error: Exception) -> Response:
    """Answer a fault of ours: said to the log in full, to the client in one sentence."""
    log.error("a request met an internal error", exc_info=error)
    return problem_response(Problem(500, "hvemu met an internal error; its log has more."))
