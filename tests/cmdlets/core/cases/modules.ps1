# a module the emulator has is imported without a word
Import-Module Hyper-V
(Import-Module hyper-v -PassThru).Name    #> Hyper-V
---
# a module nobody has is an error that names it
Import-Module NoSuchModule
#! Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand
---
# a module that only Windows has is not emulated and says so
Import-Module Storage
#! NotEmulated,Microsoft.PowerShell.Commands.ImportModuleCommand
---
# a version that is too high is not found
Import-Module Hyper-V -MinimumVersion 9.0
#! Modules_ModuleWithVersionNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand
---
# modules are listed by name, and one that is missing is no error
(Get-Module -ListAvailable Hyper-V).Version.ToString()    #> 2.0.0.0
@(Get-Module nothing).Count                               #> 0
(Get-Module Hyper-V).ExportedCommands.ContainsKey('Get-VM')    #> True
---
# removing what is not there is an error
Remove-Module nothing
#! Modules_NoModulesRemoved,Microsoft.PowerShell.Commands.RemoveModuleCommand
