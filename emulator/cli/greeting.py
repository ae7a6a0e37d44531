"""What `hvemu serve` prints when it is ready: addresses, user, password, three things to try."""

import sys
from typing import Final

from emulator.cli.compose import Emulation
from emulator.cli.doors import Doors
from emulator.cli.listening import Address

GREETING: Final = """\
hvemu serves the emulated Hyper-V host {host} ({product}, {machines} virtual machines).

  WinRM      {url}/wsman
  HTTP API   {url}/api
  user       {user}
  password   {password}

Three things to try:

  {curl} {url}/api/vms/{vm}/memory
  {curl} {url}/api/powershell -d '{{"script": "Get-VM"}}'
  {python} -c 'import winrm; print(winrm.Session("{url}", auth=("{user}", "{secret}")).run_ps("Get-VM").std_out.decode())'

Ctrl-C ends it.
"""

OPEN_NETWORK: Final = """
Other computers can connect, and Basic authentication sends the password in clear text.
"""


def greeting(address: Address, emulation: Emulation, doors: Doors) -> str:
    """Return the text; a password the user gave is not repeated."""
    account, made_up = doors.account, doors.password_was_made_up
    names = [vm.name for vm in emulation.opened.host.observe().inventory.vms.values()]
    text = GREETING.format(
        host=emulation.machine.name,
        product=emulation.persona.product,
        machines=len(names),
        url=address.url,
        user=account.user,
        password=account.password if made_up else "(as given)",
        secret=account.password if made_up else "PASSWORD",
        vm=names[0] if names else "NAME",
        curl=f"curl -u '{account.user}:{account.password}'"
        if made_up
        else f"curl -u {account.user}",
        python=sys.executable,
    )
    return text if address.is_loopback else text + OPEN_NETWORK
