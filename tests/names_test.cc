// People: the title-and-name forms of names.yaml, on its own examples and on a table, and who is
// one person with whom.

#include <algorithm>
#include <string>
#include <vector>

#include "pipeline/examples.h"
#include "pipeline/explain/layer_words.h"
#include "tests/shipped_rules.h"

namespace telex {
namespace {

// The people of a story in the order of their first mention: "Amina Diallo (Foreign Minister, KEN)
// x2".
std::string People(std::string_view text) {
  const RunStory run(text);
  const StoryView view = run.scratch.view();
  const LayerWords words(run.story, view, ShippedPipeline().rules());
  std::vector<PersonId> order;
  for (size_t p = 0; p < view.syntax.people.size(); ++p) order.push_back(PersonId(p));
  std::stable_sort(order.begin(), order.end(), [&](PersonId a, PersonId b) {
    return view.syntax.people[a.value()].first < view.syntax.people[b.value()].first;
  });
  std::string lines;
  for (PersonId id : order) {
    const StoryPerson& person = view.syntax.people[id.value()];
    const auto mentions = std::count_if(view.syntax.names.begin(), view.syntax.names.end(),
                                        [&](const NameMention& name) { return name.person == id; });
    if (mentions == 0) continue;
    std::string about = words.Text(person.title);
    const std::string country = words.Country(person.country);
    if (!about.empty() && !country.empty()) about += ", ";
    about += country;
    lines += (lines.empty() ? "" : " | ") + words.Text(person.name);
    if (!about.empty()) lines += " (" + about + ")";
    if (mentions > 1) lines += " x" + std::to_string(mentions);
  }
  return lines.empty() ? "nobody" : lines;
}

constexpr Row kTitles[] = {
    // Title before the name.
    {"Kenyan Foreign Minister Achieng Odhiambo spoke.", "Achieng Odhiambo (Foreign Minister, KEN)"},
    {"Kenya's foreign minister Achieng Odhiambo spoke.",
     "Achieng Odhiambo (foreign minister, KEN)"},
    {"Acting Kenyan Foreign Minister Achieng Odhiambo spoke.",
     "Achieng Odhiambo (Acting Kenyan Foreign Minister, KEN)"},
    {"Former Kenyan President Achieng Odhiambo spoke.",
     "Achieng Odhiambo (Former Kenyan President, KEN)"},
    {"Peru's Deputy Prime Minister Rosa Quispe spoke.", "Rosa Quispe (Deputy Prime Minister, PER)"},
    {"Defense Minister Rosa Quispe spoke.", "Rosa Quispe (Defense Minister)"},
    {"The Minister of Culture of Peru, Rosa Quispe, spoke.",
     "Rosa Quispe (Minister of Culture, PER)"},
    {"President Esteban Quiroga of Colombia spoke.", "Esteban Quiroga (President, COL)"},
    {"Deputy Foreign Minister for Political Affairs Arman Tehrani spoke.",
     "Arman Tehrani (Deputy Foreign Minister for Political Affairs)"},
    {"Kuwait's Prime Minister Sheikh Nasser bin Khalid Al Sabah spoke.",
     "Nasser bin Khalid Al Sabah (Prime Minister, KWT)"},
    {"Japanese Prime Minister and Foreign Minister Kenji Mori spoke.",
     "Kenji Mori (Prime Minister and Foreign Minister, JPN)"},
    {"The Kenyan foreign minister, Achieng Odhiambo, spoke.",
     "Achieng Odhiambo (foreign minister, KEN)"},
    // The body in front is his, the office is the word behind it.
    {"IRGC Commander Omid Razavi spoke.", "Omid Razavi (Commander)"},
    // Portfolios that no list has.
    {"Norwegian Fisheries Minister Lars Berge spoke.", "Lars Berge (Fisheries Minister, NOR)"},
    {"The Minister of Youth and Sports, Kofi Asante, spoke.",
     "Kofi Asante (Minister of Youth and Sports)"},
    {"Bolivian Deputy Minister of Coca and Rural Development Juan Mamani spoke.",
     "Juan Mamani (Deputy Minister of Coca and Rural Development, BOL)"},
    // Apposition.
    {"Hiroshi Mori, Japan's trade minister, spoke.", "Hiroshi Mori (trade minister, JPN)"},
    {"Farid Nazari, the Iranian foreign minister, spoke.", "Farid Nazari (foreign minister, IRN)"},
    {"Farid Nazari, the Acting Minister of Foreign Affairs of Iran, spoke.",
     "Farid Nazari (Acting Minister of Foreign Affairs, IRN)"},
    {"Kenji Mori, prime minister of Japan, spoke.", "Kenji Mori (prime minister, JPN)"},
    // Heads and spokesmen of bodies.
    {"The head of the IAEA, Rafael Benitez, spoke.", "Rafael Benitez (head)"},
    {"NATO Secretary General Ingrid Solberg spoke.", "Ingrid Solberg (Secretary General)"},
    {"UN Secretary-General Ingrid Solberg spoke.", "Ingrid Solberg (Secretary-General)"},
    {"Foreign Ministry spokesman Arman Tehrani spoke.",
     "Arman Tehrani (Foreign Ministry spokesman)"},
    {"Iran's Foreign Ministry spokesman Arman Tehrani spoke.",
     "Arman Tehrani (Foreign Ministry spokesman, IRN)"},
    {"EU foreign policy chief Marta Kovacs spoke.", "Marta Kovacs (EU foreign policy chief)"},
    // The counterpart, and who speaks for a country of his own.
    {"Amina Diallo met her Turkish counterpart, Kemal Aydin.", "Amina Diallo | Kemal Aydin (TUR)"},
    {"Amina Diallo met her counterpart from Chile, Diego Rojas.",
     "Amina Diallo | Diego Rojas (CHL)"},
    {"Amina Diallo met Kemal Aydin, her Turkish counterpart.", "Amina Diallo | Kemal Aydin (TUR)"},
    // Former bugs, and those that still stand.
    {"Malaysia's plantation industries and commodities minister, Tan Wei Ling, spoke.",
     "Tan Wei Ling (plantation industries and commodities minister, MYS)", kTodo},
    {"Rosa Quispe, who is Peru's foreign minister, spoke.", "Rosa Quispe (foreign minister, PER)",
     kTodo},
    {"Rosa Quispe, 61, the president of Peru, spoke.", "Rosa Quispe (president, PER)", kTodo},
    {"Arman Tehrani, spokesman for Iran's Foreign Ministry, spoke.",
     "Arman Tehrani (spokesman, IRN)"},
    {"Norway's ambassador to Kenya, Ingrid Solberg, spoke.", "Ingrid Solberg (ambassador, NOR)",
     kTodo},
    {"The speaker of Iran's parliament, Farid Nazari, spoke.", "Farid Nazari (speaker, IRN)"},
    // A list after an apposition is two people.
    {"Kemal Aydin, Foreign Minister Diego Rojas and Amina Diallo spoke.",
     "Kemal Aydin | Diego Rojas (Foreign Minister) | Amina Diallo"},
    {"Kenyan Foreign Minister Achieng Odhiambo and Peru's Rosa Quispe spoke.",
     "Achieng Odhiambo (Foreign Minister, KEN) | Rosa Quispe (PER)", kTodo},
};

constexpr Row kShapes[] = {
    {"Omani Foreign Minister Salim al-Harthy spoke.", "Salim al-Harthy (Foreign Minister, OMN)"},
    {"Omani Foreign Minister Salim bin Hamad Al Harthy spoke.",
     "Salim bin Hamad Al Harthy (Foreign Minister, OMN)"},
    {"Dutch Finance Minister Joost van der Meulen spoke.",
     "Joost van der Meulen (Finance Minister, NLD)"},
    {"Brazilian President Paulo da Silva Prado spoke.", "Paulo da Silva Prado (President, BRA)"},
    {"U.S. Senator J. T. Whitlock spoke.", "J. T. Whitlock (Senator, USA)"},
    {"U.S. Senator John Whitlock Jr. spoke.", "John Whitlock Jr. (Senator, USA)"},
    {"President John Whitlock III spoke.", "John Whitlock III (President)"},
    {"French Foreign Minister Jean-Luc Marchand spoke.",
     "Jean-Luc Marchand (Foreign Minister, FRA)"},
    {"Irish Foreign Minister Aoife O'Donnell spoke.", "Aoife O'Donnell (Foreign Minister, IRL)"},
    {"South Korean Foreign Minister Park Ji-hoon spoke.", "Park Ji-hoon (Foreign Minister, KOR)"},
    {"Lt. Gen. Pedro Amaral spoke.", "Pedro Amaral"},
    {"King Abdullah bin Faisal spoke.", "Abdullah bin Faisal (King)"},
    {"Dr. Ngozi Eze spoke.", "Ngozi Eze"},
    {"Turkish Foreign Minister Çağla Şimşek spoke.", "Çağla Şimşek (Foreign Minister, TUR)"},
    {"Speaking on Monday, Czech Foreign Minister Lukáš Dvořák agreed.",
     "Lukáš Dvořák (Foreign Minister, CZE)"},
    // Former bugs, and those that still stand.
    {"U.S. Secretary of State John R. Whitlock spoke.",
     "John R. Whitlock (U.S. Secretary of State, USA)", kTodo},
};

// Neither a title nor a list tells of them: their words, or what stands around them, does.
constexpr Row kUntitled[] = {
    // A given name first.
    {"Tomislav Berger resigned.", "Tomislav Berger"},
    {"The prize went to Guillermo Jose Quiroga de la Vega.", "Guillermo Jose Quiroga de la Vega"},
    {"Grace Adeyemi resigned.", "Grace Adeyemi"},
    {"Belgium's Jean-Luc Marchand resigned.", "Jean-Luc Marchand (BEL)"},
    {"Jan van der Velde resigned.", "Jan van der Velde"},
    {"Abu Samir resigned.", "Abu Samir"},
    {"Michael Jordan and Dick King resigned.", "Michael Jordan | Dick King"},
    // A surname behind a word of no language.
    {"Zdenowit Kowalski resigned.", "Zdenowit Kowalski"},
    {"Wei-ling Tan resigned.", "Wei-ling Tan"},
    {"Oyelaran Okafor resigned.", "Oyelaran Okafor"},
    // The family name first.
    {"Kim Dok-su and Park Chol-min resigned.", "Kim Dok-su | Park Chol-min"},
    {"Zhang Weiguo resigned.", "Zhang Weiguo"},
    // Initials, particles.
    {"P. Simmons took four wickets.", "P. Simmons"},
    {"Tshelin Q. Dorvath resigned.", "Tshelin Q. Dorvath"},
    {"Tshelin bin Dorvath resigned.", "Tshelin bin Dorvath"},
    // A word for a person before.
    {"The striker Tshelin Dorvath resigned.", "Tshelin Dorvath"},
    {"Striker Tshelin Dorvath resigned.", "Tshelin Dorvath"},
    {"The trainer praised goalkeeper Tshelin Dorvath.", "Tshelin Dorvath"},
    {"Sister Nirmala prayed.", "Nirmala"},
    {"Kenya won, coach Kowalski said.", "Kowalski"},
    // Verbs of saying.
    {"Prices fell, Tshelin Dorvath said.", "Tshelin Dorvath"},
    {"\"Prices fell,\" said Tshelin Dorvath.", "Tshelin Dorvath"},
    // Ages, states, appositions, relatives behind.
    {"Tshelin Dorvath, 43, resigned.", "Tshelin Dorvath"},
    {"Tshelin Dorvath (Kenya) won in two sets.", "Tshelin Dorvath"},
    {"Tshelin Dorvath, a dealer in Lima, resigned.", "Tshelin Dorvath"},
    {"Tshelin Dorvath, who is ill, resigned.", "Tshelin Dorvath"},
    {"Rosa Quispe and Tshelin Dorvath resigned.", "Rosa Quispe | Tshelin Dorvath"},
    // Several states and names in one order.
    {"Rosa Quispe met her Maltese and Cypriot counterparts, Toni Zerafa and Andri Lambrou.",
     "Rosa Quispe | Toni Zerafa (MLT) | Andri Lambrou (CYP)"},
    {"The presidents of Rwanda and Burundi, Vedaste Munyaneza and Cyriaque Bigirimana, agreed.",
     "Vedaste Munyaneza (presidents, RWA) | Cyriaque Bigirimana (presidents, BDI)"},
    // No persons.
    {"Nelson Kowalski Avenue was closed.", "nobody"},
    {"The plane left Charles Kowalski airport.", "nobody"},
    {"Nordwerk Savings said prices fell.", "nobody"},
    {"Hargrove & Sons said prices fell.", "nobody"},
    {"The Charlotte Hornets lost.", "nobody"},
    {"The Bipartisan Infrastructure Law passed.", "nobody"},
    {"Grace Period ended.", "nobody"},
    {"He was Ambassador Extraordinary and Senior Counsel.", "nobody"},
    {"Nordwerk, a maker of pumps, grew.", "nobody"},
    {"Yesterday Dorvath left.", "nobody"},
};

constexpr Row kSame[] = {
    {"Foreign Minister Achieng Odhiambo spoke. Odhiambo left.",
     "Achieng Odhiambo (Foreign Minister) x2"},
    {"Odhiambo spoke. Foreign Minister Achieng Odhiambo left.",
     "Achieng Odhiambo (Foreign Minister) x2"},
    {"President Rosa Quispe spoke. Mr. Diego Quispe left.",
     "Rosa Quispe (President) | Diego Quispe"},
    {"Salim al-Harthy spoke. Al-Harthy left.", "Salim al-Harthy x2"},
    {"Salim al-Harthy spoke. Harthy left.", "Salim al-Harthy x2"},
    {"Paulo da Silva Prado spoke. Prado left.", "Paulo da Silva Prado x2"},
    {"Dutch Finance Minister Joost van der Meulen spoke. Van der Meulen left.",
     "Joost van der Meulen (Finance Minister, NLD) x2"},
    {"Ingrid Solberg spoke. Ms. Solberg's plane left.", "Ingrid Solberg x2"},
    {"South Korean Foreign Minister Park Ji-hoon spoke. Park left.",
     "Park Ji-hoon (Foreign Minister, KOR) x2"},
    {"Kemal Aydin met Mehmet Aydin. Mehmet Aydin left.", "Kemal Aydin | Mehmet Aydin x2"},
    // Former bugs, and those that still stand.
    {"Kenyan Foreign Minister Odhiambo spoke. Achieng Odhiambo left.",
     "Achieng Odhiambo (Foreign Minister, KEN) x2"},
    {"Peru's Rosa Quispe spoke. The foreign minister, Rosa Quispe, left.",
     "Rosa Quispe (foreign minister, PER) x2", kTodo},
};

constexpr Row kNobody[] = {
    {"The Atlantic Council published a study.", "nobody"},
    {"On Monday the river rose.", "nobody"},
    {"The Monday session of the Security Council was short.", "nobody"},
    {"Santiago and Port Moresby are far apart.", "nobody"},
    {"The Suez Canal was closed on Christmas Day.", "nobody"},
    {"The Foreign Minister left.", "nobody"},
    {"Foreign Ministry officials left.", "nobody"},
    {"The United Nations General Assembly opened.", "nobody"},
    {"Saudi Arabia and New Zealand signed.", "nobody"},
    {"The Treaty of Amity was signed in 1955.", "nobody"},
    {"Prime Ministers of the region left.", "nobody"},
    {"The San Pedro River flooded.", "nobody"},
    {"The King Salman Center sent tents.", "nobody"},
    {"Israel's Channel Twelve reported it.", "nobody"},
};

// Names as lists of results and headlines write them, and names in other lengths.
constexpr Row kResults[] = {
    {"Norvik 2 (Dorvath 18, Van Abeske 71 penalty) Tarsk 1 (Qorlin 55)",
     "Dorvath | Van Abeske | Qorlin"},
    {"5 - Dorvath (NVK), Abeske (Tarsk)", "Dorvath | Abeske"},
    {"M. Dorvath c Abeske b Qorlin 41", "M. Dorvath | Abeske | Qorlin"},
    {"A. Dorvath run out 12", "A. Dorvath"},
    {"Bowling: Dorvath 18-4-52-2, Abeske 12-2-47-0", "Dorvath | Abeske"},
    {"The minister met Aldo Dorvath. DORVATH WINS STAGE.", "Aldo Dorvath x2"},
    {"Aldo Dorvath met Joost van der Meulen. He praised van der Meulen.",
     "Aldo Dorvath | Joost van der Meulen x2"},
    {"Lawyer Theodore \"Ted\" Dorvath spoke.", "Theodore \"Ted\" Dorvath (Lawyer)"},
    {"Earl T. Whitlock Jr. spoke.", "Earl T. Whitlock Jr."},
    {"Vice-Premier Tsheltrim Dorvath listened.", "Tsheltrim Dorvath (Vice-Premier)", kTodo},
    {"Iceland's Sigrun Dorvath fired a 66.", "Sigrun Dorvath (ISL)"},
    {"The town lies near St. Dorvath.", "nobody"},
    {"Minister Sona Marek left. S. Marek praised Kenya.", "Sona Marek (Minister) x2"},
    {"S. Marek left. Sona B. Marek praised Kenya.", "Sona B. Marek x2"},
};

// A capitalised name without title or known given name is an actor all the same.
constexpr Row kUnlisted[] = {
    {"Tsheltrim Dorvath praised Qorlin Abeske.", "praise: Tsheltrim Dorvath > Qorlin Abeske"},
    {"Tsheltrim Dorvath met Qorlin Abeske.", "meeting: Qorlin Abeske, Tsheltrim Dorvath"},
    {"Tsheltrim Dorvath arrived. He praised Kenya.", "praise: Tsheltrim Dorvath > Kenya"},
    {"The Atlantic Council praised Kenya.", "praise: Atlantic Council > Kenya"},
    {"Hezbollah praised Kenya.", "praise: Hezbollah > Kenya"},
    {"The Norvik Fishing Company praised Kenya.", "praise: Norvik Fishing Company > Kenya"},
    {"On Monday Dorvath praised Kenya.", "praise: Dorvath > Kenya"},
    // What a body is for belongs to its name; another party does not.
    {"The Ministry of Housing and Forests praised Kenya.",
     "praise: Ministry of Housing and Forests > Kenya"},
    {"The Center for Strategic and Coastal Studies praised Kenya.",
     "praise: Center for Strategic and Coastal Studies > Kenya"},
    {"The Commission on Water and Forests praised Kenya.",
     "praise: Commission on Water and Forests > Kenya"},
    {"Talks between the Front for Reform and Unity and Chad began.",
     "meeting: Chad, Front for Reform and Unity"},
    {"The Ministry of Fisheries and Peru praised Kenya.",
     "praise: Ministry of Fisheries, Peru > Kenya"},
    {"The Ministry of Fisheries and Rosa Quispe praised Kenya.",
     "praise: Ministry of Fisheries, Rosa Quispe > Kenya"},
    // Listed names with small words inside; a state that is no more has its own name.
    {"The Islamic Republic of Iran praised Kenya.", "praise: Iran > Kenya"},
    {"Kenya praised the Joint Chiefs of Staff.", "praise: Kenya > Joint Chiefs of Staff"},
    {"The Soviet Union praised Czechoslovakia.", "praise: Soviet Union > Czechoslovakia"},
    // Former bugs, and those that still stand.
    {"Tsheltrim Dorvath arrived. Dorvath praised Kenya.", "praise: Tsheltrim Dorvath > Kenya",
     kTodo},
    {"Dorvath praised Kenya. Tsheltrim Dorvath left.", "praise: Tsheltrim Dorvath > Kenya", kTodo},
};

TEST_CASE("the examples of the name rules", "[names][shipped]") {
  const RuleSet& rules = ShippedPipeline().rules();
  size_t examples = 0;
  for (const NameRule& rule : rules.names) {
    for (const Example& example : rule.examples) {
      ++examples;
      const RunStory run(example.text);
      const StoryView view = run.scratch.view();
      const LayerWords words(run.story, view, rules);
      std::string found, want;
      for (const auto& [field, value] : example.expect) want += field + "=" + value + ";";
      bool met = false;
      for (const StoryPerson& person : view.syntax.people) {
        std::string one;
        for (const auto& expected : example.expect) {
          const std::string& field = expected.first;
          one += field + "=";
          if (field == "name") one += words.Text(person.name);
          if (field == "title") one += words.Text(person.title);
          if (field == "country") one += words.Country(person.country);
          one += ";";
        }
        met = met || one == want;
        found += one + " ";
      }
      INFO(rule.id << ": " << example.text << "\nfound " << found);
      CHECK(met == (example.kind == Example::Kind::kText));
    }
  }
  CHECK(examples >= rules.names.size());
}

std::string PeopleOf(const Row& row) { return People(row.text); }

TEST_CASE("titles, appositions, heads of bodies", "[names][shipped]") {
  CheckRows(kTitles, PeopleOf);
}
TEST_CASE("shapes of names", "[names][shipped]") { CheckRows(kShapes, PeopleOf); }
TEST_CASE("people without titles", "[names][shipped]") { CheckRows(kUntitled, PeopleOf); }
TEST_CASE("one person under several names", "[names][shipped]") { CheckRows(kSame, PeopleOf); }
TEST_CASE("results, headlines, initials", "[names][shipped]") { CheckRows(kResults, PeopleOf); }
TEST_CASE("what is no person", "[names][shipped]") { CheckRows(kNobody, PeopleOf); }
TEST_CASE("whom no list has, and no title", "[names][shipped]") {
  CheckRows(kUnlisted, [](const Row& row) { return EventLines(row.text); });
}

}  // namespace
}  // namespace telex
