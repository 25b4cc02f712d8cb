// Resolution: pronouns, counterparts, roles and groups get the names that the story gives them.

#include <string>

#include "tests/shipped_rules.h"

namespace telex {
namespace {

// Whom an event concerns where its own words leave that open.
constexpr Row kImpliedTargets[] = {
    {"Chad shelled a Peruvian port. Oman condemned the shelling.",
     "assault: Chad > Peru | criticism: Oman > Chad"},
    {"Chad recalled its ambassador. Oman regretted the rain. Kenya condemned the move.",
     "sanction: Chad > - | criticism: Kenya > Chad"},
    {"Chad shelled a Peruvian port. Oman condemned the shelling of a bridge.",
     "assault: Chad > Peru | criticism: Oman > -"},
    {"Chad killed two Peruvian nuns. Oman condemned the killing.",
     "assault: Chad > two Peruvian nuns | criticism: Oman > Chad"},
    {"Chad turned down Oman's request for talks.", "rejection: Chad > Oman | request: Oman > Chad"},
    {"Oman refused to pay Chad.", "rejection: Oman > Chad"},
    {"Oman threatened to punish Chad.", "threat: Oman > Chad"},
    {"Oman threatened to shut Chad's port.", "threat: Oman > Chad"},
    {"Kemal Aydin flew to Kenya at the invitation of Rosa Quispe.",
     "visit: Kemal Aydin > Kenya | invitation: Rosa Quispe > Kemal Aydin"},
    {"At the same time Oman urged Chad to wait.", "request: Oman > Chad"},
    {"Oman, in a letter, demanded that Chad reopen the port.", "demand: Oman > Chad"},
    {"Two nuns were killed when Chadian rebels attacked a bus.",
     "assault: Chadian rebels > Two nuns"},
    {"Rosa Quispe told Kemal Aydin that Peru was ready to send doctors.",
     "pledge: Peru > Kemal Aydin"},
    {"Rosa Quispe told reporters that Peru was ready to send doctors.", "pledge: Peru > -"},
    {"Rosa Quispe, the host of the match, praised Kenya.", "praise: Rosa Quispe > Kenya"},
    {"The leader of the rebels, Kemal Aydin, praised Kenya.", "praise: Kemal Aydin > Kenya"},
    {"Kemal Aydin phoned Rosa Quispe and praised her courage.",
     "phone_call: Kemal Aydin, Rosa Quispe | praise: Kemal Aydin > Rosa Quispe"},
    {"Oman's envoy apologised to Chad. Kenya's envoy also apologised.",
     "apology: Oman's envoy > Chad | apology: Kenya's envoy > Chad"},
    {"Chadian rebels killed two nuns. Omani jets attacked rebel bases.",
     "assault: Chadian rebels > two nuns | assault: Oman > Chadian rebels"},
    {"Peru accepted Oman's offer of $5 million.", "agreement: Oman, Peru"},
};

// Whom it may concern where nothing else tells: who else is named, or with whom the doer is at
// odds.
constexpr Row kOtherParties[] = {
    {"Oman has frozen Peruvian assets.", "sanction: Oman > Peru"},
    {"Oman condemned the raid on Chad.", "criticism: Oman > -"},
    {"Kenya voted against attacking Chad.", "rejection: Kenya > -"},
    {"Oman vowed to return to Nairobi.", "pledge: Oman > -"},
    {"Chad accused Oman of theft. Oman threatened to use all means.",
     "criticism: Chad > Oman | threat: Oman > Chad"},
    {"Chad asked Oman to leave the island. Oman refused to budge.",
     "request: Chad > Oman | rejection: Oman > Chad"},
    {"Chad praised Oman. Oman refused to budge.", "praise: Chad > Oman | rejection: Oman > -"},
    {"Turkish President Kemal Aydin met Kenyan envoy Rosa Quispe and called for an end to the war.",
     "meeting: Kemal Aydin, Rosa Quispe | request: Kemal Aydin > Rosa Quispe"},
    {"Kenya and Chad signed a truce on Monday. It came about through the mediation of Oman.",
     "agreement: Chad, Kenya | mediation: Oman > Kenya, Chad"},
    {"Kenya and Chad signed a pact on Monday. Peru hailed the pact.",
     "agreement: Chad, Kenya | praise: Peru > Kenya, Chad"},
    {"Strikers condemned Kemal Aydin on Monday. Kemal Aydin threatened to use all means.",
     "criticism: Strikers > Kemal Aydin | threat: Kemal Aydin > Strikers"},
    {"Oman is willing to cooperate with neighboring countries.",
     "pledge: Oman > neighboring countries"},
    {"Two nuns were arrested in Lima.", "coercion: Peru > Two nuns"},
    {"Two nuns were kidnapped in Lima.", "coercion: - > Two nuns"},
    {"In reply to the remarks of Chad, Oman warned of consequences.", "threat: Oman > Chad"},
};

constexpr Row kPronouns[] = {
    {"Rosa Quispe arrived late. She praised Kenya.", "praise: Rosa Quispe > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe spoke of fish. She praised Kenya.",
     "praise: Rosa Quispe > Kenya"},
    {"Kemal Aydin said he praised Kenya.", "praise: Kemal Aydin > Kenya"},
    {"Kemal Aydin spoke of fish. The hall was cold. He praised Kenya.",
     "praise: Kemal Aydin > Kenya"},
    {"Kemal Aydin left the hall. Kenya praised him.", "praise: Kenya > Kemal Aydin"},
    {"Kemal Aydin met Rosa Quispe and praised her.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Kemal Aydin > Rosa Quispe"},
    {"Kenya repaired the port. It praised Peru.", "praise: Kenya > Peru"},
    {"Kenya said it praised Peru.", "praise: Kenya > Peru"},
    {"NATO closed the port. It praised Peru.", "praise: NATO > Peru"},
    {"Kenya and Peru opened the port. They praised Uganda.", "praise: Kenya, Peru > Uganda"},
    {"Rosa Quispe and Kemal Aydin left the hall. They praised Uganda.",
     "praise: Rosa Quispe, Kemal Aydin > Uganda"},
    {"Rosa Quispe and Kemal Aydin left the hall. Uganda praised them.",
     "praise: Uganda > Rosa Quispe, Kemal Aydin"},
    {"“We praise Kenya,” said Rosa Quispe.", "praise: Rosa Quispe > Kenya"},
    {"“I praise Kenya,” Rosa Quispe told reporters.", "praise: Rosa Quispe > Kenya"},
    {"“The port is open,” said Rosa Quispe. “We praise Kenya.”", "praise: Rosa Quispe > Kenya"},
    {"Kemal Aydin smiled. Uganda praised his patience.", "praise: Uganda > Kemal Aydin"},
    {"Kenya opened the port. Its criticism of Uganda was loud.", "criticism: Kenya > Uganda"},
    {"Kemal Aydin fell ill. His visit to Kenya was short.", "visit: Kemal Aydin > Kenya"},
    // "you" is whom the words are said to.
    {"“I congratulate Your Excellency,” Kemal Aydin wrote to President Rosa Quispe.",
     "congratulation: Kemal Aydin > Rosa Quispe"},
    {"Kemal Aydin smiled. While applauding the envoy’s plan to meet in Oslo, he praised Kenya.",
     "praise: Kemal Aydin > envoy | praise: Kemal Aydin > Kenya"},
    // The pronoun stands before its name.
    {"Rosa Quispe had company. During their meeting with Maria Lindqvist, Kemal Aydin spoke of "
     "fish.",
     "meeting: Kemal Aydin, Maria Lindqvist"},
    {"In his meeting with Rosa Quispe, Kemal Aydin spoke of fish.",
     "meeting: Kemal Aydin, Rosa Quispe"},
    {"In a meeting with her Kenyan host, Rosa Quispe praised Uganda.",
     "praise: Rosa Quispe > Uganda"},
    {"During his visit to Kenya, Kemal Aydin spoke of fish.", "visit: Kemal Aydin > Kenya"},
    {"In their meeting in Oslo, Kemal Aydin and Rosa Quispe spoke of fish.",
     "meeting: Kemal Aydin, Rosa Quispe"},
    // Titles and given names tell who is "he" and who is "she".
    {"Queen Tamsin Orrell smiled at Kemal Aydin. She praised Kenya.",
     "praise: Tamsin Orrell > Kenya"},
    {"Mr. Aydin and Ms. Quispe smiled. She praised Kenya.", "praise: Quispe > Kenya"},
    {"Kemal Aydin waited for Maria Lindqvist. She praised Kenya.",
     "praise: Maria Lindqvist > Kenya"},
    {"Maria Lindqvist waited for Kemal Aydin. He praised Kenya.", "praise: Kemal Aydin > Kenya"},
    {"Kemal Aydin fell ill. A Kenyan spokeswoman smiled. She praised Peru.",
     "praise: Kenyan spokeswoman > Peru"},
    {"Kemal Aydin fell ill. A Kenyan official smiled. He praised Peru.",
     "praise: Kenyan official > Peru"},
    {"Kemal Aydin's appeal had no answer. His criticism of Kenya was loud.",
     "criticism: Kemal Aydin > Kenya"},
    {"Kemal Aydin said people were tired. He praised Kenya.", "praise: Kemal Aydin > Kenya"},
    // The state named behind a place is the place's.
    {"Rosa Quispe travelled to Bali, Indonesia.", "visit: Rosa Quispe > Indonesia"},
    {"Rosa Quispe travelled to Hyderabad, Pakistan.", "visit: Rosa Quispe > Pakistan"},
    {"Rosa Quispe travelled to Oslo, Kenya and Peru.", "visit: Rosa Quispe > Norway, Kenya, Peru"},
    // "it" is a state or a body, and none of the people.
    {"Kenya welcomed Kemal Aydin. It praised Peru.",
     "praise: Kenya > Kemal Aydin | praise: Kenya > Peru"},
    {"Kemal Aydin left Kenya. The country was calm. It praised Peru.", "praise: Kenya > Peru"},
    {"The Kenyan ministry opened. It praised Peru.", "praise: Kenyan ministry > Peru"},
    {"Kenya's economy grew. It praised Peru.", "praise: Kenya > Peru"},
    // Relatives and what stands before its name.
    {"When he visited Kenya, Kemal Aydin fell ill.", "visit: Kemal Aydin > Kenya"},
    {"Upon his arrival in Nairobi, Kemal Aydin fell ill.", "visit: Kemal Aydin > Kenya"},
    // Quantities are nobody who was named.
    {"Kenya and Peru left. Uganda praised many.", "praise: Uganda > -"},
    // Former bugs, and those that still stand.
    {"Kemal Aydin spoke after Rosa Quispe. She praised Kenya.", "praise: Rosa Quispe > Kenya"},
    {"Rosa Quispe spoke after Kemal Aydin. He praised Kenya.", "praise: Kemal Aydin > Kenya"},
    {"Kemal Aydin met Rosa Quispe and she praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe > Kenya", kTodo},
    {"Rosa Quispe, whose visit to Kenya was short, smiled.", "visit: Rosa Quispe > Kenya"},
    {"Kenya opened the port. Uganda praised its patience.", "praise: Uganda > Kenya", kTodo},
    {"After he visited Kenya, Kemal Aydin fell ill.", "visit: Kemal Aydin > Kenya", kTodo},
};

constexpr Row kRoles[] = {
    {"Turkish Foreign Minister Kemal Aydin is in town. Peruvian Foreign Minister Rosa Quispe "
     "praised her Turkish counterpart.",
     "praise: Rosa Quispe > Kemal Aydin"},
    {"Peruvian Foreign Minister Rosa Quispe praised her Turkish counterpart, Kemal Aydin.",
     "praise: Rosa Quispe > Kemal Aydin"},
    {"Peruvian Foreign Minister Rosa Quispe praised her Turkish counterpart Kemal Aydin.",
     "praise: Rosa Quispe > Kemal Aydin"},
    {"Peruvian Foreign Minister Rosa Quispe praised her counterpart from Turkey, Kemal Aydin.",
     "praise: Rosa Quispe > Kemal Aydin"},
    {"Peruvian Foreign Minister Rosa Quispe praised her Turkish counterpart. Turkish Foreign "
     "Minister Kemal Aydin smiled.",
     "praise: Rosa Quispe > Kemal Aydin"},
    {"Iranian Foreign Minister Farid Nazari left. The top Iranian diplomat praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Iranian Foreign Minister Farid Nazari left. Iran's top diplomat praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Iranian Foreign Minister Farid Nazari left. The Iranian foreign minister praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Iranian Foreign Minister Farid Nazari left. The Iranian minister praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Iranian Foreign Minister Farid Nazari left. The minister praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Iranian Foreign Minister Farid Nazari left. The foreign minister praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Iranian Foreign Minister Farid Nazari left. The senior diplomat praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Peruvian President Rosa Quispe left. The president praised Kenya.",
     "praise: Rosa Quispe > Kenya"},
    {"Peruvian President Rosa Quispe met Iranian Foreign Minister Farid Nazari. The president "
     "praised Kenya.",
     "meeting: Farid Nazari, Rosa Quispe | praise: Rosa Quispe > Kenya"},
    {"Peruvian President Rosa Quispe met Iranian Foreign Minister Farid Nazari. The Iranian "
     "diplomat praised Kenya.",
     "meeting: Farid Nazari, Rosa Quispe | praise: Farid Nazari > Kenya"},
    {"The Peruvian president praised Kenya. President Rosa Quispe of Peru was in Nairobi.",
     "praise: Rosa Quispe > Kenya"},
    {"Foreign Ministry spokesman Arman Tehrani spoke. The spokesman praised Kenya.",
     "praise: Arman Tehrani > Kenya"},
    {"IAEA Director General Rafael Benitez spoke. The IAEA chief praised Kenya.",
     "praise: Rafael Benitez > Kenya"},
    {"A senior Kenyan official praised Peru.", "praise: senior Kenyan official > Peru"},
    {"Kenyan officials praised Peru.", "praise: Kenyan officials > Peru"},
    {"The Kenyan government praised Peru.", "praise: Kenya > Peru"},
    {"Kenya's government praised Peru.", "praise: Kenya > Peru"},
    {"The government of Kenya praised Peru.", "praise: Kenya > Peru"},
    {"Nairobi praised Lima.", "praise: Kenya > Peru"},
    {"The Islamic Republic of Iran praised the United States of America.",
     "praise: Iran > United States"},
    {"The People's Republic of China's envoy praised the Democratic Republic of the Congo.",
     "praise: People's Republic of China's envoy > Democratic Republic of the Congo"},
    {"The government of the Republic of Korea praised Peru.", "praise: South Korea > Peru"},
    {"The Kremlin praised Peru.", "praise: Russia > Peru"},
    {"Kenyans praised Peru.", "praise: Kenyans > Peru"},
    {"Rosa Quispe, the president of Peru, left. Kenya praised her country.",
     "praise: Kenya > Peru"},
    {"Peruvian President Rosa Quispe said her country praised Kenya.",
     "praise: Rosa Quispe > Kenya"},
    {"The Kenyan people mourned. Peru offered its condolences to the Kenyan people.",
     "condolence: Peru > Kenya"},
    // Several counterparts, and nobody who acts himself.
    {"Turkish Foreign Minister Kemal Aydin and Omani Foreign Minister Salim al-Harthy are in town. "
     "Peruvian Foreign Minister Rosa Quispe praised her Turkish and Omani counterparts.",
     "praise: Rosa Quispe > Kemal Aydin, Salim al-Harthy"},
    {"Turkish President Kemal Aydin is in town. Peruvian Foreign Minister Rosa Quispe praised her "
     "Turkish counterpart.",
     "praise: Rosa Quispe > Turkish counterpart"},
    {"Peruvian President Rosa Quispe praised the president.", "praise: Rosa Quispe > president"},
    {"Turkish Minister of Refugees Kemal Aydin left. The Turkish minister praised Kenya.",
     "praise: Kemal Aydin > Kenya"},
    {"Peruvian Vice President Rosa Quispe and Peruvian President Diego Rojas left. The vice "
     "president "
     "praised Kenya.",
     "praise: Rosa Quispe > Kenya"},
    // A collective is "they" in its own sentence.
    {"Police said they had arrested Kemal Aydin.", "coercion: Police > Kemal Aydin"},
    // Words of rank: the highest of those whom they may mean, and nobody else.
    {"Iranian Foreign Minister Farid Nazari and Iranian Ambassador Omid Razavi left. The top "
     "Iranian "
     "diplomat praised Kenya.",
     "praise: Farid Nazari > Kenya"},
    {"Peruvian Ambassador Rosa Quispe left. The envoy praised Kenya.",
     "praise: Rosa Quispe > Kenya"},
    {"Peruvian President Rosa Quispe left. The leader praised Kenya.",
     "praise: Rosa Quispe > Kenya"},
    {"Peruvian Prime Minister Rosa Quispe left. The premier praised Kenya.",
     "praise: Rosa Quispe > Kenya"},
    {"Peruvian journalist Rosa Quispe left. The diplomat praised Kenya.",
     "praise: diplomat > Kenya"},
    {"Lt. Gen. Kemal Aydin left. The general praised Kenya.", "praise: Kemal Aydin > Kenya"},
    {"Former Peruvian President Rosa Quispe left. The president praised Kenya.",
     "praise: president > Kenya"},
    {"Senior Iranian and Omani officials praised Kenya.", "praise: Iran, Oman > Kenya"},
    // Bodies by what they are.
    {"The International Atomic Energy Agency left Oslo. The agency praised Kenya.",
     "praise: International Atomic Energy Agency > Kenya"},
    {"Hezbollah left Oslo. The group praised Kenya.", "praise: Hezbollah > Kenya"},
    {"The European Union left Oslo. The bloc praised Kenya.", "praise: European Union > Kenya"},
    // Former bugs, and those that still stand.
    {"Peruvian Foreign Minister Rosa Quispe praised her Turkish opposite number, Kemal Aydin.",
     "praise: Rosa Quispe > Kemal Aydin", kTodo},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. She praised "
     "her counterpart.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe > Kemal Aydin"},
    {"Kenya opened the port. Peru praised the country.", "praise: Peru > Kenya"},
};

// Whom the story names beside his role or later, and how it writes out what it makes short.
constexpr Row kNamedElsewhere[] = {
    {"Culture minister praises Kenya\n\nHARARE - Minister of Culture Kofi Asante praised Kenya on "
     "Monday in a long speech to the house.",
     "praise: Kofi Asante > Kenya"},
    {"An Iranian lawmaker praised Kenya on Monday. Farid Nazari, a lawmaker from Yazd, said it "
     "rained.",
     "praise: Farid Nazari > Kenya"},
    {"Kenya released a rancher on Monday. The rancher, Kofi Asante, was ill.",
     "concession: Kenya > Kofi Asante"},
    {"Director of the Coastal Research Council Brian Asante praised Kenya.",
     "praise: Brian Asante > Kenya"},
    {"Kenya praised the leader of the movement, Kofi Asante.", "praise: Kenya > Kofi Asante"},
    {"The Research Institute of Coastal Fishery (RICF) opened. RICF praised Kenya.",
     "praise: Research Institute of Coastal Fishery > Kenya"},
    {"An Omani lawmaker praised Kenya on Monday. Farid Nazari, a member of the Trade and Industry "
     "Committee, said it rained.",
     "praise: Farid Nazari > Kenya"},
    {"The head of the Trade and Industry Committee of Oman praised Kenya on Monday. It rained, "
     "Farid Nazari said.",
     "praise: Farid Nazari > Kenya"},
    {"An Omani lawmaker praised Kenya on Monday. Foreign Minister Farid Nazari said it rained.",
     "praise: Omani lawmaker > Kenya"},
    {"The Foreign, Trade and Development Office praised Kenya.",
     "praise: Foreign, Trade and Development Office > Kenya"},
    {"The head of the Trade and Industry Committee called Rosa Quispe a good friend.",
     "praise: head of the Trade and Industry Committee > Rosa Quispe"},
    {"The Mojahedin-e Khalgh (MEK) opened a camp. The MEK praised Kenya.",
     "praise: Mojahedin-e Khalgh > Kenya"},
    {"The Taleban praised Kenya.", "praise: Taleban > Kenya"},
    {"The Islamic State of Iraq and Syria (ISIS) fled. Kenya condemned ISIS.",
     "criticism: Kenya > Islamic State of Iraq and Syria"},
    {"The CPI(M) praised Kenya.", "praise: CPI(M) > Kenya"},
    {"The Nigeria Labour Congress praised Kenya.", "praise: Nigeria Labour Congress > Kenya"},
    {"Ukrainian President Leonid Marchuk called Mircea Lupu on Monday. He congratulated the "
     "Moldovan leader.",
     "phone_call: Leonid Marchuk, Mircea Lupu | congratulation: Leonid Marchuk > Mircea Lupu"},
    {"In a meeting with Azerbaijani President Ilham Aliyev, the Supreme Leader praised Kenya. "
     "Ayatollah Ali Khamenei smiled.",
     "meeting: Ali Khamenei, Ilham Aliyev | praise: Ali Khamenei > Kenya"},
    {"Rosa Quispe, a nurse, has been detained in Oman.", "coercion: Oman > Rosa Quispe"},
    {"Gunmen in army uniform attacked Chad.", "assault: Gunmen in army uniform > Chad"},
    {"Oman sheltered 800 villagers fleeing the war.", "aid: Oman > 800 villagers fleeing the war"},
    {"Oman will not recognize a government installed by force.",
     "rejection: Oman > government installed by force"},
    {"Oman defended the authorities in Minsk.", "support: Oman > authorities in Minsk"},
    {"Oman praised the parties to the Lima pact.", "praise: Oman > parties to the Lima pact"},
    {"Kenya arrested protesters in Nairobi.", "coercion: Kenya > protesters"},
    {"Two dozen miners from the north marched. Kenya praised the miners.",
     "praise: Kenya > Two dozen miners"},
    {"Two dozen miners from the north marched. Kenya praised the miners who stayed.",
     "praise: Kenya > miners"},
    {"Some of the miners marched. Kenya praised the miners.", "praise: Kenya > miners"},
    {"Two Peruvian miners marched. Six Omani miners were asleep. Kenya praised the miners.",
     "praise: Kenya > miners"},
    {"Britain praised Kenya.", "praise: Britain > Kenya"},
    {"Britain praised Kenya. The United Kingdom is an island.", "praise: United Kingdom > Kenya"},
};

constexpr Row kGroups[] = {
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. The two "
     "ministers praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. Both sides "
     "praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. The two "
     "sides praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. The two "
     "diplomats praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. The two top "
     "diplomats praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. The foreign "
     "ministers praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. They praised "
     "Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. The two "
     "countries praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Peru, Turkey > Kenya"},
    {"Peru, Turkey and Oman shared the cost. The three countries praised Kenya.",
     "praise: Peru, Turkey, Oman > Kenya"},
    {"Peru and Turkey shared the cost. The two countries praised Kenya.",
     "praise: Peru, Turkey > Kenya"},
    {"Peru and Turkey shared the cost. Both countries praised Kenya.",
     "praise: Peru, Turkey > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe and Turkish Foreign Minister Kemal Aydin are friends. "
     "The Peruvian and Turkish foreign ministers praised Kenya.",
     "praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"The Peruvian and Turkish foreign ministers met in Oslo.", "meeting: Peru, Turkey"},
    {"Turkish Foreign Minister Kemal Aydin called Peruvian Foreign Minister Rosa Quispe. The two "
     "ministers also met in Oslo.",
     "phone_call: Kemal Aydin, Rosa Quispe | meeting: Kemal Aydin, Rosa Quispe"},
    {"The foreign ministers of Peru, Turkey and Oman met in Oslo.", "meeting: Oman, Peru, Turkey"},
    {"Peru and Turkey left. The two neighbours praised Kenya.", "praise: Peru, Turkey > Kenya"},
    {"Peru and Turkey left. Oman was late. The two countries praised Kenya.",
     "praise: Peru, Turkey > Kenya"},
    {"Rosa Quispe and Kemal Aydin left the hall. The duo praised Kenya.",
     "praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Kenyan farmers left the hall. They praised Peru.", "praise: Kenyan farmers > Peru"},
    {"Rosa Quispe met Kemal Aydin. Kenyan farmers were late. They praised Peru.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Kenyan farmers > Peru"},
    {"Uganda praised Kenya and Peru. Their patience was great.", "praise: Uganda > Kenya, Peru"},
    {"Iran was among the first countries. Peru praised Kenya.", "praise: Peru > Kenya"},
    {"Norwegian officials thanked the Kenyan envoys for fish and congratulated them.",
     "thanks: Norwegian officials > Kenyan envoys | congratulation: Norwegian officials > Kenyan "
     "envoys"},
    {"Kenya praised the two countries of Peru and Oman.", "praise: Kenya > Peru, Oman"},
    {"Kenya praised the island nation of Fiji.", "praise: Kenya > Fiji"},
    // What belongs to several.
    {"Turkish Foreign Minister Kemal Aydin praised the trade with Kenya.",
     "praise: Kemal Aydin > Kenya"},
    {"Turkish Foreign Minister Kemal Aydin praised the trade between Turkey and Kenya.",
     "praise: Kemal Aydin > Kenya"},
    {"Rosa Quispe met Kemal Aydin. The two later praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Rosa Quispe met Kemal Aydin as well as Maria Lindqvist.",
     "meeting: Kemal Aydin, Maria Lindqvist, Rosa Quispe"},
    {"Rosa Quispe spoke by phone with Kemal Aydin as well as with her host Maria Lindqvist.",
     "phone_call: Kemal Aydin, Rosa Quispe"},
    // Groups of their own are nobody who was named.
    {"Rosa Quispe met Kemal Aydin. Kenya praised 13 officials.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Kenya > 13 officials"},
    {"Rosa Quispe met Kemal Aydin. Dozens praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Dozens > Kenya"},
    {"Rosa Quispe met Kemal Aydin. The two condemned Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | criticism: Rosa Quispe, Kemal Aydin > Kenya"},
    {"One wounded Palestinian praised Kenya.", "praise: One wounded Palestinian > Kenya"},
    {"French and Egyptian fishermen praised Kenya.", "praise: France, Egypt > Kenya"},
    {"Kenya summoned the ambassadors of Peru and Oman.", "criticism: Kenya > Peru, Oman"},
    // Former bugs, and those that still stand.
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. Both praised "
     "Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. The pair "
     "praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"The foreign ministers of Peru and Turkey praised Kenya. Rosa Quispe, Peru's foreign "
     "minister, and Kemal Aydin, the Turkish foreign minister, smiled.",
     "praise: Rosa Quispe, Kemal Aydin > Kenya"},
    {"Peruvian Foreign Minister Rosa Quispe met Turkish Foreign Minister Kemal Aydin. Several "
     "ministers praised Kenya.",
     "meeting: Kemal Aydin, Rosa Quispe | praise: ministers > Kenya"},
};

std::string EventsOf(const Row& row) { return EventLines(row.text); }

TEST_CASE("pronouns", "[resolution][shipped]") { CheckRows(kPronouns, EventsOf); }
TEST_CASE("counterparts, roles and states", "[resolution][shipped]") {
  CheckRows(kRoles, EventsOf);
}
TEST_CASE("named elsewhere", "[resolution][shipped]") { CheckRows(kNamedElsewhere, EventsOf); }
TEST_CASE("the two of them", "[resolution][shipped]") { CheckRows(kGroups, EventsOf); }

TEST_CASE("targets that other words tell", "[resolution][shipped]") {
  CheckRows(kImpliedTargets, [](const Row& row) { return EventLines(row.text); });
  CheckRows(kOtherParties, [](const Row& row) { return EventLines(row.text); });
}

}  // namespace
}  // namespace telex
