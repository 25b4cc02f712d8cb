// The heap of the program on huge pages (pipeline/text/huge_pages.h).
//
// The rules are some 40 MB, read here and there for every sentence. Call it once, before anything
// large is made. Where the system has no such pages, nothing happens.
#pragma once

namespace telex {

void PutHeapOnHugePages();

}  // namespace telex
