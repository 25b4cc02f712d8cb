#!/usr/bin/env python3
"""Writes rules/language/wordforms.tsv and irregular.tsv from WordNet 3.0 (Debian package wordnet-base).

    tools/make_wordforms.py /usr/share/wordnet rules/language

wordforms.tsv: every single-word verb, adjective and adverb with the number of times WordNet's tagged texts use it as
noun, verb, adjective, adverb ("-" where it has no such reading), and those nouns that a reader could take for another
word: nouns that are also one of the others ("visit"), that look like an inflected form ("meeting", "news"), or that are
an irregular form ("found"). A word that is not in the table is a noun.

irregular.tsv: irregular verb forms and plurals. WordNet does not tell a past from a participle; PARTS below does.
"""

import os
import re
import sys

SINGLE = re.compile(r"^[a-z]+(-[a-z]+)*$")
COLUMNS = ["noun", "verb", "adj", "adv"]
TAG_COLUMN = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}

# lemma past participle, for verbs whose two forms differ, in the order of the parts.
PARTS = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun;
bid bid bid; bite bit bitten; blow blew blown; break broke broken; choose chose chosen; come came come; do did done;
draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; fly flew flown;
forbid forbade forbidden; foresee foresaw foreseen; forget forgot forgotten; forgive forgave forgiven;
forsake forsook forsaken; freeze froze frozen; get got got; give gave given; go went gone; grow grew grown;
hide hid hidden; know knew known; lie lay lain; mistake mistook mistaken; outdo outdid outdone; outgrow outgrew outgrown;
overcome overcame overcome; overdo overdid overdone; override overrode overridden; overrun overran overrun;
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; partake partook partaken;
prove proved proven; redo redid redone; redraw redrew redrawn; retake retook retaken; rewrite rewrote rewritten;
ride rode ridden; ring rang rung; rise rose risen; run ran run; saw sawed sawn; see saw seen; sew sewed sewn;
shake shook shaken; show showed shown; shrink shrank shrunk; sing sang sung; sink sank sunk; sow sowed sown;
speak spoke spoken; spring sprang sprung; steal stole stolen; stink stank stunk; stride strode stridden;
strive strove striven; swear swore sworn; swell swelled swollen; swim swam swum; take took taken; tear tore torn;
throw threw thrown; undergo underwent undergone; undertake undertook undertaken; undo undid undone; wake woke woken;
wear wore worn; weave wove woven; withdraw withdrew withdrawn; write wrote written; slay slew slain;
befall befell befallen; underwrite underwrote underwritten; unfreeze unfroze unfrozen; rerun reran rerun
"""

# Verbs, common in news today, that WordNet 3.0 lacks or has in another sense only.
# Forms of the auxiliaries, which verb.exc leaves to its readers.
AUXILIARIES = [("is", "be", "present"), ("am", "be", "present"), ("are", "be", "present"), ("was", "be", "past"),
               ("were", "be", "past"), ("been", "be", "participle"), ("being", "be", "gerund"),
               ("has", "have", "present"), ("having", "have", "gerund"), ("does", "do", "present")]

MORE = {
    "tweet": "noun verb", "retweet": "noun verb", "repost": "noun verb", "livestream": "noun verb",
    "greenlight": "verb", "videoconference": "noun verb", "email": "noun verb", "text": "noun verb",
    "normalise": "verb", "weaponise": "verb", "weaponize": "verb", "strategise": "verb", "strategize": "verb",
    "prioritise": "verb", "prioritize": "verb", "finalise": "verb", "finalize": "verb", "sanction": "noun verb",
    "de-escalate": "verb", "deescalate": "verb", "reaffirm": "verb", "reiterate": "verb", "co-host": "noun verb",
    "cohost": "noun verb", "co-chair": "noun verb", "co-operate": "verb", "co-ordinate": "verb adj", "re-elect": "verb",
    "re-open": "verb", "reimpose": "verb", "re-impose": "verb", "redeploy": "verb", "relaunch": "noun verb",
    "scapegoat": "noun verb", "spearhead": "noun verb", "airstrike": "noun", "phone": "noun verb", "ramp": "noun verb",
    "normalize": "verb", "telegraph": "noun verb", "ink": "noun verb", "martyr": "noun verb", "felicitate": "verb",
    "congratulate": "verb", "condole": "verb", "decry": "verb", "lambast": "verb", "lambaste": "verb", "slam": "noun verb",
    "blast": "noun verb", "showcase": "noun verb", "codename": "noun verb", "upend": "verb", "reauthorize": "verb", "underserved": "adj", "lifesaving": "adj",
    "ongoing": "adj", "anti-terror": "adj", "pro-government": "adj", "high-ranking": "adj",
    "high-level": "adj", "nuclear": "adj", "Takfiri": "adj",
    "bilaterally": "adv", "reportedly": "adv", "allegedly": "adv",
}


def read_index(folder, name):
    lemmas = set()
    with open(os.path.join(folder, "index." + name), encoding="latin-1") as lines:
        for line in lines:
            if not line.startswith(" "):
                lemmas.add(line.split(" ", 1)[0])
    return {lemma for lemma in lemmas if SINGLE.match(lemma)}


def lower_case_nouns(folder):
    """Nouns that data.noun writes without a capital; the index folds "Barth" and "barth" together."""
    nouns = set()
    with open(os.path.join(folder, "data.noun"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            fields = line.split(" ")
            words = (fields[4 + 2 * i] for i in range(int(fields[3], 16)))
            nouns.update(word for word in words if word.islower())
    return nouns


def read_counts(folder):
    counts = {column: {} for column in COLUMNS}
    with open(os.path.join(folder, "cntlist.rev"), encoding="latin-1") as lines:
        for line in lines:
            key, _, count = line.split()
            lemma, sense = key.split("%", 1)
            of = counts[TAG_COLUMN[sense[0]]]
            of[lemma] = of.get(lemma, 0) + int(count)
    return counts


def read_exceptions(folder, name):
    with open(os.path.join(folder, name + ".exc"), encoding="latin-1") as lines:
        for line in lines:
            form, *lemmas = line.split()
            for lemma in lemmas:
                if SINGLE.match(form) and SINGLE.match(lemma) and form != lemma:
                    yield form, lemma


def stems(form):
    """What the regular endings could have been added to."""
    if form.endswith("ies"):
        yield form[:-3] + "y"
    if form.endswith("es"):
        yield form[:-2]
    if form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
    for ending in ("ed", "ing"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[:-len(ending)]
            yield stem
            yield stem + "e"
            if stem[-1] == stem[-2]:
                yield stem[:-1]
            if ending == "ed" and stem.endswith("i"):
                yield stem[:-1] + "y"


def comparisons(adjective):
    """-er and -est of a short adjective."""
    if adjective.endswith("e"):
        stem = adjective[:-1]
    elif re.search(r"[^aeiou]y$", adjective):
        stem = adjective[:-1] + "i"
    elif re.search(r"^[^aeiou]*[aeiou][bdgmnpt]$", adjective):
        stem = adjective + adjective[-1]
    else:
        stem = adjective
    return stem + "er", stem + "est"


# People in -man whose plural is regular, and the two that stand in noun.exc.
MANS = {"brahman", "caiman", "german", "hetman", "human", "man", "mussulman", "norman", "ottoman", "roman", "shaman", "superhuman",
        "talisman", "turkoman", "woman"}


def crew_of(target):
    """People in -man, of whom noun.exc is silent: WordNet takes every plural in -men apart by rule."""
    with open(os.path.join(target, "person_nouns.tsv"), encoding="utf-8") as lines:
        return {word for word in map(str.strip, lines) if word.endswith("man") and word not in MANS}


def verb_classes():
    past, participle = {}, {}
    for row in PARTS.replace("\n", " ").split(";"):
        lemma, first, second = row.split()
        past[lemma], participle[lemma] = first, second
    return past, participle


def main():
    source, target = sys.argv[1], sys.argv[2]
    index = {column: read_index(source, column) for column in COLUMNS}
    counts = read_counts(source)
    irregular_verbs = sorted(set(read_exceptions(source, "verb")))
    irregular_nouns = sorted(set(read_exceptions(source, "noun")))
    for word, classes in MORE.items():
        for column in classes.split():
            index[column].add(word.lower())

    common = lower_case_nouns(source)
    forms = {form for form, _ in irregular_verbs}
    others = index["verb"] | index["adj"] | index["adv"]
    everything = others | index["noun"]
    nouns = {noun for noun in index["noun"]
             if noun in others or noun in forms or any(stem in everything for stem in stems(noun) if len(stem) > 2)
             or (counts["noun"].get(noun, 0) > 0 and noun in common)}  # a word that texts use as a common noun is no name at a sentence's start
    compared = set()
    for adjective in index["adj"]:
        if counts["adj"].get(adjective, 0) >= 3 and (len(adjective) <= 6 or len(adjective) <= 7 and adjective[-1] == "y"):
            compared |= {form for form in comparisons(adjective) if form not in everything}
    index["adj"] |= compared

    header = "lemma\tnoun\tverb\tadjective\tadverb"
    with open(os.path.join(target, "wordforms.tsv"), "w", encoding="utf-8") as out:
        out.write(header + "\n")
        for lemma in sorted(others | nouns | compared):
            cells = [str(counts[c].get(lemma, 0)) if lemma in index[c] else "-" for c in COLUMNS]
            out.write("\t".join([lemma] + cells) + "\n")

    past, participle = verb_classes()
    rows = set(AUXILIARIES)
    for form, lemma in irregular_verbs:
        if lemma not in index["verb"]:
            continue
        if form.endswith("ing"):
            classes = "gerund"
        elif form.endswith("s"):
            classes = "present"
        elif lemma in past and form in (past[lemma], participle[lemma]):
            classes = "|".join(name for name, parts in (("past", past), ("participle", participle)) if parts[lemma] == form)
        elif lemma in past and form not in (past[lemma], participle[lemma]):
            classes = "participle" if form.endswith("n") else "past|participle"
        else:
            classes = "participle" if re.search(r"(wn|rn|en)$", form) and not form.endswith("een") else "past|participle"
        rows.add((form, lemma, classes))
    for lemma in past:
        both = past[lemma] == participle[lemma]
        rows.add((past[lemma], lemma, "past|participle" if both else "past"))
        if not both:
            rows.add((participle[lemma], lemma, "participle"))
    # Verbs without a change ("cut", "hit"): the base form is also the past.
    for lemma in ("bet bid burst cast broadcast cost cut forecast hit hurt let put quit read reset rid set shed shut "
                  "slit split spread thrust upset").split():
        rows.add((lemma, lemma, "past|participle"))
    plurals = {(form, lemma, "plural") for form, lemma in irregular_nouns if form not in {"as", "is", "his", "its"}}
    plurals |= {(lemma[:-3] + "men", lemma, "plural") for lemma in crew_of(target)}
    with open(os.path.join(target, "irregular.tsv"), "w", encoding="utf-8") as out:
        out.write("form\tlemma\tclass\n")
        for row in sorted(rows | plurals):
            out.write("\t".join(row) + "\n")


if __name__ == "__main__":
    main()
