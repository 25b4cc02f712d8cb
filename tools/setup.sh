# Sourced by tools/run and tools/test: installs what is missing, configures, builds.
#
# Needs bash. Sets `root` (the project) and `build` (its Release build; TELEX_BUILD names another
# place). Everything that is said goes to stderr: the standard output belongs to the data. A start
# that finds all in place does no work.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
build=${TELEX_BUILD:-$root/build/release}

say() { printf 'telex: %s\n' "$*" >&2; }
give_up() {
  say "$*"
  exit 2
}

# Prints those of tools/packages.txt that are not installed, on one line.
missing_packages() {
  local wanted installed
  wanted=$(grep -v '^[[:space:]]*\(#\|$\)' -- "$root/tools/packages.txt")
  # shellcheck disable=SC2086  # one word a package
  installed=$(LC_ALL=C dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
    sed -n 's/^installed //p' | sort -u) || true
  # shellcheck disable=SC2086
  printf '%s\n' $wanted | sort -u | comm -23 - <(printf '%s\n' "$installed") | tr '\n' ' '
}

install_packages() {
  local missing as_root=() log=$build/apt.log
  if ! command -v dpkg-query >/dev/null; then
    say "this is no Debian system; going on in the hope that what tools/packages.txt names is there"
    return
  fi
  missing=$(LC_ALL=C missing_packages)
  missing=${missing% }
  if [ -z "$missing" ]; then return; fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      give_up "missing, and neither root nor sudo is there to install them: $missing"
    as_root=(sudo)
    if [ ! -t 0 ]; then as_root=(sudo -n); fi
  fi
  say "installing $missing"
  # The index may be missing or old: fetch it only where the first attempt fails.
  # shellcheck disable=SC2086
  if ! apt_get install $missing >"$log" 2>&1; then
    say "fetching the package index"
    apt_get update >"$log" 2>&1 || true
    # shellcheck disable=SC2086
    if ! apt_get install $missing >>"$log" 2>&1; then
      missing=$(LC_ALL=C missing_packages)
      give_up "cannot install ${missing% }: $(grep -m1 '^E: \|^sudo: ' "$log" || echo "see $log")"
    fi
  fi
}

apt_get() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
    apt-get -y -q --no-install-recommends "$@" </dev/null
}

# Configures where that was not done, or was done for another place.
configure() {
  local home='' options=()
  if [ -f "$build/CMakeCache.txt" ]; then
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt")
    if [ "$home" != "$root" ]; then
      say "$build was made for $home; starting afresh"
      rm -rf -- "$build/CMakeCache.txt" "$build/CMakeFiles"
    fi
  fi
  # Warnings are errors in CI, also where somebody built here before without it.
  if [ -n "${CI:-}" ] && ! grep -qs '^TELEX_WERROR:BOOL=ON' "$build/CMakeCache.txt"; then
    options=(-DTELEX_WERROR=ON)
  elif [ -f "$build/build.ninja" ] && [ "$home" = "$root" ]; then
    return
  fi
  say "configuring $build"
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release "${options[@]}" \
    >"$build/configure.log" 2>&1 </dev/null || {
    cat -- "$build/configure.log" >&2
    give_up "cmake failed"
  }
}

# build_targets TARGET...
build_targets() {
  if ninja -C "$build" -n "$@" 2>/dev/null | grep -q 'no work to do'; then return; fi
  say "building (the first time takes some minutes)"
  ninja -C "$build" "$@" >&2 </dev/null || give_up "the build failed"
}

# set_up TARGET...: everything above, one start at a time.
set_up() {
  mkdir -p -- "$build" || give_up "cannot write to $build"
  exec 9>"$build/.lock"
  if ! flock -n 9; then
    say "waiting for another start that builds in $build"
    flock 9
  fi
  install_packages
  configure
  build_targets "$@"
  exec 9>&-
}
