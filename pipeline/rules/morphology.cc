// Regular English endings, read backwards and checked against the table of lemmas.
//
// An ending counts only if what is left is a verb (or noun) of the table, so "thing" is no gerund
// and "bed" no past tense. Where two stems fit, the one with a silent e comes first ("hoped": hope,
// since hop doubles its p), then the bare stem ("called": call, not cal), then the one without the
// doubled consonant. A form that is the lemma of one verb and the past of another ("found", "lay")
// goes to the verb that texts use more.

#include "pipeline/rules/morphology.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace telex {
namespace {

// Inlined, so that an ending is compared as one number.
template <size_t kSize>
inline bool EndsWith(std::string_view word, const char (&ending)[kSize]) {
  constexpr size_t kLetters = kSize - 1;
  return word.size() > kLetters &&
         std::memcmp(word.data() + word.size() - kLetters, ending, kLetters) == 0;
}

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// Stems that `word` may come from by an -s, most likely first; empty strings fill up.
std::array<std::string, 3> StemsOfS(std::string_view word) {
  if (EndsWith(word, "ies"))
    return {std::string(word.substr(0, word.size() - 3)) + "y",
            std::string(word.substr(0, word.size() - 1)), ""};
  if (EndsWith(word, "es"))
    return {std::string(word.substr(0, word.size() - 1)),
            std::string(word.substr(0, word.size() - 2)), ""};
  if (EndsWith(word, "s") && !EndsWith(word, "ss"))
    return {std::string(word.substr(0, word.size() - 1)), "", ""};
  return {};
}

/// Stems of -ed and -ing, most likely first.
std::array<std::string, 3> StemsOf(std::string_view word, std::string_view ending) {
  const std::string bare(word.substr(0, word.size() - ending.size()));
  if (bare.size() < 2) return {};
  if (ending == "ed" && bare.back() == 'i')
    return {bare.substr(0, bare.size() - 1) + "y", bare + "e", ""};
  if (ending == "ing" && bare.back() == 'y' && bare.size() < 4)
    return {bare, bare.substr(0, bare.size() - 1) + "ie", ""};
  const size_t size = bare.size();
  const bool doubled = size >= 3 && bare[size - 1] == bare[size - 2] && !IsVowel(bare[size - 1]);
  return {bare + "e", bare, doubled ? bare.substr(0, size - 1) : ""};
}

/// What the singular of an unknown plural would be, or "".
std::string PlausibleSingular(std::string_view word) {
  if (word.size() < 4 || !EndsWith(word, "s")) return "";
  if (EndsWith(word, "ss") || EndsWith(word, "us") || EndsWith(word, "is") || EndsWith(word, "'s"))
    return "";
  if (word.size() > 4 && EndsWith(word, "ies"))
    return std::string(word.substr(0, word.size() - 3)) + "y";
  if (EndsWith(word, "sses") || EndsWith(word, "xes") || EndsWith(word, "ches") ||
      EndsWith(word, "shes") || EndsWith(word, "zzes"))
    return std::string(word.substr(0, word.size() - 2));
  return std::string(word.substr(0, word.size() - 1));
}

bool IsVerbPrefix(std::string_view prefix) {
  for (const std::string_view known :
       {"re", "co", "pre", "over", "out", "mis", "de", "counter", "self"})
    if (prefix == known) return true;
  return false;
}

}  // namespace

const LemmaCounts* Morphology::FindLemma(std::string_view lemma) const {
  const Entry* entry = Find(lemma);
  return entry != nullptr && entry->counts.classes != 0 ? &entry->counts : nullptr;
}

Readings Morphology::Analyse(std::string_view lower) const {
  Readings readings;
  const Entry* entry = Find(lower);
  const LemmaCounts* itself =
      entry != nullptr && entry->counts.classes != 0 ? &entry->counts : nullptr;
  const auto verb_count = [&](std::string_view lemma) {
    const LemmaCounts* counts = FindLemma(lemma);
    return counts == nullptr ? 0u : counts->verb;
  };
  if (itself != nullptr) {
    readings.classes = itself->classes & (kNoun | kBase | kAdjective | kAdverb);
    if ((readings.classes & kNoun) != 0) readings.noun_lemma = lower;
    if ((readings.classes & kBase) != 0) readings.verb_lemma = lower;
  }

  bool irregular_verb = false;
  bool irregular_noun = false;
  for (uint32_t form = entry != nullptr ? entry->first_form : kNone; form != kNone;
       form = forms_[form].next) {
    const ClassSet classes = forms_[form].classes;
    const std::string& lemma = forms_[form].lemma;
    if ((classes & kPlural) != 0 && !irregular_noun) {
      irregular_noun = true;
      readings.classes |= kNoun | kPlural;
      readings.noun_lemma = lemma;
    }
    if ((classes & kVerb) == 0) continue;
    if (readings.verb_lemma.empty() || readings.verb_lemma == lemma) {
      readings.classes |= classes & kVerb;
      readings.verb_lemma = lemma;
      irregular_verb = true;
    } else if (verb_count(lemma) >= verb_count(readings.verb_lemma)) {
      readings.classes = (readings.classes & ~static_cast<ClassSet>(kVerb)) | (classes & kVerb);
      readings.verb_lemma = lemma;
      irregular_verb = true;
    }
  }

  const auto try_verb = [&](const std::array<std::string, 3>& stems, ClassSet classes) {
    for (const std::string& stem : stems) {
      const LemmaCounts* counts = stem.empty() ? nullptr : FindLemma(stem);
      if (counts == nullptr || (counts->classes & kBase) == 0) continue;
      if (!readings.verb_lemma.empty() && readings.verb_lemma != stem) {
        // "wed", "bring": a verb in its own right that only looks like a form of another.
        if (counts->verb <= verb_count(readings.verb_lemma)) return;
        readings.classes &= ~static_cast<ClassSet>(kVerb);
      }
      readings.classes |= classes;
      readings.verb_lemma = stem;
      return;
    }
  };
  if (EndsWith(lower, "s")) {
    const std::array<std::string, 3> stems = StemsOfS(lower);
    if (!irregular_verb) try_verb(stems, kPresent);
    // "talks" has an entry of its own; a rule that says "talk" means it too.
    if (!irregular_noun) {
      for (const std::string& stem : stems) {
        const LemmaCounts* counts = stem.empty() ? nullptr : FindLemma(stem);
        if (counts == nullptr || (counts->classes & kNoun) == 0) continue;
        readings.classes |= kNoun | kPlural;
        readings.noun_lemma = stem;
        break;
      }
    }
  } else if (EndsWith(lower, "ed") && !irregular_verb) {
    try_verb(StemsOf(lower, "ed"), kPast | kParticiple);
  } else if (EndsWith(lower, "ing") && !irregular_verb) {
    try_verb(StemsOf(lower, "ing"), kGerund);
  }

  if (EndsWith(lower, "men") && !irregular_noun) {  // gunmen, chairwomen
    const std::string singular = std::string(lower.substr(0, lower.size() - 2)) + "an";
    if (const LemmaCounts* counts = FindLemma(singular);
        counts != nullptr && (counts->classes & kNoun)) {
      readings.classes |= kNoun | kPlural;
      readings.noun_lemma = singular;
    }
  }

  readings.known = readings.classes != 0;
  const size_t hyphen = lower.rfind('-');
  if (readings.classes == 0 && hyphen != std::string_view::npos && hyphen > 0 &&
      hyphen + 1 < lower.size()) {
    const Readings tail = Analyse(lower.substr(hyphen + 1));
    const std::string head(lower.substr(0, hyphen + 1));
    readings.classes = kNoun | kAdjective | (tail.classes & kPlural);
    readings.noun_lemma = tail.noun_lemma.empty() ? std::string(lower) : head + tail.noun_lemma;
    if (IsVerbPrefix(lower.substr(0, hyphen)) && (tail.classes & kVerb) != 0) {
      readings.classes |= tail.classes & kVerb;
      readings.verb_lemma = head + tail.verb_lemma;
    }
    return readings;
  }
  if (readings.classes == 0) {
    if (lower.size() > 4 && EndsWith(lower, "ly")) {
      readings.classes = kAdverb;
    } else {
      readings.classes = kNoun;
      const std::string singular = PlausibleSingular(lower);
      if (!singular.empty()) readings.classes |= kPlural;
      readings.noun_lemma = singular.empty() ? std::string(lower) : singular;
    }
  }

  const auto counts_of = [&](std::string_view lemma) {
    const LemmaCounts* counts = lemma.empty() ? nullptr : FindLemma(lemma);
    return counts == nullptr ? LemmaCounts{} : *counts;
  };
  if (itself != nullptr) {
    readings.counts.adjective = itself->adjective;
    readings.counts.adverb = itself->adverb;
  }
  readings.counts.classes = readings.classes;
  readings.counts.noun = counts_of(readings.noun_lemma).noun;
  readings.counts.verb = counts_of(readings.verb_lemma).verb;
  return readings;
}

}  // namespace telex
