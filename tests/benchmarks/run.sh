#!/usr/bin/env bash
# run.sh: measures the tool against its floors, and prints medians and ratios of one run.
#
# Usage: tests/benchmarks/run.sh [--all] [RUNS]
#
#   --all go on with scaling.sh, fleet.sh and messages.sh, each with its defaults: five to ten minutes
#   RUNS  how often each command of a pair runs (default 21); the two take turns, so that
#         what else the machine does falls on both
#
# The pairs: a run with nothing to do on the USC roster, against an empty .NET program; a first
# install of 1,000 agents, against a script that writes the same bytes to as many files.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=measuring.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/measuring.bash"

# peak_memory COMMAND...: the largest resident set of the command, in KiB.
peak_memory() {
  local report
  report=$(mktemp)
  /usr/bin/time -f %M -o "$report" "$@" >/dev/null 2>&1
  tail -n 1 "$report"
  rm -f "$report"
}

report() {
  local what=$1 ours=$2 floor=$3 unit=$4
  printf '%-44s %10s %10s %-4s %6.2f x\n' "$what" "$ours" "$floor" "$unit" "$(awk "BEGIN { print $ours / $floor }")"
}

# compare WHAT RUNS OURS FLOOR: OURS and FLOOR are names of functions, run in turn.
compare() {
  local what=$1 runs=$2 ours=$3 floor=$4 run
  : >"$workspace/ours"
  : >"$workspace/floor"
  for ((run = 0; run < runs; run++)); do
    "$ours" prepare && milliseconds "$ours" >>"$workspace/ours"
    "$floor" prepare && milliseconds "$floor" >>"$workspace/floor"
  done
  report "$what" "$(median <"$workspace/ours")" "$(median <"$workspace/floor")" ms
}

tool() { "$workspace/tool/mosaic-fleet-install" "$@"; }

nothing_to_do() {
  [[ ${1-} != prepare ]] || return 0
  tool
}

empty_program() {
  [[ ${1-} != prepare ]] || return 0
  "$workspace/empty/empty"
}

install_thousand() {
  if [[ ${1-} == prepare ]]; then
    rm -rf "$workspace/thousand"
    mkdir -p "$workspace/thousand"
    return
  fi
  HOME=$workspace/thousand tool --roster "$workspace/thousand.yaml" --quiet
}

# The floor writes what the tool wrote: the same files, the same bytes, one sync of each file.
copy_thousand() {
  if [[ ${1-} == prepare ]]; then
    rm -rf "$workspace/copied"
    return
  fi
  python3 - "$workspace/thousand" "$workspace/copied" <<'PYTHON'
import os, sys
source, target = sys.argv[1:]
for folder, _, names in os.walk(source):
    place = target + folder[len(source):]
    os.makedirs(place, 0o700)
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        descriptor = os.open(os.path.join(place, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.write(descriptor, content)
        os.fsync(descriptor)
        os.close(descriptor)
PYTHON
}

write_thousand_agents() {
  local number
  printf 'version: 1\nagents:\n'
  for ((number = 0; number < 1000; number++)); do
    printf '  - { name: agent%d, runtime: shell, working_directory: ~/src }\n' "$number"
  done
}

main() {
  if [[ ${1-} == --help ]]; then
    show_help
    return
  fi
  local all=false
  if [[ ${1-} == --all ]]; then
    all=true
    shift
  fi
  local runs=${1:-21} home=$HOME benchmark checkout
  [[ $runs =~ ^[1-9][0-9]{0,3}$ ]] || die 64 'RUNS is a number; see tests/benchmarks/run.sh --help'
  [[ -x /usr/bin/time ]] || die 69 'GNU time is missing: sudo apt-get install time'
  checkout=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
  workspace=$(mktemp -d)
  # shellcheck disable=SC2064 # the value of now is meant
  trap "rm -rf -- '$workspace'" EXIT
  dotnet publish "$checkout/tests/benchmarks/empty" --configuration Release --output "$workspace/empty" --verbosity quiet -nologo
  "$checkout/install.sh" --tool-path "$workspace/tool" --version >/dev/null
  mkdir -p "$workspace/home"
  export HOME=$workspace/home
  tool --profile usc-software-factory --quiet
  write_thousand_agents >"$workspace/thousand.yaml"

  printf '%-44s %10s %10s\n' '' tool floor
  compare 'nothing to do, 13 agents' "$runs" nothing_to_do empty_program
  report 'nothing to do, peak memory' "$(peak_memory "$workspace/tool/mosaic-fleet-install")" "$(peak_memory "$workspace/empty/empty")" KiB
  compare 'first install of 1,000 agents' "$(((runs + 3) / 4))" install_thousand copy_thousand

  "$all" || return 0
  for benchmark in scaling fleet messages; do
    printf '\n%s\n' "$benchmark.sh"
    HOME=$home "$checkout/tests/benchmarks/$benchmark.sh"
  done
}

main "$@"
