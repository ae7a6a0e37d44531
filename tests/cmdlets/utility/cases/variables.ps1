# a variable is set and read by name
Set-Variable a, b 9
"$a$b"                                    #> 99
Get-Variable a -ValueOnly                 #> 9
---
# what is piped into Set-Variable comes together
1..3 | Set-Variable all
$all.Count                                #> 3
---
# a variable that is not there is an error, for a wildcard it is none
Get-Variable nope
#! VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand
Get-Variable nope*
Remove-Variable nope
#! VariableNotFound,Microsoft.PowerShell.Commands.RemoveVariableCommand
---
# a scope is a name or a number of steps up
function Set-Above { Set-Variable up 1 -Scope 1; Set-Variable own 2; Set-Variable g 3 -Scope Global }
Set-Above
"$up-$own-$g"                             #> 1--3
Get-Variable up -Scope 99
#! ArgumentOutOfRange,Microsoft.PowerShell.Commands.GetVariableCommand
---
# a read-only variable gives way to force, a constant never
Set-Variable r 1 -Option ReadOnly
Set-Variable r 2
#! VariableNotWritable,Microsoft.PowerShell.Commands.SetVariableCommand
Set-Variable r 3 -Force
$r                                        #> 3
Remove-Variable r
#! VariableNotRemovable,Microsoft.PowerShell.Commands.RemoveVariableCommand
New-Variable c 1 -Option Constant
Remove-Variable c -Force
#! VariableNotRemovable,Microsoft.PowerShell.Commands.RemoveVariableCommand
---
# a variable is made once
New-Variable x 1
New-Variable x 2
#! VariableAlreadyExists,Microsoft.PowerShell.Commands.NewVariableCommand
Clear-Variable x
$null -eq $x                              #> True
---
# a text runs in the scope of its caller
Invoke-Expression '$made = 5; $made + 1'  #> 6
$made                                     #> 5
Invoke-Expression '1 +'
#! ExpectedValueExpression,Microsoft.PowerShell.Commands.InvokeExpressionCommand
---
# an alias is set, found and called
Set-Alias machines Get-VM
(machines web01).Name                     #> web01
(Get-Alias machines).Definition           #> Get-VM
(Get-Alias dir).Definition                #> Get-ChildItem
New-Alias machines Get-VMHost
#! AliasAlreadyExists,Microsoft.PowerShell.Commands.NewAliasCommand
Get-Alias nothing
#! ItemNotFoundException,Microsoft.PowerShell.Commands.GetAliasCommand
---
# the culture is the one of a US server
(Get-Culture).Name                        #> en-US
---
# the host is what $Host holds
(Get-Host).Version.Major                  #> 5
