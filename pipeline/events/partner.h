// Partner: with whom, to whom or for whom somebody means to act, inside what he promises or agrees
// to. Shared by every matcher; free functions, no state.
#pragma once

#include "pipeline/events/candidate.h"
#include "pipeline/language/term_flags.h"

namespace telex {

/// Whom the content helps ("vowed to help *Kenya* rebuild"), or who stands in it behind "with",
/// "to", "for" or "between" ("ready to expand trade with *Chad*"); also one infinitive further in
/// ("agreed to continue to supply *Mali*"). None where nobody does.
NounPhraseId PartnerOf(const Syntax& syntax, const TermFlags& flags, const InnerEvent& what);

/// Of content that no rule has read, who is to do it: "demanded that *Oman* abandon the fort".
NounPhraseId SaidDoer(const Syntax& syntax, const InnerEvent& what);

}  // namespace telex
