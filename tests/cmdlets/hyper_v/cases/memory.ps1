# all memory settings are kept and read back to the byte
Set-VMMemory db01 -DynamicMemoryEnabled $true -MinimumBytes 768MB -MaximumBytes 6GB -StartupBytes 1536MB -Priority 80 -Buffer 30
$m = Get-VMMemory db01
"$($m.Minimum) $($m.Maximum) $($m.Startup) $($m.Priority) $($m.Buffer) $($m.DynamicMemoryEnabled)"
#> 805306368 6442450944 1610612736 80 30 True
---
# a size that is no even number of megabytes is refused and nothing of the call changes
Set-VMMemory db01 -StartupBytes 1537MB -Priority 90
"$((Get-VMMemory db01).Startup) $((Get-VMMemory db01).Priority)"    #> 4294967296 50
#! InvalidParameter,Microsoft.HyperV.PowerShell.Commands.SetVMMemory
---
# the words of a misaligned size
try { Set-VMMemory db01 -StartupBytes 1537MB -ErrorAction Stop } catch { ($_.Exception.Message -split "`r`n`r`n")[1] }
#> Invalid memory value assigned for 'db01'. Memory values must be properly aligned.
---
# while a dynamic machine runs its startup memory stays as it is
Set-VMMemory web01 -StartupBytes 2GB
(Get-VMMemory web01).Startup            #> 1073741824
#! InvalidState,Microsoft.HyperV.PowerShell.Commands.SetVMMemory
---
# while it runs the minimum may go down and the maximum up, and not the other way
Set-VMMemory web01 -MinimumBytes 256MB
Set-VMMemory web01 -MaximumBytes 5GB
"$((Get-VMMemory web01).Minimum) $((Get-VMMemory web01).Maximum)"    #> 268435456 5368709120
Set-VMMemory web01 -MinimumBytes 1GB
#! InvalidState,Microsoft.HyperV.PowerShell.Commands.SetVMMemory
---
# a running static machine takes a new size at once
Start-VM db01
Set-VMMemory db01 -StartupBytes 6GB
(Get-VM db01).MemoryAssigned            #> 6442450944
---
# a saved machine keeps its settings
Set-VMMemory lab01 -StartupBytes 2GB
#! InvalidState,Microsoft.HyperV.PowerShell.Commands.SetVMMemory
---
# settings come as objects too
Get-VMMemory db01 | Set-VMMemory -Priority 70 -Passthru | ForEach-Object Priority    #> 70
Get-VM db01 | Set-VMMemory -Priority 60
(Get-VMMemory db01).Priority            #> 60
---
# null is refused by the binder
Set-VMMemory -VMName $null -Priority 3
#! ParameterArgumentValidationError,Microsoft.HyperV.PowerShell.Commands.SetVMMemory
---
# processors: count, weight, limits
Set-VMProcessor db01 -Count 8 -Reserve 10 -Maximum 75 -RelativeWeight 200
$p = Get-VMProcessor db01
"$($p.Count) $($p.Reserve) $($p.Maximum) $($p.RelativeWeight)"    #> 8 10 75 200
---
# no machine has more processors than the host
Set-VMProcessor db01 -Count 400
(Get-VMProcessor db01).Count           #> 1
#! InvalidParameter,Microsoft.HyperV.PowerShell.Commands.SetVMProcessor
---
# a running machine keeps its processors
Set-VMProcessor web01 -Count 4
(Get-VMProcessor web01).Count           #> 2
#! InvalidState,Microsoft.HyperV.PowerShell.Commands.SetVMProcessor
