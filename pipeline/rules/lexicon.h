// Lexicon: what the rules know about the world (countries, organisations, people, offices, places,
// sector words), and the phrases by which text names it.
//
// A phrase is a sequence of TermIds that leads, through PhraseTrie, to one or more entries:
// "ankara" is a capital (place and actor), "turkish" a nationality. Immutable after load; safe to
// share between threads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "pipeline/rules/vocabulary.h"

namespace telex {

enum class EntryKind : uint8_t {
  kCountry,      // Turkey, Republic of Turkey; index -> countries
  kNationality,  // Turkish; index -> countries
  kPeople,       // Turks; index -> countries
  kCapital,  // Ankara, as a place and as the state; index -> countries (and a kPlace entry beside
             // it)
  kSeat,     // Kremlin, White House, Zionist regime: stands for the state; index -> countries
  kOrganization,    // index -> organizations
  kPlace,           // index -> places
  kPerson,          // index -> people
  kOffice,          // foreign minister; index -> offices
  kOfficeModifier,  // acting, deputy, former; index -> office_modifiers
  kHonorific,       // Sheikh, Mr., Lt. Gen.; index unused
  kSector,          // soldiers, protesters; index -> sectors
  kGivenName,       // Ali, Mary: helps to tell a person from a thing; index unused
  kSurname,         // Smith, Kowalski: likewise; index is 1 for those that come first (Kim, Li)
};

/// Kinds as bits.
using KindSet = uint16_t;
constexpr KindSet SetOf(EntryKind kind) {
  return static_cast<KindSet>(1u << static_cast<unsigned>(kind));
}
template <class... Kinds>
constexpr KindSet SetOf(EntryKind kind, Kinds... more) {
  return static_cast<KindSet>(SetOf(kind) | SetOf(more...));
}

using EntryId = Id<struct EntryTag>;

/// How a phrase must be written to count ("US" is not "us", "Turkey" is not "turkey"; of "Trump
/// administration" only the first word needs its capital).
enum class Spelling : uint8_t { kAny, kCapital, kExact, kLeading };

struct LexiconEntry {
  EntryKind kind;
  uint32_t index = 0;
  Spelling spelling = Spelling::kAny;
};

struct Country {
  std::string iso3;  // "TUR"; "KOS" for Kosovo, "EUR" never stands here
  std::string name;  // common English name
  std::string adjective;
  std::string capital;
  uint32_t capital_place = kNone;   // index into Lexicon::places
  std::vector<std::string> called;  // other common names, for stories that have not this one

  static constexpr uint32_t kNone = 0xffffffffu;
};

struct Organization {
  std::string name;
  std::string country;  // ISO 3166 alpha-3, "IGO", "EUR" or empty
  std::string sector;   // PLOVER sector: GOV MIL IGO NGO REB PTY MED …
};

struct Place {
  std::string name;
  std::string country;  // ISO alpha-3 or empty
  double latitude = 0;
  double longitude = 0;
  uint32_t population = 0;
};

struct Tenure {
  std::string office;  // "President of Iran"
  std::string country;
  std::string from;  // ISO date, may be shortened to a year or month; empty is open
  std::string to;
};

struct Person {
  std::string name;  // the fullest form
  std::string country;
  std::vector<Tenure> tenures;
};

struct Office {
  std::string name;    // "Foreign Minister"
  std::string sector;  // GOV, LEG, MIL, JUD, …
  std::vector<std::string> forms;
};

struct Sector {
  std::string code;    // MIL, COP, OPP, REB, CVL, …
  bool people = true;  // a word for people (soldiers), not for a body (army)
};

/// Phrases over TermIds. `Step(kRoot, term)` starts a phrase; nodes hold the entries that end
/// there.
class PhraseTrie {
 public:
  static constexpr uint32_t kRoot = 0;
  static constexpr uint32_t kNone = 0xffffffffu;

  PhraseTrie() : edges_(1024), nodes_(1) {}
  void Add(const std::vector<TermId>& phrase, EntryId entry);
  uint32_t Step(uint32_t node, TermId term) const {
    if (!MayGoOn(nodes_[node].next, term)) return kNone;
    return edges_[CellOf(KeyOf(node, term))].to;
  }
  /// Of a node, for who keeps it: whether MayGoOn says so, Step may go on with a term; else it does
  /// not.
  uint32_t NextOf(uint32_t node) const { return nodes_[node].next; }
  static bool MayGoOn(uint32_t next, TermId term) { return (next & NextBit(term)) != 0; }
  std::span<const EntryId> EntriesAt(uint32_t node) const {
    return std::span(entries_).subspan(nodes_[node].first, nodes_[node].count);
  }

  static auto Parts(auto& it) { return std::tie(it.edges_, it.nodes_, it.entries_); }

 private:
  static constexpr uint64_t kFree = ~uint64_t{0};
  struct Edge {
    uint64_t key = kFree;
    uint32_t to = kNone;
  };
  struct Node {
    // The NextBits of the terms that go on from here: most that are asked for do not.
    uint32_t next = 0;
    uint32_t first = 0, count = 0;  // of `entries_`; there is room for a power of two
  };
  static uint32_t NextBit(TermId term) { return 1u << (term.value() & 31); }
  static uint64_t KeyOf(uint32_t node, TermId term) {
    return (static_cast<uint64_t>(node) << 32) | term.value();
  }
  /// Where `key` stands in `edges_`, or the free cell where it would.
  size_t CellOf(uint64_t key) const {
    const size_t mask = edges_.size() - 1;
    size_t at = static_cast<size_t>((key * 0x9e3779b97f4a7c15ull) >> 32) & mask;
    while (edges_[at].key != key && edges_[at].key != kFree) at = (at + 1) & mask;
    return at;
  }

  // Every token that can go on with a phrase asks here: one table, open addressing, a power of two,
  // at most half full.
  std::vector<Edge> edges_;
  std::vector<Node> nodes_;
  std::vector<EntryId> entries_;
};

struct Lexicon {
  std::vector<LexiconEntry> entries;  // by EntryId
  PhraseTrie phrases;
  std::vector<Country> countries;
  std::vector<Organization> organizations;
  std::vector<Place> places;
  std::vector<Person> people;
  std::vector<Office> offices;
  std::vector<std::string> office_modifiers;
  std::vector<Sector> sectors;

  /// The country with this ISO alpha-3 code, or nullptr.
  const Country* FindCountry(std::string_view iso3) const;
  std::unordered_map<std::string, uint32_t> country_by_code;
};

}  // namespace telex
