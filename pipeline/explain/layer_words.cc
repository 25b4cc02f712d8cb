#include "pipeline/explain/layer_words.h"

#include <algorithm>
#include <bit>

namespace telex {

std::string LayerWords::Text(Span span) const {
  std::string text(span.Of(story_.text()));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string LayerWords::Text(TokenRange range) const {
  if (range.empty()) return "";
  const auto& tokens = view_.layers.tokens;
  return Text(Span{tokens[range.begin].begin, tokens[range.end - 1].end});
}

std::string LayerWords::Phrase(NounPhraseId phrase) const {
  std::string text;
  for (NounPhraseId member = phrase; member.valid(); member = view_.syntax[member].next)
    text += (text.empty() ? "" : " & ") + Text(view_.syntax[member].range);
  return text;
}

std::string LayerWords::Country(uint32_t country) const {
  return country == NounPhrase::kNone ? "" : rules_.lexicon.countries[country].iso3;
}

std::string LayerWords::Reading(const NounPhrase& phrase) const {
  static constexpr const char* kNames[] = {"thing",        "person", "name",    "country",
                                           "organization", "role",   "pronoun", "place"};
  std::string text = kNames[static_cast<size_t>(phrase.reading)];
  if (phrase.plural) text += ", plural";
  if (const std::string country = Country(phrase.country); !country.empty()) text += ", " + country;
  return text;
}

std::string LayerWords::Complements(const Clause& clause) const {
  std::string text;
  for (const Complement& complement : clause.complements)
    text +=
        (text.empty() ? "" : "; ") + Term(complement.preposition) + " " + Phrase(complement.phrase);
  return text;
}

std::string LayerWords::Classes(ClassSet classes) {
  std::string text;
  for (const std::string& name : WordClassNames()) {
    const ClassSet one = FindWordClass(name).value_or(0);
    if (std::popcount(one) != 1 || (classes & one) == 0) continue;
    text += (text.empty() ? "" : ", ") + name;
  }
  return text;
}

std::string LayerWords::Entry(EntryId id) const {
  const Lexicon& lexicon = rules_.lexicon;
  const LexiconEntry& entry = lexicon.entries[id.value()];
  const auto country = [&](const char* kind) {
    const struct Country& of = lexicon.countries[entry.index];
    return std::string(kind) + " " + of.name + " (" + of.iso3 + ")";
  };
  const auto with_code = [](std::string text, const std::string& code) {
    return code.empty() ? text : text + " (" + code + ")";
  };
  switch (entry.kind) {
    case EntryKind::kCountry:
      return country("country");
    case EntryKind::kNationality:
      return country("nationality of");
    case EntryKind::kPeople:
      return country("people of");
    case EntryKind::kCapital:
      return country("capital, stands for");
    case EntryKind::kSeat:
      return country("seat, stands for");
    case EntryKind::kOrganization: {
      const Organization& body = lexicon.organizations[entry.index];
      return with_code("organization " + body.name, body.country);
    }
    case EntryKind::kPlace:
      return with_code("place " + lexicon.places[entry.index].name,
                       lexicon.places[entry.index].country);
    case EntryKind::kPerson:
      return with_code("person " + lexicon.people[entry.index].name,
                       lexicon.people[entry.index].country);
    case EntryKind::kOffice:
      return "office " + lexicon.offices[entry.index].name;
    case EntryKind::kOfficeModifier:
      return "modifier of an office";
    case EntryKind::kHonorific:
      return "honorific";
    case EntryKind::kSector:
      return with_code("sector", lexicon.sectors[entry.index].code);
    case EntryKind::kGivenName:
      return "given name";
    case EntryKind::kSurname:
      return "surname";
  }
  return "";
}

}  // namespace telex
