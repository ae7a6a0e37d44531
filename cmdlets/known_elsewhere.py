"""Cmdlets of Windows PowerShell 5.1's own modules that the emulator does not have yet.

A script that calls one of them gets NotEmulated, not "is not recognized": the difference tells
its author whether the script or the emulator is at fault. A name leaves this list when a class
declares it (a test sees to that). Source: the documentation of the modules.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Microsoft.PowerShell.Core": """
            Add-History Add-PSSnapin Clear-History Connect-PSSession Debug-Job Disable-PSRemoting
            Disconnect-PSSession Enable-PSRemoting Enter-PSHostProcess Enter-PSSession
            Exit-PSHostProcess Exit-PSSession Export-Console Export-ModuleMember
            Get-History Get-Job Get-PSHostProcessInfo Get-PSSession
            Get-PSSessionConfiguration Get-PSSnapin Invoke-Command Invoke-History
            New-Module New-ModuleManifest New-PSSession New-PSSessionOption
            New-PSTransportOption Receive-Job Receive-PSSession Register-ArgumentCompleter
            Register-PSSessionConfiguration Remove-Job Remove-PSSession
            Remove-PSSnapin Resume-Job Save-Help Set-PSDebug Set-PSSessionConfiguration Start-Job
            Stop-Job Suspend-Job Test-ModuleManifest Test-PSSessionConfigurationFile Update-Help
            Wait-Job
        """,
        "Microsoft.PowerShell.Utility": """
            Add-Type ConvertFrom-SddlString
            ConvertFrom-String ConvertTo-Html ConvertTo-Xml Debug-Runspace Disable-PSBreakpoint
            Disable-RunspaceDebug Enable-PSBreakpoint Enable-RunspaceDebug Export-Alias
            Export-Clixml Export-Csv Export-FormatData Export-PSSession Format-Hex
            Get-Event Get-EventSubscriber Get-FileHash Get-FormatData
            Get-PSBreakpoint Get-PSCallStack Get-Runspace Get-RunspaceDebug
            Get-TraceSource Get-TypeData Import-Alias
            Import-Clixml Import-Csv Import-LocalizedData Import-PowerShellDataFile
            Import-PSSession Invoke-RestMethod Invoke-WebRequest
            New-Event New-TemporaryFile
            Out-File Out-GridView Out-Printer Register-EngineEvent
            Register-ObjectEvent Remove-Event Remove-PSBreakpoint Remove-TypeData
            Select-String Select-Xml Send-MailMessage Set-Date Set-PSBreakpoint
            Set-TraceSource Show-Command Trace-Command Unblock-File
            Unregister-Event Update-FormatData Update-List Update-TypeData Wait-Debugger
            Wait-Event
        """,
        "Microsoft.PowerShell.Management": """
            Add-Computer Add-Content Checkpoint-Computer Clear-Content Clear-EventLog Clear-Item
            Clear-ItemProperty Clear-RecycleBin Complete-Transaction Convert-Path Copy-Item
            Copy-ItemProperty Debug-Process Disable-ComputerRestore Enable-ComputerRestore
            Get-ChildItem Get-Clipboard Get-ComputerInfo Get-ComputerRestorePoint Get-Content
            Get-ControlPanelItem Get-EventLog Get-HotFix Get-Item Get-ItemProperty
            Get-ItemPropertyValue Get-Process Get-PSDrive Get-PSProvider Get-Service
            Get-TimeZone Get-Transaction Get-WmiObject Invoke-Item Invoke-WmiMethod
            Limit-EventLog Move-Item Move-ItemProperty New-EventLog New-Item New-ItemProperty
            New-PSDrive New-Service New-WebServiceProxy Pop-Location Push-Location
            Register-WmiEvent Remove-Computer Remove-EventLog Remove-Item Remove-ItemProperty
            Remove-PSDrive Remove-WmiObject Rename-Computer Rename-Item Rename-ItemProperty
            Reset-ComputerMachinePassword Resolve-Path Restart-Computer Restart-Service
            Restore-Computer Resume-Service Set-Clipboard Set-Content Set-Item Set-ItemProperty
            Set-Location Set-Service Set-TimeZone Set-WmiInstance Show-EventLog
            Start-Process Start-Service Start-Transaction Stop-Computer Stop-Process Stop-Service
            Suspend-Service Test-ComputerSecureChannel Test-Connection
            Undo-Transaction Use-Transaction Wait-Process Write-EventLog
        """,
        "Microsoft.PowerShell.Security": """
            ConvertFrom-SecureString ConvertTo-SecureString Get-Acl Get-AuthenticodeSignature
            Get-CmsMessage Get-Credential Get-ExecutionPolicy Get-PfxCertificate
            New-FileCatalog Protect-CmsMessage Set-Acl Set-AuthenticodeSignature
            Set-ExecutionPolicy Test-FileCatalog Unprotect-CmsMessage
        """,
        "Microsoft.PowerShell.Diagnostics": """
            Export-Counter Get-Counter Get-WinEvent Import-Counter New-WinEvent
        """,
        "Microsoft.PowerShell.Host": "Start-Transcript Stop-Transcript",
        "Microsoft.WSMan.Management": """
            Connect-WSMan Disable-WSManCredSSP Disconnect-WSMan Enable-WSManCredSSP
            Get-WSManCredSSP Get-WSManInstance Invoke-WSManAction New-WSManInstance
            New-WSManSessionOption Remove-WSManInstance Set-WSManInstance Set-WSManQuickConfig
            Test-WSMan
        """,
        "CimCmdlets": """
            Export-BinaryMiLog Get-CimAssociatedInstance Get-CimClass Get-CimInstance
            Get-CimSession Import-BinaryMiLog Invoke-CimMethod New-CimInstance New-CimSession
            New-CimSessionOption Register-CimIndicationEvent Remove-CimInstance Remove-CimSession
            Set-CimInstance
        """,
    }
)
"""Names by module, blanks between them."""

ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    dict(
        pair.split("=")
        for pair in [
            "ac=Add-Content",
            "cat=Get-Content",
            "cd=Set-Location",
            "chdir=Set-Location",
            "clc=Clear-Content",
            "clear=Clear-Host",
            "cli=Clear-Item",
            "clp=Clear-ItemProperty",
            "cls=Clear-Host",
            "copy=Copy-Item",
            "cp=Copy-Item",
            "cpi=Copy-Item",
            "curl=Invoke-WebRequest",
            "cvpa=Convert-Path",
            "dbp=Disable-PSBreakpoint",
            "del=Remove-Item",
            "dir=Get-ChildItem",
            "ebp=Enable-PSBreakpoint",
            "epal=Export-Alias",
            "epcsv=Export-Csv",
            "erase=Remove-Item",
            "etsn=Enter-PSSession",
            "exsn=Exit-PSSession",
            "gbp=Get-PSBreakpoint",
            "gc=Get-Content",
            "gci=Get-ChildItem",
            "gcim=Get-CimInstance",
            "gcs=Get-PSCallStack",
            "gdr=Get-PSDrive",
            "ghy=Get-History",
            "gi=Get-Item",
            "gjb=Get-Job",
            "gp=Get-ItemProperty",
            "gps=Get-Process",
            "gpv=Get-ItemPropertyValue",
            "gsn=Get-PSSession",
            "gsv=Get-Service",
            "gtz=Get-TimeZone",
            "gwmi=Get-WmiObject",
            "h=Get-History",
            "history=Get-History",
            "icm=Invoke-Command",
            "ihy=Invoke-History",
            "ii=Invoke-Item",
            "ipal=Import-Alias",
            "ipcsv=Import-Csv",
            "irm=Invoke-RestMethod",
            "iwr=Invoke-WebRequest",
            "kill=Stop-Process",
            "ls=Get-ChildItem",
            "man=help",
            "md=mkdir",
            "mi=Move-Item",
            "mount=New-PSDrive",
            "move=Move-Item",
            "mp=Move-ItemProperty",
            "mv=Move-Item",
            "ndr=New-PSDrive",
            "ni=New-Item",
            "nmo=New-Module",
            "nsn=New-PSSession",
            "popd=Pop-Location",
            "ps=Get-Process",
            "pushd=Push-Location",
            "r=Invoke-History",
            "rbp=Remove-PSBreakpoint",
            "rcjb=Receive-Job",
            "rd=Remove-Item",
            "rdr=Remove-PSDrive",
            "ren=Rename-Item",
            "ri=Remove-Item",
            "rjb=Remove-Job",
            "rm=Remove-Item",
            "rmdir=Remove-Item",
            "rni=Rename-Item",
            "rnp=Rename-ItemProperty",
            "rp=Remove-ItemProperty",
            "rsn=Remove-PSSession",
            "rvpa=Resolve-Path",
            "sajb=Start-Job",
            "saps=Start-Process",
            "sasv=Start-Service",
            "sbp=Set-PSBreakpoint",
            "sc=Set-Content",
            "si=Set-Item",
            "sl=Set-Location",
            "sls=Select-String",
            "sp=Set-ItemProperty",
            "spjb=Stop-Job",
            "spps=Stop-Process",
            "spsv=Stop-Service",
            "start=Start-Process",
            "type=Get-Content",
            "wget=Invoke-WebRequest",
            "wjb=Wait-Job",
        ]
    )
)
"""Aliases of 5.1 for cmdlets in the list."""


def known_elsewhere() -> dict[str, str]:
    """Return lower-case names and aliases of the cmdlets that only the real PowerShell has.

    The value is the cmdlet's name with its module, as a message names it.
    """
    known = {
        name.lower(): f"{name} ({module})"
        for module, names in NAMES.items()
        for name in names.split()
    }
    aliased = {
        alias.lower(): known[name.lower()]
        for alias, name in ALIASES.items()
        if name.lower() in known
    }
    return known | aliased
