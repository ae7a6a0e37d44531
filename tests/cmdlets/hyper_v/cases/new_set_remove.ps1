# a new machine is off, static, with one processor and 512 MB
$vm = New-VM box
"$($vm.State) $($vm.Generation) $($vm.ProcessorCount) $($vm.MemoryStartup) $($vm.DynamicMemoryEnabled)"
#> Off 1 1 536870912 False
---
# a machine without a name gets the default one
(New-VM).Name                           #> New Virtual Machine
---
# names are not unique, ids are
New-VM box | Out-Null
New-VM box | Out-Null
$both = Get-VM box
$both.Count                             #> 2
$both[0].Id -ne $both[1].Id             #> True
---
# an unknown switch is refused before anything is made
New-VM box -SwitchName nowhere
@(Get-VM box*).Count                    #> 0
#! InvalidParameter,Microsoft.HyperV.PowerShell.Commands.NewVM
---
# a size with a suffix may be text
(New-VM box -MemoryStartupBytes '4096MB').MemoryStartup    #> 4294967296
---
# memory must be a whole even number of megabytes
New-VM box -MemoryStartupBytes 9001MB
@(Get-VM box*).Count                    #> 0
#! InvalidParameter,Microsoft.HyperV.PowerShell.Commands.NewVM
---
# a new disk stands on the machine
(New-VM box -NewVHDPath C:\VMs\box.vhdx -NewVHDSizeBytes 10GB -Generation 2).HardDrives[0].Path
#> C:\VMs\box.vhdx
---
# Set-VM changes memory, processors and the rest
Set-VM db01 -DynamicMemory -MemoryMinimumBytes 1GB -MemoryMaximumBytes 8GB -ProcessorCount 4 -Notes 'the books'
$vm = Get-VM db01
"$($vm.DynamicMemoryEnabled) $($vm.MemoryMinimum) $($vm.ProcessorCount) $($vm.Notes)"    #> True 1073741824 4 the books
---
# Set-VM takes enum values as text and as numbers
Set-VM db01 -AutomaticStartAction Start -AutomaticStopAction 2 -CheckpointType Standard
$vm = Get-VM db01
"$($vm.AutomaticStartAction) $($vm.AutomaticStopAction) $($vm.CheckpointType)"    #> Start TurnOff Standard
---
# Set-VM renames, Rename-VM too
Set-VM db01 -NewVMName db02
Rename-VM db02 -NewName db03
@(Get-VM db0*).Name                     #> db03
---
# a setting that does not exist here says so
Set-VM db01 -LockOnDisconnect On
#! NotEmulated,Microsoft.HyperV.PowerShell.Commands.SetVM
---
# an unknown machine is an error of the cmdlet's own class
Set-VM ghost -Notes x
#! ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.SetVM
---
# a removed machine is gone, its object says so
$vm = Get-VM db01
Remove-VM db01 -Force
$vm.IsDeleted                           #> True
@(Get-VM db0*).Count                    #> 0
---
# a running machine cannot be removed
Remove-VM web01 -Force
(Get-VM web01).State                    #> Running
#! InvalidState,Microsoft.HyperV.PowerShell.Commands.RemoveVM
---
# an unknown parameter is refused by the binder
Start-VM -Id 1
#! NamedParameterNotFound,Microsoft.HyperV.PowerShell.Commands.StartVM
---
# a cmdlet that must ask is refused where nobody can answer, whatever -Confirm says
Remove-VM db01 -Confirm:$false
@(Get-VM db01).Count                    #> 1
#! InvalidOperation,Microsoft.HyperV.PowerShell.Commands.RemoveVM
