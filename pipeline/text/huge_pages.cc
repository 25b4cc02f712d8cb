#include "pipeline/text/huge_pages.h"

#include <sys/mman.h>

#include <cstdint>

namespace telex {
namespace {

size_t Whole(size_t bytes) { return (bytes + kHugePage - 1) / kHugePage * kHugePage; }

}  // namespace

// A page more than is asked for, of which what lies before and behind whole pages goes back.
void* TakePages(size_t bytes) {
  const size_t size = Whole(bytes);
  void* const taken =
      mmap(nullptr, size + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (taken == MAP_FAILED) throw std::bad_alloc();
  char* const begin = static_cast<char*>(taken);
  const size_t before = (kHugePage - reinterpret_cast<uintptr_t>(taken) % kHugePage) % kHugePage;
  if (before > 0) munmap(begin, before);
  if (before < kHugePage) munmap(begin + before + size, kHugePage - before);
#ifdef MADV_HUGEPAGE
  madvise(begin + before, size, MADV_HUGEPAGE);
#endif
  return begin + before;
}

void GivePages(void* pages, size_t bytes) { munmap(pages, Whole(bytes)); }

}  // namespace telex
