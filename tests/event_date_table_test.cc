// When and where: the date and the place that an event takes from its sentence. The stories are
// invented and appeared on Wednesday, 15 May 2024.
#include "tests/shipped_rules.h"

namespace telex {
namespace {

// "meeting 2024-05-13 Nairobi", "-" for what is open; all events in text order.
std::string WhenAndWhere(std::string_view text) {
  const RunStory run(text);
  std::string out;
  for (const Event& event : run.events) {
    if (!out.empty()) out += " | ";
    out += event.type + " " + (event.date.value.empty() ? "-" : event.date.value) + " " +
           (event.place.name.empty() ? "-" : event.place.name);
  }
  return out;
}

TEST_CASE("the date of an event", "[dates]") {
  constexpr Row kRows[] = {
      {"Rosa Quispe met Kemal Aydin on Monday.", "meeting 2024-05-13 -"},
      {"Rosa Quispe will meet Kemal Aydin on Monday.", "meeting 2024-05-20 -"},
      {"Rosa Quispe met Kemal Aydin in April.", "meeting 2024-04 -"},
      {"Rosa Quispe will meet Kemal Aydin in April.", "meeting 2025-04 -"},
      {"Rosa Quispe met Kemal Aydin last week.", "meeting 2024-W19 -"},
      {"Rosa Quispe met Kemal Aydin at 10 a.m. on Monday.", "meeting 2024-05-13 -"},
      // Spans, what repeats and no day in particular date nothing.
      {"Rosa Quispe met Kemal Aydin for two days.", "meeting - -"},
      {"Rosa Quispe met Kemal Aydin every Friday.", "meeting - -"},
      {"Rosa Quispe recently met Kemal Aydin.", "meeting - -"},
      {"Rosa Quispe met Kemal Aydin in the 1990s.", "meeting - -"},
      // The day of what is said, and the day on which it is said.
      {"The ministry reported on Friday that Rosa Quispe will visit Kenya.", "visit - Kenya"},
      {"Kenya said on Monday that it is ready to help Peru.", "pledge 2024-05-13 -"},
      {"Rosa Quispe looks forward to welcoming President Kemal Aydin of Turkey to Lima on June 26.",
       "visit 2024-06-26 Lima"},
      {"Rosa Quispe spoke of fish on Monday. In a phone call with Kemal Aydin, she spoke of ports.",
       "phone_call 2024-05-13 -"},
      {"Rosa Quispe spoke of fish. In a phone call with Kemal Aydin, she spoke of ports.",
       "phone_call - -"},
      {"The ministry said that Rosa Quispe visited Kenya on Monday.", "visit 2024-05-13 Kenya"},
  };
  CheckRows(kRows, [](const Row& row) { return WhenAndWhere(row.text); });
}

TEST_CASE("the place of an event", "[dates]") {
  constexpr Row kRows[] = {
      {"Rosa Quispe met Kemal Aydin in Nairobi.", "meeting - Nairobi"},
      {"NAIROBI, May 14 (XYZ) - Rosa Quispe met Kemal Aydin.", "meeting - -"},
      {"Rosa Quispe praised Kenya at a summit in Oslo.", "praise - Oslo", kTodo},
      {"At a summit in Oslo, Rosa Quispe praised Kenya.", "praise - Oslo"},
      {"Rosa Quispe praised the work of Kenya in Somalia.", "praise - -", kTodo},
  };
  CheckRows(kRows, [](const Row& row) { return WhenAndWhere(row.text); });
}

}  // namespace
}  // namespace telex
