"""The two editions, and what each says of itself."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from emulator.objects.collections import Hashtable
from emulator.objects.identifiers import parse_version


class Edition(Enum):
    """Windows PowerShell 5.1 or PowerShell 7."""

    DESKTOP = "Desktop"
    CORE = "Core"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What $PSVersionTable and its kin say."""

    version: str
    build: str
    home: str
    executable: str


FACTS: Final[dict[Edition, Facts]] = {
    Edition.DESKTOP: Facts(
        version="5.1.20348.2849",
        build="10.0.20348.2849",
        home="C:\\Windows\\System32\\WindowsPowerShell\\v1.0",
        executable="powershell.exe",
    ),
    Edition.CORE: Facts(
        version="7.6.5",
        build="10.0.20348.2849",
        home="C:\\Program Files\\PowerShell\\7",
        executable="pwsh.exe",
    ),
}
"""Source: assumed builds of Windows Server 2022; 7.6.5 is what the conformance answers came from."""

COMPATIBLE: Final = ("1.0", "2.0", "3.0", "4.0", "5.0")


def version_table(edition: Edition) -> Hashtable:
    """Return $PSVersionTable."""
    facts = FACTS[edition]
    if edition is Edition.CORE:
        return Hashtable(
            [
                ("PSVersion", facts.version),
                ("PSEdition", edition.value),
                ("GitCommitId", facts.version),
                ("OS", "Microsoft Windows 10.0.20348"),
                ("Platform", "Win32NT"),
                (
                    "PSCompatibleVersions",
                    [parse_version(one) for one in (*COMPATIBLE, "5.1", "6.0", "7.0")],
                ),
                ("PSRemotingProtocolVersion", parse_version("2.3")),
                ("SerializationVersion", parse_version("1.1.0.1")),
                ("WSManStackVersion", parse_version("3.0")),
            ]
        )
    return Hashtable(
        [
            ("PSVersion", parse_version(facts.version)),
            ("PSEdition", edition.value),
            ("PSCompatibleVersions", [parse_version(one) for one in (*COMPATIBLE, facts.version)]),
            ("BuildVersion", parse_version(facts.build)),
            ("CLRVersion", parse_version("4.0.30319.42000")),
            ("WSManStackVersion", parse_version("3.0")),
            ("PSRemotingProtocolVersion", parse_version("2.3")),
            ("SerializationVersion", parse_version("1.1.0.1")),
        ]
    )
