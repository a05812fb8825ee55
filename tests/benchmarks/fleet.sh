#!/usr/bin/env bash
# fleet.sh: measures a running fleet against its floors, and prints medians and ratios of one run.
#
# Usage: tests/benchmarks/fleet.sh [RUNS [SIZE...]]
#
#   RUNS  how often each thing is measured (default 3); a fleet and its floors take turns
#   SIZE  how many agents (default 13 100 300); the last size is that of `status`, and is doubled once
#
# It runs as an ordinary user with a user manager of its own, on a host of its own (needs root to make it). Agents are
# shells. Wall time and, since other work on the machine stretches that, the processor time of all processes of the host.
#
# The floors: of a start, one tmux source-file that makes the same sessions on a server that runs, and oneshot units
# that make one session each and supervise nothing; of status, one systemctl list-units and one tmux list-panes; of a
# message, its delivery by send-message.sh alone, and a paste and Enter by tmux, until the pane shows that its shell took it.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=measuring.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/measuring.bash"

# measure NAME COMMAND...: adds a line to results/NAME and NAME.cpu: the seconds that the command took, by the clock and of
# processors.
measure() {
  local name=$1 begin cpu
  shift
  cpu=$(cpu_time)
  begin=${EPOCHREALTIME/./}
  "$@" >/dev/null 2>last-error || die 69 "failed: $* ($(tail -n 3 last-error))"
  seconds $((${EPOCHREALTIME/./} - begin)) >>"results/$name"
  seconds $(($(cpu_time) - cpu)) >>"results/$name.cpu"
}

# seconds MICROSECONDS
seconds() {
  printf '%d.%03d\n' $(($1 / 1000000)) $(($1 / 1000 % 1000))
}

# cpu_time: prints the microseconds of processor time that this host has taken.
cpu_time() {
  awk '$1 == "usage_usec" { print $2 }' /sys/fs/cgroup/cpu.stat
}

# result NAME: the median.
result() {
  median <"results/$1"
}

# row WHAT NAME [FLOOR]: ours, the floor's, the ratio; then the same of processor time.
row() {
  local ours floor
  ours=$(result "$2")
  if [[ -z ${3-} ]]; then
    printf '%-52s %8s s\n' "$1" "$ours"
    return
  fi
  floor=$(result "$3")
  printf '%-52s %8s s %8s s %6.2f x   cpu %8s s %8s s %6.2f x\n' "$1" "$ours" "$floor" "$(awk "BEGIN { print $ours / ($floor + 1e-9) }")" \
    "$(result "$2.cpu")" "$(result "$3.cpu")" "$(awk "BEGIN { print $(result "$2.cpu") / ($(result "$3.cpu") + 1e-9) }")"
}

# install_fleet COUNT: a roster of so many shells, installed.
install_fleet() {
  mkdir -p ~/src ~/.config/mosaic/fleet
  awk -v count="$1" 'BEGIN {
    print "version: 1\ndefaults: { runtime: shell, working_directory: ~/src, restart_delay: 1s }\nagents:"
    for (number = 1; number <= count; number++) printf "  - { name: agent%d }\n", number
  }' >~/.config/mosaic/fleet/roster.yaml
  /run/tool/mosaic-fleet-install --quiet
}

# source_sessions COUNT: the floor of a start.
source_sessions() {
  tmux -L floor source-file "sessions.$1"
}

# start_units COUNT: units that supervise nothing.
start_units() {
  local units=()
  mapfile -t units < <(seq -f 'floor@%.0f.service' "$1")
  systemctl --user start "${units[@]}"
}

# prepare_floors COUNT
prepare_floors() {
  seq -f "new-session -d -s agent%.0f -c $HOME/src 'exec bash -i'" "$1" >"sessions.$1"
  mkdir -p ~/.config/systemd/user
  cat >~/.config/systemd/user/floor@.service <<'UNIT'
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/bin/tmux -L floor new-session -d -s %i "exec bash -i"
UNIT
  systemctl --user daemon-reload
}

start_floor_server() {
  tmux -L floor -f /dev/null new-session -d -s keeper 'exec sleep infinity'
}

end_floor_server() {
  tmux -L floor kill-server
  systemctl --user stop 'floor@*.service'
}

# count_agents: how many agents have a living pane in which their program, a bash, runs.
count_agents() {
  tmux -N -L mosaic-factory list-panes -a -f '#{&&:#{==:#{pane_id},#{@mosaic_agent_pane}},#{==:#{pane_current_command},bash}}' \
    -F x 2>/dev/null | wc -l
}

# kill_server COUNT: until all are back.
kill_server() {
  kill -9 "$(tmux -L mosaic-factory display-message -p '#{pid}')"
  until (($(count_agents) == $1)); do sleep 0.01; done
}

# kill_agent NAME: until it runs again.
kill_agent() {
  local record=~/.local/state/mosaic/fleet/run/$1.state state pid before
  read -r _ _ _ _ before _ <"$record"
  kill -9 "$before"
  until { read -r state _ _ _ pid _ <"$record"; } 2>/dev/null && [[ $state == running && $pid != "$before" ]]; do sleep 0.005; done
}

probes() {
  systemctl --user list-units --all --plain --no-legend --full 'mosaic-agent@*.service'
  tmux -N -L mosaic-factory list-panes -a -F '#{session_name} #{pane_dead} #{session_created} #{@mosaic_configuration}'
}

# send_message: by the fleet's command.
send_message() {
  mosaic agent send agent1 -m "message $RANDOM$RANDOM"
}

# deliver_message: what proof of the delivery takes.
deliver_message() {
  ~/.config/mosaic/tools/tmux/send-message.sh -t =agent1 -m "# message $RANDOM$RANDOM"
}

# paste_message: what the pane itself needs.
paste_message() {
  local text="# message $RANDOM$RANDOM" screen=''
  tmux -N -L mosaic-factory set-buffer -b floor "$text" ';' paste-buffer -d -p -r -b floor -t '=agent1:' ';' send-keys -t '=agent1:' Enter
  until [[ $screen == *"$text"$'\n'?* ]]; do
    screen=$(tmux -N -L mosaic-factory capture-pane -p -t '=agent1:')
  done
}

# measure_memory COUNT: prints what waits for an idle agent, beside the agent's own program: its share of the memory
# (PSS) in KiB of the launcher's shell and the pane's, and of the tmux server.
measure_memory() {
  local pid shells=0 server
  for pid in $(pgrep -f 'attend-agent[.]sh agent[0-9]|wait-agent[0-9]|agent-agent[0-9]'); do
    shells=$((shells + $(awk '/^Pss:/ { print $2 }' "/proc/$pid/smaps_rollup")))
  done
  server=$(awk '/^Pss:/ { print $2 }' "/proc/$(tmux -L mosaic-factory display-message -p '#{pid}')/smaps_rollup")
  printf '%-52s %8d KiB, and %d KiB in the tmux server\n' "PSS an idle agent, of $1" $((shells / $1)) $((server / $1))
}

# measure_starts COUNT RUNS
measure_starts() {
  local count=$1 runs=$2 run
  install_fleet "$count"
  prepare_floors "$count"
  for ((run = 0; run < runs; run++)); do
    start_floor_server
    measure "sessions.$count" source_sessions "$count"
    end_floor_server
    start_floor_server
    measure "units.$count" start_units "$count"
    end_floor_server
    ((run == 0)) || mosaic fleet stop >/dev/null
    measure "start.$count" mosaic fleet start --timeout 300
  done
  row "start of $count agents, against one source-file" "start.$count" "sessions.$count"
  row "start of $count agents, against oneshot units" "start.$count" "units.$count"
}

# measure_faults COUNT RUNS
measure_faults() {
  local count=$1 runs=$2 run
  for ((run = 1; run <= runs; run++)); do
    measure "death.$count" kill_agent "agent$run"
    measure "server.$count" kill_server "$count"
  done
  row "agent's death until it is back, restart_delay 1 s" "death.$count"
  row "kill -9 of the server until all $count are back" "server.$count"
}

# inside RUNS SIZE...: all of it, as the host's user.
inside() {
  local runs=$1 size run
  shift
  cd
  mkdir -p results
  printf '%s cores, Linux %s, %s, systemd %s, bash %s, %(%F)T\n' "$(nproc)" "$(uname -r)" "$(tmux -V)" \
    "$(systemctl --version | awk 'NR == 1 { print $2 }')" "$BASH_VERSION" -1
  for size in "$@"; do
    measure_starts "$size" "$runs"
    if ((size == $1 || size == ${*: -1})); then measure_faults "$size" "$runs"; fi
  done
  measure_memory "$size"
  for ((run = 0; run < 5 * runs; run++)); do
    measure status mosaic fleet status
    measure probes probes
  done
  row "status of $size agents, against its two questions" status probes
  for ((run = 0; run < 5 * runs; run++)); do
    measure message send_message
    measure delivery deliver_message
    measure paste paste_message
  done
  row 'a message to a shell, against its delivery alone' message delivery
  row 'a message to a shell, against what its pane needs' message paste
  mosaic fleet stop >/dev/null
  install_fleet $((2 * size))
  measure double mosaic fleet start --timeout 300
  row "start of $((2 * size)) agents" double
  printf '%-52s %8d run, %d files open\n' "agents on one server" "$(count_agents)" \
    "$(find "/proc/$(tmux -L mosaic-factory display-message -p '#{pid}')/fd" -mindepth 1 | wc -l)"
}

# on_host COMMAND...: runs it as the host's user.
on_host() {
  nsenter --target "$host" --mount --pid --cgroup --wd=/ sh -c 'echo 0 >/sys/fs/cgroup/session/cgroup.procs && exec "$@"' sh \
    setpriv --reuid mosaic-bench --regid mosaic-bench --init-groups \
    env -i HOME=/home/mosaic-bench USER=mosaic-bench LOGNAME=mosaic-bench SHELL=/bin/bash TERM=xterm-256color LANG=C.UTF-8 \
    PATH=/home/mosaic-bench/.config/mosaic/bin:/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR=/run/user/4242 \
    DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/4242/bus DOTNET_ROOT=/run/dotnet "$@"
}

main() {
  case ${1-} in
    --help) show_help && return ;;
    inside) "$@" && return ;;
  esac
  local runs=${1:-3} checkout dotnet host life
  local sizes=("${@:2}")
  ((${#sizes[@]} > 0)) || sizes=(13 100 300)
  [[ $runs =~ ^[1-9][0-9]?$ ]] || die 64 'RUNS is a number; see tests/benchmarks/fleet.sh --help'
  ((EUID == 0)) || die 69 'a host of its own needs root'
  checkout=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
  dotnet=$(dirname -- "$(readlink -f -- "$(type -P dotnet)")")
  workspace=$(mktemp -d)
  trap 'rm -rf -- "$workspace"' EXIT
  "$checkout/install.sh" --tool-path "$workspace/tool" --version >/dev/null
  cp "${BASH_SOURCE[0]}" "$checkout/tests/benchmarks/measuring.bash" "$workspace/tool"

  coproc LIFE { exec "$checkout/tests/Mosaic.Fleet.Installer.EndToEndTests/Hosts/host.sh" mosaic-bench /home/mosaic-bench user-manager "$workspace/tool" "$dotnet" "$checkout/tests/pi" 2>"$workspace/journal"; }
  life=${LIFE[1]}
  read -r host <&"${LIFE[0]}" || die 69 "no host: $(tail -n 3 "$workspace/journal")"
  on_host bash /run/tool/fleet.sh inside "$runs" "${sizes[@]}" || die 69 "$(tail -n 20 "$workspace/journal")"
  exec {life}>&-
  wait "$LIFE_PID" || true
}

main "$@"
