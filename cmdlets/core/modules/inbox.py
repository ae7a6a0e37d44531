"""Modules that a Windows Server has and the emulator has not: importing them says so."""

from typing import Final

NAMES: Final = """
    Appx BitLocker BitsTransfer CimCmdlets ClusterAwareUpdating Defender DhcpServer
    DirectAccessClientComponents Dism DnsClient DnsServer EventTracingManagement
    FailoverClusters GroupPolicy International iSCSI IscsiTarget ISE Kds
    Microsoft.PowerShell.Archive Microsoft.PowerShell.Diagnostics
    Microsoft.PowerShell.Host Microsoft.PowerShell.LocalAccounts
    Microsoft.PowerShell.ODataUtils Microsoft.PowerShell.Security
    Microsoft.WSMan.Management MMAgent MsDtc NetAdapter NetConnection
    NetEventPacketCapture NetLbfo NetNat NetQos NetSecurity NetSwitchTeam NetTCPIP
    NetworkConnectivityStatus NetworkTransition NFS PackageManagement Pester PKI
    PowerShellGet PrintManagement PSDesiredStateConfiguration PSDiagnostics PSReadLine
    PSScheduledJob PSWorkflow ScheduledTasks SecureBoot ServerManager SmbShare
    SmbWitness StartLayout Storage TLS TroubleshootingPack TrustedPlatformModule
    UpdateServices VpnClient Wdac WebAdministration WindowsErrorReporting WindowsSearch
    WindowsUpdate ActiveDirectory ADDSDeployment
"""
"""Source: Get-Module -ListAvailable of Windows Server, with roles; recalled."""


def is_inbox(name: str) -> bool:
    """Whether Windows brings a module of that name, in any case."""
    return name.lower() in NAMES.lower().split()
