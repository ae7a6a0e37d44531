"""CLIXML in one place: serialise, deserialise, and what powershell.exe writes to stderr."""

from collections.abc import Iterable
from typing import Final

from emulator.objects.clixml_markup import Markup, root
from emulator.objects.clixml_nodes import BadClixml
from emulator.objects.clixml_reader import deserialize
from emulator.objects.clixml_text import encoded
from emulator.objects.clixml_writer import Writer, serialize, serialize_all
from emulator.objects.numbers import Int64
from emulator.objects.psobject import custom_object

STDERR_MARK: Final = "#< CLIXML\r\n"
"""What stands before CLIXML on the standard error of powershell.exe -EncodedCommand."""

STREAM_LINE_END: Final = "\r\n"


def stderr_document(records: Iterable[tuple[str, object]], *, core: bool = False) -> str:
    """Return what powershell.exe writes to stderr for `records`, "" for none.

    A record is a stream name (Error, warning, verbose, debug, progress) and its text, one line
    each without line end, or, for progress, the record itself. Source: conformance process
    (encoded); reference/winrm.md, stderr of an encoded powershell.exe.
    """
    markup = Markup("")
    writer = Writer(markup, core=core)
    written = False
    with markup.element("Objs", root()):
        for stream, content in records:
            written = True
            if isinstance(content, str):
                # Only the error view ends its lines (process format-004, encoded-005).
                ending = STREAM_LINE_END if stream == "Error" else ""
                text = encoded(content + ending)
                markup.leaf("S", (("S", stream),), text)
            else:
                held = custom_object(SourceId=Int64(0), Record=content)
                writer.write(held, depth=1, attributes=(("S", stream),))
    return STDERR_MARK + markup.text() if written else ""


__all__ = ["BadClixml", "deserialize", "serialize", "serialize_all", "stderr_document"]
