# shellcheck shell=bash
# What ./dev and the other scripts here share. To be sourced from the top of the checkout.

tools=$PWD/.tools
mkdir -p "$tools/bin" "$tools/stamps"
export PATH="$tools/bin:$PATH"

# Leptos erases the types of components: a sixth less Wasm, and quicker builds. Messages name the crates' files from the
# registry's folder on, not this machine's home.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--cfg erase_components --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= ${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}"

say() { printf '── %s\n' "$*" >&2; }
fail() { printf 'makan: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# A stamp says that a piece of work was done for these very inputs, so that it is not done again.
is_stamped() { [ "$(cat "$tools/stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { printf '%s\n' "$2" >"$tools/stamps/$1"; }

checksum_of() { cat "$@" | if have sha256sum; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }

# Two terminals may set up at once: the second waits for the first.
locked() {
  if have flock; then
    exec 9>"$tools/lock"
    flock -n 9 || { say "waiting for another set-up of this checkout to end"; flock 9; }
    "$@" 9>&-
    exec 9>&-
  else
    "$@"
  fi
}

# Debian and its children, as root: the package manager. Elsewhere: the sentence in the first argument.
apt_install() { # why package…
  local why=$1
  shift
  have apt-get || fail "$why"
  [ "$(id -u)" = 0 ] || fail "$why On Debian or Ubuntu: sudo apt-get install $*"
  say "installing $* with apt-get"
  local quiet=(-qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
  export DEBIAN_FRONTEND=noninteractive
  apt-get "${quiet[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 ||
    { apt-get "${quiet[@]}" update >&2 && apt-get "${quiet[@]}" install -y --no-install-recommends "$@" >&2; } ||
    fail "apt-get could not install $*. $why"
}
