#include "tools/telex/heap.h"

#include <cstdint>
#include <cstdlib>

#include "pipeline/text/huge_pages.h"

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace telex {
namespace {

// What is larger goes back to the system once it is free.
[[maybe_unused]] constexpr int kLent = 1 << 20;

}  // namespace

void PutHeapOnHugePages() {
#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)
  // What nothing is written to takes no memory.
  constexpr size_t kRoom = size_t{128} << 20;
  constexpr size_t kFirst = size_t{8} << 20;
  constexpr int kGrowth = 128 << 10;  // as by default
  mallopt(M_TOP_PAD, kRoom);
  mallopt(M_TRIM_THRESHOLD, 2 * kRoom);
  mallopt(M_MMAP_THRESHOLD, 2 * kFirst);
  void* const first = std::malloc(kFirst);
  mallopt(M_MMAP_THRESHOLD, kLent);
  mallopt(M_TOP_PAD, kGrowth);
  if (first == nullptr) return;
  const uintptr_t begin =
      (reinterpret_cast<uintptr_t>(first) + kHugePage - 1) / kHugePage * kHugePage;
  madvise(reinterpret_cast<void*>(begin), kRoom, MADV_HUGEPAGE);
  std::free(first);
#endif
}

void KeepHeapSmall() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, kLent);
#endif
}

}  // namespace telex
