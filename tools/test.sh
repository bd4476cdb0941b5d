# shellcheck shell=bash
# shellcheck source=tools/setup.sh
[ -n "${wasm_target:-}" ] || . tools/setup.sh
# The steps of ./dev test. Each is a function; a step that fails does not keep the others from running.

all_steps="format lint engine cli spark web build size e2e"

step_format() { need_rust_linters; cargo fmt --check; }
step_lint() {
  need_rust_linters
  locked need_wasm_target
  cargo clippy --quiet --all-targets -- -D warnings
  cargo clippy --quiet --all-targets --features cli -- -D warnings
  cargo clippy --quiet --lib --bin makan-web --features web "--target=$wasm_target" -- -D warnings
}
step_engine() { need_rust; cargo test; }
step_cli() { need_rust; cargo test --features cli; }
step_spark() {
  need_rust
  locked need_spark
  cargo build --quiet --features cli --bin makan
  "$tools/spark/bin/python" tests/spark/pipe.py "$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')/debug/makan"
}
step_web() {
  [ -e tests/web.rs ] || { echo "there is no tests/web.rs"; return; }
  locked need_web_tools
  need_browser
  need_webdriver
  node -e 'const fs = require("fs"); const c = JSON.parse(fs.readFileSync("webdriver.json")); c["goog:chromeOptions"].binary = process.env.CHROME; fs.writeFileSync(".tools/webdriver.json", JSON.stringify(c))'
  WASM_BINDGEN_TEST_WEBDRIVER_JSON=$tools/webdriver.json WASM_BINDGEN_TEST_TIMEOUT=120 WASM_BINDGEN_TEST_ONLY_WEB=1 \
    cargo test --features web --test web "--target=$wasm_target"
}
step_build() { build; }
step_size() { need_node; node tools/size.mjs dist --limit; }
step_e2e() {
  need_browser
  need_npm_packages
  [ -e dist/index.html ] || build
  node --test --test-concurrency=1 tests/e2e/*.test.mjs
}

run_tests() {
  local step status start passed=0 failures=""
  # shellcheck disable=SC2086 # a list of words
  [ $# != 0 ] || set -- $all_steps
  for step in "$@"; do
    case " $all_steps " in *" $step "*) ;; *) fail "no such test step: $step. There are: $all_steps" ;; esac
  done
  for step in "$@"; do
    say "$step"
    start=$SECONDS
    # Not in an `if`: bash would stop heeding -e inside.
    set +e
    (set -e; "step_$step")
    status=$?
    set -e
    if [ $status = 0 ]; then
      passed=$((passed + 1))
      say "$step passed in $((SECONDS - start)) s"
    else
      failures="$failures $step"
      say "$step FAILED in $((SECONDS - start)) s"
    fi
  done
  local failed
  failed=$(printf '%s' "$failures" | wc -w)
  echo "$passed steps passed, $((failed)) failed${failures:+:$failures} ($SECONDS s)"
  [ -z "$failures" ]
}
