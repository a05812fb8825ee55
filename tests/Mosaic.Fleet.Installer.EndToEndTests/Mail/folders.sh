#!/usr/bin/env bash
#
# folders.sh: is a transport for tests. An agent is a folder ~/desks/AGENT; what it takes goes into its file `taken`.
#
# Usage: folders.sh list | status AGENT | send AGENT [-S SENDER] [-c] [-w SECONDS] [-r TIMES] [-v] | tail AGENT [-n LINES]
#
# Files beside `taken` make it behave otherwise: `busy` has it put off what comes, `silent` leaves it as a draft, `strict`
# has it refuse, `broken` has it fail midway, and a pipe `gate` holds it up until something is written there; then it is
# at work, and `entered` tells.
#
# Exit status: as every transport has them; `reset`, `attach` and `tail -f` are not supported (69).
set -euo pipefail

readonly EX_WRONG=3 EX_UNAVAILABLE=69 EX_TEMPFAIL=75

send() {
  local desk=$1 sender='' is_command=false option text gate
  shift
  while getopts 'S:cw:r:v' option; do
    case $option in
      S) sender=$OPTARG ;;
      c) is_command=true ;;
      w | r | v) ;;
      *) exit "$EX_WRONG" ;;
    esac
  done
  text=$(cat)
  [[ $text == *[![:space:]]* && ! -e $desk/strict ]] || exit "$EX_WRONG"
  if [[ ! -d $desk ]]; then
    printf 'absent\n'
    exit 1
  fi
  [[ ! -e $desk/busy ]] || exit "$EX_TEMPFAIL"
  [[ -z $sender || $is_command == true ]] || text="[$sender] $text"
  if [[ -p $desk/gate ]]; then
    exec {gate}<>"$desk/gate"
    : >"$desk/entered"
    read -r _ <&"$gate"
    exec {gate}>&-
  fi
  printf '%s\n' "$text" >>"$desk/taken"
  [[ ! -e $desk/broken ]] || exit 1
  if [[ -e $desk/silent ]]; then
    printf 'draft\n'
    exit 2
  fi
  printf 'submitted\n'
}

main() {
  local desk=~/desks/${2-}
  case $#:${1-} in
    1:--help) sed -n '3,/^[^#]/s/^# \?//p' "$0" ;;
    1:list) (cd ~/desks && printf '%s\n' *) ;;
    2:status)
      if [[ -d $desk ]]; then printf 'running\n'; else printf 'absent\n' && exit 1; fi
      ;;
    *:send) send "$desk" "${@:3}" ;;
    *:tail) [[ ${*: -1} != -f ]] || exit "$EX_UNAVAILABLE" ;;&
    [24]:tail)
      [[ -d $desk ]] || exit 1
      tail -n "${4-40}" "$desk/taken"
      ;;
    *:tail | *:list | *:status) exit "$EX_WRONG" ;;
    *) exit "$EX_UNAVAILABLE" ;;
  esac
}

main "$@"
