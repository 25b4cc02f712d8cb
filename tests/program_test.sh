#!/usr/bin/env bash
# The program from outside: exit codes, what goes to which stream, and outputs that fail.
# Called by ctest with the program's path.
set -u
telex=$1
work=$(mktemp -d "${TMPDIR:-/tmp}/telex program XXXXXX")
trap 'rm -rf -- "$work"' EXIT
export TELEX_CACHE_DIR=$work/cache
failures=0

# expect CODE STDERR-PATTERN COMMAND...: runs it; its stdout is left in $work/out.
expect() {
  local code=$1 pattern=$2 got
  shift 2
  "$@" >"$work/out" 2>"$work/err" </dev/null
  got=$?
  if [ "$got" -ne "$code" ]; then
    echo "FAILED: exit $got, not $code: $*"
    cat -- "$work/err"
    failures=$((failures + 1))
  elif [ -n "$pattern" ] && ! grep -q -- "$pattern" "$work/err"; then
    echo "FAILED: no \"$pattern\" on stderr: $*"
    cat -- "$work/err"
    failures=$((failures + 1))
  fi
}

story="Iranian Foreign Minister Ali Bagheri held a phone conversation with Hakan Fidan on Thursday."
printf '%s\n' "$story" >"$work/2025-03-04-call.txt"
for ((i = 0; i < 3000; ++i)); do
  printf '{"id": "s%d", "text": "%s"}\n' "$i" "$story"
done >"$work/many.jsonl"
printf '{"text": "%s"}\n{"text": "cut\n' "$story" >"$work/cut.jsonl"
mkdir "$work/empty"

expect 0 '' "$telex"
if ! grep -q '  run ' "$work/out"; then
  echo "FAILED: no help without arguments"
  failures=$((failures + 1))
fi
expect 0 '' "$telex" --version
expect 2 'did you mean `telex run`' "$telex" rnu
expect 2 'has no option --bogus' "$telex" run --bogus
expect 2 'did you mean "text"' "$telex" run --field txt=body "$work"
expect 2 'write a date' "$telex" run --published 2025-02-30 "$work"
expect 2 'there is no such file' "$telex" run "$work/none.txt"
expect 2 'holds no story' "$telex" run "$work/empty"
expect 2 'no story was read' "$telex" run -
expect 2 'did you mean "phone_call"' "$telex" run --types phone_cal "$work/2025-03-04-call.txt"
expect 2 '' "$telex" run --rules "$work/empty" "$work/2025-03-04-call.txt"
expect 0 '1 story' "$telex" run "$work/2025-03-04-call.txt"
expect 0 '' "$telex" run --quiet "$work/2025-03-04-call.txt"
if [ -s "$work/err" ]; then
  echo "FAILED: --quiet talks"
  failures=$((failures + 1))
fi
expect 1 'cut.jsonl:2: not valid JSON' "$telex" run "$work/cut.jsonl"
expect 1 '1 story, 1 skipped' "$telex" run --quiet "$work/cut.jsonl"
if [ -c /dev/full ]; then
  expect 2 'cannot write to /dev/full' "$telex" run --quiet -o /dev/full "$work/many.jsonl"
fi

# annotate reads feeds as run does: every story is one line, also where there is no event.
expect 2 'has no option --types' "$telex" annotate --types meeting "$work/2025-03-04-call.txt"
expect 2 'write a date' "$telex" annotate --published 2025-02-30 "$work"
expect 2 'there is no such file' "$telex" annotate "$work/none.txt"
expect 2 'no story was read' "$telex" annotate -
expect 1 'cut.jsonl:2: not valid JSON' "$telex" annotate "$work/cut.jsonl"
expect 0 '1 story, [0-9]* names and dates' "$telex" annotate "$work/2025-03-04-call.txt"
expect 0 '' "$telex" annotate --quiet -j1 -o "$work/one" "$work/many.jsonl"
expect 0 '' "$telex" annotate --quiet -j4 -o "$work/four" "$work/many.jsonl"
if [ "$(wc -l <"$work/one")" -ne 3000 ] || ! cmp -s "$work/one" "$work/four"; then
  echo "FAILED: annotate must write a line a story, the same with any number of threads"
  failures=$((failures + 1))
fi

# The compiled cache: used the second time, the same output with it, damaged and without it.
export TELEX_CACHE_DIR="$work/a new/cache"
expect 0 'rules loaded in .* from their files' "$telex" run --no-cache --stats "$work/2025-03-04-call.txt"
cp -- "$work/out" "$work/without"
if [ -e "$work/a new" ]; then
  echo "FAILED: --no-cache keeps something"
  failures=$((failures + 1))
fi
same() {
  if ! [ -s "$work/without" ] || ! cmp -s "$work/without" "$work/out"; then
    echo "FAILED: another output $1"
    failures=$((failures + 1))
  fi
}
expect 0 'from their files' "$telex" run --stats "$work/2025-03-04-call.txt"
same "when the cache is written"
expect 0 'from the cache' "$telex" run --stats "$work/2025-03-04-call.txt"
same "with the cache"
for file in "$TELEX_CACHE_DIR"/*.rules; do printf 'x' | dd of="$file" bs=1 seek=99999 conv=notrunc 2>/dev/null; done
expect 0 'from their files' "$telex" run --stats "$work/2025-03-04-call.txt"
same "with a damaged cache"
expect 0 'from the cache' "$telex" run --stats "$work/2025-03-04-call.txt"
expect 0 'from their files' env -u TELEX_CACHE_DIR -u XDG_CACHE_HOME -u HOME \
  "$telex" run --stats "$work/2025-03-04-call.txt"
same "without a home"
expect 0 'from their files' env -u TELEX_CACHE_DIR XDG_CACHE_HOME="$work/xdg" \
  "$telex" run --stats "$work/2025-03-04-call.txt"
expect 0 'from the cache' env TELEX_CACHE_DIR="$work/xdg/telex" \
  "$telex" run --stats "$work/2025-03-04-call.txt"

# The README's rule with its slip, and mended: what is said to come out comes out, word for word. How
# many rules are shipped and how long their file is may change: these numbers are not compared.
readme=$TELEX_RULES/../README.md
cp -r "$TELEX_RULES" "$work/rules"
sed -n '/^      - id: reach-by-phone$/,/^          - not:/s/^    //p' "$readme" >>"$work/rules/events/phone_call.yaml"
in_readme() {
  (cd "$work" && "$telex" check --rules rules reach-by-phone) >"$work/out" 2>&1
  [ -s "$work/out" ] || echo "nothing came out" >"$work/out"
  local numbers='s/^( *)[0-9]+ rules, /\1N rules, /; s/phone_call[.]yaml:[0-9]+:/phone_call.yaml:N:/; s/^ *[0-9]* +[|]/    |/'
  sed -E "s/^    //; $numbers" "$readme" >"$work/readme"
  sed -E -i "$numbers" "$work/out"
  while IFS= read -r line; do
    [ -z "$line" ] && continue
    grep -qxF -- "$line" "$work/readme" && continue
    echo "FAILED: the README does not show this line of telex check: $line"
    failures=$((failures + 1))
  done <"$work/out"
}
in_readme
sed -i 's/[$]phnoe/$phone/' "$work/rules/events/phone_call.yaml"
in_readme

# A reader that goes away is nobody's mistake.
"$telex" run --quiet "$work/many.jsonl" 2>"$work/err" | head -n 1 >"$work/out"
code=${PIPESTATUS[0]}
if [ "$code" -ne 0 ] || [ -s "$work/err" ] || [ "$(wc -l <"$work/out")" -ne 1 ]; then
  echo "FAILED: exit $code with head"
  failures=$((failures + 1))
fi

if [ "$failures" -gt 0 ]; then
  echo "$failures failed"
  exit 1
fi
