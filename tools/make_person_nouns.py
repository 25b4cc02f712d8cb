#!/usr/bin/env python3
"""Writes rules/language/person_nouns.tsv: the nouns whose most frequent sense in WordNet is a person.

    tools/make_person_nouns.py [--wordnet /usr/share/wordnet]

Source: Debian's wordnet-base; index.noun lists each noun's senses by frequency, data.noun gives each sense's
lexicographer file, of which number 18 is noun.person. Single lower-case words of four letters or more; words that a
reader takes for something else first are left out below.
"""
import argparse
import pathlib

PERSON_FILE = "18"
# First sense a person in WordNet, but mostly something else in news.
LEFT_OUT = set("""ace angel aggregate baby bear beast beauty being body bomber brain case character charge christ
devil dear deep dock double drive eagle eight engine equal extra fellow field figure fighter flier flyer ghost
giant god goddess hand head holy host human individual inside item key lead life light line look love mark match
minor model monster mortal name native object one other pair party past person pet pick piece pioneer post power
prime prize pusher rest rock roller romantic sign slave some soul sound spirit star state sucker talent target temp
tiger title trailer treasure trust type vessel voice whole will witch wonder""".split())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wordnet", default="/usr/share/wordnet", type=pathlib.Path)
    args = parser.parse_args()
    files, written_small = {}, set()  # the index folds "Barth" and "barth" together; the data tell them apart
    for line in open(args.wordnet / "data.noun", encoding="utf-8"):
        if line.startswith(" "):
            continue
        fields = line.split(" ")
        files[fields[0]] = fields[1]
        written_small.update(word for word in (fields[4 + 2 * i] for i in range(int(fields[3], 16))) if word.islower())
    nouns = []
    for line in open(args.wordnet / "index.noun", encoding="utf-8"):
        if line.startswith(" "):
            continue
        fields = line.split()
        word, pointers = fields[0], int(fields[3])
        first_sense = fields[4 + pointers + 2]
        if word in written_small and word.isalpha() and word.isascii() and len(word) > 3 and word not in LEFT_OUT and files.get(first_sense) == PERSON_FILE:
            nouns.append(word)
    target = pathlib.Path(__file__).resolve().parent.parent / "rules" / "language" / "person_nouns.tsv"
    target.write_text("noun\n" + "".join(noun + "\n" for noun in sorted(nouns)), encoding="utf-8")
    print(f"{len(nouns)} nouns -> {target.name}")


if __name__ == "__main__":
    main()
