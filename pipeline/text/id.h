// Id: a strong index. Two kinds of index never mix, and "none" has one spelling.
//
// `using TermId = Id<struct TermTag>;` makes a type whose values index one table. The default value
// is none; `id.valid()` tells. Ids order by value, so that they serve as sort keys.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace telex {

template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(size_t value) : value_(static_cast<uint32_t>(value)) {}

  constexpr bool valid() const { return value_ != kNone; }
  constexpr uint32_t value() const { return value_; }
  friend constexpr bool operator==(Id a, Id b) { return a.value_ == b.value_; }
  friend constexpr bool operator!=(Id a, Id b) { return a.value_ != b.value_; }
  friend constexpr bool operator<(Id a, Id b) { return a.value_ < b.value_; }

 private:
  static constexpr uint32_t kNone = 0xffffffffu;
  uint32_t value_ = kNone;
};

}  // namespace telex

template <class Tag>
struct std::hash<telex::Id<Tag>> {
  size_t operator()(telex::Id<Tag> id) const noexcept { return id.value(); }
};
