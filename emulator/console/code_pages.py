"""Code pages: which bytes a console writes for which characters."""

import codecs
from typing import Final

DEFAULT_CODE_PAGE: Final = 437
"""Source: reference/winrm.md 3.2 (pywinrm asks for it; the console of an English Windows)."""

_NAMES: Final = {20127: "ascii", 28591: "latin-1", 65000: "utf-7", 65001: "utf-8"}


def codec_of(code_page: int) -> codecs.CodecInfo | None:
    """Return Python's codec for `code_page`, None where there is none."""
    try:
        return codecs.lookup(_NAMES.get(code_page, f"cp{code_page}"))
    except LookupError:
        return None


def encode(text: str, code_page: int) -> bytes:
    """Return the bytes of `text`; a character the page lacks becomes `?`.

    Windows has "best fit" characters for some of them; those become `?` too. Source: assumed.
    """
    return text.encode(_codec_name(code_page), errors="replace")


def decode(data: bytes, code_page: int) -> str:
    """Return the text that `data` stands for; bytes without a meaning become U+FFFD."""
    return data.decode(_codec_name(code_page), errors="replace")


def _codec_name(code_page: int) -> str:
    codec = codec_of(code_page)
    assert codec is not None, f"code page {code_page} was not checked at the border"
    return codec.name
