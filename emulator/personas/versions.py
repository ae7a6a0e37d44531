"""The Windows Server versions a host can be: names, build numbers, newest VM version."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """One Windows Server version.

    `vm_versions` are the configuration versions a new machine may have, the newest last.
    Source: reference personas (2012 R2 recalled, the others documented); the older versions a
    host accepts are assumed.
    """

    name: str
    product: str
    os_version: str
    build: int
    powershell_version: str
    vm_versions: tuple[str, ...]

    @property
    def newest_vm_version(self) -> str:
        """The configuration version New-VM gives unless told otherwise."""
        return self.vm_versions[-1]

    @property
    def before_2016(self) -> bool:
        """Whether it is older than Server 2016, with which much of the module changed."""
        return self.build < 14393

    @property
    def command_class_suffix(self) -> str:
        """What the .NET class names of cmdlets end in: "Command" before 2016."""
        return "Command" if self.before_2016 else ""


PERSONAS: Final[Mapping[str, Persona]] = MappingProxyType(
    {
        persona.name: persona
        for persona in (
            Persona(
                name="2012R2",
                product="Windows Server 2012 R2 Standard",
                os_version="6.3.9600",
                build=9600,
                powershell_version="5.1.14409.1005",
                vm_versions=("4.0", "5.0"),
            ),
            Persona(
                name="2016",
                product="Windows Server 2016 Standard",
                os_version="10.0.14393",
                build=14393,
                powershell_version="5.1.14393.0",
                vm_versions=("5.0", "6.2", "7.0", "7.1", "8.0"),
            ),
            Persona(
                name="2019",
                product="Windows Server 2019 Standard",
                os_version="10.0.17763",
                build=17763,
                powershell_version="5.1.17763.1",
                vm_versions=("5.0", "8.0", "8.1", "8.2", "8.3", "9.0"),
            ),
            Persona(
                name="2022",
                product="Windows Server 2022 Standard",
                os_version="10.0.20348",
                build=20348,
                powershell_version="5.1.20348.1",
                vm_versions=("8.0", "8.1", "8.2", "8.3", "9.0", "9.1", "9.2", "9.3", "10.0"),
            ),
            Persona(
                name="2025",
                product="Windows Server 2025 Standard",
                os_version="10.0.26100",
                build=26100,
                powershell_version="5.1.26100.1",
                vm_versions=("8.0", "9.0", "10.0", "11.0", "12.0"),
            ),
        )
    }
)

DEFAULT_PERSONA: Final = "2022"
