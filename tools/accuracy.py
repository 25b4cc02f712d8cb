#!/usr/bin/env python3
"""Precision per event type from samples that a person has judged.

    accuracy.py sample EVENTS.jsonl --type visit [-n 50] [--seed 1] >docs/accuracy/visit.tsv
    accuracy.py report EVENTS.jsonl [--write docs/accuracy.md]

`sample` draws events at random. The rows to be judged go to the standard output, the events with their sentences to
stderr. Put `right` or `wrong` into `verdict`, and into `cause` a word or two for what went wrong. An event is right where its
type and every actor are right and it belongs into the record at all (as the guidelines of the gold data have it).

`report` counts the verdicts of docs/accuracy/*.tsv and asks EVENTS, a fresh run over the same feed, what became of them:
judged right and still there, judged wrong and gone. With --write, the table replaces the one in that file.

A row: doc, begin and end of the evidence (code points of the story's text), type, id of the event (a hash of document, type
and trigger, so that it outlives changes of the rules), verdict, cause. No text of any story.
"""
import argparse
import collections
import csv
import json
import math
import pathlib
import random
import sys

COLUMNS = ["doc", "begin", "end", "type", "id", "verdict", "cause"]
ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- accuracy: begin -->\n", "<!-- accuracy: end -->\n"


def read_events(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def who(actors):
    return " + ".join(f"{actor['name']} [{actor.get('country', '-')}]" for actor in actors) or "-"


def sample(args):
    pool = [event for event in read_events(args.events) if event["type"] == args.type]
    drawn = random.Random(args.seed).sample(pool, min(args.n, len(pool)))
    rows = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    rows.writerow(COLUMNS)
    for number, event in enumerate(drawn, 1):
        evidence = event["evidence"]
        rows.writerow([event["doc"], evidence["begin"], evidence["end"], event["type"], event["id"], "", ""])
        print(f"{number:3} {event['doc']} {event['type']} ({event['status']}) "
              f"{who(event.get('source', []))} -> {who(event.get('target', []))} | {event.get('date', {}).get('value', '-')}"
              f" | {event.get('place', {}).get('name', '-')} | {event['rule']}\n    {evidence['text']}\n", file=sys.stderr)


def read_verdicts(folder):
    """The judged rows of every table; a row that cannot be counted ends the program with its place."""
    for path in sorted(folder.glob("*.tsv")):
        with open(path, encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines, delimiter="\t"), 2):
                if list(row) != COLUMNS or None in row.values() or row["verdict"] not in ("right", "wrong"):
                    sys.exit(f"{path}:{number}: a row has {', '.join(COLUMNS)}; the verdict is right or wrong")
                yield row


def interval(right, judged):
    """Wilson's interval of 95 % for a share, in whole percent."""
    z, share = 1.96, right / judged
    middle = share + z * z / (2 * judged)
    half = z * math.sqrt(share * (1 - share) / judged + z * z / (4 * judged * judged))
    scale = 1 + z * z / judged
    return f"{100 * (middle - half) / scale:.0f}-{100 * (middle + half) / scale:.0f}"


def table(verdicts, events):
    now = {event["id"] for event in events}
    found = collections.Counter(event["type"] for event in events)
    tally = collections.defaultdict(collections.Counter)
    for row in verdicts:
        there = row["id"] in now
        for kind in (row["type"], "all"):
            tally[kind].update({"judged": 1, row["verdict"]: 1, f"{row['verdict']} {'there' if there else 'gone'}": 1})
    lines = ["| type | events | judged | right | precision, % | 95 % | right, still there | wrong, gone since |",
             "|---|---:|---:|---:|---:|---:|---:|---:|"]
    found["all"] = sum(found.values())
    for kind in sorted(tally, key=lambda name: (name == "all", name)):
        counts = tally[kind]
        lines.append(f"| {kind} | {found[kind]} | {counts['judged']} | {counts['right']} | "
                     f"{100 * counts['right'] / counts['judged']:.0f} | {interval(counts['right'], counts['judged'])} | "
                     f"{counts['right there']} of {counts['right']} | {counts['wrong gone']} of {counts['wrong']} |")
    return "\n".join(lines) + "\n"


def causes(verdicts):
    counts = collections.Counter(row["cause"] for row in verdicts if row["verdict"] == "wrong" and row["cause"])
    lines = ["| cause | wrong |", "|---|---:|"]
    return "\n".join(lines + [f"| {cause} | {number} |" for cause, number in counts.most_common(25)]) + "\n"


def report(args):
    verdicts = list(read_verdicts(ROOT / "docs" / "accuracy"))
    if not verdicts:
        sys.exit("docs/accuracy has no judged table")
    text = f"{table(verdicts, list(read_events(args.events)))}\n{causes(verdicts)}"
    if not args.write:
        print(text, end="")
        return
    page = pathlib.Path(args.write)
    before, found_begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, found_end, after = rest.partition(END)
    if not found_begin or not found_end:
        sys.exit(f"{page}: no lines {BEGIN.strip()} and {END.strip()} to write between")
    page.write_text(before + BEGIN + text + END + after, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    draw = commands.add_parser("sample", help="draw events to be judged")
    draw.add_argument("events")
    draw.add_argument("--type", required=True)
    draw.add_argument("-n", type=int, default=50)
    draw.add_argument("--seed", type=int, default=1)
    draw.set_defaults(run=sample)
    count = commands.add_parser("report", help="count the verdicts")
    count.add_argument("events")
    count.add_argument("--write", metavar="PAGE")
    count.set_defaults(run=report)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
