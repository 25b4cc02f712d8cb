// Clauses: the skeleton of a sentence, as a canonical line, whatever its voice.

#include <algorithm>
#include <string>

#include "pipeline/explain/layer_words.h"
#include "tests/shipped_rules.h"

namespace telex {
namespace {

// One clause: "praised(Oman, Kenya; in Muscat)": the verb's head, agent, patient, second object,
// complements. A dash is nobody. Before the verb stand the relation, if it is not a main clause,
// and "not" and the modal.
std::string ClauseLine(const LayerWords& words, const Clause& clause) {
  static constexpr const char* kRelations[] = {
      "", "content ", "relative ", "participle ", "infinitive ", "adjunct ", "and "};
  std::string line = kRelations[static_cast<size_t>(clause.relation)];
  if (clause.introducer.valid()) line += words.Term(clause.introducer) + " ";
  if (clause.verb.negated) line += "not ";
  if (clause.verb.modal.valid()) line += words.Term(clause.verb.modal) + " ";
  line += words.Text(TokenRange{clause.verb.head, clause.verb.head + 1});
  // A word that may be particle or preposition stands with its phrase.
  const auto is_particle = [&](const Complement& one) {
    return one.preposition == clause.verb.particle;
  };
  const bool attached =
      std::any_of(clause.complements.begin(), clause.complements.end(), is_particle);
  if (clause.verb.particle.valid() && !attached) line += " " + words.Term(clause.verb.particle);
  const auto phrase = [&](NounPhraseId id) {
    return id.valid() ? words.Phrase(id) : std::string("-");
  };
  line += "(" + phrase(clause.agent) + ", " + phrase(clause.patient);
  if (clause.second.valid()) line += ", " + phrase(clause.second);
  const bool passive = clause.verb.passive;
  for (const Complement& complement : clause.complements) {
    if (passive && complement.phrase == clause.agent) continue;
    line += "; " + words.Term(complement.preposition) + " " + words.Phrase(complement.phrase);
  }
  return line + ")";
}

std::string Clauses(const Row& row) {
  const RunStory run(row.text);
  const StoryView view = run.scratch.view();
  const LayerWords words(run.story, view, ShippedPipeline().rules());
  std::string lines;
  for (const Clause& clause : view.syntax.clauses)
    lines += (lines.empty() ? "" : " | ") + ClauseLine(words, clause);
  return lines;
}

constexpr Row kClauses[] = {
    {"Oman praised Kenya.", "praised(Oman, Kenya)"},
    {"Oman praised Kenya in Muscat on Monday.", "praised(Oman, Kenya; in Muscat)"},
    {"Kenya was praised by Oman.", "praised(Oman, Kenya)"},
    {"Kenya was praised in Muscat.", "praised(-, Kenya; in Muscat)"},
    {"Oman gave Kenya a bridge.", "gave(Oman, a bridge; to Kenya)"},
    {"Kenya was given a bridge by Oman.", "given(Oman, a bridge; to Kenya)"},
    {"Oman gave Kenya 40 trucks.", "gave(Oman, 40 trucks; to Kenya)"},
    {"Oman fired rockets and drones at Chad.", "fired(Oman, rockets; at Chad)"},
    {"Oman received the rebels and talks with Chad were held.",
     "received(Oman, the rebels) | held(-, talks; with Chad)"},
    {"Mr. Taha reviewed with the Kenyan prime minister bilateral ties.",
     "reviewed(Mr. Taha, bilateral ties; with the Kenyan prime minister)"},
    {"Oman has for years rejected the plan.", "rejected(Oman, the plan)"},
    {"Oman condemned, in the strongest terms, the raid.",
     "condemned(Oman, the raid; in the strongest terms)"},
    {"Oman left, after talks in Nairobi, Chad said.",
     "left(Oman, -; after talks; in Nairobi) | said(Chad, -)"},
    {"Oman supplies Kenya with badly needed medical goods.",
     "supplies(Oman, Kenya; with needed medical goods)"},
    {"Oman will on Monday meet Chad.", "will meet(Oman, Chad)"},
    {"Oman has in recent weeks repeatedly rejected the plan.", "rejected(Oman, the plan)"},
    {"In his talks with the Kenyan prime minister, Mr. Taha promised a port.",
     "promised(Mr. Taha, a port; in talks; with the Kenyan prime minister)"},
    {"The minister, who called the raid \"a disgrace,\" told reporters that Chad left.",
     "relative called(The minister, the raid, a disgrace) | told(The minister, reporters) | "
     "content left(Chad, -)"},
    {"Talks between the government and its foes ended.",
     "ended(Talks, -; between the government & foes)"},
    {"Dockers joined the strikes that paralysed ports, demanding that Oman leave.",
     "joined(Dockers, the strikes) | relative paralysed(the strikes, ports) | "
     "participle demanding(Dockers, -) | content leave(Oman, -)"},
    {"We urge Oman to leave and call on Chad to stay.",
     "urge(We, Oman) | infinitive leave(Oman, -) | and call(We, -; on Chad) | "
     "infinitive stay(Chad, -)"},
    {"Eight farmers died in an ambush by gunmen.",
     "died(Eight farmers, -; in an ambush; by gunmen)"},
    {"The ministers of defence, who met in Oslo, left.",
     "relative met(The ministers, -; in Oslo) | left(The ministers, -; of defence)"},
    {"The spokesman of the rebels who met in Oslo left.",
     "relative met(the rebels, -; in Oslo) | left(The spokesman, -; of the rebels)"},
    {"In talks with the Kenyan ministers, Mr. Taha promised a port.",
     "promised(Mr. Taha, a port; in talks; with the Kenyan ministers)"},
    {"Chad thanked the visiting Kenyan premier for the port.",
     "thanked(Chad, Kenyan premier; for the port)"},
    {"The bridge that Oman gave Kenya fell.",
     "relative gave(Oman, The bridge; to Kenya) | fell(The bridge, -)"},
    {"Oman told Kenya the truth.", "told(Oman, Kenya, the truth)"},
    {"Oman helped Kenya open the port.", "helped(Oman, Kenya) | infinitive open(Kenya, the port)"},
    {"Oman helped open the port.", "helped(Oman, -) | infinitive open(Oman, the port)"},
    {"Oman has not praised Kenya.", "not praised(Oman, Kenya)"},
    {"Oman may praise Kenya.", "may praise(Oman, Kenya)"},
    {"Oman called off the visit.", "called(Oman, -; off the visit)"},
    {"Oman and Chile praised Kenya.", "praised(Oman & Chile, Kenya)"},
    {"Oman opened the port and praised Kenya.",
     "opened(Oman, the port) | and praised(Oman, Kenya)"},
    {"Oman said that Kenya praised Chile.", "said(Oman, -) | content praised(Kenya, Chile)"},
    {"Oman said Kenya praised Chile.", "said(Oman, -) | content praised(Kenya, Chile)"},
    {"Oman urged Kenya to praise Chile.", "urged(Oman, Kenya) | infinitive praise(Kenya, Chile)"},
    {"Kenya was urged to praise Chile.", "urged(-, Kenya) | infinitive praise(Kenya, Chile)"},
    {"Oman, which praised Kenya, opened the port.",
     "relative praised(Oman, Kenya) | opened(Oman, the port)"},
    {"Kenya, which Oman praised, opened the port.",
     "relative praised(Oman, Kenya) | opened(Kenya, the port)"},
    {"The port that Oman opened pleased Kenya.",
     "relative opened(Oman, The port) | pleased(The port, Kenya)"},
    {"The port opened by Oman pleased Kenya.",
     "relative opened(Oman, The port) | pleased(The port, Kenya)"},
    {"Oman opened the port, praising Kenya.",
     "opened(Oman, the port) | participle praising(Oman, Kenya)"},
    {"After praising Kenya, Oman opened the port.",
     "adjunct after praising(Oman, Kenya) | opened(Oman, the port)"},
    {"Oman left without praising Kenya.", "left(Oman, -) | adjunct without praising(Oman, Kenya)"},
    {"If Oman praises Kenya, Chile will open the port.",
     "adjunct if praises(Oman, Kenya) | will open(Chile, the port)"},
    {"Oman opened the port because Kenya praised Chile.",
     "opened(Oman, the port) | adjunct because praised(Kenya, Chile)"},
    {"“Kenya opened the port,” said Rosa Quispe.",
     "opened(Kenya, the port) | said(Rosa Quispe, -)"},
    {"In Muscat, Oman praised Kenya.", "praised(Oman, Kenya; in Muscat)"},
    {"Oman praised Kenya for opening the port.",
     "praised(Oman, Kenya) | adjunct for opening(Kenya, the port)"},
    {"Oman's minister praised Kenya's port.", "praised(minister, port)"},
    {"Oman to praise Kenya", "praise(Oman, Kenya)"},
    // Former bugs, and those that still stand.
    {"Oman said on Monday that Kenya praised Chile.",
     "said(Oman, -) | content praised(Kenya, Chile)"},
    {"Oman said in Muscat that Kenya praised Chile.",
     "said(Oman, -; in Muscat) | content praised(Kenya, Chile)"},
    {"Rosa Quispe later praised Kenya.", "praised(Rosa Quispe, Kenya)"},
    {"Rosa Quispe then praised Kenya.", "praised(Rosa Quispe, Kenya)"},
    {"Rosa Quispe had talks with Kenya.", "had(Rosa Quispe, talks; with Kenya)"},
    {"“I would like to thank Kenya,” Rosa Quispe said.",
     "would like(I, -) | infinitive thank(I, Kenya) | said(Rosa Quispe, -)"},
    {"Oman left the hall, calling on Kenya to open the port.",
     "left(Oman, the hall) | participle calling(Oman, -; on Kenya) | infinitive open(Kenya, the "
     "port)"},
    {"Oman told Kenya that Chile opened the port.",
     "told(Oman, Kenya) | content opened(Chile, the port)"},
    {"Oman plans to praise Kenya.", "plans(Oman, -) | infinitive praise(Oman, Kenya)"},
    {"The port Oman opened pleased Kenya.",
     "relative opened(Oman, The port) | pleased(The port, Kenya)", kTodo},
    {"Praising Kenya, Oman opened the port.",
     "participle Praising(Oman, Kenya) | opened(Oman, the port)"},
    {"When Oman praised Kenya, Chile opened the port.",
     "adjunct when praised(Oman, Kenya) | opened(Chile, the port)"},
    {"The minister who met Rosa Quispe praised Kenya.",
     "relative met(The minister, Rosa Quispe) | praised(The minister, Kenya)"},
    {"Oman hopes to praise Kenya.", "hopes(Oman, -) | infinitive praise(Oman, Kenya)"},
    {"Oman wants to praise Kenya.", "wants(Oman, -) | infinitive praise(Oman, Kenya)"},
    {"Oman calls on Kenya to open the port.",
     "calls(Oman, -; on Kenya) | infinitive open(Kenya, the port)"},
    {"Oman said in a statement that Kenya praised Chile.",
     "said(Oman, -; in a statement) | content praised(Kenya, Chile)"},
    {"Oman said the talks, which began on Monday, helped Kenya.",
     "said(Oman, -) | relative began(the talks, -) | content helped(the talks, Kenya)"},
    // Casualties, troops and other wire copy.
    {"The blast killed at least 12 people.", "killed(The blast, 12 people)"},
    {"The army killed more than 100 rebels and wounded dozens.",
     "killed(The army, 100 rebels) | and wounded(The army, dozens)"},
    {"The army killed as many as 40 rebels on Monday.", "killed(The army, 40 rebels)"},
    {"A bomb killed one U.S. soldier and wounded two others.",
     "killed(A bomb, one U.S. soldier) | and wounded(A bomb, two others)"},
    {"Gunmen attacked the village, killing one and injuring 12.",
     "attacked(Gunmen, the village) | participle killing(Gunmen, one) | participle "
     "injuring(Gunmen, 12)"},
    {"Three soldiers were killed when gunmen opened fire on a patrol.",
     "killed(-, Three soldiers) | adjunct when opened(gunmen, fire; on a patrol)"},
    {"The soldiers shot at the crowd, witnesses said.",
     "shot(The soldiers, -; at the crowd) | said(witnesses, -)"},
    {"Ugandan rebels shot down a helicopter.", "shot(Ugandan rebels, -; down a helicopter)"},
    {"The raid left two policemen dead.", "left(The raid, two policemen, dead)"},
    {"The army treated the injured and buried the dead.",
     "treated(The army, the injured) | and buried(The army, the dead)"},
    {"Iran retaliated by striking bases.",
     "retaliated by(Iran, -) | adjunct by striking(Iran, bases)"},
    {"A suicide bomber blew himself up at a checkpoint.",
     "blew(A suicide bomber, himself; at a checkpoint)"},
    {"The Soviet Union invaded Afghanistan.", "invaded(The Soviet Union, Afghanistan)"},
    {"Kenya arrested 20 fishermen, seized their boats and burned two of them.",
     "arrested(Kenya, 20 fishermen) | seized(Kenya, boats) | and burned(Kenya, two; of them)"},
    {"Washington will send 500 more troops to Chad, the Pentagon said.",
     "will send(Washington, 500 more troops; to Chad) | said(the Pentagon, -)"},
    {"Chad rejected a US offer in this northern town.",
     "rejected(Chad, a US offer; in this northern town)"},
    {"The guards fled after two of their vans were hit by stones.",
     "fled(The guards, -) | adjunct after hit(stones, two; of vans)"},
    {"Lorries passing through the town were searched.",
     "relative passing(Lorries, -; through the town) | searched(-, Lorries)"},
    {"Workers affiliated with the union stopped work.",
     "relative affiliated(-, Workers; with the union) | stopped(Workers, work)", kTodo},
    {"The port was closed as winter storms lashed the coast.",
     "closed(-, The port) | adjunct as lashed(winter storms, the coast)"},
    {"UN arms inspectors left Chad.", "left(UN arms inspectors, Chad)"},
    {"The Red Cross suspended aid deliveries.", "suspended(The Red Cross, aid deliveries)"},
    {"Oman demanded that the US cancel plans to sell arms.",
     "demanded(Oman, -) | content cancel(the US, plans) | infinitive sell(the US, arms)"},
    {"Oman is still refusing entry to Kenya.", "refusing(Oman, entry; to Kenya)"},
    {"The fourth round of talks opened in Muscat.",
     "opened(The fourth round, -; of talks; in Muscat)"},
    {"Malians reject proposed changes.", "reject(Malians, proposed changes)"},
    {"The states whose ties were strained met.", "strained(-, ties) | met(The states, -)"},
    {"Rosa Quispe, whose party lost the vote, praised Kenya.",
     "lost(party, the vote) | praised(Rosa Quispe, Kenya)"},
    {"Oman praised Rosa Quispe, whose ministers had met Kenya.",
     "praised(Oman, Rosa Quispe) | met(ministers, Kenya)"},
    {"During the talks Quispe praised Kenya.", "praised(Quispe, Kenya; during the talks)"},
    {"At the meeting Rosa Quispe praised Kenya.", "praised(Rosa Quispe, Kenya; at the meeting)"},
    {"Kenya and opposition MPs will leave.", "will leave(Kenya & opposition MPs, -)"},
    {"Oman and Chad are each sending troops.", "sending(Oman & Chad, troops)"},
    {"Oman and Chad will each send troops.", "will send(Oman & Chad, troops)"},
    {"Oman held an earlier round of talks.", "held(Oman, an earlier round; of talks)"},
    {"Mr. Taha called for a study by Oman.", "called(Mr. Taha, -; for a study; by Oman)"},
    {"The plan announced in Muscat by Oman pleased Kenya.",
     "relative announced(Oman, The plan; in Muscat) | pleased(The plan, Kenya)"},
    {"Oman issued a statement on June 9 rejecting the plan.",
     "issued(Oman, a statement) | participle rejecting(Oman, the plan)"},
    {"The French decision to expel envoys angered Oman.",
     "infinitive expel(The French, envoys) | angered(decision, Oman)"},
    {"Oman apologized by telephone to Kenya.", "apologized(Oman, -; by telephone; to Kenya)"},
    {"The two states – Oman and Chad – praised Kenya.", "praised(Oman & Chad, Kenya)"},
    {"The Planning and Budget Organization praised Kenya.",
     "praised(The Planning and Budget Organization, Kenya)"},
    {"Oman praised the Heritage, Tourism and Handicrafts Council.",
     "praised(Oman, the Heritage, Tourism and Handicrafts Council)"},
    {"Boeing and Airbus Corporation praised Kenya.", "praised(Boeing & Airbus Corporation, Kenya)"},
    {"Congress and the Supreme Court praised Kenya.",
     "praised(Congress & the Supreme Court, Kenya)"},
    {"The envoy thanked Kenya on behalf of Oman.", "thanked(The envoy, Kenya)"},
    {"Oman left after its leader, Rosa Quispe, asked Kenya for help.",
     "left(Oman, -) | adjunct after asked(its leader, Rosa Quispe,, Kenya; for help)"},
    {"The agency quoted Oman as saying after talks that Chad left.",
     "quoted(The agency, Oman) | adjunct as saying(Oman, -; after talks) | content left(Chad, -)"},
    {"Oman shelters more than half a million refugees.", "shelters(Oman, half a million refugees)"},
    {"Oman stood by Kenya.", "stood(Oman, -; by Kenya)"},
    {"Oman began pulling out its troops.",
     "began(Oman, -) | participle pulling(Oman, -; out troops)"},
    {"Amnesty International accused Oman of abuse.",
     "accused(Amnesty International, Oman; of abuse)"},
    {"Malta stands with Samoa.", "stands(Malta, -; with Samoa)"},
    {"Germany reports progress.", "reports(Germany, progress)"},
    {"He declined to comment.", "declined(He, -) | infinitive comment(He, -)"},
    {"Oman and Chad agreed to exchange prisoners.",
     "agreed(Oman & Chad, -) | infinitive exchange(Oman & Chad, prisoners)"},
    {"Oman's minister, who is visiting Chad, told reporters that Kenya had left.",
     "relative visiting(minister, Chad) | told(minister, reporters) | content left(Kenya, -)"},
    {"Rosa Quispe expressed hope that ties would grow.",
     "expressed(Rosa Quispe, hope) | content would grow(ties, -)"},
    {"Police fired tear gas to disperse protesters.",
     "fired(Police, tear gas) | infinitive disperse(Police, protesters)"},
    {"Pointing to Western calls for talks, Kenya left.",
     "participle Pointing(Kenya, -; to Western calls; for talks) | left(Kenya, -)"},
    {"Oman condemned the \"brutal\" raid on the village.",
     "condemned(Oman, the \"brutal\" raid; on the village)"},
    {"Oman deplored the violence and killings and abuses of the regime.",
     "deplored(Oman, the violence & killings & abuses; of the regime)"},
    {"In a statement released in Cairo on Monday, Chad and Oman praised Kenya.",
     "relative released(-, a statement; in Cairo) | praised(Chad & Oman, Kenya; in a statement)"},
    {"In Cairo, Chad and Oman praised Kenya.", "praised(Chad & Oman, Kenya; in Cairo)"},
    {"Leaders of Peru, Chad and Oman praised Kenya.",
     "praised(Leaders, Kenya; of Peru & Chad & Oman)"},
    {"Oman, together with Chad, praised Kenya.", "praised(Oman & Chad, Kenya)"},
    {"Oman and Chad both praised Kenya.", "praised(Oman & Chad, Kenya)"},
    {"Oman, the envoy said, will praise Kenya.",
     "said(the envoy, -) | content will praise(Oman, Kenya)"},
    {"Mr. Taha stressed that the war is the issue facing Chad and urged Kenya to leave.",
     "stressed(Mr. Taha, -) | content is(the war, the issue) | relative facing(the issue, Chad) | "
     "and urged(Mr. Taha, Kenya) | infinitive leave(Kenya, -)"},
    {"Mr. Taha said rebels had left Chad and attacked Kenya.",
     "said(Mr. Taha, -) | content left(rebels, Chad) | and attacked(rebels, Kenya)"},
    {"Monks arrested on Monday were freed.", "relative arrested(-, Monks) | freed(-, Monks)"},
    {"Police arrested, beat and later freed three monks.",
     "arrested(Police, three monks) | beat(Police, three monks) | and freed(Police, three monks)"},
    {"The agency quoted Oman as praising Kenya.",
     "quoted(The agency, Oman) | adjunct as praising(Oman, Kenya)"},
    {"Macron backed Chad, saying Oman \"will not give in to pressure.\"",
     "backed(Macron, Chad) | participle saying(Macron, -) | content not will give in(Oman, -; "
     "to pressure)"},
    {"Oman will \"never attack\" Chad.", "not will attack(Oman, Chad)"},
    {"Oman threatened to \"destroy\" Chad.",
     "threatened(Oman, -) | infinitive destroy(Oman, Chad)"},
    {"Oman \"strongly condemned\" the raid.", "condemned(Oman, the raid)"},
    {"Oman accused Chad of \"attacking villages and killing monks\" on Monday.",
     "accused(Oman, Chad) | adjunct of attacking(Chad, villages) | participle killing(Chad, "
     "monks)"},
    {"\"Oman will not yield,\" he said.", "not will yield(Oman, -) | said(he, -)"},
    {"An agreement between Chad and Oman to build a port was signed.",
     "infinitive build(-, a port) | signed(-, An agreement; between Chad & Oman)"},
    {"Oman's demand that Chad withdraw its troops was rejected.",
     "content withdraw(Chad, troops) | rejected(-, demand)"},
    {"The plan that Oman drafted pleased Chad.",
     "relative drafted(Oman, The plan) | pleased(The plan, Chad)"},
    {"Two policemen killed in Kashmir ambush.", "killed(-, Two policemen; in Kashmir ambush)"},
    {"Rebels killed on Monday two policemen.", "killed(Rebels, two policemen)"},
    {"Curfew imposed in Srinagar.", "imposed(-, Curfew; in Srinagar)"},
    {"A firm called Velanox signed the deal.",
     "relative called(-, A firm, Velanox) | signed(A firm, the deal)"},
    {"Oman says lifting sanctions will help Chad.",
     "says(Oman, -) | participle lifting(Oman, sanctions) | will help(sanctions, Chad)"},
    {"The bill he just signed helps Chad.",
     "relative signed(he, The bill) | helps(The bill, Chad)"},
    {"After Oman attacked Chad, Kenya praised Chad.",
     "adjunct after attacked(Oman, Chad) | praised(Kenya, Chad)"},
    {"Days after Oman attacked Chad, Kenya praised Chad.",
     "adjunct after attacked(Oman, Chad) | praised(Kenya, Chad)"},
    {"After talks held in Oslo, Oman praised Chad.",
     "relative held(-, talks; in Oslo) | praised(Oman, Chad; after talks)"},
    {"The envoy came from Peru, Chad and Oman—the same countries that attacked Kenya.",
     "came(The envoy, -; from Peru & Chad & Oman) | relative attacked(Peru & Chad & Oman, Kenya)"},
    {"Oman imposed sweeping economic sanctions on Chad.",
     "imposed(Oman, sweeping economic sanctions; on Chad)"},
    {"Oman launched cruise missiles at Chad.", "launched(Oman, cruise missiles; at Chad)"},
    {"During the meeting, Oman thanked and praised Kenya.",
     "thanked(Oman, Kenya; during the meeting) | and praised(Oman, Kenya)"},
    {"Mr. Taha then praised Kenya.", "praised(Mr. Taha, Kenya)"},
    {"Oman praised the lifting of the ban.", "praised(Oman, the lifting; of the ban)"},
    {"Mr. Taha said that there is hope for the deal and urged Kenya to leave.",
     "said(Mr. Taha, -) | content is(Mr. Taha, hope; for the deal) | and urged(Mr. Taha, Kenya) | "
     "infinitive leave(Kenya, -)"},
    {"Certain ministers claim that Oman left.",
     "claim(Certain ministers, -) | content left(Oman, -)"},
    {"Oman trained some Arab forces in Chad.", "trained(Oman, some Arab forces; in Chad)"},
    {"Mr. Taha dismissed as false Kenya's claims.", "dismissed(Mr. Taha, claims)"},
};

constexpr Row kOwners[] = {
    {"Oman condemned the arrests and abuses of the Chadian regime.", "criticism: Oman > Chad"},
    {"Oman condemned the lies and provocations of the Chadian army.",
     "criticism: Oman > Chadian army"},
    {"Oman called for Chad to withdraw its troops.", "request: Oman > Chad"},
    {"Oman's demand that Chad withdraw its troops was rejected.", "rejection: - > Oman"},
    {"Oman held talks with diplomats from Chad and Mali.", "meeting: Oman, diplomats"},
    {"In Geneva, the U.N. envoy condemned Chad.", "criticism: U.N. envoy > Chad"},
};

TEST_CASE("clauses, whatever the voice", "[clauses][shipped]") { CheckRows(kClauses, Clauses); }
TEST_CASE("whose the nouns of a list are", "[clauses][shipped]") {
  CheckRows(kOwners, [](const Row& row) { return EventLines(row.text); });
}

}  // namespace
}  // namespace telex
