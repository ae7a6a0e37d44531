"""System.Uri, as far as scripts look into one."""

import re
from typing import Final
from urllib.parse import quote, unquote, urljoin, urlsplit

from emulator.objects.basic_types import OBJECT, STRING_ARRAY
from emulator.objects.collections import TypedArray
from emulator.objects.exceptions import fail
from emulator.objects.types import ClrObject, Property, PSType

_DEFAULT_PORTS: Final = {"http": 80, "https": 443, "ftp": 21, "ws": 80, "wss": 443}
_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:")
_SAFE: Final = "!#$&'()*+,/:;=?@[]~%-._"


class Uri(ClrObject):
    """System.Uri: `original` as given; absolute when it has a scheme."""

    __slots__ = ("absolute", "original")

    def __init__(self, original: str, *, base: "Uri | None" = None) -> None:
        """Read `original`, relative to `base` where one is given."""
        text = original.strip()
        if base is not None:
            text = urljoin(base.absolute_uri, text)
        self.original = text
        self.absolute = bool(_ABSOLUTE.match(text))

    @property
    def absolute_uri(self) -> str:
        """The canonical absolute address; a relative one has none."""
        if not self.absolute:
            fail(
                "System.InvalidOperationException",
                "This operation is not supported for a relative URI.",
            )
        return _canonical(self.original)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Uri) and other.to_text() == self.to_text()

    def __hash__(self) -> int:
        return hash(self.to_text())

    def to_text(self) -> str:
        """Return the address, percent codes of harmless characters resolved."""
        return unquote(self.absolute_uri) if self.absolute else self.original


def _canonical(text: str) -> str:
    split = urlsplit(text)
    scheme = split.scheme.lower()
    host = (split.hostname or "").lower()
    if not split.netloc:
        return f"{scheme}:{split.path}"
    port = "" if split.port in {None, _DEFAULT_PORTS.get(scheme)} else f":{split.port}"
    user = f"{split.netloc.rpartition('@')[0]}@" if "@" in split.netloc else ""
    path = quote(_without_dots(split.path) or "/", safe=_SAFE)
    query = f"?{quote(split.query, safe=_SAFE)}" if split.query else ""
    fragment = f"#{quote(split.fragment, safe=_SAFE)}" if split.fragment else ""
    return f"{scheme}://{user}{host}{port}{path}{query}{fragment}"


def _without_dots(path: str) -> str:
    kept: list[str] = []
    for piece in path.split("/"):
        if piece == ".." and len(kept) > 1:
            kept.pop()
        elif piece not in {".", ".."}:
            kept.append(piece)
    return "/".join(kept)


def _port(uri: Uri) -> int:
    split = urlsplit(uri.absolute_uri)
    return split.port or _DEFAULT_PORTS.get(split.scheme, -1)


def _authority(uri: Uri) -> str:
    return urlsplit(uri.absolute_uri).netloc.rpartition("@")[2]


def _segments(uri: Uri) -> TypedArray:
    pieces = re.findall(r"[^/]*/|[^/]+$", urlsplit(uri.absolute_uri).path)
    assert STRING_ARRAY.element is not None
    return TypedArray(STRING_ARRAY.element, pieces)


def _query(uri: Uri) -> str:
    query = urlsplit(uri.absolute_uri).query
    return f"?{query}" if query else ""


def _fragment(uri: Uri) -> str:
    fragment = urlsplit(uri.absolute_uri).fragment
    return f"#{fragment}" if fragment else ""


def _path(uri: Uri) -> str:
    return urlsplit(uri.absolute_uri).path


def _local_path(uri: Uri) -> str:
    split = urlsplit(uri.absolute_uri)
    if split.scheme != "file":
        return unquote(split.path)
    if split.netloc:
        return f"\\\\{split.netloc}{unquote(split.path)}".replace("/", "\\")
    return unquote(split.path).lstrip("/").replace("/", "\\")


_STRING: Final = "System.String"
URI: Final = PSType(
    name="System.Uri",
    base=OBJECT,
    python=Uri,
    properties=(
        Property(name="AbsolutePath", type_name=_STRING, get=_path),
        Property(name="AbsoluteUri", type_name=_STRING, get=lambda it: it.absolute_uri),
        Property(name="LocalPath", type_name=_STRING, get=_local_path),
        Property(name="Authority", type_name=_STRING, get=_authority),
        Property(
            name="IsDefaultPort",
            type_name="System.Boolean",
            get=lambda it: urlsplit(it.absolute_uri).port is None,
        ),
        Property(
            name="IsFile",
            type_name="System.Boolean",
            get=lambda it: it.absolute_uri.startswith("file:"),
        ),
        Property(name="PathAndQuery", type_name=_STRING, get=lambda it: _path(it) + _query(it)),
        Property(name="Segments", type_name="System.String[]", get=_segments),
        Property(
            name="IsUnc",
            type_name="System.Boolean",
            get=lambda it: it.original.startswith("\\\\"),
        ),
        Property(
            name="Host",
            type_name=_STRING,
            get=lambda it: urlsplit(it.absolute_uri).hostname or "",
        ),
        Property(name="Port", type_name="System.Int32", get=_port),
        Property(name="Query", type_name=_STRING, get=_query),
        Property(name="Fragment", type_name=_STRING, get=_fragment),
        Property(name="Scheme", type_name=_STRING, get=lambda it: urlsplit(it.absolute_uri).scheme),
        Property(name="OriginalString", type_name=_STRING, get=lambda it: it.original),
        Property(name="IsAbsoluteUri", type_name="System.Boolean", get=lambda it: it.absolute),
        Property(
            name="UserInfo",
            type_name=_STRING,
            get=lambda it: urlsplit(it.absolute_uri).netloc.rpartition("@")[0],
        ),
    ),
)
Uri.ps_type = URI
