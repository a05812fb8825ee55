# shellcheck shell=bash
# measuring.bash: what the benchmarks have in common; they source it.

# die STATUS MESSAGE: ends the benchmark.
die() {
  printf '%s: %s\n' "${0##*/}" "$2" >&2
  exit "$1"
}

# show_help: prints the comment at the beginning of the benchmark.
show_help() {
  local line
  while IFS= read -r line; do
    [[ $line != '#!'* ]] || continue
    [[ $line == '#'* ]] || break
    line=${line#'#'}
    printf '%s\n' "${line# }"
  done <"$0"
}

# milliseconds COMMAND...: runs the command and prints how long it took, to the microsecond.
milliseconds() {
  local begin=${EPOCHREALTIME/./} status=0 microseconds
  "$@" >/dev/null 2>&1 || status=$?
  microseconds=$((${EPOCHREALTIME/./} - begin))
  ((status == 0)) || die 69 "failed with $status: $*"
  printf '%d.%03d\n' $((microseconds / 1000)) $((microseconds % 1000))
}

# median: of the numbers on standard input, to the thousandth.
median() {
  sort -n | awk '{ value[NR] = $1 } END { printf "%.3f\n", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'
}
