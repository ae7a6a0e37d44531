"""Errors over HTTP: application/problem+json (RFC 9457), with PowerShell's error records in it."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from flask import Response

from emulator.objects.errors import ErrorRecord


class Problem(Exception):  # noqa: N818 - RFC 9457 calls it a problem
    """A request that is answered with a problem document."""

    def __init__(self, status: int, detail: str, **members: object) -> None:
        """Answer `status`; `detail` is for a person, `members` for a program."""
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.members = members
        self.headers: Mapping[str, str] = {}


def problem_response(problem: Problem) -> Response:
    """Return the answer that carries `problem`."""
    document = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
        **problem.members,
    }
    return Response(
        json.dumps(document, ensure_ascii=False) + "\n",
        status=problem.status,
        content_type="application/problem+json",
        headers=dict(problem.headers),
    )


def error_document(record: ErrorRecord, *, placed: bool = True) -> dict[str, object]:
    """Return an error record as JSON has it; the names are PowerShell's.

    `placed` false leaves out line and offset, where there is no text the caller wrote.
    """
    place = record.invocation if placed else None
    return {
        "Message": record.message,
        "FullyQualifiedErrorId": record.fully_qualified_error_id,
        "Category": record.category.name,
        "Activity": record.activity,
        "Exception": record.exception.type_name,
        "Line": place.line_number if place and place.line_number else None,
        "Offset": place.offset_in_line if place and place.line_number else None,
    }
