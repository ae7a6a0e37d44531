# paths are joined with one separator of Windows
Join-Path C:\VMs web01                    #> C:\VMs\web01
Join-Path C:\VMs\ \web01                  #> C:\VMs\web01
Join-Path a/b c                           #> a\b\c
Join-Path C:\, D:\ x
#> C:\x
#> D:\x
---
# a drive that no session has is an error
Join-Path NoDrive:\x y
#! DriveNotFound,Microsoft.PowerShell.Commands.JoinPathCommand
---
# a path has parts
Split-Path C:\VMs\web01.vhdx              #> C:\VMs
Split-Path C:\VMs\web01.vhdx -Leaf        #> web01.vhdx
Split-Path C:\VMs -Parent                 #> C:\
"[$(Split-Path C:\)]"                     #> []
Split-Path C:\VMs -Qualifier              #> C:
Split-Path C:\VMs -NoQualifier            #> \VMs
Split-Path \\server\share\a               #> \\server\share
Split-Path a\b -IsAbsolute                #> False
Split-Path a\b -Qualifier
#! ParsePathFormatError,Microsoft.PowerShell.Commands.SplitPathCommand
---
# a session stands somewhere
(Get-Location).Path                       #> C:\
"$(Get-Location)"                         #> C:\
---
# what is on the session's drives is known
$q = 1
Test-Path Variable:q                      #> True
Test-Path Variable:nope                   #> False
$env:LAB = 'x'
Test-Path Env:LAB                         #> True
function Find-It { 1 }
Test-Path Function:Find-It                #> True
Test-Path NoDrive:x                       #> False
---
# files are not emulated yet and it is said
Test-Path C:\VMs
#! NotEmulated,Microsoft.PowerShell.Commands.TestPathCommand
