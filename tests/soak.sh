#!/usr/bin/env bash
# soak.sh: reads many rosters and templates that chance has spoilt, measures the reader, kills many runs of the tool, sends
# many messages, and hurts a large fleet.
#
# Usage: tests/soak.sh [COUNT [SEED]]
#
#   COUNT  how many rosters, and how many templates (default 100000)
#   SEED   where chance begins (default: another one each time, which is printed)
#
# Each input must end in success or in diagnostics: an exception, more than 2 s of processor time or more than 256 MiB of
# memory ends the soak, and the input is kept in artifacts/soak. To read it once more:
#
#   dotnet run --project tests/fuzz --configuration Release rosters artifacts/soak/FILE
#
# Then a run that changes a fleet of 500 agents is killed at random instants, MOSAIC_KILLS times (default 200), and each
# time the next run must bring the change about and nothing of the user's may be lost; a run and an uninstallation are killed
# at every few system calls; more hostile texts go through each encoder; and the README's commands are typed without a user
# manager too. At last MOSAIC_MESSAGES messages (default 1000) are sent to five real agents, of which one is killed every few
# seconds: each must arrive once, or be known as one of which nobody knows. Last, a fleet of MOSAIC_AGENTS agents (default 300) of root's, and one of an ordinary user's, come back after
# all programs are killed at once, after their tmux server is killed, and after stops in the middle of starts. The last commit
# is packed twice, and the packages must be the same bytes. So that tests/run.sh stays short, some promises are kept only here
# on each kind of host: those rows and tests are marked `Explicit`.
# The end-to-end tests do that, and need what tests/run.sh installs.
#
# Exit codes: 0 all went well, 1 something did not or the reader is too slow, 64 usage, 69 the .NET SDK is missing.
set -euo pipefail

readonly EX_USAGE=64 EX_UNAVAILABLE=69

fail() {
  printf 'soak.sh: %s\n' "$2" >&2
  exit "$1"
}

show_help() {
  local line
  while IFS= read -r line; do
    [[ $line != '#!'* ]] || continue
    [[ $line == '#'* ]] || break
    line=${line#'#'}
    printf '%s\n' "${line# }"
  done <"${BASH_SOURCE[0]}"
}

# kill_bundles - the tests that kill an installation from a bundle, at every call of a program and not at some.
kill_bundles() {
  local name=Mosaic.Fleet.Installer.Tests
  dotnet build "tests/$name" --nologo --verbosity quiet
  MOSAIC_SOAK=1 "tests/$name/bin/Debug/net10.0/$name" -noLogo -class '*.A_bundle_that_is_killed'
}

# run_long_tests KILLS SEED MESSAGES AGENTS - the end-to-end tests that tests/run.sh makes shorter, or leaves out.
run_long_tests() {
  local name=Mosaic.Fleet.Installer.EndToEndTests
  dotnet build "tests/$name" --nologo --verbosity quiet
  printf 'Killing %s runs, sending %s messages, hurting %s agents, seed %s\n' "$1" "$3" "$4" "$2"
  CI=true MOSAIC_SOAK=1 MOSAIC_KILLS=$1 MOSAIC_SEED=$2 MOSAIC_MESSAGES=$3 \
    "tests/$name/bin/Debug/net10.0/$name" -noLogo -diagnostics \
    -class '*.A_run_that_is_killed_at_any_instant_loses_nothing' -class '*.A_killed_run_is_completed_or_undone_by_the_next' \
    -class '*.A_killed_uninstallation_is_completed_by_the_next_run' \
    -class '*.The_README_s_commands_do_what_it_says' -class '*.Each_message_arrives_once_whatever_dies' -class '*.Encoders.*'
  CI=true MOSAIC_SOAK=1 MOSAIC_AGENTS=$4 "tests/$name/bin/Debug/net10.0/$name" -noLogo -diagnostics -explicit only
}

main() {
  if [[ ${1:-} == --help ]]; then
    show_help
    return
  fi
  local count=${1:-100000} seed=${2:-$RANDOM} kind
  [[ $count =~ ^[1-9][0-9]{0,8}$ && $seed =~ ^[0-9]{1,9}$ ]] || fail "$EX_USAGE" 'COUNT and SEED are numbers; see tests/soak.sh --help'
  command -v dotnet >/dev/null || fail "$EX_UNAVAILABLE" 'the .NET SDK 10 is missing. See https://learn.microsoft.com/dotnet/core/install/linux'

  cd "$(dirname "${BASH_SOURCE[0]}")/.."
  dotnet build tests/fuzz --configuration Release --nologo --verbosity quiet
  printf 'Seed %s\n' "$seed"
  for kind in rosters templates; do
    tests/fuzz/bin/Release/net10.0/Mosaic.Fleet.Installer.Fuzz "$kind" "$count" "$seed" artifacts/soak
  done
  tests/benchmarks/reading.sh
  kill_bundles
  run_long_tests "${MOSAIC_KILLS:-200}" "$seed" "${MOSAIC_MESSAGES:-1000}" "${MOSAIC_AGENTS:-300}"
}

main "$@"
