#!/usr/bin/env bash
#
# transport.sh: checks that a transport keeps the contract of docs/messages.md.
#
# Usage: transport.sh TRANSPORT AGENT ABSENT
#
#   TRANSPORT  the program
#   AGENT      an agent that can be reached now, and shows what it takes
#   ABSENT     a name that no agent has
#
# Prints a line for each promise, `ok` or `not ok`.
#
# Exit status: 0 all are kept; 1 some are not, 64 wrong usage.

set -euo pipefail

readonly PATIENCE=30 # seconds, until an agent shows a text

broken=0

# ask VERB ARGUMENT...: runs the transport with `text` on its standard input; sets output and status.
ask() {
  status=0
  output=$(printf '%s' "$text" | "$transport" "$@" 2>/dev/null) || status=$?
}

# promise WHAT CONDITION...: tells whether the condition, a command, holds.
promise() {
  local what=$1 verdict=ok
  shift
  "$@" || { verdict='not ok' && broken=1; }
  printf '%s - %s\n' "$verdict" "$what"
  [[ $verdict == ok ]] || printf '  exit status %s, output: %s\n' "$status" "$output"
}

is() { [[ $status == "$1" && $output == "${2-$output}" ]]; }
lists() { [[ $status == 0 && $'\n'$output$'\n' == *$'\n'"$1"$'\n'* ]]; }
lists_not() { ! lists "$1"; }
is_taken() { is 0 submitted || is 0 queued; }
is_unsupported_or() { { is 69 '' && supports=false; } || "$@"; }

# shows TEXT: whether the agent shows it within a while.
shows() {
  local deadline=$((SECONDS + PATIENCE))
  until ask tail "$agent" -n 100 && [[ $output == *"$1"* ]]; do
    ((SECONDS < deadline)) || return 1
    sleep 0.1
  done
}

# follows TEXT: whether `tail -f`, begun before the text was sent, prints it; it may be unsupported.
follows() {
  local deadline=$((SECONDS + PATIENCE)) verdict=0
  until [[ $(<"$followed") == *"$1"* ]]; do
    if ! kill -0 "$follower" 2>/dev/null; then
      status=0
      wait "$follower" || status=$?
      [[ $status == 69 && ! -s $followed ]] || verdict=1
      break
    fi
    ((SECONDS < deadline)) || { verdict=1 && break; }
    sleep 0.1
  done
  kill "$follower" 2>/dev/null || true
  return "$verdict"
}

show_help() {
  sed -n '3,/^$/s/^# \?//p' "$0"
}

main() {
  [[ ${1-} != --help ]] || { show_help && return; }
  (($# == 3)) || { show_help >&2 && exit 64; }
  local transport=$1 agent=$2 absent=$3 text='' output='' status=0 supports=true long
  local mark=conformance-$$ followed follower deadline

  ask list
  promise 'list prints the agents that can be reached, one a line' lists "$agent"
  promise 'list prints no other' lists_not "$absent"
  ask status "$agent"
  promise 'status of an agent that can be reached is running' is 0 running
  ask status "$absent"
  promise 'status of another is absent, with 1' is 1 absent
  ask send
  promise 'send without an agent is refused with 3' is 3 ''
  ask send "$agent" -?
  promise 'an unknown option is refused with 3' is 3 ''
  ask send "$agent" -w 5
  promise 'an empty text is refused with 3' is 3 ''
  ask list "$agent"
  promise 'what a verb does not take is refused with 3' is 3 ''
  ask no-such-verb "$agent"
  promise 'an unknown verb is not supported: 69' is 69 ''

  text="first $mark"
  ask send "$absent" -S host:sender -w 1
  promise 'a text for an agent that is not there is absent, with 1' is 1 absent
  ask send "$agent" -S host:sender -w 30 -r 3
  promise 'a text is taken, and one word says so' is_taken
  text=$'second '"$mark"$'\n\'quoted\' "twice" $HOME `x` \\ \u00e4\u6f22'
  ask send "$agent" -S host:sender -w 30
  promise 'so is one of several lines' is_taken
  followed=$(mktemp)
  # shellcheck disable=SC2064 # its name is known now
  trap "rm -f ${followed@Q}" EXIT
  "$transport" tail "$agent" -n 1 -f </dev/null >"$followed" 2>/dev/null &
  follower=$!
  # Its first line tells that it looks.
  deadline=$((SECONDS + PATIENCE))
  until [[ -s $followed ]] || ! kill -0 "$follower" 2>/dev/null || ((SECONDS >= deadline)); do sleep 0.05; done
  printf -v long '%5000s' ''
  text="third $mark ${long// /x}"
  ask send "$agent" -S host:sender -w 30
  promise 'and a long one' is_taken

  text=''
  ask tail "$agent" -n 1
  promise 'tail prints lines that the agent showed, or is not supported' is_unsupported_or is 0
  if "$supports"; then
    promise 'the last text is shown' shows "third $mark"
    promise 'tail -f prints it, too, or is not supported' follows "third $mark"
    ask tail "$absent"
    promise 'tail of an agent that is not there is 1' is 1
  fi
  ask attach "$absent"
  promise 'attach to an agent that is not there is 1, or is not supported' is_unsupported_or is 1
  supports=true
  ask reset "$absent" /clear
  promise 'reset of an agent that is not there is absent, or is not supported' is_unsupported_or is 1 absent
  return "$broken"
}

main "$@"
