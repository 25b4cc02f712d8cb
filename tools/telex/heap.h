// The heap of the program on huge pages (pipeline/text/huge_pages.h).
//
// The rules are some 40 MB, read here and there for every sentence. Where the system has no such
// pages, nothing happens.
#pragma once

namespace telex {

/// Call it once, before anything large is made.
void PutHeapOnHugePages();
/// Call it once the rules are loaded: what a long story needs for a while is given back.
void KeepHeapSmall();

}  // namespace telex
