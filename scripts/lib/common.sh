# Shared by the scripts: where the repository is, messages to the user, and what has to be installed.
# Sourced, never run. Everything here writes to standard error: standard output belongs to what the script runs.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 2
}

# The build needs a Swift toolchain, the one thing that is not installed from here.
need_swift() {
    command -v swift >/dev/null || die "There is no swift on PATH. Install a Swift 6.2 toolchain or newer: https://www.swift.org/install"
}

# need_packages PROBE=PACKAGE…: installs the Debian packages whose probe, a command or an absolute path, is missing.
need_packages() {
    local pair probe missing=()
    for pair in "$@"; do
        probe=${pair%%=*}
        case $probe in
        /*) [[ -e $probe ]] || missing+=("${pair#*=}") ;;
        *) type -P "$probe" >/dev/null || [[ -x /usr/sbin/$probe ]] || missing+=("${pair#*=}") ;;
        esac
    done
    ((${#missing[@]})) || return 0
    install_packages "${missing[@]}"
}

install_packages() {
    if ! command -v apt-get >/dev/null; then
        say "Missing: $*. There is no apt-get here; install them with this system's own tool."
        return 0
    fi
    local sudo=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || die "Missing: $*. Install them as root: apt-get install $*"
        sudo=(sudo)
    fi
    say "Installing $* (${sudo[*]:+sudo }apt-get install) …"
    quietly "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update
    quietly "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# What the product links against, and what cloning it needs.
need_build_packages() {
    [[ $(uname) == Linux ]] || return 0
    need_packages git=git /etc/ssl/certs/ca-certificates.crt=ca-certificates \
        /usr/include/histedit.h=libedit-dev
}

# Runs a command: its output goes to standard error if that is a terminal, else it is kept and shown only on failure.
quietly() {
    if [[ -t 2 ]]; then
        "$@" </dev/null >&2
        return
    fi
    local log status=0
    log=$(mktemp)
    "$@" </dev/null >"$log" 2>&1 || status=$?
    ((status == 0)) || cat "$log" >&2
    rm -f -- "$log"
    return "$status"
}

# The release build that users start: optimised, with the Swift runtime linked in.
release_binary=$root/.build/release/netshell
release_stamp=$root/.build/netshell-release.stamp

# Whether the sources are as the release build saw them. A stamp from before the build counts, not the binary's
# mtime, so that what is edited during a build is built again; folders count too, so that a deletion is noticed.
release_is_current() {
    [[ -x $release_binary && -e $release_stamp ]] || return 1
    [[ -z $(find "$root/Sources" "$root/Lessons" "$root/Package.swift" -newer "$release_stamp" -print -quit) ]]
}

build_release() {
    need_swift
    need_build_packages
    mkdir -p -- "$root/.build"
    local stamp
    stamp=$(mktemp "$release_stamp.XXXXXX")
    if ! quietly swift build --package-path "$root" -c release --static-swift-stdlib -debug-info-format none \
        --product netshell; then
        rm -f -- "$stamp"
        die "NetShell could not be built."
    fi
    mv -f -- "$stamp" "$release_stamp"
}
