// Hasher: one number for a row of byte strings.
//
// Multiply-and-rotate over words of eight bytes: quick, stable between machines of one byte order,
// not for secrets. Each step can be undone, so two rows that differ in one word never have the same
// number.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

namespace telex {

/// 16 digits.
inline std::string HexOf(uint64_t number) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(number));
  return digits;
}

class Hasher {
 public:
  void Add(std::string_view bytes) {
    Mix(bytes.size());
    while (bytes.size() >= 8) {
      uint64_t word = 0;
      std::memcpy(&word, bytes.data(), 8);
      Mix(word);
      bytes.remove_prefix(8);
    }
    uint64_t tail = 0;
    if (!bytes.empty()) std::memcpy(&tail, bytes.data(), bytes.size());
    Mix(tail);
  }
  uint64_t value() const { return state_ ^ (state_ >> 29); }

 private:
  void Mix(uint64_t word) {
    state_ = (state_ ^ word) * 0x9E3779B97F4A7C15ull;
    state_ ^= state_ >> 32;
  }
  uint64_t state_ = 0x6A09E667F3BCC908ull;
};

}  // namespace telex
