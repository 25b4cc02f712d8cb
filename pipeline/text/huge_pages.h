// HugePages: memory for large tables that are read here and there.
//
//     std::vector<Word, HugePages<Word>> words;
//
// On pages of four kilobytes a processor spends much of such a read on looking up where the page
// is. An allocator of the standard library: what takes two megabytes or more lies on pages of that
// size, where the system has them; the rest comes from the heap. Safe to use from many threads.
#pragma once

#include <cstddef>
#include <new>

namespace telex {

/// Whole pages, which take memory where they are written to. Throws std::bad_alloc.
void* TakePages(size_t bytes);
void GivePages(void* pages, size_t bytes);

inline constexpr size_t kHugePage = size_t{2} << 20;

template <class T>
struct HugePages {
  using value_type = T;
  HugePages() = default;
  template <class U>
  HugePages(const HugePages<U>&) {}  // NOLINT(google-explicit-constructor): allocators are

  T* allocate(size_t count) {
    const size_t bytes = count * sizeof(T);
    return static_cast<T*>(bytes >= kHugePage
                               ? TakePages(bytes)
                               : ::operator new(bytes, std::align_val_t(alignof(T))));
  }
  void deallocate(T* at, size_t count) {
    const size_t bytes = count * sizeof(T);
    if (bytes >= kHugePage)
      GivePages(at, bytes);
    else
      ::operator delete(at, std::align_val_t(alignof(T)));
  }
  friend bool operator==(HugePages, HugePages) { return true; }
};

}  // namespace telex
