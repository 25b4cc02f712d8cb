// Sentence boundaries of the awkward kinds: abbreviations, initials, numbers, quotations, brackets,
// lists, ellipses, addresses, names with marks in them, copy that was wrapped by hand. A bar parts
// the sentences, "#" marks a headline. The texts are invented.
#include "shipped_rules.h"

namespace telex {
namespace {

std::string Sentences(std::string_view text) {
  StoryFields fields;
  fields.text = text;
  const Story story(std::move(fields));
  static Scratch scratch;
  ShippedPipeline().Read(story, scratch);
  const Layers& layers = scratch.layers();
  std::string out;
  for (const Sentence& s : layers.sentences) {
    if (!out.empty()) out += " | ";
    if (s.headline) out += "#";
    const uint32_t begin = layers.tokens[s.begin].begin;
    out += story.text().substr(begin, layers.tokens[s.end - 1].end - begin);
  }
  return out;
}

// Lines between paragraphs whose line feed is lost.
constexpr Row kCrossheads[] = {
    {"He left. Oman calls for wider ties with Chad In a meeting with him, Lund said so.",
     "He left. | Oman calls for wider ties with Chad | In a meeting with him, Lund said so."},
    {"He left. ‘Relations have been normal’ He also spoke of trade.",
     "He left. | ‘Relations have been normal’ | He also spoke of trade."},
    {"Ministers discuss border trade Responding to this, Lund said so.",
     "Ministers discuss border trade | Responding to this, Lund said so."},
    {"He wrote in a letter that as a boy I had seen it.",
     "He wrote in a letter that as a boy I had seen it."},
    {"Lund added that \"We have seen it.\"", "Lund added that \"We have seen it.\""},
    {"Support for Schools Across the land was cut.",
     "Support for Schools Across the land was cut."},
    {"The court in The Hague sat.", "The court in The Hague sat."},
    {"He praised the book Under Western Trees.", "He praised the book Under Western Trees."},
};

constexpr Row kAbbreviations[] = {
    {"The case is Ruiz v. Palmer. It is old.", "The case is Ruiz v. Palmer. | It is old."},
    {"It is Doe vs. Roe. It is old.", "It is Doe vs. Roe. | It is old."},
    {"It lies at 12 W. 43rd St. Visitors came.", "It lies at 12 W. 43rd St. | Visitors came."},
    {"They saw Mount St. Helens. It smoked.", "They saw Mount St. Helens. | It smoked."},
    {"Yahoo! Inc. made a loss. Stop! He left.", "Yahoo! Inc. made a loss. | Stop! | He left."},
    {"It rose 3 percent in Oct. Banks fell.", "It rose 3 percent in Oct. | Banks fell."},
    {"In Oct. Marek left.", "In Oct. Marek left."},
    {"Mr. Okafor left. Mrs. Lund stayed.", "Mr. Okafor left. | Mrs. Lund stayed."},
    {"Dr. Lund met Prof. Okafor. They spoke.", "Dr. Lund met Prof. Okafor. | They spoke."},
    {"Gen. Lund and Lt. Col. Okafor left.", "Gen. Lund and Lt. Col. Okafor left."},
    {"Sen. Lund left. Gov. Okafor stayed.", "Sen. Lund left. | Gov. Okafor stayed."},
    {"He works for Velanox Inc. in Oslo.", "He works for Velanox Inc. in Oslo."},
    {"He works for Velanox Inc. He is a clerk.", "He works for Velanox Inc. | He is a clerk."},
    {"He works for Velanox Corp. She does not.", "He works for Velanox Corp. | She does not."},
    {"He lives in the U.S. She lives in Oslo.", "He lives in the U.S. | She lives in Oslo."},
    {"The U.S. Senate voted.", "The U.S. Senate voted."},
    {"The U.S. and Norway voted.", "The U.S. and Norway voted."},
    {"He spoke at the U.N. The hall was full.", "He spoke at the U.N. | The hall was full."},
    {"He spoke at the U.N. General Assembly.", "He spoke at the U.N. General Assembly."},
    {"At 5 p.m. Mr. Okafor went to the bank.", "At 5 p.m. Mr. Okafor went to the bank."},
    {"He left at 5 p.m. Mr. Okafor stayed.", "He left at 5 p.m. | Mr. Okafor stayed."},
    {"He left at 5 p.m. The bank was shut.", "He left at 5 p.m. | The bank was shut."},
    {"He left at 5 p.m. on Monday.", "He left at 5 p.m. on Monday."},
    {"They sell fish, bread, etc. to sailors.", "They sell fish, bread, etc. to sailors."},
    {"They sell fish, bread, etc. The shop is old.",
     "They sell fish, bread, etc. | The shop is old."},
    {"It was Lund vs. Okafor. Lund won.", "It was Lund vs. Okafor. | Lund won.", kTodo},
    {"See No. 5 on the list. It is short.", "See No. 5 on the list. | It is short."},
    {"See art. 7 of the law. It is short.", "See art. 7 of the law. | It is short."},
    {"It lies on St. Helena. It is small.", "It lies on St. Helena. | It is small."},
    {"It came on Jan. 5. It went on Sept. 6.", "It came on Jan. 5. | It went on Sept. 6."},
    {"He met Lund Jr. in Oslo.", "He met Lund Jr. in Oslo."},
    {"He has a Ph.D. in law. He teaches.", "He has a Ph.D. in law. | He teaches."},
    {"Fruits, e.g. Norwegian apples, sold well.", "Fruits, e.g. Norwegian apples, sold well."},
    {"The talks began at 0800 GMT. They failed.", "The talks began at 0800 GMT. | They failed."},
    {"He lives at 5 Elm St. near Oslo.", "He lives at 5 Elm St. near Oslo."},
};

constexpr Row kInitials[] = {
    {"\"No,\" said Lt. Gen. A. P. Warden. He left.",
     "\"No,\" said Lt. Gen. A. P. Warden. | He left."},
    {"It was 39.8 C. Doctors came.", "It was 39.8 C. | Doctors came."},
    {"In 1996 C. Marek left.", "In 1996 C. Marek left."},
    {"J. K. Lund wrote it. He left.", "J. K. Lund wrote it. | He left."},
    {"It was written by J.K. Lund. He left.", "It was written by J.K. Lund. | He left."},
    {"Amina B. Diallo left. She came back.", "Amina B. Diallo left. | She came back."},
    {"So did I. He left.", "So did I. | He left."},
    {"You and I. That is all.", "You and I. | That is all."},
    {"They chose plan B. It failed.", "They chose plan B. | It failed."},
    {"Vitamin C. It helps.", "Vitamin C. | It helps."},
};

constexpr Row kQuotes[] = {
    {"\"It is late.\" He left.", "\"It is late.\" | He left."},
    {"\"It is late,\" he said. \"We go.\"", "\"It is late,\" he said. | \"We go.\""},
    {"\"It is late!\" he said.", "\"It is late!\" he said."},
    {"He said: \"It is late. We go.\" Then he left.",
     "He said: \"It is late. | We go.\" | Then he left."},
    {"“Is it late?” she asked. He nodded.", "“Is it late?” she asked. | He nodded."},
    {"He called it \"a mess.\" She agreed.", "He called it \"a mess.\" | She agreed."},
    {"'It is late.' He left.", "'It is late.' | He left."},
    {"He said 'no.' She left.", "He said 'no.' | She left."},
    {"``It is late.'' He left.", "``It is late.'' | He left."},
    {"\"Stop!\" \"Why?\" \"It is late.\"", "\"Stop!\" | \"Why?\" | \"It is late.\""},
};

constexpr Row kBrackets[] = {
    {"He left (it was late). She stayed.", "He left (it was late). | She stayed."},
    {"He left. (It was late.) She stayed.", "He left. | (It was late.) | She stayed."},
    {"He left (it was late. Very late.) and slept.",
     "He left (it was late. Very late.) and slept."},
    {"He left [sic]. She stayed.", "He left [sic]. | She stayed."},
};

constexpr Row kMarks[] = {
    {"Why? Because. Really!? Yes.", "Why? | Because. | Really!? | Yes."},
    {"He left!! She stayed.", "He left!! | She stayed."},
    {"He waited ... and left.", "He waited ... and left."},
    {"He waited... She left.", "He waited... | She left."},
    {"He waited . . . and left.", "He waited . . . and left."},
    {"He waited . . . . She left.", "He waited . . . . | She left."},
    {"\"I never meant that ....\" She left.", "\"I never meant that ....\" | She left."},
    {"He left.She stayed.", "He left. | She stayed."},
    {"Growth was 3.5 percent in 2.1 years.", "Growth was 3.5 percent in 2.1 years."},
    {"It cost $1.5 million. It was dear.", "It cost $1.5 million. | It was dear."},
    {"It cost $5. It was cheap.", "It cost $5. | It was cheap."},
    {"It cost 5 euros; it was cheap.", "It cost 5 euros; it was cheap."},
    {"Write to a.lund@velanox.no. He answers.", "Write to a.lund@velanox.no. | He answers."},
    {"See www.velanox.no. It is new.", "See www.velanox.no. | It is new."},
    {"See https://velanox.no/a.b?c=d. It is new.", "See https://velanox.no/a.b?c=d. | It is new."},
    {"See pic.velanox.com/ab1. It is new.", "See pic.velanox.com/ab1. | It is new."},
    {"See news.velanox.co.uk. It is new.", "See news.velanox.co.uk. | It is new."},
    {"Velanox.com bought Lund.com. It paid well.", "Velanox.com bought Lund.com. | It paid well."},
    {"Yahoo! shares rose. They fell again.", "Yahoo! shares rose. | They fell again."},
    {"See § 5. It is short.", "See § 5. | It is short."},
    {"He got 95%. She got 5%.", "He got 95%. | She got 5%."},
    {"Version 2.0 came. Version 2.1 did not.", "Version 2.0 came. | Version 2.1 did not."},
};

constexpr Row kLists[] = {
    {"1.) The first item. 2.) The second item.", "1.) The first item. | 2.) The second item."},
    {"1) The first item. 2) The second item.", "1) The first item. | 2) The second item."},
    {"1. The first item. 2. The second item.", "1. The first item. | 2. The second item."},
    {"1. The first item 2. The second item", "1. The first item | 2. The second item"},
    {"1) The first item 2) The second item", "1) The first item | 2) The second item"},
    {"a. The first item b. The second item", "a. The first item | b. The second item"},
    {"• The first item • The second item", "• The first item | • The second item"},
    {"• 9. The first item • 10. The second item", "• 9. The first item | • 10. The second item"},
    {"* The first item\n* The second item", "* The first item | * The second item"},
    {"- The first item\n- The second item", "- The first item | - The second item"},
    {"He came in 3rd. She came in 1st.", "He came in 3rd. | She came in 1st."},
    {"He was born in 1990. She was not.", "He was born in 1990. | She was not."},
    {"The final score was 2. It was low.", "The final score was 2. | It was low."},
};

constexpr Row kWire[] = {
    {"OSLO (AP) -- The envoy left. He is back.", "The envoy left. | He is back."},
    {"OSLO, March 5 (Reuters) - The envoy left.", "The envoy left."},
    {"   The envoy of the republic left the city on Monday evening and\n"
     "flew to Oslo, where he was to meet the minister. The two will\n"
     "Talk about fish.\n   He is back on Friday.",
     "The envoy of the republic left the city on Monday evening and\n"
     "flew to Oslo, where he was to meet the minister. | The two will\n"
     "Talk about fish. | He is back on Friday."},
    {"The envoy left the city on Monday evening and was to meet the\n"
     "Norwegian minister, who had come from the north of the country in a\n"
     "small boat with two others of his office and a doctor. The talks\n"
     "were long.\n\nThey ended late.",
     "The envoy left the city on Monday evening and was to meet the\n"
     "Norwegian minister, who had come from the north of the country in a\n"
     "small boat with two others of his office and a doctor. | The talks\n"
     "were long. | They ended late."},
    {"ENVOY LEAVES FOR OSLO\n\nThe envoy left on Monday for a week of talks.",
     "#ENVOY LEAVES FOR OSLO | The envoy left on Monday for a week of talks."},
};

TEST_CASE("sentences: abbreviations", "[sentences]") {
  CheckRows(kAbbreviations, [](const Row& row) { return Sentences(row.text); });
}
TEST_CASE("sentences: crossheads", "[sentences]") {
  CheckRows(kCrossheads, [](const Row& row) { return Sentences(row.text); });
}
TEST_CASE("sentences: initials", "[sentences]") {
  CheckRows(kInitials, [](const Row& row) { return Sentences(row.text); });
}
TEST_CASE("sentences: quotations", "[sentences]") {
  CheckRows(kQuotes, [](const Row& row) { return Sentences(row.text); });
}
TEST_CASE("sentences: brackets", "[sentences]") {
  CheckRows(kBrackets, [](const Row& row) { return Sentences(row.text); });
}
TEST_CASE("sentences: marks and figures", "[sentences]") {
  CheckRows(kMarks, [](const Row& row) { return Sentences(row.text); });
}
TEST_CASE("sentences: lists", "[sentences]") {
  CheckRows(kLists, [](const Row& row) { return Sentences(row.text); });
}
TEST_CASE("sentences: wire copy", "[sentences]") {
  CheckRows(kWire, [](const Row& row) { return Sentences(row.text); });
}

}  // namespace
}  // namespace telex
