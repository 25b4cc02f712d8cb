#include "pipeline/language/names.h"

#include <algorithm>
#include <bit>

#include "pipeline/language/names_view.h"

namespace telex {
namespace {

struct FirstSet {
  uint64_t kinds = 0;
  std::vector<const WordSet*> words;
};

// Collects what can come first; returns true where the sequence may also be empty.
bool CollectFirst(const Phrase& phrase, FirstSet& first) {
  for (const PhraseElement& element : phrase) {
    bool empty = element.optional;
    switch (element.kind) {
      case PhraseElement::Kind::kSlot:
        first.kinds |= Bit(element.slot.kind);
        break;
      case PhraseElement::Kind::kWord:
        first.words.push_back(&element.words);
        break;
      case PhraseElement::Kind::kGap:
        empty = true;
        break;
      case PhraseElement::Kind::kGroup:
        for (const Phrase& alternative : element.alternatives)
          empty |= CollectFirst(alternative, first);
        break;
    }
    if (!empty) return false;
  }
  return true;
}

}  // namespace

NameFinder::NameFinder(const RuleSet& rules, const TermFlags& flags)
    : rules_(rules),
      flags_(flags),
      start_words_(rules.vocabulary.size(), false),
      needed_words_(rules.vocabulary.size(), 0),
      cues_(rules.vocabulary.size(), 0) {
  struct ListCue {
    const char* list;
    Cue cue;
  };
  static constexpr ListCue kLists[] = {
      {"thing_nouns", kThing},    {"person_particles", kPersonParticle},
      {"maker_nouns", kMaker},    {"person_titles", kPersonTitle},
      {"person_relatives", kWho}, {"company_joiners", kJoiner}};
  for (const ListCue& entry : kLists)
    for (TermId term : rules.List(entry.list)) cues_[term.value()] |= entry.cue;
  for (const NameRule& rule : rules.names)
    for (const Phrase& phrase : rule.phrases) AddPattern(phrase);
}

void NameFinder::AddPattern(const Phrase& phrase) {
  FirstSet first;
  CollectFirst(phrase, first);
  for (const WordSet* set : first.words) {
    for (TermId term : set->lemmas) start_words_[term.value()] = true;
    for (TermId term : set->exact) start_words_[term.value()] = true;
  }
  Pattern pattern;
  pattern.phrase = &phrase;
  pattern.kinds = first.kinds;
  pattern.starts_with_word = !first.words.empty();
  for (const PhraseElement& element : phrase) {
    if (element.optional) continue;
    if (element.kind == PhraseElement::Kind::kSlot && element.slot.kind != SlotKind::kName)
      pattern.needed_kinds |= Bit(element.slot.kind);
    if (element.kind != PhraseElement::Kind::kWord || !element.words.regexes.empty()) continue;
    const auto same = [&](const WordSet* set) {
      return set->lemmas == element.words.lemmas && set->exact == element.words.exact;
    };
    const auto known = std::find_if(needed_sets_.begin(), needed_sets_.end(), same);
    const size_t set = static_cast<size_t>(known - needed_sets_.begin());
    if (set == 64) continue;
    if (known == needed_sets_.end()) needed_sets_.push_back(&element.words);
    pattern.needed_words |= 1ull << set;
    for (TermId term : element.words.lemmas) needed_words_[term.value()] |= 1ull << set;
    for (TermId term : element.words.exact) needed_words_[term.value()] |= 1ull << set;
  }
  size_t name = 0;
  while (name < phrase.size() && phrase[name].kind == PhraseElement::Kind::kSlot &&
         phrase[name].optional)
    pattern.lead_kinds |= Bit(phrase[name++].slot.kind);
  const bool fixed = name + 1 < phrase.size() && phrase[name].kind == PhraseElement::Kind::kSlot &&
                     !phrase[name].optional && phrase[name].slot.kind == SlotKind::kName &&
                     phrase[name + 1].kind == PhraseElement::Kind::kWord &&
                     !phrase[name + 1].optional;
  if (fixed) pattern.after_name = &phrase[name + 1].words;
  patterns_.push_back(pattern);
}

void NameFinder::Look(const View& view, const Sentence& sentence, Survey& survey) const {
  survey.last.fill(sentence.begin);
  uint64_t words = 0, kinds = 0;
  const auto note = [&](TermId term) {
    if (term.valid()) words |= needed_words_[term.value()];
  };
  const std::vector<HintSet>& hints = view.layers.hints;
  for (TokenIndex token = sentence.begin;
       (token = NextWith(hints, kInNameRule, token, sentence.end)) < sentence.end; ++token) {
    const Word& word = view.At(token);
    note(word.term);
    note(word.noun_lemma);
    note(word.verb_lemma);
  }
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  for (; survey.hit < hits.size() && hits[survey.hit].begin < sentence.end; ++survey.hit) {
    const LexiconHit& hit = hits[survey.hit];
    if (hit.begin < sentence.begin) continue;  // of the dateline
    const uint64_t here = KindsOf(hit.kind);
    kinds |= here;
    if (here != 0) survey.last[static_cast<size_t>(std::countr_zero(here))] = hit.begin + 1;
  }
  survey.patterns.clear();
  for (const Pattern& pattern : patterns_)
    if (!(pattern.needed_kinds & ~kinds) && !(pattern.needed_words & ~words))
      survey.patterns.push_back(&pattern);
}

// False where a look at what `token` starts and at what the sentence still has tells that `pattern`
// does not match here.
bool NameFinder::MayMatch(const View& view, const Pattern& pattern, const Survey& survey,
                          TokenIndex token, uint64_t kinds, TokenIndex limit) const {
  for (uint64_t needed = pattern.needed_kinds; needed != 0; needed &= needed - 1)
    if (survey.last[static_cast<size_t>(std::countr_zero(needed))] <= token) return false;
  if (!pattern.after_name || (kinds & pattern.lead_kinds)) return true;
  const TokenIndex end = NameRun(view, token, limit);
  return end > token && end < limit && Matches(*pattern.after_name, view.At(end));
}

void NameFinder::IndexHits(const Layers& layers, Syntax& syntax) const {
  syntax.first_hit.assign(layers.tokens.size(), Syntax::kNone);
  syntax.hit_kinds.assign(layers.tokens.size(), 0);
  for (size_t i = layers.lexicon_hits.size(); i-- > 0;) {
    const LexiconHit& hit = layers.lexicon_hits[i];
    syntax.first_hit[hit.begin] = static_cast<uint32_t>(i);
    syntax.hit_kinds[hit.begin] |= SetOf(hit.kind);
  }
  syntax.date_at.assign(layers.tokens.size(), Syntax::kNone);
  for (size_t i = 0; i < layers.dates.size(); ++i)
    for (TokenIndex token = layers.dates[i].begin; token < layers.dates[i].end; ++token)
      syntax.date_at[token] = static_cast<uint32_t>(i);
}

uint64_t NameFinder::KindsAt(const View& view, TokenIndex token, TokenIndex limit) const {
  uint64_t kinds = KindsOf(view.syntax.hit_kinds[token]);
  if (NameRun(view, token, limit) > token) kinds |= Bit(SlotKind::kName);
  return kinds;
}

template <class Try>
bool NameFinder::SlotEnds(const View& view, const Slot& slot, TokenIndex token, TokenIndex limit,
                          const Try& try_end) const {
  if (slot.kind == SlotKind::kName) {
    const TokenIndex end = NameRun(view, token, limit);
    return end > token && try_end(end);
  }
  if (!(KindsOf(view.syntax.hit_kinds[token]) & Bit(slot.kind))) return false;
  const std::vector<LexiconHit>& hits = view.layers.lexicon_hits;
  TokenIndex tried = token;
  for (uint32_t hit = view.syntax.first_hit[token]; hit < hits.size() && hits[hit].begin == token;
       ++hit) {
    if (hits[hit].end == tried) continue;
    if (!(KindsOf(hits[hit].kind) & Bit(slot.kind))) continue;
    tried = hits[hit].end;
    if (slot.kind == SlotKind::kOffice) {
      const TokenIndex portfolio = PortfolioEnd(view, tried, limit);
      if (portfolio > tried && try_end(portfolio)) return true;
    }
    if (try_end(tried)) return true;
  }
  return false;
}

void NameFinder::FindStrongNames(const View& view, const Sentence& sentence, Survey& survey,
                                 Syntax& syntax) const {
  Look(view, sentence, survey);
  const auto ends = [&](const Slot& slot, TokenIndex token, const auto& try_end) {
    return SlotEnds(view, slot, token, sentence.end, try_end);
  };
  PhraseMatch match(view.layers.tokens, view.words, sentence.end, ends);
  const std::vector<HintSet>& hints = view.layers.hints;
  constexpr HintSet kAny = kInNameRule | kMayStartName | kStartsPhrase;
  for (TokenIndex token = sentence.begin;
       (token = NextWith(hints, kAny, token, sentence.end)) < sentence.end;) {
    const TermId term = view.At(token).term;
    const bool may_start =
        (hints[token] & kInNameRule) && term.valid() && start_words_[term.value()];
    const bool may_be_named =
        (hints[token] & kMayStartName) || view.syntax.first_hit[token] != Syntax::kNone;
    const uint64_t kinds = may_be_named ? KindsAt(view, token, sentence.end) : 0;
    TokenIndex longest = token;
    PhraseBindings bindings;
    if (kinds || may_start) {
      for (const Pattern* pattern : survey.patterns) {
        if (!(pattern->kinds & kinds) && !(pattern->starts_with_word && may_start)) continue;
        if (!MayMatch(view, *pattern, survey, token, kinds, sentence.end)) continue;
        if (match.At(*pattern->phrase, token) && match.end() > longest) {
          longest = match.end();
          bindings = match.bindings();
        }
      }
    }
    if (longest > token) {
      if (AddMentions(view, {token, longest}, bindings, syntax)) {
        token = longest;
        continue;
      }
    }
    if (kinds & Bit(SlotKind::kName)) {
      const TokenIndex end = NameRun(view, token, sentence.end);
      const TokenRange person = PersonIn(view, token, end, sentence.end);
      if (!person.empty() && AddMention(view, person, person, {}, syntax)) {
        token = end;
        continue;
      }
      token = std::max(end, token + 1);
      continue;
    }
    ++token;
  }
}

// The name that a pattern matched. Where it has several ("her Maltese and Cypriot counterparts, A
// and B"), states and names stand in one order.
bool NameFinder::AddMentions(const View& view, TokenRange range, const PhraseBindings& bindings,
                             Syntax& syntax) const {
  const auto is = [](SlotKind kind) {
    return [kind](const PhraseBinding& binding) { return binding.slot.kind == kind; };
  };
  const auto names = std::count_if(bindings.begin(), bindings.end(), is(SlotKind::kName));
  if (names == 0) return false;
  if (names == 1) {
    const auto name = std::find_if(bindings.begin(), bindings.end(), is(SlotKind::kName));
    return AddMention(view, range, name->range, bindings, syntax);
  }
  PhraseBindings own;
  for (auto nth = 0; nth < names; ++nth) {
    TokenRange name;
    own.clear();
    decltype(nth) countries = 0, seen = 0;
    for (const PhraseBinding& binding : bindings) {
      if (binding.slot.kind == SlotKind::kName) {
        if (seen++ == nth) name = binding.range;
      } else if (binding.slot.kind != SlotKind::kCountry || countries++ == nth) {
        own.push_back(binding);
      }
    }
    AddMention(view, name, name, own, syntax);
  }
  return true;
}

void NameFinder::FindStoryNames(const View& view, const Sentence& sentence, Syntax& syntax) const {
  for (TokenIndex token = sentence.begin;
       (token = NextWith(view.layers.hints, kMayStartName, token, sentence.end)) < sentence.end;) {
    if (syntax.name_at[token] != Syntax::kNone) {
      token = syntax.names[syntax.name_at[token]].range.end;
      continue;
    }
    TokenIndex end = NameRun(view, token, sentence.end);
    for (TokenIndex known = token + 1; known < end; ++known)
      if (syntax.name_at[known] != Syntax::kNone) end = known;
    if (end > token) {
      TokenRange name{token, end};
      PersonId person = FindPerson(view, name, false, syntax);
      // "Yesterday Smith", "Striker Smith", "Smith Denies …": a word of the language is no part.
      if (!person.valid() && name.size() > 1 &&
          (token == view.sentence || IsPersonWord(view, token)) && NatureOf(view, token).word) {
        ++name.begin;
        person = FindPerson(view, name, false, syntax);
      }
      // "the first Black woman"
      const Word& only = view.At(name.begin);
      const bool adjective = name.size() == 1 && only.adjective_count > 0 && end < sentence.end &&
                             IsNounAlone(view.At(end)) && !view.At(end).Is(kVerb);
      if (person.valid() && !adjective) {
        const uint32_t index = static_cast<uint32_t>(syntax.names.size());
        syntax.names.push_back({name, name, person});
        for (TokenIndex covered = name.begin; covered < end; ++covered)
          syntax.name_at[covered] = index;
      }
      token = end;
      continue;
    }
    ++token;
  }
}

void NameFinder::Run(const WordTable& words, const Layers& layers, std::string_view date,
                     Syntax& syntax) const {
  syntax.people.clear();
  syntax.names.clear();
  syntax.name_at.assign(layers.tokens.size(), Syntax::kNone);
  IndexHits(layers, syntax);
  const View view{words, layers, syntax, date};
  Survey survey;
  for (const Sentence& sentence : layers.sentences) {
    view.sentence = sentence.begin;
    view.headline = sentence.headline;
    FindStrongNames(view, sentence, survey, syntax);
  }
  if (syntax.people.empty()) return;
  for (const Sentence& sentence : layers.sentences) {
    view.sentence = sentence.begin;
    view.headline = sentence.headline;
    FindStoryNames(view, sentence, syntax);
  }
  DescribeAtHome(view, syntax);
}

}  // namespace telex
