// ProgramId: tells one build of the program from another.
//
// Made of the build ids that the linker writes, a hash of all that was linked: those of the program
// and of every library that it runs with. So it changes with any line of code that is compiled,
// with the compiler and its options, and with an update of yaml-cpp or RE2, and with nothing else.
// Pure.
#pragma once

#include <cstdint>
#include <optional>

namespace telex {

/// Nothing where the program, or one of its libraries, has no build id.
std::optional<uint64_t> ProgramId();

}  // namespace telex
