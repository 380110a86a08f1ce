#!/usr/bin/env bash
# Installs what building needs and is not there yet; with --with-browsers, what the tests need too; with --with-webkit, what the tests of
# the module in WebKit need. A second run changes nothing.
# Programs that are not on everybody's PATH get a place in node_modules/.bin, where npm scripts look first.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$PWD/node_modules/.bin
cache=${XDG_CACHE_HOME:-$HOME/.cache}/article-diff
# npm puts node_modules/.bin before everything else; the programs of the system are looked for without it, or a second run would find
# the scripts that the first one wrote there.
system_path=$(tr ':' '\n' <<< "$PATH" | grep -v '/node_modules/\.bin$' | paste -sd ':'):${CARGO_HOME:-$HOME/.cargo}/bin
export PATH=$bin:$system_path

fail() { printf '✗ %s\n' "$@" >&2; exit 1; }
have() { command -v "$1" > /dev/null; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Installs packages of Debian or Ubuntu. Their lists are refreshed first, because lists of last year name last year's browsers.
apt() {
  have apt-get || return 1
  printf '▸ apt-get install %s\n' "$*"
  as_root apt-get -qq update || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" > /dev/null
}

# installed NAME ARGUMENTS: what `cargo install ARGUMENTS` makes, kept in the user's cache under NAME. The programs run for
# seconds, so they are compiled without optimisation: that takes two minutes instead of eight.
installed() {
  local place=$cache/$1
  shift
  if [ ! -d "$place" ]; then
    printf '▸ cargo install %s (once; about two minutes)\n' "$*"
    rm -rf "$place.part"
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_TARGET_DIR=$place.target cargo install --quiet --locked --root "$place.part" "$@" ||
      fail "cargo could not install $*." 'It needs a C compiler and a way to crates.io.'
    mv "$place.part" "$place"
    rm -rf "$place.target"
  fi
  ln -sf "$place"/bin/* "$bin"
}

# is_version PROGRAM VERSION: whether a program is there in this version.
is_version() { have "$1" && [ "$("$1" --version 2> /dev/null | awk '{ print $2 }')" = "$2" ]; }
locked() { awk -v name="\"$1\"" '$1 == "name" { found = $3 == name } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' "$2"; }
major() { "$1" --version 2> /dev/null | grep -Eo '[0-9]+' | head -n 1; }

have cc || apt build-essential || fail 'There is no C compiler (cc), which Rust links with.' 'Install one, then run this again.'
have cargo || fail 'There is no Rust (cargo).' 'Install it from https://rustup.rs, then run this again.'
[ -d "$(rustc --print target-libdir --target wasm32-unknown-unknown 2> /dev/null)" ] || rustup toolchain install ||
  fail 'Rust lacks what rust-toolchain.toml asks for.' 'Install that with rustup, or with the packages of your system.'

[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund

# wasm-pack runs wasm-bindgen, whose version has to be that of the library to the last digit.
wasm_bindgen=$(locked wasm-bindgen Cargo.lock)
[ "$(locked wasm-bindgen-cli .ci/toolbox/Cargo.lock)" = "$wasm_bindgen" ] ||
  fail "Cargo.lock has wasm-bindgen $wasm_bindgen and .ci/toolbox another version." 'Set both to the same version.'
if ! { is_version wasm-bindgen "$wasm_bindgen" && is_version wasm-bindgen-test-runner "$wasm_bindgen" &&
  is_version wasm-pack "$(locked wasm-pack .ci/toolbox/Cargo.lock)"; }; then
  installed "toolbox-$(cat .ci/toolbox/Cargo.* .ci/toolbox/src/bin/* | cksum | cut -d ' ' -f 1)" --path .ci/toolbox
fi

if [ "${1:-}" = --with-webkit ]; then
  { have WebKitWebDriver && have xvfb-run; } || { apt webkit2gtk-driver xvfb xauth && have WebKitWebDriver; } ||
    fail 'There is no WebKitGTK with its driver (WebKitWebDriver), and none could be installed.' \
      'The tests of the module in WebKit run on Debian and Ubuntu.'
  exit 0
fi
[ "${1:-}" = --with-browsers ] || exit 0

# usable NAME PROGRAM…: takes the first program that the pinned Playwright can drive, and puts a script with NAME into
# node_modules/.bin that starts it. The script says what was tried, so that it is tried once for each version.
usable() {
  local name=$1 program script
  shift
  for program in "$@"; do
    [ -x "$program" ] || continue
    script=$(printf '#!/bin/sh\n# %s, with Playwright %s\nexec "%s" "$@"' "$("$program" --version 2> /dev/null)" "$playwright" "$program")
    if [ "$(cat "$bin/$name" 2> /dev/null)" != "$script" ]; then
      node .ci/drive.mjs "$name" "$program" || continue
      printf '%s\n' "$script" > "$bin/$name"
      chmod +x "$bin/$name"
    fi
    return 0
  done
  rm -f "$bin/$name"
  return 1
}
playwright=$(node -p 'require("playwright-core/package.json").version')
on_path() { { PATH=$system_path type -ap "$@" || true; } | while read -r program; do realpath "$program"; done | awk '!seen[$0]++'; }
chromium() {
  local programs driver
  mapfile -t programs < <(on_path chromium google-chrome-stable google-chrome chromium-browser)
  usable chromium "${CHROME_PATH:-}" "${programs[@]}" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" || return 1
  driver=$(on_path chromedriver | head -n 1)
  # Elsewhere than on Debian wasm-pack downloads the driver that fits.
  [ ! -e /etc/debian_version ] || { [ -n "$driver" ] && [ "$(major "$driver")" = "$(major "$bin/chromium")" ]; }
}
firefox() {
  local programs
  mapfile -t programs < <(on_path firefox-esr firefox)
  usable firefox "${FIREFOX_PATH:-}" "${programs[@]}" /Applications/Firefox.app/Contents/MacOS/firefox
}
# get NAME TITLE PACKAGE…: a browser that is there, or the system's package, or the download of Playwright.
get() {
  local name=$1 title=$2
  shift 2
  "$name" || { apt "$@" && "$name"; } || { npx playwright-core install --with-deps "$name" && node .ci/drive.mjs "$name"; } ||
    fail "There is no $title here that Playwright $playwright can drive, and none could be installed." \
      "Install a newer $title (on Debian: apt-get update && apt-get install $*; no snap), or give the program's path in $([ "$name" = chromium ] && echo CHROME_PATH || echo FIREFOX_PATH)."
}
get chromium Chromium chromium chromium-driver
get firefox Firefox firefox-esr
have geckodriver || installed geckodriver-0.37.1 geckodriver --version 0.37.1
