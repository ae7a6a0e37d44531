"""The cmdlets: one folder per PowerShell module, one file per cmdlet."""
