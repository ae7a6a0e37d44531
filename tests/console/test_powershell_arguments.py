"""The arguments of powershell.exe, as process.jsonl and 5.1 have them."""

import base64

import pytest

from emulator.console.powershell_arguments import (
    Arguments,
    BadArgument,
    Format,
    Source,
    parse,
)
from emulator.objects.errors import NotEmulated


def encoded(script: str) -> str:
    return base64.b64encode(script.encode("utf-16-le")).decode()


@pytest.mark.parametrize(("words", "source", "script"), [
    # words after powershell.exe                          what they are     the script
    (["-NoProfile", "-Command", "'one'"],                 Source.COMMAND,   "'one'"),
    (["-Command", "Write-Output", "a b", "c"],            Source.COMMAND,   "Write-Output a b c"),
    (["-Command", "Write-Output", "-NoProfile"],          Source.COMMAND,   "Write-Output -NoProfile"),
    (["-noprofile", "-c", "1"],                           Source.COMMAND,   "1"),
    (["-nop", "-com", "1"],                               Source.COMMAND,   "1"),
    (["/NoProfile", "/Command", "1"],                     Source.COMMAND,   "1"),
    (["--NoProfile", "--Command", "1"],                   Source.COMMAND,   "1"),
    (["\u2013Command", "1"],                              Source.COMMAND,   "1"),  # typed by a blog
    (["(", "Get-VM", "x", ").state"],                     Source.COMMAND,   "( Get-VM x ).state"),
    (["-NonInteractive", "Get-VM"],                       Source.COMMAND,   "Get-VM"),
    (["-Command", "-"],                                   Source.STDIN,     ""),
    (["-EncodedCommand", encoded("Ü")],                   Source.ENCODED,   "Ü"),
    (["-enc", encoded("1")],                              Source.ENCODED,   "1"),
    (["-e", encoded("1")],                                Source.ENCODED,   "1"),
    (["-EC", encoded("1")],                               Source.ENCODED,   "1"),
    (["-EncodedCommand", encoded("1"), "-NoProfile"],     Source.ENCODED,   "1"),
    (["-ExecutionPolicy", "Bypass", "-c", "1"],           Source.COMMAND,   "1"),
    (["-ep", "bypass", "-c", "1"],                        Source.COMMAND,   "1"),
    (["-WindowStyle", "Hidden", "-Version", "5.1", "1"],  Source.COMMAND,   "1"),
    (["-File", "x.ps1"],                                  Source.FILE,      "x.ps1"),
    ([],                                                  Source.PROMPT,    ""),
    (["-NoProfile", "-NoLogo", "-NonInteractive"],        Source.PROMPT,    ""),
])  # fmt: skip
def test_words_say_what_runs(words: list[str], source: Source, script: str) -> None:
    made = parse(words)
    assert (made.source, made.script) == (source, script)


def test_what_follows_a_file_belongs_to_it() -> None:
    made = parse(["-NonInteractive", "-File", "x.ps1", "-Command", "2"])
    assert made == Arguments(
        source=Source.FILE, script="x.ps1", file_arguments=("-Command", "2"), non_interactive=True
    )


def test_formats_are_named() -> None:
    made = parse(["-OutputFormat", "Text", "-InputFormat", "None", "-c", "1"])
    assert (made.output_format, made.input_format) == (Format.TEXT, Format.NONE)


@pytest.mark.parametrize("words", [
    ["-Command"], ["-EncodedCommand"], ["-EncodedCommand", "no base64"], ["-File"],
    ["-Command", "-", "x"], ["-OutputFormat", "Html", "1"], ["-ExecutionPolicy"],
    ["-ExecutionPolicy", "Sometimes", "1"], ["-e", encoded("1"), "-c", "2"],
])  # fmt: skip
def test_bad_words_are_refused(words: list[str]) -> None:
    with pytest.raises(BadArgument):
        parse(words)


@pytest.mark.parametrize("words", [
    ["-EncodedArguments", "x"], ["-ConfigurationName", "x"], ["-Version", "2", "1"],
])  # fmt: skip
def test_what_is_not_emulated_is_loud(words: list[str]) -> None:
    with pytest.raises(NotEmulated):
        parse(words)
