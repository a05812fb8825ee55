#!/usr/bin/env bash
# messages.sh: measures how long a message takes into Pi and into bash.
#
# Usage: tests/benchmarks/messages.sh [COUNT]
#
#   COUNT  how many messages into each (default 100)
#
# Each message is measured twice: until send-message.sh has said its word, and until the program has it. For Pi that is
# when the request reaches its model, which is a server on loopback; bash runs the message, which notes the time.
# The same is measured of a sketch that does not look: it pastes, sleeps 0.5 s, presses Enter and sleeps 1.2 s; a fifth as
# often. What tests/run.sh installs is needed. Exit codes: 0 every message arrived as often as it was sent, 1 one did not,
# 69 a needed program is missing.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=measuring.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/measuring.bash"

readonly socket=mosaic-benchmark

bench_tmux() { tmux -f /dev/null -L "$socket" "$@"; }

# await WHAT COMMAND...: until the command succeeds, 30 s at most.
await() {
  local what=$1 tries
  shift
  for ((tries = 0; tries < 600; tries++)); do
    if "$@"; then return; fi
    sleep 0.05
  done
  die 1 "waited 30 s: $what"
}

# start_model: the model that the Pi of this benchmark has.
start_model() {
  mkdir -p "$workspace/model" "$HOME/.pi/agent"
  : >"$workspace/model/received"
  node "$checkout/tests/pi/model-server.mjs" "$workspace/model" &
  model=$!
  await 'the model server' test -f "$workspace/model/port"
  cat >"$HOME/.pi/agent/models.json" <<JSON
{"providers": {"tests": {
  "baseUrl": "http://127.0.0.1:$(<"$workspace/model/port")/v1", "api": "openai-completions", "apiKey": "none",
  "models": [{"id": "tests", "contextWindow": 100000000}]
}}}
JSON
}

start_programs() {
  bench_tmux new-session -d -s bash -x 200 -y 50 "PS1='\$ ' bash --norc -i" ';' set-option -t =bash: @mosaic_runtime shell
  bench_tmux new-session -d -s pi -x 200 -y 50 "node '$checkout/tests/pi/node_modules/@mariozechner/pi-coding-agent/dist/cli.js' \
    --offline --provider tests --model tests --no-session --no-tools --no-context-files --no-skills --no-extensions \
    --no-prompt-templates --no-themes" ';' set-option -t =pi: @mosaic_runtime pi
}

# look_and_send PROGRAM TEXT: as the product does.
look_and_send() { "$sender" -L "$socket" -t "$1" -m "$2" >/dev/null; }

# sleep_and_send PROGRAM TEXT: as one does who does not look.
sleep_and_send() {
  bench_tmux set-buffer -b sketch -- "$2" ';' paste-buffer -d -p -r -b sketch -t "=$1:"
  sleep 0.5
  bench_tmux send-keys -t "=$1:" Enter
  sleep 1.2
}

# text PROGRAM NUMBER: a message of which the program keeps when it had it.
# shellcheck disable=SC2016 # the bash of the benchmark expands it
text() {
  case $1 in
    pi) printf 'message %d: please have a look at this' "$2" ;;
    bash) printf 'echo %d $EPOCHREALTIME >>%q' "$2" "$workspace/bash" ;;
  esac
}

# arrivals PROGRAM: microseconds since 1970 of each message that the program has.
arrivals() {
  case $1 in
    pi) sed -E 's/.*"time":([0-9]+).*/\1000/' "$workspace/model/received" ;;
    bash) sed -E 's/.* ([0-9]+)[.]([0-9]+)/\1\2/' "$workspace/bash" ;;
  esac
}

has_arrived() { (($(arrivals "$1" | wc -l) >= $2)); }

# measure LABEL PROGRAM SEND COUNT: a row of the table.
measure() {
  local label=$1 program=$2 send=$3 count=$4 number began arrived
  : >"$workspace/words"
  : >"$workspace/programs"
  for ((number = 1; number <= count; number++)); do
    began=${EPOCHREALTIME/./}
    "$send" "$program" "$(text "$program" "$number")"
    printf '%d\n' "$((${EPOCHREALTIME/./} - began))" >>"$workspace/words"
    await "message $number at $program" has_arrived "$program" "$((total[$program] + number))"
    arrived=$(arrivals "$program" | tail -n 1)
    printf '%d\n' "$((arrived - began))" >>"$workspace/programs"
  done
  total[$program]=$((total[$program] + count))
  (($(arrivals "$program" | wc -l) == total[$program])) || die 1 "$program has more messages than were sent"
  printf '%-6s %-18s %6d %9s %9s %12s %9s\n' "$program" "$label" "$count" \
    "$(percentile 50 <"$workspace/words")" "$(percentile 95 <"$workspace/words")" \
    "$(percentile 50 <"$workspace/programs")" "$(percentile 95 <"$workspace/programs")"
}

# percentile N: of microseconds on standard input, in seconds.
percentile() {
  sort -n | awk -v part="$1" '{ value[NR] = $1 } END { rank = int((NR * part + 99) / 100); printf "%.3f\n", value[rank] / 1000000 }'
}

clean_up() {
  bench_tmux kill-server 2>/dev/null || true
  [[ -z ${model-} ]] || kill "$model" 2>/dev/null || true
  rm -rf -- "$workspace"
}

main() {
  if [[ ${1-} == --help ]]; then
    show_help
    return
  fi
  local count=${1:-100} program
  local -A total=([pi]=0 [bash]=0)
  checkout=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
  for program in tmux node; do
    command -v "$program" >/dev/null || die 69 "$program is missing"
  done
  [[ -d $checkout/tests/pi/node_modules ]] || die 69 'Pi is missing: npm ci --prefix tests/pi --omit optional'
  workspace=$(mktemp -d)
  trap clean_up EXIT
  "$checkout/install.sh" --tool-path "$workspace/tool" --version >/dev/null
  # tmux leaves its socket behind.
  export HOME=$workspace/home TMUX_TMPDIR=$workspace
  mkdir -p "$HOME"
  "$workspace/tool/mosaic-fleet-install" --profile minimal --no-systemd --quiet
  mkdir "$workspace/alone"
  cp "$HOME/.config/mosaic/tools/tmux/send-message.sh" "$workspace/alone"
  sender=$workspace/alone/send-message.sh
  : >"$workspace/bash"
  start_model
  start_programs
  # The first waits until Pi has started.
  "$sender" -L "$socket" -t pi -w 60 -m 'hello' >/dev/null
  await 'Pi' has_arrived pi 1
  total[pi]=1

  printf '%-25s %6s %19s %22s\n' '' '' 'until the word, s' 'until it is there, s'
  printf '%-25s %6s %9s %9s %12s %9s\n' '' count median p95 median p95
  for program in pi bash; do
    measure send-message.sh "$program" look_and_send "$count"
    measure 'fixed sleeps' "$program" sleep_and_send "$(((count + 4) / 5))"
  done
}

main "$@"
