#ifndef TELEX_PIPELINE_PCH_H_
#define TELEX_PIPELINE_PCH_H_

// What nearly every file of the library includes, read once (CMake precompiles it). Every file still
// includes what it uses: this header only saves time.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#endif  // TELEX_PIPELINE_PCH_H_
