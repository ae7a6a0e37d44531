# a machine has the state it rests in
(Get-VM web01).State      #> Running
(Get-VM db01).State       #> Off
(Get-VM lab01).State      #> Saved
---
# a name is found whatever its case, a wildcard finds many, one that fits nothing is no error
(Get-VM WEB01).Name                     #> web01
(Get-VM web*).Count                     #> 2
@(Get-VM nothing*).Count                #> 0
---
# a name that no machine has is an error of Get-VM, the other names are still answered
(Get-VM web01, ghost).Name              #> web01
#! InvalidParameter,Microsoft.HyperV.PowerShell.Commands.GetVM
---
# the message of a missing machine names it
try { Get-VM ghost -ErrorAction Stop } catch { $_.Exception.Message }
#> Hyper-V was unable to find a virtual machine with name "ghost".
---
# the error is Hyper-V's own kind of exception
try { Get-VM ghost -ErrorAction Stop } catch [Microsoft.HyperV.PowerShell.VirtualizationException] { 'caught' }
#> caught
---
# an id finds its machine, and an object piped in is found by its id
$vm = Get-VM web01
(Get-VM -Id $vm.Id).Name                #> web01
($vm | Get-VM).Name                     #> web01
---
# an id that no machine has is an error
Get-VM -Id 00000000-0000-0000-0000-000000000001
#! ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.GetVM
---
# an object is live: it follows what happens to its machine
$vm = Get-VM db01
"$($vm.State) $($vm.MemoryAssigned)"    #> Off 0
Start-VM db01
"$($vm.State) $($vm.MemoryAssigned)"    #> Running 4294967296
---
# a selected object is a snapshot
$seen = Get-VM db01 | Select-Object Name, State
Start-VM db01
"$($seen.State)"                        #> Off
---
# a machine in a string says who it is
"$(Get-VM web01)" -match "^VirtualMachine \(Name = 'web01'\) \[Id = '[0-9a-f-]{36}'\]$"    #> True
---
# aliases stand beside the properties
$vm = Get-VM web01
$vm.VMName                              #> web01
$vm.VMId -eq $vm.Id                     #> True
---
# memory figures are whole numbers of bytes
(Get-VM sql01).MemoryAssigned           #> 8589934592
(Get-VM web01).MemoryStartup            #> 1073741824
(Get-VM web01).MemoryMinimum.GetType().FullName    #> System.Int64
---
# a machine that is off has no memory, no uptime and no demand
$vm = Get-VM db01
$vm.MemoryAssigned                      #> 0
$vm.MemoryDemand                        #> 0
"$($vm.Uptime)"                         #> 00:00:00
---
# a static machine reports demand as well
(Get-VM sql01).MemoryDemand -gt 0       #> True
---
# the only computer that answers is the host itself
(Get-VM web01 -ComputerName localhost).Name    #> web01
(Get-VM web01 -ComputerName HV01).Name         #> web01
Get-VM web01 -ComputerName elsewhere
#! InvalidParameter,Microsoft.HyperV.PowerShell.Commands.GetVM
---
# the module's name may stand before the command's
(Hyper-V\Get-VM web01).Name             #> web01
---
# enums are numbers to JSON and names to people
(Get-VM web01 | Select-Object State | ConvertTo-Json -Compress)    #> {"State":2}
[int](Get-VM web01).State               #> 2
(Get-VM web01).State -eq 'Running'      #> True
---
# a cluster object is not emulated and says so
$cluster = [pscustomobject]@{PSTypeName='Microsoft.FailoverClusters.PowerShell.ClusterObject'}
Get-VM -ClusterObject $cluster
#! NotEmulated,Microsoft.HyperV.PowerShell.Commands.GetVM
