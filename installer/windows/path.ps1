# path.ps1 MSI: the package also puts the folder of replication-lab.cmd on its user's PATH, and takes it off again.
# jpackage has no option for it; these are the table and the actions that Windows Installer has for the purpose.
param([Parameter(Mandatory)][string]$Msi)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# Windows Installer's objects do not tell PowerShell what they can do.
function Invoke-Method($Object, [string]$Name, [object[]]$Arguments) {
    $Object.GetType().InvokeMember($Name, 'InvokeMethod', $null, $Object, $Arguments)
}

function Get-Field($Record, [int]$Number) {
    $Record.GetType().InvokeMember('StringData', 'GetProperty', $null, $Record, @($Number))
}

$transacted = 1
$installer = New-Object -ComObject WindowsInstaller.Installer
$database = Invoke-Method $installer 'OpenDatabase' @((Resolve-Path $Msi).Path, $transacted)

function Open-Query([string]$Sql) {
    $view = Invoke-Method $database 'OpenView' @($Sql)
    Invoke-Method $view 'Execute' @() | Out-Null
    $view
}

function Invoke-Sql([string]$Sql) {
    Invoke-Method (Open-Query $Sql) 'Close' @() | Out-Null
}

# A file's name is stored with its short one before it: REPLIC~1.CMD|replication-lab.cmd.
$files = Open-Query 'SELECT `File`.`FileName`, `Component`.`Component`, `Component`.`Directory_` FROM `File`, `Component` WHERE `File`.`Component_` = `Component`.`Component`'
$component = $null
while ($null -ne ($file = Invoke-Method $files 'Fetch' @())) {
    if ((Get-Field $file 1).Split('|')[-1] -eq 'replication-lab.cmd') {
        $component = Get-Field $file 2
        $folder = Get-Field $file 3
    }
}
Invoke-Method $files 'Close' @() | Out-Null
if ($null -eq $component) { throw "There is no replication-lab.cmd in $Msi." }

# "=": set at installation, "-": taken away at removal; "[~]" stands for what PATH was before.
Invoke-Sql 'CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL LOCALIZABLE, `Value` CHAR(255) LOCALIZABLE, `Component_` CHAR(72) NOT NULL PRIMARY KEY `Environment`)'
Invoke-Sql "INSERT INTO ``Environment`` (``Environment``, ``Name``, ``Value``, ``Component_``) VALUES ('CommandPath', '=-PATH', '[~];[$folder]', '$component')"
# Before files go, and after they have come.
Invoke-Sql "INSERT INTO ``InstallExecuteSequence`` (``Action``, ``Sequence``) VALUES ('RemoveEnvironmentStrings', 3300)"
Invoke-Sql "INSERT INTO ``InstallExecuteSequence`` (``Action``, ``Sequence``) VALUES ('WriteEnvironmentStrings', 5200)"
Invoke-Method $database 'Commit' @() | Out-Null
