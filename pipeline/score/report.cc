#include "pipeline/score/report.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "pipeline/sinks/json_object.h"

namespace telex {
namespace {

std::string Row(const std::string& name, const Counts& counts) {
  char numbers[96];
  std::snprintf(numbers, sizeof numbers, "%7.3f%7.3f%7.3f%7zu%7zu%9zu\n", counts.Precision(),
                counts.Recall(), counts.F1(), counts.found, counts.missed, counts.spurious);
  constexpr size_t kColumn = 22;
  return name + std::string(name.size() < kColumn ? kColumn - name.size() : 0, ' ') + numbers;
}

std::string FieldLine(const char* name, const FieldCounts& field) {
  if (field.all == 0) return "";
  return std::string(name) + " right in " + std::to_string(field.right) + " of " +
         std::to_string(field.all) + " matched events whose gold has one\n";
}

std::string NamesOf(const ScoredActors& actors) {
  std::string names;
  for (const ScoredActor& actor : actors) {
    if (!names.empty()) names += "+";
    names += actor.names.empty() || actor.names.front().empty() ? "?" : actor.names.front();
  }
  return names.empty() ? "-" : names;
}

std::string TypesOf(const GoldEvent& gold) {
  std::string types;
  for (const std::string& type : gold.types) types += (types.empty() ? "" : "|") + type;
  return types;
}

std::vector<std::pair<std::string, Counts>> MostGoldFirst(
    std::vector<std::pair<std::string, Counts>> rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.second.found + a.second.missed > b.second.found + b.second.missed;
  });
  return rows;
}

void Key(const char* key, std::string* out) {
  if (out->back() != '{' && out->back() != '[') *out += ',';
  AppendJsonString(key, out);
  *out += ':';
}

void AppendCounts(const Counts& counts, std::string* out) {
  char numbers[192];
  std::snprintf(numbers, sizeof numbers,
                "{\"p\":%.6f,\"r\":%.6f,\"f\":%.6f,\"right\":%zu,\"found\":%zu,\"missed\":%zu,"
                "\"spurious\":%zu}",
                counts.Precision(), counts.Recall(), counts.F1(), counts.right, counts.found,
                counts.missed, counts.spurious);
  *out += numbers;
}

void AppendTable(const char* key, const std::vector<std::pair<std::string, Counts>>& rows,
                 std::string* out) {
  Key(key, out);
  *out += '{';
  for (const auto& [name, counts] : rows) {
    Key(name.c_str(), out);
    AppendCounts(counts, out);
  }
  *out += '}';
}

void AppendField(const char* key, const FieldCounts& field, std::string* out) {
  Key(key, out);
  *out +=
      "{\"right\":" + std::to_string(field.right) + ",\"all\":" + std::to_string(field.all) + "}";
}

void AppendError(const ScoreError& error, std::string* out) {
  *out += out->back() == '[' ? "{" : ",{";
  const auto text = [&](const char* key, const std::string& value) {
    Key(key, out);
    AppendJsonString(value, out);
  };
  text("kind", error.missed ? "missed" : "spurious");
  text("doc", error.doc);
  text("type", error.missed ? TypesOf(error.gold) : error.found.type);
  text("source", NamesOf(error.missed ? error.gold.source : error.found.source));
  text("target", NamesOf(error.missed ? error.gold.target : error.found.target));
  text("text", error.missed ? error.gold.quote : error.found.evidence);
  if (!error.missed) text("rule", error.found.rule);
  *out += '}';
}

}  // namespace

std::string ScoreText(const Score& score) {
  std::string text = "level                       P      R     F1  found missed spurious\n";
  for (size_t level = 0; level < kLevels; ++level)
    text += Row(NameOf(static_cast<Level>(level)), score.levels[level]);
  text +=
      FieldLine("date", score.date) + FieldLine("place", score.place) + "\nevent level, by type\n";
  for (const auto& [type, counts] : MostGoldFirst(score.by_type)) text += Row(type, counts);
  if (score.by_rule.empty()) return text;
  auto rules = score.by_rule;
  std::stable_sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
    return a.second.spurious > b.second.spurious;
  });
  text += "\nevent level, by rule                  right spurious\n";
  for (const auto& [rule, counts] : rules) {
    char line[160];
    std::snprintf(line, sizeof line, "%-36s%7zu%9zu\n",
                  rule.empty() ? "(no rule given)" : rule.c_str(), counts.right, counts.spurious);
    text += line;
  }
  return text;
}

std::string ScoreErrorsText(const Score& score) {
  std::string text;
  for (const ScoreError& error : score.errors) {
    if (error.missed) {
      text += "MISSED   " + error.doc + " " + TypesOf(error.gold) + " " +
              NamesOf(error.gold.source) + " -> " + NamesOf(error.gold.target) + ": " +
              error.gold.quote + "\n";
    } else {
      text += "SPURIOUS " + error.doc + " " + error.found.type + " " + NamesOf(error.found.source) +
              " -> " + NamesOf(error.found.target) + ": " + error.found.evidence + " [" +
              error.found.rule + "]\n";
    }
  }
  return text;
}

std::string ScoreJson(const Score& score, bool errors) {
  std::string out = "{";
  Key("levels", &out);
  out += '{';
  for (size_t level = 0; level < kLevels; ++level) {
    Key(NameOf(static_cast<Level>(level)), &out);
    AppendCounts(score.levels[level], &out);
  }
  out += '}';
  AppendField("date", score.date, &out);
  AppendField("place", score.place, &out);
  AppendTable("types", MostGoldFirst(score.by_type), &out);
  AppendTable("rules", score.by_rule, &out);
  if (errors) {
    Key("errors", &out);
    out += '[';
    for (const ScoreError& error : score.errors) AppendError(error, &out);
    out += ']';
  }
  return out + "}\n";
}

}  // namespace telex
