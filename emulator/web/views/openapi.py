"""GET /api/openapi.json: everything there is, derived from routes and declarations."""

from flask import current_app

from emulator.web.service import service_of


def openapi() -> dict[str, object]:
    """Describe the API."""
    from emulator.web.openapi_document import openapi_document  # noqa: PLC0415 - rarely wanted

    return openapi_document(service_of(current_app).commands)
