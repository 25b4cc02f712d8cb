#!/usr/bin/env python3
"""Score the layers of `telex annotate` against stories whose spans are known.

    score_layers.py feed GOLD >FEED.jsonl
    telex annotate FEED.jsonl >LAYERS.jsonl
    score_layers.py score GOLD LAYERS.jsonl

GOLD is one of docs/accuracy/layers: a story a line, {"id", "published", "text"} and one of "persons", "dates", "sentences", each a list
of {"begin", "end"} in code points of the text, dates with "type" and "value" besides. A date's value counts where a date of the same
value overlaps it, as in TempEval-3 (UzZaman et al. 2013); all else counts by its exact span.
"""
import json
import sys


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def spans(items):
    return {(item["begin"], item["end"]) for item in items}


def overlap(a, b):
    return a["begin"] < b["end"] and b["begin"] < a["end"]


def same_value(date, others):
    return any(overlap(date, other) and date["value"] == other["value"] for other in others)


def exact(gold, found):
    right = len(spans(gold) & spans(found))
    return right, right


def by_value(gold, found):
    return sum(same_value(date, gold) for date in found), sum(same_value(date, found) for date in gold)


def persons(layers):
    return [name for name in layers["names"] if name["kind"] == "PERSON"]


LAYERS = {  # of gold: what is asked of it, whose items, how they are held against each other
    "persons": [("persons, exact span", persons, exact)],
    "sentences": [("sentences, exact span", lambda layers: layers["sentences"], exact)],
    "dates": [("dates, exact span", lambda layers: layers["dates"], exact),
              ("dates, value", lambda layers: layers["dates"], by_value)],
}


def score(golds, found):
    by_id = {layers["doc"]: layers for layers in found}
    missing = [gold["id"] for gold in golds if gold["id"] not in by_id]
    if missing:
        sys.exit(f"score_layers: no annotation of {', '.join(missing)}")
    for key, measures in LAYERS.items():
        stories = [gold for gold in golds if key in gold]
        for name, items, compare in measures if stories else []:
            good = known = told = given = 0
            for gold in stories:
                layers = by_id[gold["id"]]
                if layers["text"] != gold["text"]:
                    sys.exit(f"score_layers: {gold['id']} was annotated with another text")
                right, recalled = compare(gold[key], items(layers))
                good, known = good + right, known + recalled
                told, given = told + len(items(layers)), given + len(gold[key])
            precision, recall = good / max(told, 1), known / max(given, 1)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"{name:24} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({given} in gold)")


def main(arguments):
    if arguments[:1] == ["feed"] and len(arguments) == 2:
        for gold in lines(arguments[1]):
            print(json.dumps({"id": gold["id"], "published": gold.get("published") or "1996-08-22", "headline": "",
                              "text": gold["text"]}, ensure_ascii=False))
    elif arguments[:1] == ["score"] and len(arguments) == 3:
        score(lines(arguments[1]), lines(arguments[2]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
