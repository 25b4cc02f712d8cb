// Checks that coding tables are whole: each type has a CAMEO code in every status, each code that
// an event can get has a row in every coding, and no row stands behind one that takes all its
// events.

#include <algorithm>

#include "pipeline/rules/load.h"
#include "pipeline/rules/suggest.h"

namespace telex {
namespace {

template <class T>
bool Covers(const std::vector<T>& wide, const std::vector<T>& narrow) {
  if (wide.empty()) return true;
  if (narrow.empty()) return false;
  return std::all_of(narrow.begin(), narrow.end(), [&](const T& one) {
    return std::find(wide.begin(), wide.end(), one) != wide.end();
  });
}

bool CoversCodes(const CodingRow& wide, const CodingRow& narrow) {
  if (wide.codes.empty()) return true;
  return !narrow.codes.empty() &&
         std::all_of(narrow.codes.begin(), narrow.codes.end(), [&](const std::string& code) {
           return std::any_of(wide.codes.begin(), wide.codes.end(),
                              [&](const std::string& one) { return FitsCode(one, code); });
         });
}

bool CoversWords(const CodingTables& tables, uint32_t wide, uint32_t narrow) {
  if (wide == CodingRow::kNoList || wide == narrow) return true;
  if (narrow == CodingRow::kNoList) return false;
  const auto& list = tables.lists[wide];
  return std::all_of(tables.lists[narrow].begin(), tables.lists[narrow].end(),
                     [&](TermId term) { return list.count(term) != 0; });
}

/// True where every event that fits `narrow` fits `wide`.
bool Covers(const CodingTables& tables, const CodingRow& wide, const CodingRow& narrow) {
  if ((narrow.statuses & ~wide.statuses) != 0) return false;
  for (size_t i = 0; i < kCodingWords; ++i)
    if (!CoversWords(tables, wide.words[i], narrow.words[i])) return false;
  return Covers(wide.types, narrow.types) && Covers(wide.inner, narrow.inner) &&
         Covers(wide.target, narrow.target) && CoversCodes(wide, narrow);
}

void ReportUnreached(Loading& loading, const std::vector<CodingRow>& rows) {
  const CodingTables& tables = loading.rules.coding;
  for (size_t i = 0; i < rows.size(); ++i)
    for (size_t before = 0; before < i; ++before) {
      if (!Covers(tables, rows[before], rows[i])) continue;
      loading
          .Report("R094", rows[i].place, "no event reaches this row",
                  "the first row that fits is taken: put the special ones first")
          .labels.push_back({rows[before].place, "this row takes them all"});
      break;
    }
}

void CheckTypes(Loading& loading) {
  const std::vector<CodingRow>& rows = loading.rules.coding.cameo;
  for (size_t type = 0; type < loading.rules.types.size(); ++type)
    for (unsigned status = 0; status < StatusNames().size(); ++status) {
      const auto takes = [&](const CodingRow& row) {
        return row.unconditional() && (row.statuses >> status & 1) != 0 &&
               std::find(row.types.begin(), row.types.end(), TypeId(type)) != row.types.end();
      };
      if (std::any_of(rows.begin(), rows.end(), takes)) continue;
      loading.Report("R093", {loading.files.PathOf("coding/cameo.yaml"), 1, 1, 1},
                     loading.rules.types[type].name + " has no CAMEO code in the status " +
                         StatusNames()[status],
                     "end the rows of a type with one that has no condition");
    }
}

/// The code that `row` puts in the place of `code`.
bool HasRow(const std::vector<const Coding*>& chain, const std::string& code, int depth = 0) {
  for (const Coding* coding : chain)
    for (const CodingRow& row : coding->rows) {
      if (!row.unconditional() || !row.types.empty() || row.statuses != CodingRow::kAnyStatus)
        continue;
      for (const std::string& pattern : row.codes)
        if (FitsCode(pattern, code))
          return row.as.empty() || (depth == 0 && HasRow(chain, CodedAs(row.as, pattern, code), 1));
    }
  return false;
}

void CheckCodes(Loading& loading, const Coding& coding) {
  const CodingTables& tables = loading.rules.coding;
  if (!coding.extends.empty() && tables.Find(coding.extends) == nullptr) {
    std::vector<std::string> names;
    for (const Coding& one : tables.codings)
      if (&one != &coding) names.push_back(one.name);
    loading.Report("R093", coding.place, "there is no coding \"" + coding.extends + "\" to extend")
        .suggestion = Nearest(coding.extends, names);
  }
  const std::vector<const Coding*> chain = tables.Chain(coding);
  std::set<std::string> missing;
  for (const CodingRow& row : tables.cameo)
    if (!row.cameo.empty() && !HasRow(chain, row.cameo)) missing.insert(row.cameo);
  for (const std::string& code : missing)
    loading.Report("R093", coding.place, "coding " + coding.name + " has no row for CAMEO " + code,
                   "an event can get this code; where PLOVER has none, say `plover: none`");
}

}  // namespace

void CheckCoding(Loading& loading) {
  const CodingTables& tables = loading.rules.coding;
  if (tables.codings.empty() && tables.cameo.empty()) return;
  CheckTypes(loading);
  ReportUnreached(loading, tables.cameo);
  for (const Coding& coding : tables.codings) {
    CheckCodes(loading, coding);
    ReportUnreached(loading, coding.rows);
  }
}

}  // namespace telex
