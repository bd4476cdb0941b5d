# shellcheck shell=bash
# shellcheck source=tools/setup.sh
[ -n "${wasm_target:-}" ] || . tools/setup.sh
# Long fuzzing by libFuzzer, with stable Rust: what cargo-fuzz passes to the compiler works there too, but for the
# sanitizers, which safe code needs least.

run_fuzz() { # [minutes [property…]]
  local minutes=${1:-10} property host flags
  [ $# = 0 ] || shift
  case $minutes in *[!0-9]*) fail "./dev fuzz takes minutes first: $minutes is no number." ;; esac
  [ $# != 0 ] || set -- article link contents desk places
  need_rust
  have c++ || fail "A C++ compiler is missing; libFuzzer is compiled with one. On Debian: apt-get install g++"
  host=$(rustc -vV | sed -n 's/^host: //p')
  flags="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters"
  flags="$flags -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing"
  # A target is named so that build scripts are not instrumented, too.
  RUSTFLAGS=$flags cargo build --quiet --release --manifest-path fuzz/Cargo.toml --target "$host" --target-dir "$tools/fuzz/target"
  for property in "$@"; do
    [ -d "tests/fuzz/corpus/$property" ] || fail "there is no property $property. There are: $(ls tests/fuzz/corpus | xargs)"
    say "fuzzing $property for $minutes minutes; what breaks it goes to .tools/fuzz/$property-*"
    mkdir -p "$tools/fuzz/$property"
    PROPERTY=$property "$tools/fuzz/target/$host/release/fuzz" "$tools/fuzz/$property" "tests/fuzz/corpus/$property" \
      -max_total_time=$((minutes * 60)) -timeout=20 -rss_limit_mb=1024 -max_len=8192 -print_final_stats=1 \
      -artifact_prefix="$tools/fuzz/$property-"
  done
}
