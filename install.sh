#!/usr/bin/env bash
# install.sh: installs mosaic-fleet-install from this checkout as a .NET tool, and runs it.
#
# Usage: ./install.sh [--tool-path DIR] [--feed DIR] [OPTION...]
#
#   --tool-path DIR  install the tool into DIR instead of as a global tool (~/.dotnet/tools)
#   --feed DIR       keep the packages in DIR, from where 'dotnet tool install --source DIR' takes them, too
#   --help           show this help; 'mosaic-fleet-install --help' shows the tool's options
#
# Where MOSAIC_PACKAGES names a folder of packages, as --feed keeps them, these are installed and nothing is packed.
#
# All other options go to mosaic-fleet-install, for example:
#
#   ./install.sh --profile minimal --start
#
# Exit codes: 64 wrong option, 69 a needed program is missing or too old, else those of the tool.
set -euo pipefail

readonly EX_USAGE=64 EX_UNAVAILABLE=69
readonly PACKAGE=Mosaic.Fleet.Installer COMMAND=mosaic-fleet-install SDK_MAJOR=10

die() {
  local code=$1 message=$2 next_step=$3
  printf 'install.sh: %s\n  %s\n' "$message" "$next_step" >&2
  exit "$code"
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

require_sdk() {
  command -v dotnet >/dev/null || die "$EX_UNAVAILABLE" "the .NET SDK $SDK_MAJOR is not installed, or not on PATH" \
    "on Debian and Ubuntu, with Microsoft's package source: sudo apt-get install dotnet-sdk-$SDK_MAJOR.0"
  local sdks
  sdks=$(dotnet --list-sdks)
  grep -q "^$SDK_MAJOR\." <<<"$sdks" || die "$EX_UNAVAILABLE" \
    "the .NET SDK $SDK_MAJOR is needed, and there is only: $(cut -d' ' -f1 <<<"${sdks:-no SDK}" | paste -sd' ')" \
    "on Debian and Ubuntu, with Microsoft's package source: sudo apt-get install dotnet-sdk-$SDK_MAJOR.0"
}

require_tmux() {
  local version major minor
  command -v tmux >/dev/null || die "$EX_UNAVAILABLE" 'tmux is not installed, or not on PATH' \
    'on Debian and Ubuntu: sudo apt-get install tmux'
  version=$(tmux -V)
  [[ $version =~ ([0-9]+)\.([0-9]+) ]] || return 0
  major=${BASH_REMATCH[1]} minor=${BASH_REMATCH[2]}
  ((major > 3 || (major == 3 && minor >= 2))) || die "$EX_UNAVAILABLE" \
    "this is $version, and the fleet needs tmux 3.2 or newer" 'on Debian and Ubuntu: sudo apt-get install tmux'
}

# pack CHECKOUT FEED LOG: builds the packages into the folder FEED, quietly unless it fails.
pack() {
  local checkout=$1 feed=$2 log=$3
  printf 'Packing %s ...\n' "$COMMAND" >&2
  # Analyzers would take more than half of the time; tests/run.sh has them look at the same code.
  local options=(--configuration Release --output "$feed" --verbosity quiet -nologo -p:RunAnalyzers=false)
  if ! dotnet pack "$checkout/src/$PACKAGE" "${options[@]}" >"$log" 2>&1; then
    cat "$log" >&2
    die 1 'the tool could not be packed' 'read the messages above, mend the cause, and run ./install.sh again'
  fi
}

# install_tool FEED LOG WHERE...: installs the tool, or replaces the one that is there.
install_tool() {
  local feed=$1 log=$2
  shift 2
  dotnet tool uninstall "$@" "$PACKAGE" >/dev/null 2>&1 || true
  # Only this feed is asked, so that no other package of the same name can answer.
  if ! dotnet tool install "$@" "$PACKAGE" --source "$feed" --no-cache >"$log" 2>&1; then
    cat "$log" >&2
    die 1 'the tool could not be installed' 'read the messages above, mend the cause, and run ./install.sh again'
  fi
}

main() {
  local tool_path='' feed='' checkout work
  local -a options=()
  while (($# > 0)); do
    case $1 in
      --help | -h) show_help && return ;;
      --tool-path)
        (($# > 1)) || die "$EX_USAGE" '--tool-path needs a folder' 'for example: ./install.sh --tool-path ~/tools'
        tool_path=$2
        shift
        ;;
      --tool-path=*) tool_path=${1#*=} ;;
      --feed)
        (($# > 1)) || die "$EX_USAGE" '--feed needs a folder' 'for example: ./install.sh --feed ~/packages'
        feed=$2
        shift
        ;;
      --feed=*) feed=${1#*=} ;;
      *) options+=("$1") ;;
    esac
    shift
  done

  require_sdk
  require_tmux
  checkout=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
  work=$(mktemp -d)
  # shellcheck disable=SC2064 # the value of now is meant
  trap "rm -rf -- '$work'" EXIT
  feed=$(realpath -m -- "${MOSAIC_PACKAGES:-${feed:-$work/feed}}")

  local -a where=(--global)
  local folder=$HOME/.dotnet/tools
  if [[ -n $tool_path ]]; then
    folder=$(realpath -m -- "$tool_path")
    where=(--tool-path "$folder")
  fi
  [[ -n ${MOSAIC_PACKAGES:-} ]] || pack "$checkout" "$feed" "$work/log"
  install_tool "$feed" "$work/log" "${where[@]}"
  printf 'Installed %s\n\n' "$folder/$COMMAND" >&2

  local status=0
  "$folder/$COMMAND" "${options[@]}" || status=$?
  if [[ $(command -v "$COMMAND") != "$folder/$COMMAND" ]]; then
    # shellcheck disable=SC2016 # $PATH is for the user's shell
    printf '\nTo call %s from anywhere, put its folder on PATH:\n  export PATH="%s:$PATH"\n' "$COMMAND" "$folder" >&2
  fi
  return "$status"
}

main "$@"
