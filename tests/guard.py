#!/usr/bin/env python3
"""Fails when a run allocates or computes a tenth more than tests/guard.yaml says.

    guard.py allocations|instructions PROGRAM      what ctest calls; PROGRAM is telex_guard of a release build
    guard.py --renew PROGRAM                       measures both and writes tests/guard.yaml

The input are the stories of fixtures/, thus nothing here depends on a clock, on other programs of the machine or on a corpus.
Allocations are those of the fourth round, by story. Instructions are callgrind's, of all four rounds by byte of text.
"""

import json
import os
import re
import shutil
import subprocess
import sys

PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FIGURES = os.path.join(PROJECT, "tests", "guard.yaml")
PARTS = ("feed", "language", "run", "output")
UNITS = {"allocations": "allocations a story", "instructions": "instructions a byte"}
SKIPPED = 77  # SKIP_RETURN_CODE of tests/CMakeLists.txt
HEAD = """\
# What a run may cost: ctest guard_allocations, guard_instructions. A figure that grows by more than a tenth fails the test; one
# that falls by more than a tenth should be lowered here. `tests/guard.py --renew build/release/tests/telex_guard` writes all.
"""


def write_feed(path):
    with open(path, "w", encoding="utf-8") as feed:
        for folder in ("quiet", "wire"):
            folder = os.path.join(PROJECT, "fixtures", folder)
            for name in sorted(os.listdir(folder)):
                if not name.endswith(".txt"):
                    continue
                with open(os.path.join(folder, name), encoding="utf-8") as story:
                    fields = {"id": name[:-4], "source": "Fixture", "published": name[:10],
                              "headline": name[11:-4].replace("-", " ").capitalize(), "text": story.read()}
                feed.write(json.dumps(fields, ensure_ascii=False) + "\n")


def read_lines(text):
    return dict(re.findall(r"^(\w+): (.+)$", text, re.MULTILINE))


def run(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"guard: {' '.join(command)} ended with {done.returncode}\n{done.stderr or ''}")
    return done.stdout


def measure_allocations(command, _):
    said = read_lines(run(command))
    figures = {part: int(said[part]) / int(said["stories"]) for part in PARTS}
    return said, figures


def measure_instructions(command, profile):
    functions = {part: f"guard::{part.capitalize()}(" for part in PARTS}
    toggles = [f"--toggle-collect={function}*" for function in functions.values()]
    said = read_lines(run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", *toggles, *command],
                          stderr=subprocess.PIPE))
    table = run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", profile])
    figures = {}
    for part, function in functions.items():
        found = re.search(r"^ *([\d,]+) .*:" + re.escape(function), table, re.MULTILINE)
        if not found:
            sys.exit(f"guard: callgrind saw no {function}...) in {command[0]}")
        figures[part] = int(found[1].replace(",", "")) / int(said["rounds"]) / int(said["bytes"])
    return said, figures


MEASURES = {"allocations": measure_allocations, "instructions": measure_instructions}


def skip(why):
    print("guard: NOT CHECKED: " + why)
    sys.exit(SKIPPED)


def check(kind, measured, committed):
    """Prints a line a part; true if none grew too much."""
    fine = True
    for part in PARTS:
        new, old = round(measured[part], 2), float(committed[f"{kind}_{part}"])
        growth = f"{100 * (new / old - 1):+.1f} %" if old else "from none"
        verdict = ""
        if new > old * 1.1:
            fine, verdict = False, "  GREW by more than a tenth"
        elif new < old * 0.9:
            verdict = f"  fell by more than a tenth: put `{kind}_{part}: {new:.2f}` into tests/guard.yaml"
        print(f"{part:9} {new:9.2f} {UNITS[kind]}, committed {old:9.2f}  ({growth if new != old else 'same'}){verdict}")
    return fine


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("--renew", *UNITS):
        sys.exit(__doc__)
    kind, program = sys.argv[1], os.path.abspath(sys.argv[2])
    kinds = [kind] if kind in UNITS else list(UNITS)
    if not os.path.exists(program):
        skip("telex_guard is made in a release build without sanitizers only")
    if "instructions" in kinds and not shutil.which("valgrind"):
        if os.environ.get("CI") or kind == "--renew":
            sys.exit("guard: valgrind is missing (tools/packages.txt)")
        skip("valgrind is missing (tools/packages.txt)")

    # A feed each: ctest runs both at a time.
    feed, profile = f"{program}.{kind.strip('-')}.jsonl", program + ".callgrind"
    write_feed(feed)
    command = [program, os.path.join(PROJECT, "rules"), feed]
    results = {kind: MEASURES[kind](command, profile) for kind in kinds}

    if kind == "--renew":
        with open(FIGURES, "w", encoding="utf-8") as file:
            file.write(HEAD + f"compiler: {results['instructions'][0]['compiler']}\n")
            for kind, (_, figures) in results.items():
                file.write(f"# {UNITS[kind]}\n")
                file.writelines(f"{kind}_{part}: {figures[part]:.2f}\n" for part in PARTS)
        sys.exit()

    with open(FIGURES, encoding="utf-8") as file:
        committed = read_lines(file.read())
    said, figures = results[kind]
    fine = check(kind, figures, committed)
    if kind == "instructions" and said["compiler"] != committed["compiler"]:
        skip(f"the figures are those of {committed['compiler']}, this is {said['compiler']}")
    if not fine:
        look = f"callgrind_annotate --inclusive=yes {profile} | less" if kind == "instructions" else \
            f"ltrace, heaptrack or a breakpoint on malloc: {' '.join(command)}"
        print(f"To look further: {look}\n"
              f"If it is worth its price, renew the figures and say why in the commit: tests/guard.py --renew {program}")
    sys.exit(not fine)


if __name__ == "__main__":
    main()
