#!/usr/bin/env bash
# host.sh: is a Linux host of a test's own, which lives until its standard input ends.
#
# Usage: host.sh USER HOME MANAGER TOOL DOTNET PI
#
#   USER     root, or the name of an ordinary user that exists on this host only
#   HOME     the user's home directory, /root for root
#   MANAGER  user-manager: a systemd --user and its bus; bare: neither, as in a container
#   TOOL     folder of the installed tool; it becomes /run/tool, readable by USER
#   DOTNET   folder of the .NET runtime; it becomes /run/dotnet
#   PI       folder tests/pi; it becomes /run/pi
#
# The host has processes, cgroups, /tmp, /run, a passwd file and an empty HOME of its own, in memory.
# When it is up, the number of its first process, as seen from outside, is printed; enter it with nsenter(1).
# What the manager and its units write goes to standard error. A manager that was killed is started again by
# `host.sh run_manager USER HOME`, as root on the host, where this script is /run/host.sh. When standard input
# ends, every process of the host is killed and its cgroups are removed. It must be started as root.
set -euo pipefail

readonly ordinary_uid=4242
readonly cgroups=/sys/fs/cgroup

# Runs in a mount namespace of its own, so that the cgroup hierarchy can be seen at its usual place.
outside() {
  mount_cgroups
  # A process's number comes again, and a host that was killed may have left its group.
  local group=$cgroups/mosaic-host-$$-${EPOCHREALTIME/./}
  mkdir "$group" "$group/session" "$group/manager"
  printf '%s\n' "$BASHPID" >"$group/cgroup.procs"

  # A signal ends the host, and the cgroups are removed all the same. A handler, unlike '', is not inherited.
  trap : TERM INT HUP
  local status=0
  unshare --mount --pid --cgroup --fork --kill-child -- "$0" inside "$@" || status=$?

  printf '%s\n' "$BASHPID" >"$cgroups/cgroup.procs"
  remove_group "$group"
  exit "$status"
}

# mount_cgroups - shows the unified hierarchy from this process's own cgroup namespace downwards.
mount_cgroups() {
  umount --recursive "$cgroups" 2>/dev/null || true
  mount -t cgroup2 cgroup2 "$cgroups"
}

# remove_group GROUP - a cgroup can be removed once the kernel has buried its last process.
remove_group() {
  local group=$1
  until find "$group" -depth -type d -exec rmdir {} + 2>/dev/null; do
    [[ -d $group ]] || return 0
    sleep 0.02
  done
}

inside() {
  cd /
  local user=$1 home=$2 manager=$3 tool=$4 dotnet=$5 pi=$6

  # The old /proc is still mounted, so this is the number that the outside knows.
  local outside_pid
  read -r outside_pid _ </proc/self/stat
  mount -t proc proc /proc
  mount_cgroups

  mount_memory 0755 /run
  cp "$0" /run/host.sh
  cp -R "$tool" /run/tool
  chmod -R a+rX /run/tool
  mkdir /run/dotnet /run/pi
  mount --bind "$dotnet" /run/dotnet
  mount --bind "$pi" /run/pi
  mount_memory 1777 /tmp

  make_user "$user" "$home"
  if [[ $manager == user-manager ]]; then
    prepare_manager "$user"
    run_manager "$user" "$home"
  fi

  printf '%s\n' "$outside_pid"
  # The host's life: nobody writes, and the end of the file is the end of the test.
  read -r _ || true
}

# mount_memory MODE FOLDER - puts an empty file system in memory over a folder.
mount_memory() {
  mount -t tmpfs -o "mode=$1" tmpfs "$2"
}

# make_user NAME HOME - gives the user an empty HOME, and a passwd entry where there is none.
make_user() {
  local user=$1 home=$2
  if [[ $user == root ]]; then
    mount_memory 0700 /root
    return
  fi

  cp /etc/passwd /run/passwd
  cp /etc/group /run/group
  printf '%s:x:%d:%d::%s:/bin/bash\n' "$user" "$ordinary_uid" "$ordinary_uid" "$home" >>/run/passwd
  printf '%s:x:%d:\n' "$user" "$ordinary_uid" >>/run/group
  mount --bind /run/passwd /etc/passwd
  mount --bind /run/group /etc/group
  mount_memory 0755 /home
  install -d -m 0700 -o "$user" -g "$user" "$home"
}

# prepare_manager USER - makes what a user's systemd and bus need to find.
prepare_manager() {
  local user=$1 uid
  uid=$(id -u "$user")
  local runtime=/run/user/$uid
  # sd_booted(3) looks for the second.
  mkdir -p /run/user /run/systemd/system
  install -d -m 0700 -o "$user" -g "$user" "$runtime"

  # Of the machine's own user units only the bus takes part.
  mount_memory 0755 /etc/systemd/user
  mkdir -p /run/systemd/user/sockets.target.wants /run/systemd/user.conf.d
  ln -s /usr/lib/systemd/user/dbus.socket /run/systemd/user/sockets.target.wants/

  # There is no journal: the manager logs as if to the kernel, and units write where the manager does.
  cat >/run/systemd/user.conf.d/host.conf <<'CONF'
[Manager]
LogTarget=kmsg
DefaultStandardOutput=inherit
DefaultStandardError=inherit
CONF
  mkfifo -m 0622 /run/kmsg
  mount --bind /run/kmsg /dev/kmsg
  cat 0<>/run/kmsg >&2 &

  chown -R "$user:" "$cgroups/manager"
}

# run_manager USER HOME - starts the user's systemd, and returns when it has started its units.
run_manager() {
  local user=$1 home=$2 runtime
  runtime=/run/user/$(id -u "$user")
  printf '%s\n' "$BASHPID" >"$cgroups/manager/cgroup.procs"
  local as_user=(setpriv --reuid "$user" --regid "$user" --init-groups
    env -i HOME="$home" USER="$user" LOGNAME="$user" SHELL=/bin/bash
    PATH=/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR="$runtime")
  "${as_user[@]}" /usr/lib/systemd/systemd --user >/run/kmsg 2>&1 </dev/null &
  local manager=$!

  # `degraded` is up too: some package's unit failed, which is not ours.
  until [[ $("${as_user[@]}" systemctl --user is-system-running --wait 2>/dev/null) == @(running|degraded) ]]; do
    kill -0 "$manager"
    sleep 0.02
  done
  printf '%s\n' "$BASHPID" >"$cgroups/session/cgroup.procs"
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
  if (($# == 6)); then
    exec unshare --mount --propagation private -- "$0" outside "$@"
  fi
  "$@"
}

main "$@"
