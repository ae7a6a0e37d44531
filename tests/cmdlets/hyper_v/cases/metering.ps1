# a machine that is not metered cannot be measured
Measure-VM web01
#! InvalidOperation,Microsoft.HyperV.PowerShell.Commands.MeasureVM
---
# a static machine was always as large as it is
Enable-VMResourceMetering sql01
Start-Sleep 60
$r = Measure-VM sql01
"$($r.AverageMemoryUsage) $($r.MinimumMemoryUsage) $($r.MaximumMemoryUsage)"    #> 8192 8192 8192
"$($r.AvgRAM) $($r.MeteringDuration)"   #> 8192 00:01:00
---
# time spent off counts as nothing in the average and not at all in the minimum
Set-VMMemory db01 -DynamicMemoryEnabled $true -MinimumBytes 1GB -StartupBytes 1GB -MaximumBytes 1GB
Start-VM db01
Enable-VMResourceMetering db01
Start-Sleep 60
Stop-VM db01 -TurnOff
Start-Sleep 60
$r = Measure-VM db01
"$($r.AvgRAM) $($r.MinRAM) $($r.MaxRAM)"    #> 512 1024 1024
---
# the report keeps its figures, a later one has others
Enable-VMResourceMetering web01
Start-Sleep 10
$first = Measure-VM web01
Start-Sleep 10
"$($first.MeteringDuration) $((Measure-VM web01).MeteringDuration)"    #> 00:00:10 00:00:20
---
# a reset begins a new window with the figures of now
Enable-VMResourceMetering web01
Start-Sleep 100
Reset-VMResourceMetering web01
$now = [int]((Get-VM web01).MemoryAssigned / 1MB)
$r = Measure-VM web01
($r.AvgRAM -eq $now) -and ($r.MinRAM -eq $now) -and ($r.MaxRAM -eq $now)    #> True
---
# metering shows on the machine and can be switched off
Enable-VMResourceMetering web01
(Get-VM web01).ResourceMeteringEnabled    #> True
Disable-VMResourceMetering web01
(Get-VM web01).ResourceMeteringEnabled    #> False
Measure-VM web01
#! InvalidOperation,Microsoft.HyperV.PowerShell.Commands.MeasureVM
---
# resource pools are not emulated and say so
Enable-VMResourceMetering -ResourcePoolName Primordial -ResourcePoolType Memory
#! NotEmulated,Microsoft.HyperV.PowerShell.Commands.EnableVMResourceMetering
---
# the disks of a machine are counted by their size
Enable-VMResourceMetering web01
(Measure-VM web01).TotalDisk -gt 0      #> True
