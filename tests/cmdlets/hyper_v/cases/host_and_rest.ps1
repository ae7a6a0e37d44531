# the host says what it has
$h = Get-VMHost
"$($h.Name) $($h.LogicalProcessorCount) $($h.MemoryCapacity)"    #> HV01 16 68719476736
$h.NumaSpanningEnabled                  #> True
---
# a cmdlet of the module that is not emulated is known and says so
Get-VMSwitch
#! NotEmulated,Microsoft.HyperV.PowerShell.Commands.GetVMSwitch
---
# so is a cmdlet of PowerShell itself, also by its alias
Get-Process
gci
#! NotEmulated
#! NotEmulated
---
# a command nobody knows is another error
Get-VMNonsense
#! CommandNotFoundException
---
# the syntax of a cmdlet comes from its declaration
(Get-Command Start-VM).ParameterSets.Count    #> 2
---
# memory moves while a script sleeps
$before = (Get-VM file01).MemoryAssigned
Stop-VM file01 -Force
Start-VM file01
(Get-VM file01).MemoryDemand            #> 0
Start-Sleep 120
(Get-VM file01).MemoryDemand -gt 0      #> True
