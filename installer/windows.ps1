# windows.ps1 APP VERSION DEST: replication-lab-VERSION.msi in DEST. Needs a JDK 25 and the WiX Toolset (3 or newer).
param(
    [Parameter(Mandatory)][string]$App,
    [Parameter(Mandatory)][string]$Version,
    [Parameter(Mandatory)][string]$Dest
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true

$here = $PSScriptRoot
$jdk = if ($env:JAVA_HOME) { Join-Path $env:JAVA_HOME 'bin' } else { Split-Path (Get-Command jpackage).Source }
$image = Join-Path $Dest 'image'
$staged = Join-Path $image 'input'
$runtime = Join-Path $image 'runtime'

if (Test-Path $image) { Remove-Item -Recurse -Force $image }
New-Item -ItemType Directory -Force $staged | Out-Null
& (Join-Path $jdk 'jlink') "@$(Join-Path $here 'jlink.args')" --output $runtime

# The servers stay out of the class path: their jars are read by the lab only, when it needs them.
foreach ($part in 'replication-lab.jar', 'lib', 'lessons', 'assets', 'licences.txt', 'sbom.cyclonedx.json') {
    Copy-Item -Recurse (Join-Path $App $part) $staged
}
# Two launchers of one program: a window without a console, and replication-lab-cli for the terminal.
$console = Join-Path $image 'cli.properties'
Set-Content $console 'win-console=true'
& (Join-Path $jdk 'jpackage') "@$(Join-Path $here 'jpackage.args')" --input $staged --runtime-image $runtime `
    --app-version $Version --icon (Join-Path $here 'icon/replication-lab.ico') `
    --add-launcher "replication-lab-cli=$console" --dest $image

$program = Join-Path $image 'replication-lab'
$inside = Join-Path $program 'app'
Copy-Item -Recurse (Join-Path $App 'postgres') $inside
$commands = Join-Path $program 'bin'
New-Item -ItemType Directory $commands | Out-Null
Copy-Item (Join-Path $here 'windows/replication-lab.cmd') $commands

# Java learns from one rehearsal which classes to keep ready, and the program then starts from that.
$cache = Join-Path $inside 'replication-lab.aot'
$person = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $person | Out-Null
try {
    $env:APPDATA = Join-Path $person 'config'
    $env:LOCALAPPDATA = Join-Path $person 'cache'
    # Twice, as the first one unpacks the servers, and what it needs for that must not get into the cache: see learn.sh.
    $headless = "-Duser.home=$person -Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true"
    foreach ($learning in '', "-XX:AOTCacheOutput=$cache ") {
        $env:JAVA_TOOL_OPTIONS = $learning + $headless
        & (Join-Path $program 'replication-lab-cli.exe') rehearse
    }
} finally {
    Remove-Item Env:JAVA_TOOL_OPTIONS
    Remove-Item -Recurse -Force $person
}
foreach ($launcher in 'replication-lab.cfg', 'replication-lab-cli.cfg') {
    Add-Content (Join-Path $inside $launcher) 'java-options=-XX:AOTCache=$APPDIR\replication-lab.aot'
}

& (Join-Path $jdk 'jpackage') --type msi --name replication-lab --app-version $Version --app-image $program `
    --file-associations (Join-Path $here 'evidence.properties') `
    --file-associations (Join-Path $here 'deck.properties') --win-menu --win-shortcut-prompt --win-per-user-install `
    --win-upgrade-uuid '5b0c9a52-6f5e-4e0a-9d43-6a4d3f0a7c11' --dest $Dest
& (Join-Path $here 'windows/path.ps1') (Join-Path $Dest "replication-lab-$Version.msi")
Get-ChildItem $Dest -Filter '*.msi'
