#!/usr/bin/env bash
# reading.sh: measures how long a roster of 10,000 agents takes to be read and checked, against YamlDotNet alone.
#
# Usage: tests/benchmarks/reading.sh [RUNS [LIMIT]]
#
#   RUNS   how often each of the two runs, after five that warm up (default 21); they take turns in one process
#   LIMIT  the largest ratio of their medians, of processor time and of allocated memory alike (default 2.0)
#
# The floor is YamlStream.Load: the same bytes into YamlDotNet's representation model, which checks nothing.
# Processor time, and not that of the clock, is measured, so that a busy host does not fail it.
# Exit codes: 0 below the limit, 1 above it.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=measuring.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/measuring.bash"

main() {
  if [[ ${1:-} == --help ]]; then
    show_help
    return
  fi
  local folder
  folder=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
  dotnet build "$folder/reading" --configuration Release --nologo --verbosity quiet -p:RunAnalyzers=false
  "$folder/reading/bin/Release/net10.0/Mosaic.Fleet.Installer.Benchmarks" "${1:-21}" "${2:-2.0}"
}

main "$@"
