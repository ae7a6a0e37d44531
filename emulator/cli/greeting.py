"""What `hvemu serve` prints when it is ready: addresses, user, password, three things to try."""

from typing import TYPE_CHECKING, Final

from emulator.cli.listening import Address

if TYPE_CHECKING:
    from emulator.cli.compose import Emulation

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


def greeting(address: Address, emulation: "Emulation") -> str:
    """Return the text; a password the user gave is not repeated."""
    account = emulation.account
    secret = account.password if emulation.password_was_made_up else "PASSWORD"
    sign_in = f"{account.user}:{secret}" if emulation.password_was_made_up else account.user
    text = GREETING.format(
        host=emulation.host_name,
        product=emulation.product,
        machines=emulation.machine_count(),
        url=address.url,
        user=account.user,
        password=secret if emulation.password_was_made_up else "(as given)",
        secret=secret,
        vm=emulation.first_vm_name() or "NAME",
        curl=f"curl -u '{sign_in}'",
        python=emulation.python,
    )
    return text if address.is_loopback else text + OPEN_NETWORK
