// The score, with small invented gold.

#include "pipeline/score/scorer.h"

#include <string>

#include "pipeline/score/name_match.h"
#include "pipeline/score/report.h"
#include "tests/catch.h"

namespace telex {
namespace {

GoldEvent Gold(std::string type, ScoredActors source, ScoredActors target) {
  GoldEvent gold;
  gold.types = {std::move(type)};
  gold.source = std::move(source);
  gold.target = std::move(target);
  return gold;
}

ScoredEvent Found(std::string type, ScoredActors source, ScoredActors target) {
  ScoredEvent found;
  found.type = std::move(type);
  found.source = std::move(source);
  found.target = std::move(target);
  found.rule = found.type + "/rule";
  return found;
}

const ScoredActor kAda = {{"Ada Lund", "Lund"}, "NOR"};
const ScoredActor kBo = {{"Bo Chen", "Chen"}, "SGP"};
const ScoredActor kCia = {{"Cia Rossi"}, "ITA"};

Score Run(std::vector<GoldEvent> gold, std::vector<ScoredEvent> found,
          std::set<std::string> types = {}) {
  return ScoreEvents({{"d", std::move(gold)}}, {{"d", std::move(found)}},
                     {.types = std::move(types), .symmetric = UsualSymmetricTypes()});
}

Counts At(const Score& score, Level level) { return score.levels[static_cast<size_t>(level)]; }

bool Accepts(const char* gold, const char* found) {
  return NameMatch(gold).Accepts(NameMatch(found));
}

TEST_CASE("names are the same but for titles, marks and a few words", "[score]") {
  CHECK(Accepts("Bo Chen", "President Bo Chen"));
  CHECK(Accepts("Ibrahima Sow-Baldé", "ibrahima sow balde"));
  CHECK(Accepts("United Nations", "the United Nations"));
  CHECK(Accepts("U.N.", "UN"));
  CHECK(Accepts("Norway", "Norway's"));
  CHECK(Accepts("Ada Lund", "Lund"));
  CHECK_FALSE(Accepts("Ada Lund", "Ada"));
  CHECK(Accepts("officials", "two very senior Norwegian officials"));
  CHECK_FALSE(Accepts("Norway", "Norway one two three four"));
  CHECK(Accepts("the president", "President"));
  CHECK_FALSE(Accepts("Norway", ""));
}

TEST_CASE("a right event counts at every level", "[score]") {
  const Score score = Run({Gold("praise", {kAda}, {kBo})}, {Found("praise", {kAda}, {kBo})});
  for (const Counts& counts : score.levels) {
    CHECK(counts.right == 1);
    CHECK(counts.F1() == Approx(1.0));
  }
  REQUIRE(score.by_rule.size() == 1);
  CHECK(score.by_rule[0].second.right == 1);
  CHECK(score.errors.empty());
}

TEST_CASE("each level asks for its own", "[score]") {
  GoldEvent gold = Gold("praise", {kAda}, {kBo});
  gold.date = "2025-03";
  ScoredEvent found = Found("praise", {{{"Lund", ""}, "NOR"}}, {kBo});
  found.date = "2025-04-01";
  const Score score = Run({gold}, {found});
  CHECK(At(score, Level::kEvent).right == 1);
  CHECK(At(score, Level::kNamed).right == 1);  // a surname ends like the full name
  CHECK(At(score, Level::kFull).right == 0);
  CHECK(score.date.all == 1);
  CHECK(score.date.right == 0);
  const Score others =
      Run({gold}, {Found("praise", {{{"Oslo"}, "NOR"}}, {{{"Singapore"}, "SGP"}})});
  CHECK(At(others, Level::kType).right == 1);
  CHECK(At(others, Level::kEvent).right == 0);
  CHECK(At(others, Level::kDyad).right == 1);
}

TEST_CASE("source and target of a symmetric type are one set", "[score]") {
  CHECK(At(Run({Gold("meeting", {kAda}, {kBo})}, {Found("meeting", {kBo}, {kAda})}), Level::kEvent)
            .right == 1);
  CHECK(At(Run({Gold("praise", {kAda}, {kBo})}, {Found("praise", {kBo}, {kAda})}), Level::kEvent)
            .right == 0);
}

TEST_CASE("one event with two counterparts is worth two with one each", "[score]") {
  const std::vector<GoldEvent> one = {Gold("meeting", {kAda}, {kBo, kCia})};
  const std::vector<GoldEvent> two = {Gold("meeting", {kAda}, {kBo}),
                                      Gold("meeting", {kAda}, {kCia})};
  const Score split = Run(one, {Found("meeting", {kAda}, {kBo}), Found("meeting", {kAda}, {kCia})});
  CHECK(At(split, Level::kEvent).spurious == 0);
  CHECK(At(split, Level::kType).spurious == 1);
  const Score joined = Run(two, {Found("meeting", {kAda}, {kBo, kCia})});
  CHECK(At(joined, Level::kEvent).found == 2);
  CHECK(At(joined, Level::kEvent).missed == 0);
}

TEST_CASE("as many pairs are made as can be", "[score]") {
  // The first gold event takes either; greed would leave the second one without a partner.
  const Score score = Run({Gold("thanks", {kAda}, {}), Gold("thanks", {kAda}, {kBo})},
                          {Found("thanks", {kAda}, {kBo}), Found("thanks", {kAda}, {kCia})});
  CHECK(At(score, Level::kEvent).right == 2);
}

TEST_CASE("an optional event is neither required nor punished", "[score]") {
  GoldEvent optional = Gold("praise", {kAda}, {kBo});
  optional.optional = true;
  CHECK(At(Run({optional}, {}), Level::kEvent).missed == 0);
  CHECK(At(Run({optional}, {Found("praise", {kCia}, {})}), Level::kEvent).spurious == 0);
  CHECK(At(Run({optional}, {Found("thanks", {kCia}, {})}), Level::kEvent).spurious == 1);
}

TEST_CASE("types narrow both sides", "[score]") {
  GoldEvent either = Gold("thanks", {kAda}, {kBo});
  either.types = {"thanks", "praise"};
  const std::vector<ScoredEvent> found = {Found("praise", {kAda}, {kBo}),
                                          Found("praise", {kCia}, {kBo}),
                                          Found("visit", {kCia}, {kBo})};
  const Score score = Run({either, Gold("visit", {kAda}, {})}, found, {"thanks"});
  CHECK(At(score, Level::kEvent).right == 1);
  CHECK(At(score, Level::kEvent).missed == 0);
  CHECK(At(score, Level::kEvent).spurious == 0);
}

TEST_CASE("gold and events are read from JSON Lines", "[score]") {
  const auto gold = ReadGold(
      R"({"doc":"d","events":[{"type":"thanks|praise","source":[{"name":["Ada Lund","Lund"],"country":null}],)"
      R"("target":[],"status":"planned","date":null,"place":"Oslo","quote":"thanked","optional":true}]})"
      "\n\n",
      "gold.jsonl");
  REQUIRE(gold.has_value());
  const GoldEvent& event = gold->at(0).events.at(0);
  CHECK(event.types == std::vector<std::string>{"thanks", "praise"});
  CHECK(event.source.at(0).names.size() == 2);
  CHECK(event.source.at(0).country.empty());
  CHECK(event.date.empty());
  CHECK(event.optional);
  const auto wrong = ReadGold("{\"doc\":\"d\",\"events\":[]}\n{\"doc\":", "gold.jsonl");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error() == "gold.jsonl:2: not a JSON object");
  const auto events =
      ReadScored(R"({"doc":"d","type":"visit","date":{"value":"2025-01-02"},"place":"Oslo"})", "e");
  REQUIRE(events.has_value());
  CHECK(events->at("d").at(0).date == "2025-01-02");
  CHECK(events->at("d").at(0).place == "Oslo");
  CHECK(events->at("d").at(0).status == "actual");
}

}  // namespace
}  // namespace telex
