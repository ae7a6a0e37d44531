# an object has the properties it is made with, in their order
$vm = New-Object psobject -Property ([ordered]@{ Name = 'a'; Cores = 2 })
"$vm"                                     #> @{Name=a; Cores=2}
---
# a class that is not known is an error
New-Object No.Such.Type
#! TypeNotFound,Microsoft.PowerShell.Commands.NewObjectCommand
---
# a constructor that fails is an error of New-Object
New-Object System.Version 'a.b'
#! ConstructorInvokedThrowException,Microsoft.PowerShell.Commands.NewObjectCommand
---
# COM is not emulated and says so
New-Object -ComObject Shell.Application
#! NotEmulated,Microsoft.PowerShell.Commands.NewObjectCommand
---
# notes are added in every form
$o = [pscustomobject]@{ A = 1 }
$o | Add-Member B 2
$o | Add-Member -NotePropertyName C -NotePropertyValue 3
$o | Add-Member @{ D = 4 }
$o | Add-Member NoteProperty E 5
"$o"                                      #> @{A=1; B=2; C=3; D=4; E=5}
---
# a name is added twice only with force
$o = [pscustomobject]@{ A = 1 }
$o | Add-Member A 2
#! MemberAlreadyExists,Microsoft.PowerShell.Commands.AddMemberCommand
$o | Add-Member A 3 -Force
$o.A                                      #> 3
---
# script members see the object
$o = [pscustomobject]@{ A = 2 }
$o | Add-Member ScriptProperty Twice { $this.A * 2 } { param($v) $this.A = $v }
$o | Add-Member ScriptMethod Times { param($n) $this.A * $n }
$o.Twice                                  #> 4
$o.Twice = 5
$o.Times(3)                               #> 15
---
# a member cannot be put on an object of .NET in place, and it is said
$vm = Get-VM web01
$vm | Add-Member Owner ops
#! NotEmulated,Microsoft.PowerShell.Commands.AddMemberCommand
($vm | Add-Member Owner ops -PassThru).Owner    #> ops
---
# lists are compared in both directions, the new before the missing
(Compare-Object 1, 2, 3 2, 3, 4 | ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }) -join ' '
#> 4=> 1<=
---
# equal neighbours are left out
(1, 1, 2, 1 | Get-Unique) -join ','       #> 1,2,1
---
# what is teed is in the variable and goes on
(1..3 | Tee-Object -Variable kept | Measure-Object).Count    #> 3
$kept -join ','                           #> 1,2,3
1 | Tee-Object -FilePath out.txt
#! NotEmulated,Microsoft.PowerShell.Commands.TeeObjectCommand
---
# numbers are drawn from the range, and the same seed draws the same
1..20 | ForEach-Object { Get-Random -Minimum 1 -Maximum 3 } | Sort-Object -Unique
#> 1
#> 2
(Get-Random -SetSeed 4) -eq (Get-Random -SetSeed 4)    #> True
(1..5 | Get-Random -Count 9 | Sort-Object) -join ','   #> 1,2,3,4,5
Get-Random -Minimum 5 -Maximum 5
#! MinGreaterThanOrEqualMax,Microsoft.PowerShell.Commands.GetRandomCommand
---
# time is measured as the host's clock goes
(Measure-Command { Start-Sleep 3 }).TotalSeconds    #> 3
(New-TimeSpan -Minutes 90).TotalHours               #> 1.5
(New-TimeSpan '2026-01-01' '2026-01-02').TotalHours    #> 24
---
# two new GUIDs differ
(New-Guid) -eq (New-Guid)                 #> False
---
# nobody answers a question
Read-Host 'Name'
#! HostFunctionNotImplemented,Microsoft.PowerShell.Commands.ReadHostCommand
