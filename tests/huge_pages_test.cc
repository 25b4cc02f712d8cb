#include "pipeline/text/huge_pages.h"

#include <cstdint>
#include <numeric>
#include <vector>

#include "tests/catch.h"

namespace telex {

TEST_CASE("a table keeps what it holds as it grows onto huge pages", "[text]") {
  std::vector<uint32_t, HugePages<uint32_t>> table;
  const size_t size = 3 * kHugePage / sizeof(uint32_t) + 1;
  for (size_t i = 0; i < size; ++i) table.push_back(static_cast<uint32_t>(i));
  CHECK(reinterpret_cast<uintptr_t>(table.data()) % kHugePage == 0);
  CHECK(std::accumulate(table.begin(), table.end(), uint64_t{0}) ==
        uint64_t{size} * (size - 1) / 2);
  table.resize(10);
  table.shrink_to_fit();
  CHECK(table.back() == 9);
}

}  // namespace telex
