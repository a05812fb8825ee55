#!/usr/bin/env bash
# run.sh: builds the project and runs all of its tests.
#
# Usage: tests/run.sh [OPTION...]
#
# Installs the programs that the tests run, where they are missing and this is root on a host with apt-get;
# elsewhere the tests that need them are skipped, and say so. Under CI=true a missing program is a failure.
# The end-to-end tests make hosts of their own, which needs root; nothing outside of them is touched.
#
# OPTION is handed to the test runner, as in: tests/run.sh -class '*Encoders*'
# Without one, tests/benchmarks/reading.sh counts as a test too.
# The last line is "N passed, N failed", and ", N skipped" if any were. Exit codes: 0 all passed, 1 a test
# failed or none ran, 69 a needed program is missing.
set -euo pipefail

# program or file, and the Debian package that has it
readonly needs=(
  "tmux tmux"
  "dash dash"
  "strace strace"
  "shellcheck shellcheck"
  "shfmt shfmt"
  "jq jq"
  "curl curl"
  "zsh zsh"
  "fish fish"
  "groff groff-base"
  "python3 python3"
  "node nodejs"
  "npm npm"
  "/usr/sbin/sshd openssh-server"
  "ps procps"
  "nsenter util-linux"
  "busctl systemd"
  "dbus-daemon dbus"
  "/usr/lib/systemd/systemd systemd"
  "/usr/lib/systemd/user/dbus.socket dbus-user-session"
)

fail() {
  printf 'run.sh: %s\n' "$2" >&2
  exit "$1"
}

# missing_packages - prints the packages of what is not there, a line each.
missing_packages() {
  local need program package
  for need in "${needs[@]}"; do
    read -r program package <<<"$need"
    if [[ ! -e $program ]] && ! command -v "$program" >/dev/null; then
      printf '%s\n' "$package"
    fi
  done
}

install_programs() {
  local packages
  mapfile -t packages < <(missing_packages)
  ((${#packages[@]})) || return 0

  if ((EUID == 0)) && command -v apt-get >/dev/null; then
    printf 'Installing %s\n' "${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >/dev/null
    apt-get install -q -y --no-install-recommends "${packages[@]}" >/dev/null
  elif [[ ${CI:-} == true ]]; then
    fail 69 "missing here: ${packages[*]}. Install them, or run this as root on a host with apt-get."
  else
    printf 'WARNING: not installed: %s. Tests that need them are skipped.\n' "${packages[*]}" >&2
  fi
}

# install_packages FOLDER - gets the npm packages that FOLDER/package-lock.json names, where they are not there.
install_packages() {
  local folder=$1 log
  [[ ! $folder/package-lock.json -nt $folder/node_modules/.package-lock.json ]] || rm -rf "$folder/node_modules"
  [[ ! -d $folder/node_modules ]] && command -v npm >/dev/null || return 0

  if ! log=$(npm ci --prefix "$folder" --omit optional 2>&1); then
    [[ ${CI:-} != true ]] || fail 69 "npm could not install what $folder/package-lock.json names: $log"
    printf 'WARNING: npm could not install what %s names. Tests that need it are skipped.\n' "$folder/package-lock.json" >&2
  fi
}

check_sdk() {
  command -v dotnet >/dev/null ||
    fail 69 'the .NET SDK 10 is missing. See https://learn.microsoft.com/dotnet/core/install/linux'
  local version
  version=$(dotnet --version)
  ((${version%%.*} >= 10)) ||
    fail 69 "the .NET SDK is $version; 10.0 is needed. See https://learn.microsoft.com/dotnet/core/install/linux"
}

# build - one compiler for all, which a CI machine does not keep.
build() {
  export UseSharedCompilation=true
  [[ ${CI:-} != true ]] || trap 'dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true' EXIT
  dotnet build Mosaic.Fleet.Installer.sln --nologo -v quiet
}

# run_project NAME REPORT OPTION... - runs one built test project and writes what it says into the file REPORT.
run_project() {
  local name=$1 report=$2 priority=5 threads=2x status=0
  shift 2
  [[ $name != *EndToEnd* ]] || priority=0 threads=2.5x
  local options=(-noLogo)
  [[ -t 1 ]] || options+=(-noColor)
  # Most tests wait for processes, so more than there are cores run at once.
  nice -n "$priority" "tests/$name/bin/Debug/net10.0/$name" "${options[@]}" -maxThreads "$threads" "$@" >"$report" 2>&1 || status=$?
  printf '%s\n' "$status" >"$report.status"
}

# run_projects OPTION... - runs all test projects at once, which wait for one thing or another, and counts what became of
# their tests. The end-to-end tests take longest: the others take what processor time they leave.
run_projects() {
  local project reports names=() name
  reports=$(mktemp -d)
  # Ctrl-C alone does not reach what runs in the background.
  trap 'trap - INT; kill 0' INT
  printf 'Running the tests; what fails is shown at the end.\n'
  for project in tests/*Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    names+=("$name")
    run_project "$name" "$reports/$name" "$@" &
  done
  wait
  for name in "${names[@]}"; do
    cat "$reports/$name"
    count_tests "$reports/$name"
  done
  rm -r "$reports"
}

# count_tests REPORT - adds a project's counts to the totals.
count_tests() {
  local report=$1 status=1 summary bad
  # "   Name  Total: 9, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 1.2s", or "   Name  Total: 0"
  summary=$(grep --text '  Total: [0-9]' "$report" | tail -n 1) || summary='Total: 0'
  read -r status <"$report.status" || true
  bad=$(($(count Failed "$summary") + $(count Errors "$summary")))
  passed=$((passed + $(count Total "$summary") - $(count Failed "$summary") - $(count Skipped "$summary") - $(count 'Not Run' "$summary")))
  skipped=$((skipped + $(count Skipped "$summary")))
  # A runner that breaks off without a failed test has failed all the same.
  ((status == 0 || bad > 0)) || bad=1
  failed=$((failed + bad))
}

# count LABEL SUMMARY - prints the number after "LABEL: ", 0 where there is none.
count() {
  if [[ $2 =~ $1:\ ([0-9]+) ]]; then
    printf '%s' "${BASH_REMATCH[1]}"
  else
    printf 0
  fi
}

# run_benchmark - counts as one test: a roster must be checked in less than twice the time that its YAML takes to load.
run_benchmark() {
  if tests/benchmarks/reading.sh 5; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
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

main() {
  if [[ ${1:-} == --help ]]; then
    show_help
    return
  fi
  cd "$(dirname "${BASH_SOURCE[0]}")/.."
  install_programs
  check_sdk
  # Which takes no processor time to speak of.
  { install_packages tests/schema && install_packages tests/pi; } &
  local installation=$!
  build
  wait "$installation"

  passed=0 failed=0 skipped=0
  run_projects "$@"
  # Options choose among the tests; then it is not asked for.
  (($#)) || run_benchmark

  local summary="$passed passed, $failed failed"
  ((skipped == 0)) || summary+=", $skipped skipped"
  printf '%s\n' "$summary"
  ((failed == 0 && passed > 0))
}

main "$@"
