// How often the program has asked for memory. For the regression guard and the benchmarks: whoever
// links allocations.cc has its malloc counted, which `new` and the libraries call alike. Needs
// glibc. Counts all threads together, without a lock: exact in a program of one thread only.
#pragma once

#include <cstdint>

namespace telex {

uint64_t Allocations();

}  // namespace telex
