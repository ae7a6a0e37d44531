"""The bytes of a request's body, never more than the limit."""

from typing import Final

from flask import request
from werkzeug.exceptions import RequestEntityTooLarge

BODY_BYTES_MAX: Final = 1 << 20
"""A larger body is a 413: twice the largest envelope, fifty times the largest script."""


def read_bytes() -> bytes:
    """Return the body; raises RequestEntityTooLarge.

    Werkzeug cuts a chunked body at the limit without a word, so a full one is refused here.
    """
    data = request.get_data()
    if request.content_length is None and len(data) >= BODY_BYTES_MAX:
        raise RequestEntityTooLarge
    return data
