#include "pipeline/rules/diagnostic_codes.h"

namespace telex {

const std::vector<DiagnosticCode>& DiagnosticCodes() {
  static const std::vector<DiagnosticCode> codes = {
      // files and YAML
      {"R001", "file cannot be read",
       "The directory or the file is not there, or its permissions forbid reading it."},
      {"R002", "YAML syntax",
       "The line does not fit into the structure around it. The item that contains it is left out; "
       "the rest of the file "
       "is read."},
      {"R003", "tab in the indentation", "YAML allows blanks only in front of a key or an item."},
      {"R004", "value needs quotes",
       "A value without quotes must not start with { * & @ ` % ! | > or ], which mean something to "
       "YAML."},
      {"R005", "colon in a value without quotes",
       "A colon with a blank behind it ends a key. A sentence that contains one needs quotes."},
      {"R006", "quote never closed",
       "A value that starts with a quote must end with the same quote."},
      {"R007", "key stands twice", "One map has a key twice. Only the first is read."},
      {"R008", "unknown key",
       "Nothing reads a key of this name here: it is misspelt, or stands in the wrong place."},
      {"R009", "missing key", "Something that is needed is not there."},
      {"R010", "wrong shape",
       "A text stands where a list or a map is wanted, or the other way round."},
      {"R011", "empty value",
       "A key without a value. Where a value starts with #, YAML takes it for a comment."},
      {"R012", "YAML feature that is not read", "Merge keys (`<<`) are not supported."},
      {"R013", "not UTF-8", "Files of rules are UTF-8. The line is left out."},
      {"R014", "value not allowed", "The key takes one of a few words, and this is none of them."},
      {"R015", "text cut by a comment",
       "A blank and # start a comment, also in the middle of a sentence."},
      {"R016", "text after the closing quote",
       "A value that starts with a quote ends with it. A pattern that starts with an \"exact "
       "form\" needs single quotes "
       "around all of it."},
      // rules
      {"R020", "unknown event type", "Event types are named in ontology.yaml."},
      {"R021", "id stands twice", "An id names one rule, also across files of the same event."},
      {"R022", "rule without a pattern",
       "A rule needs a sentence:, noun:, phrase: or speech: to match anything."},
      {"R023", "file without content", "A file of events has rules:, a coding table has rows:."},
      {"R024", "no example that fires",
       "Each rule shows at least one sentence that it matches. It is also its test."},
      {"R025", "no example that must not fire",
       "Each rule shows at least one sentence, close to its own, that it must leave alone: not: "
       "(by this rule) or none: "
       "(by no rule)."},
      {"R026", "undefined list",
       "A pattern names a $list that neither this file nor words.yaml has."},
      {"R027", "unused list",
       "No pattern names the list. Harmless, but most often a misspelling elsewhere."},
      {"R028", "list hides another", "A list of the file has the name of one in words.yaml."},
      {"R029", "unknown expectation", "`expect` takes roles, and a few fields such as status."},
      {"R030", "nothing to load",
       "The directory has no file, or no rule of an event: a feed would give no event at all."},
      {"R031", "file that nothing reads",
       "Loaders know files by their place and name; this one is not among them."},
      {"R032", "list entry of several words",
       "A $list stands for one word of the text; words with a blank between them are never one."},
      // patterns
      {"R040", "slot not closed", "A slot is <role> or <role:kind>."},
      {"R041", "unknown role",
       "Events have the roles source, target, place, topic and what; names have their own."},
      {"R042", "unknown kind", "The part of a slot behind the colon says what may fill it."},
      {"R043", "empty group", "Brackets with nothing between them."},
      {"R044", "stray |",
       "The bar parts single words without blanks, or the parts of a group in brackets."},
      {"R045", "bad regular expression",
       "Expressions are RE2's: without look-around and back references, so that none can hang a "
       "feed."},
      {"R046", "gap at the edge",
       "`...` stands between two things; at an edge it would match anything."},
      {"R047", "bracket without its partner", "Each ( needs its )."},
      {"R048", "quote or slash without its partner",
       "\"exact forms\" and /expressions/ end as they begin."},
      {"R049", "unexpected character", "The pattern language has no use for this character here."},
      {"R050", "empty pattern", "There is nothing in the pattern."},
      {"R051", "too many regular expressions",
       "All rules together may have 64 different expressions, so that each word is tried once."},
      {"R052", "short form in a pattern",
       "\"won't\" and \"we're\" are two words, read as will not and we are; a pattern that says so "
       "finds both."},
      {"R053", "bar without blanks",
       "A bar without blanks parts single words: (pay|give in|yield) is pay or give, and behind it "
       "in or "
       "yield. ( pay | give in | yield ) has three alternatives."},
      // patterns that parse but make no frame
      {"R060", "sentence without a verb",
       "A sentence: is written in the active voice: subject, verb, and what follows."},
      {"R061", "noun pattern without a noun", "A noun: starts with its head noun."},
      {"R062", "complement without a preposition",
       "What follows the object is joined by a preposition or by \"to\"."},
      {"R063", "speech pattern that is no slot and auxiliary",
       "A speech: is a slot and the auxiliaries behind it: <target> must|should <what:clause>."},
      {"R064", "nothing to lend from",
       "`target: what.source` takes a role of the inner event, and no pattern has a slot for one."},
      {"R065", "a noun among verbs",
       "Behind \"to\" stand either verbs or nouns; a noun among verbs is never found there."},
      // tables
      {"R080", "missing file or table",
       "A file that is needed, or a table that a file names, is not there."},
      {"R081", "wrong number of columns", "Each row of a table has as many tabs as its header."},
      {"R082", "missing column", "The header of the table lacks a column that is needed."},
      {"R083", "not a number or date", "The value must be a number, or a date such as 2023-06."},
      {"R084", "unknown word class",
       "The names of word classes stand in pipeline/rules/word_class.h."},
      {"R085", "unknown country or sector",
       "Countries are ISO 3166 alpha-3 codes; sectors stand in ontology.yaml."},
      {"R086", "code stands twice", "Two rows of the table have the same code."},
      // coding
      {"R090", "illegal code",
       "The code is not in the scheme, as ontology.yaml and the CAMEO code list have it."},
      {"R091", "illegal mode", "The PLOVER type has no such mode."},
      {"R092", "illegal context", "PLOVER has no such context."},
      {"R093", "coding with a gap",
       "An event that the rules can give has no row in the coding, or the coding extends none."},
      {"R094", "row that no event reaches",
       "A row before it takes all its events; the first row that fits is taken."},
      {"R095", "too many event types",
       "An ontology has at most 64 types; rules and codings tell finer kinds apart."},
      // examples
      {"E001", "missed", "The rules found no event in a sentence that must give one."},
      {"E002", "noisy", "The rules found an event in a sentence that must give none."},
      {"E003", "wrong role",
       "The event is there; a role, or its status, is not what the example expects."},
      {"E004", "wrong rule", "The event is there; another rule found it."},
  };
  return codes;
}

const DiagnosticCode* FindDiagnosticCode(std::string_view code) {
  for (const DiagnosticCode& entry : DiagnosticCodes())
    if (entry.code == code) return &entry;
  return nullptr;
}

}  // namespace telex
