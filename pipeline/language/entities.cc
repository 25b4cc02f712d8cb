#include "pipeline/language/entities.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace telex {
namespace {

// Where several entries share the words, the one that says most of them: "Georgia" is a country
// before it is a place, "Paris" a place before it stands for a state.
int RankOf(EntryKind kind) {
  switch (kind) {
    case EntryKind::kCountry:
      return 4;
    case EntryKind::kOrganization:
      return 3;
    case EntryKind::kPlace:
      return 2;
    case EntryKind::kCapital:
    case EntryKind::kSeat:
      return 1;
    default:
      return 0;
  }
}

Entity OfHit(const RuleSet& rules, const LexiconHit& hit) {
  const LexiconEntry& entry = rules.lexicon.entries[hit.entry.value()];
  Entity entity;
  entity.range = {hit.begin, hit.end};
  entity.kind = Entity::Kind::kPlace;
  switch (entry.kind) {
    case EntryKind::kOrganization:
      entity.kind = Entity::Kind::kOrganization;
      entity.organization = entry.index;
      break;
    case EntryKind::kSeat:  // the Kremlin, the White House
      entity.kind = Entity::Kind::kOrganization;
      entity.country = entry.index;
      break;
    case EntryKind::kPlace:
      entity.place = entry.index;
      break;
    default:
      entity.country = entry.index;
      break;
  }
  return entity;
}

// What two mentions of the same share.
std::tuple<int, uint32_t, uint32_t> IdentityOf(const Layers& layers, const Entity& entity) {
  if (entity.kind == Entity::Kind::kPerson) return {0, entity.person.value(), 0};
  if (entity.organization != Entity::kNone) return {1, entity.organization, 0};
  if (entity.place != Entity::kNone) return {2, entity.place, 0};
  if (entity.country != Entity::kNone)
    return {entity.kind == Entity::Kind::kPlace ? 3 : 4, entity.country, 0};
  // A name of no list: the words themselves.
  uint32_t mixed = 2166136261u;
  for (TokenIndex t = entity.range.begin; t < entity.range.end; ++t)
    mixed = (mixed ^ layers.tokens[t].word.value()) * 16777619u;
  return {5, mixed, entity.range.size()};
}

struct IdentityHash {
  size_t operator()(const std::tuple<int, uint32_t, uint32_t>& identity) const {
    const auto& [kind, index, size] = identity;
    return (static_cast<size_t>(index) * 8 + static_cast<size_t>(kind)) * 31 + size;
  }
};

}  // namespace

void ListEntities(const WordTable& words, const Layers& layers, const Syntax& syntax,
                  std::vector<Entity>* entities) {
  const RuleSet& rules = words.rules();
  entities->clear();
  std::vector<bool> taken(layers.tokens.size());
  const auto free = [&](TokenRange range) {
    for (TokenIndex t = range.begin; t < range.end; ++t)
      if (taken[t]) return false;
    return !range.empty();
  };
  const auto add = [&](Entity entity) {
    if (!free(entity.range)) return;
    std::fill(taken.begin() + entity.range.begin, taken.begin() + entity.range.end, true);
    entities->push_back(entity);
  };
  const TermSet& crowns = rules.List("royal_titles");
  for (const NameMention& mention : syntax.names) {
    Entity entity;
    entity.range = mention.name;
    // "King Hussein", whom the lexicon has so
    while (entity.range.size() > 1 &&
           crowns.count(words[layers.tokens[entity.range.begin].word].term) != 0)
      ++entity.range.begin;
    entity.kind = Entity::Kind::kPerson;
    entity.person = mention.person;
    add(entity);
  }
  const std::vector<LexiconHit>& hits = layers.lexicon_hits;
  TokenIndex covered = 0;
  for (size_t h = 0; h < hits.size();) {
    size_t best = h, next = h;
    for (; next < hits.size() && hits[next].begin == hits[h].begin; ++next) {
      if (RankOf(hits[next].kind) > RankOf(hits[best].kind)) {
        best = next;
      }
    }
    if (hits[best].begin >= covered && RankOf(hits[best].kind) > 0) {
      covered = hits[best].end;
      add(OfHit(rules, hits[best]));
    }
    h = next;
  }
  // Bodies that no list has: "the Ministry of Health", "Velanox Group".
  for (const NounPhrase& phrase : syntax.phrases) {
    if (phrase.reading != Reading::kOrganization || phrase.organization != NounPhrase::kNone)
      continue;
    TokenRange range = phrase.range;
    const auto named = [&](TokenIndex t) { return words[layers.tokens[t].word].Has(kCapital); };
    for (NounPhraseId of = phrase.of; of.valid(); of = syntax[of].of) {
      if (!named(syntax[of].head)) break;
      range.end = syntax[of].range.end;
    }
    while (range.begin < range.end && !named(range.begin)) ++range.begin;
    while (range.begin < range.end && !named(range.end - 1)) --range.end;
    if (range.empty()) continue;
    // "the Office", "the Board": a word of the language alone names no body.
    if (range.size() == 1 && words[layers.tokens[range.begin].word].Hints(kInDictionary)) continue;
    Entity entity;
    entity.range = range;
    entity.kind = Entity::Kind::kOrganization;
    add(entity);
  }
  std::sort(entities->begin(), entities->end(),
            [](const Entity& a, const Entity& b) { return a.range.begin < b.range.begin; });
  std::unordered_map<std::tuple<int, uint32_t, uint32_t>, uint32_t, IdentityHash> first;
  for (uint32_t i = 0; i < entities->size(); ++i)
    (*entities)[i].first = first.emplace(IdentityOf(layers, (*entities)[i]), i).first->second;
}

}  // namespace telex
