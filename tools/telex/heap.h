// The heap of the program on huge pages (pipeline/text/huge_pages.h).
//
// The rules are some 40 MB, read here and there for every sentence; they and what else the main
// thread allocates first lie in one room of huge pages. Where the system has no such pages, the
// room is of plain ones.
#pragma once

namespace telex {

/// Call it once, before anything large is made.
void PutHeapOnHugePages();
/// Call it once the rules are loaded: what a long story needs for a while is given back.
void KeepHeapSmall();

}  // namespace telex
