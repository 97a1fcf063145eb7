@rem The command replication-lab in a terminal: the launcher that has a console. Its folder is on the PATH.
@"%~dp0..\replication-lab-cli.exe" %*
