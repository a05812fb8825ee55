#!/usr/bin/env bash
# scaling.sh: measures how the cost of a run grows with the number of agents, from 13 to 10,000.
#
# Usage: tests/benchmarks/scaling.sh [RUNS]
#
#   RUNS  how often each command runs (default 11); medians are shown. A first install of 10,000 agents and its
#         floor run half as often, in turn
#
# For a run with nothing to do and for one after a change of one agent: milliseconds, milliseconds per agent, those
# against the fleet of 13, and milliseconds for each agent above the 13. For a run with nothing to do also what it asks
# of the kernel, by strace(1): how often an agent's env file is looked at, read and written.
# The floor of that is, for 10,000 agents, a program that asks for the status of the same files (lstat); the floor of a
# first install is one that writes the same bytes to as many files and calls fsync(2) as often.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=measuring.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/measuring.bash"

readonly sizes=(13 100 1000 10000)

# install HOME [OPTION]: a run of the tool, on a home directory of its own.
install() { HOME=$1 "$workspace/tool/mosaic-fleet-install" --quiet "${@:2}"; }

# write_roster HOME COUNT HINT: a roster of COUNT agents, the seventh with the hint.
write_roster() {
  mkdir -p "$1/.config/mosaic/fleet"
  awk -v count="$2" -v hint="$3" 'BEGIN {
    print "version: 1\nagents:"
    for (number = 1; number <= count; number++) {
      printf "  - { name: agent%d, runtime: shell, working_directory: ~/src%s }\n", number, number == 7 ? ", model_hint: " hint : ""
    }
  }' >"$1/.config/mosaic/fleet/roster.yaml"
}

# grow WHAT RUNS: a row for each size of fleet; WHAT is `nothing to do` or `one agent changed`.
grow() {
  local what=$1 runs=$2 size home run time first=
  for size in "${sizes[@]}"; do
    home=$workspace/$size
    time=$(for ((run = 0; run < runs; run++)); do
      [[ $what != 'one agent changed' ]] || write_roster "$home" "$size" "hint$run"
      milliseconds install "$home"
    done | median)
    first=${first:-$time}
    awk -v what="$what" -v size="$size" -v time="$time" -v first="$first" -v least="${sizes[0]}" 'BEGIN {
      printf "%-20s %7d %10.2f %10.4f %8.3f x", what, size, time, time / size, time / size / (first / least)
      further = size > least ? sprintf(" %10.4f", (time - first) / (size - least)) : ""
      print further
    }'
  done
}

# count_calls HOME: how a run with nothing to do treats the env files of the agents.
count_calls() {
  local calls=$workspace/calls
  HOME=$1 strace -f --seccomp-bpf -qq -o "$calls" -e trace=%file "$workspace/tool/mosaic-fleet-install" --quiet
  awk '/\/agents\/agent[0-9]+\.env"/ { /open/ ? opened++ : /stat/ ? looked++ : other++ }
    END { printf "nothing to do, env files of 10,000 agents: %d looked at, %d opened, %d other calls\n", looked, opened, other }' "$calls"
  rm "$calls"
}

# look_at FILE: asks for the status of each file that FILE names.
look_at() {
  python3 -c 'import os, sys
for line in open(sys.argv[1]):
    os.lstat(line[:-1])' "$1"
}

# compare_idle RUNS: a run with nothing to do on the largest fleet, against its floor, in turn.
compare_idle() {
  local runs=$1 home=$workspace/${sizes[-1]} run ours theirs
  find "$home" -type f >"$workspace/files"
  for ((run = 0; run < runs; run++)); do
    milliseconds install "$home" >>"$workspace/idle"
    milliseconds look_at "$workspace/files" >>"$workspace/looks"
  done
  ours=$(median <"$workspace/idle") theirs=$(median <"$workspace/looks")
  printf 'nothing to do, 10,000 agents: %.0f ms, its floor %.0f ms, %.2f x\n' "$ours" "$theirs" "$(awk "BEGIN { print $ours / $theirs }")"
}

# floor SOURCE TARGET COUNT: writes the tree SOURCE to TARGET with COUNT calls of fsync(2); prints the milliseconds of that alone.
floor() {
  python3 - "$@" <<'PYTHON'
import os, sys, time
source, target, synchronizations = sys.argv[1], sys.argv[2], int(sys.argv[3])
files = []
for folder, _, names in os.walk(source):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            files.append((target + folder[len(source):], name, file.read()))

begin = time.monotonic()
for folder in sorted({folder for folder, _, _ in files}):
    os.makedirs(folder, 0o700, exist_ok=True)
for folder, name, content in files:
    descriptor = os.open(os.path.join(folder, name), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, content)
    # The tool does not wait for the copies that it keeps among the objects.
    if synchronizations > 0 and not folder.endswith("/objects"):
        os.fsync(descriptor)
        synchronizations -= 1
    os.close(descriptor)
folder = os.open(target, os.O_RDONLY)
for _ in range(synchronizations):
    os.fsync(folder)
print(f"{(time.monotonic() - begin) * 1000:.3f}")
PYTHON
}

# install_first RUNS: the first install of the largest fleet, against its floor. Nothing is deleted in between: the file
# system is slow to use again what was just deleted.
install_first() {
  local runs=$1 size=${sizes[-1]} home=$workspace/first run synchronizations ours theirs
  write_roster "$home" "$size" hint
  cp -R "$home" "$workspace/empty"
  HOME=$home strace -f --seccomp-bpf -qq -o "$workspace/calls" -e trace=fsync,fdatasync "$workspace/tool/mosaic-fleet-install" --no-systemd --quiet
  synchronizations=$(grep -c 'sync(.*= 0' "$workspace/calls")
  for ((run = 0; run < runs; run++)); do
    home=$workspace/first-$run
    cp -R "$workspace/empty" "$home"
    sync -f "$workspace"
    milliseconds install "$home" --no-systemd >>"$workspace/ours"
    sync -f "$workspace"
    floor "$home" "$workspace/copy-$run" "$synchronizations" >>"$workspace/theirs"
  done
  ours=$(median <"$workspace/ours") theirs=$(median <"$workspace/theirs")
  printf 'first install of 10,000 agents, %d fsync: %.0f ms, its floor %.0f ms, %.2f x\n' \
    "$synchronizations" "$ours" "$theirs" "$(awk "BEGIN { print $ours / $theirs }")"
}

main() {
  if [[ ${1-} == --help ]]; then
    show_help
    return
  fi
  local runs=${1:-11} checkout size
  [[ $runs =~ ^[1-9][0-9]{0,3}$ ]] || die 64 'RUNS is a number; see tests/benchmarks/scaling.sh --help'
  command -v strace >/dev/null || die 69 'strace is missing: sudo apt-get install strace'
  checkout=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
  workspace=$(mktemp -d)
  # shellcheck disable=SC2064 # the value of now is meant
  trap "rm -rf -- '$workspace'" EXIT
  "$checkout/install.sh" --tool-path "$workspace/tool" --version >/dev/null
  for size in "${sizes[@]}"; do
    write_roster "$workspace/$size" "$size" hint
    install "$workspace/$size" --no-systemd
  done

  printf '%-20s %7s %10s %10s %10s %10s\n' '' agents ms ms/agent 'to 13' ms/further
  grow 'nothing to do' "$runs"
  grow 'one agent changed' "$runs"
  count_calls "$workspace/${sizes[-1]}"
  compare_idle "$runs"
  install_first "$(((runs + 1) / 2))"
}

main "$@"
