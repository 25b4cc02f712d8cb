// FieldsOf: every field of a struct as a tuple of references, so that what handles "all of it"
// cannot forget one.
//
//     std::apply([](auto&... field) { (Store(field), ...); }, FieldsOf(frame));
//
// A plain struct needs nothing for it: the compiler counts its fields. A class has
//
//     static auto Parts(auto& it) { return std::tie(it.first_, it.second_); }
//
// with all of them in their order; one that is left out there makes the sizes differ and does not
// compile. Used for the stored form of the rules (stored_rules.h).
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace telex {
namespace fields_internal {

struct AnyField {
  template <class Field>
  operator Field() const;
};

template <class Struct, class... Fields>
constexpr size_t Count() {
  if constexpr (requires { Struct{Fields()..., AnyField()}; })
    return Count<Struct, Fields..., AnyField>();
  else
    return sizeof...(Fields);
}

/// What a struct of these fields takes.
template <class... Fields>
constexpr size_t SizeOf(std::tuple<Fields&...>*) {
  size_t end = 0, widest = 1;
  const auto place = [&](size_t size, size_t alignment) {
    end = (end + alignment - 1) / alignment * alignment + size;
    widest = alignment > widest ? alignment : widest;
  };
  (place(sizeof(Fields), alignof(Fields)), ...);
  return (end + widest - 1) / widest * widest;
}

template <class Struct>
auto Tie(Struct& it) {
  constexpr size_t kCount = Count<std::remove_const_t<Struct>>();
  static_assert(kCount >= 1 && kCount <= 21, "add a line below for a struct of so many fields");
#define TELEX_FIELDS(count, ...)   \
  if constexpr (kCount == count) { \
    auto& [__VA_ARGS__] = it;      \
    return std::tie(__VA_ARGS__);  \
  }
  TELEX_FIELDS(1, a)
  TELEX_FIELDS(2, a, b)
  TELEX_FIELDS(3, a, b, c)
  TELEX_FIELDS(4, a, b, c, d)
  TELEX_FIELDS(5, a, b, c, d, e)
  TELEX_FIELDS(6, a, b, c, d, e, f)
  TELEX_FIELDS(7, a, b, c, d, e, f, g)
  TELEX_FIELDS(8, a, b, c, d, e, f, g, h)
  TELEX_FIELDS(9, a, b, c, d, e, f, g, h, i)
  TELEX_FIELDS(10, a, b, c, d, e, f, g, h, i, j)
  TELEX_FIELDS(11, a, b, c, d, e, f, g, h, i, j, k)
  TELEX_FIELDS(12, a, b, c, d, e, f, g, h, i, j, k, l)
  TELEX_FIELDS(13, a, b, c, d, e, f, g, h, i, j, k, l, m)
  TELEX_FIELDS(14, a, b, c, d, e, f, g, h, i, j, k, l, m, n)
  TELEX_FIELDS(15, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o)
  TELEX_FIELDS(16, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p)
  TELEX_FIELDS(17, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q)
  TELEX_FIELDS(18, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)
  TELEX_FIELDS(19, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s)
  TELEX_FIELDS(20, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t)
  TELEX_FIELDS(21, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u)
#undef TELEX_FIELDS
}

}  // namespace fields_internal

template <class Struct>
concept HasParts = requires(Struct& it) {
  Struct::Parts(it);
};

template <class Struct>
auto FieldsOf(Struct& it) {
  if constexpr (HasParts<Struct>) {
    using Parts = decltype(Struct::Parts(it));
    static_assert(fields_internal::SizeOf(static_cast<Parts*>(nullptr)) == sizeof(Struct),
                  "Parts() must name every field, in their order");
    return Struct::Parts(it);
  } else {
    return fields_internal::Tie(it);
  }
}

}  // namespace telex
