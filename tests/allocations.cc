#include "tests/allocations.h"

#include <cstddef>

namespace {
uint64_t allocations = 0;
}  // namespace

namespace telex {
uint64_t Allocations() { return allocations; }
}  // namespace telex

extern "C" {
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);

void* malloc(size_t size) {
  ++allocations;
  return __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  ++allocations;
  return __libc_calloc(count, size);
}
void* realloc(void* old, size_t size) {
  ++allocations;
  return __libc_realloc(old, size);
}
}
