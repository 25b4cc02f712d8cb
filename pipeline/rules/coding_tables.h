// CodingTables: what rules/coding/ says, from events to codes.
//
// Two steps: the rows of cameo.yaml give an event its CAMEO code; a coding (plover-2.0.yaml …)
// gives that code its PLOVER type, mode and contexts. A coding may extend another: its own rows
// come first. In each step the first row wins that fits. Immutable after loading; applied by Coder.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pipeline/rules/diagnostic.h"
#include "pipeline/rules/vocabulary.h"
#include "pipeline/text/id.h"

namespace telex {

using TypeId = Id<struct TypeTag>;

struct CameoCode {
  std::string meaning;
  double goldstein = 0;  // -10 … 10, conflict to cooperation
};

/// A type of ontology.yaml `legal: plover:`. Scores are texts, so that none can be missing ("").
struct PloverType {
  std::string quad;   // "1" … "4"
  std::string score;  // of the type without a mode
  bool needs_recipient = false;
  std::map<std::string, std::string> modes;  // with their scores
};

/// Codes that a coding may give (ontology.yaml `legal:`). Empty: nothing is checked.
struct LegalCodes {
  std::map<std::string, PloverType> types;
  std::set<std::string> contexts;
  std::set<std::string> extensions;
  std::set<std::string> sectors;  // and kinds of organizations
};

/// Where a row looks for words.
enum class CodingWords : uint8_t { kEvent, kTrigger, kUnder, kBy };
inline constexpr size_t kCodingWords = 4;

struct CodingRow {
  static constexpr uint32_t kNoList = 0xffffffffu;
  static constexpr uint8_t kAnyStatus = 0x0f;

  // Conditions; what is empty fits anything.
  std::vector<TypeId> types;
  uint8_t statuses = kAnyStatus;  // bit i: EventStatus i
  std::vector<TypeId> inner;
  std::vector<std::string> target;  // sectors, or "none"
  std::vector<std::string> codes;   // CAMEO codes; "02x" is every code that begins with 02
  std::array<uint32_t, kCodingWords> words = {kNoList, kNoList, kNoList, kNoList};  // CodingLists

  // What the row gives: a CAMEO code, or else what stands for it in PLOVER.
  std::string cameo;
  std::string plover, mode, extension;
  std::vector<std::string> contexts;
  std::string as;  // coded as this CAMEO code; "10x" keeps what the x of `codes` stood for
  SourcePlace place;

  bool unconditional() const;  // but for types, statuses and codes
};

/// Adds a context to an event whose sentence has one of the words.
struct CodingContext {
  std::string context;
  uint32_t list = CodingRow::kNoList;
};

struct Coding {
  std::string name;     // "plover-2.0"
  std::string extends;  // the coding whose rows follow, or ""
  bool by_default = false;
  bool states_of_sentence = false;  // actors without a state take one of their sentence
  std::vector<CodingRow> rows;
  std::vector<CodingContext> contexts;
  SourcePlace place;
};

struct CodingTables {
  std::map<std::string, CameoCode> codes;
  LegalCodes legal;
  std::vector<CodingRow> cameo;                   // events to CAMEO
  std::vector<Coding> codings;                    // CAMEO to PLOVER
  std::vector<std::unordered_set<TermId>> lists;  // of words, that rows name by index

  const Coding* Find(std::string_view name) const;  // "" is the default one
  /// The coding, the one it extends, and so on.
  std::vector<const Coding*> Chain(const Coding& coding) const;
};

/// True where `code` is `pattern`, or begins with what stands before the x of "02x".
bool FitsCode(std::string_view pattern, std::string_view code);
/// The code that a row `cameo: PATTERN, as: AS` puts in the place of `code`: 02x as 10x, 0231 is
/// 1031.
std::string CodedAs(std::string_view as, std::string_view pattern, std::string_view code);

}  // namespace telex
