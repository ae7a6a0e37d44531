# starting a machine that runs is a warning and a success
Start-VM web01 -WarningVariable w -WarningAction SilentlyContinue
"$w"                                    #> The virtual machine is already in the specified state.
$?                                      #> True
---
# save gives the memory back, start brings it to life again
Save-VM web01
"$((Get-VM web01).State) $((Get-VM web01).MemoryAssigned)"    #> Saved 0
Start-VM web01
(Get-VM web01).State                    #> Running
---
# a paused machine keeps its memory and goes on where it stood
$before = (Get-VM web01).MemoryAssigned
Suspend-VM web01
(Get-VM web01).State                              #> Paused
(Get-VM web01).MemoryAssigned -eq $before         #> True
Resume-VM web01
(Get-VM web01).State                              #> Running
---
# a machine that is off cannot be suspended
Suspend-VM db01
#! InvalidState,Microsoft.HyperV.PowerShell.Commands.SuspendVM
---
# -Passthru returns the machine
(Start-VM db01 -Passthru).Name          #> db01
(Stop-VM db01 -Force -Passthru).State   #> Off
---
# machines come by the pipeline and by name with wildcards
Get-VM web* | Stop-VM -Force
(Get-VM web*).State -join ','           #> Off,Off
Start-VM -Name web*
(Get-VM web*).State -join ','           #> Running,Running
---
# an unknown name is an error and the others still start
Start-VM ghost, db01
(Get-VM db01).State                     #> Running
#! ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.StartVM
---
# -WhatIf changes nothing
Stop-VM web01 -TurnOff -WhatIf
(Get-VM web01).State                    #> Running
---
# Stop-VM -Save saves
Stop-VM web01 -Save
(Get-VM web01).State                    #> Saved
---
# a restart boots the guest anew
Start-Sleep 60
Restart-VM web01 -Force
(Get-VM web01).Uptime.TotalSeconds -lt 5          #> True
---
# a machine that needs more than the host has stays off, with Hyper-V's own words
New-VM giant -MemoryStartupBytes 100GB | Out-Null
Start-VM giant
(Get-VM giant).State                    #> Off
#! OutOfMemory,Microsoft.HyperV.PowerShell.Commands.StartVM
---
# jobs are not emulated and say so
Start-VM db01 -AsJob
#! NotEmulated,Microsoft.HyperV.PowerShell.Commands.StartVM
