#!/bin/sh
# Stands where VS Code's executable stands, for @vscode/test-electron: VSCODE_EXECUTABLE=test/e2e/code-offline.sh node test/e2e/electron.mjs
exec node "$(dirname "$(readlink -f "$0")")/run.mjs" "$@"
