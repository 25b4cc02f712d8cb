// Packer, Unpacker: any value made of structs, strings and containers as bytes, and back.
//
//     Packer packer;                      Unpacker unpacker(bytes);
//     packer.Put(frames);                 unpacker.Take(frames);
//     std::string bytes = packer.Finish(); if (unpacker.finished()) …
//
// For the same program on the same machine only: numbers lie as they do in memory. Hashed
// containers come back with their buckets and order. An Unpacker never reads behind its bytes; what
// they do not hold stays empty, and finished() is false. A type that cannot lie there as it is has
// a Packing. One thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "pipeline/rules/fields.h"
#include "pipeline/text/id.h"

namespace telex {

/// How a type is packed that has a way of its own: `static void Put(Packer&, const T&)` and
/// `static void Take(Unpacker&, T&)`.
template <class T>
struct Packing;

template <class T>
inline constexpr bool kIsNumber = std::is_arithmetic_v<T> || std::is_enum_v<T>;
template <class Tag>
inline constexpr bool kIsNumber<Id<Tag>> = true;

template <class T>
concept Number = kIsNumber<T>;
template <class T>
concept Range = requires(T& range) {
  range.begin(), range.size();
};
template <class T>
concept Hashed = Range<T> && requires(T& range) {
  range.bucket_count();
};
template <class T>
concept Growing = Range<T> && requires(T& range) {
  range.resize(0);
};
template <class T>
concept Flat = requires(T& range) {
  range.data(), range.resize(0);
}
&&Number<typename T::value_type>;

inline constexpr size_t kManyMark = 255;  // behind this byte a count has its full width

class Packer {
 public:
  template <class T>
  void Put(const T& value) {
    if constexpr (requires { Packing<T>::Put(*this, value); }) {
      Packing<T>::Put(*this, value);
    } else if constexpr (Number<T>) {
      Append(&value, sizeof value);
    } else if constexpr (Flat<T>) {  // texts too
      PutCount(value.size());
      Append(value.data(), value.size() * sizeof(typename T::value_type));
    } else if constexpr (Hashed<T>) {
      PutHashed(value);
    } else if constexpr (Range<T>) {
      PutCount(value.size());
      for (const auto& one : value) Put(one);
    } else if constexpr (requires { value.has_value(); }) {
      Put(value.has_value());
      if (value) Put(*value);
    } else {
      PutFields(value);
    }
  }
  std::string Finish() { return std::move(bytes_); }

 private:
  void Append(const void* data, size_t size) {
    bytes_.append(static_cast<const char*>(data), size);
  }
  /// One byte for the many that are small.
  void PutCount(size_t count) {
    bytes_.push_back(static_cast<char>(std::min(count, kManyMark)));
    if (count >= kManyMark) Append(&count, sizeof count);
  }

  template <class T>
  void PutFields(const T& value) {
    std::apply([&](const auto&... field) { (Put(field), ...); }, FieldsOf(value));
  }
  template <class First, class Second>
  void PutFields(const std::pair<First, Second>& value) {
    Put(value.first);
    Put(value.second);
  }
  /// Backwards, since what is inserted last stands first in its bucket; but equal keys forwards,
  /// since each is inserted behind the one before.
  template <class T>
  void PutHashed(const T& value) {
    PutCount(value.empty() ? 0 : value.bucket_count());
    PutCount(value.size());
    std::vector<const typename T::value_type*> all;
    for (const auto& one : value) all.push_back(&one);
    std::reverse(all.begin(), all.end());
    for (auto run = all.begin(); run != all.end();) {
      const auto end = std::find_if_not(run, all.end(), [&](const auto* one) {
        return value.key_eq()(KeyOf(**run), KeyOf(*one));
      });
      for (auto one = end; one != run;) Put(**--one);
      run = end;
    }
  }
  template <class T>
  static const T& KeyOf(const T& value) {
    return value;
  }
  template <class Key, class Value>
  static const Key& KeyOf(const std::pair<const Key, Value>& entry) {
    return entry.first;
  }

  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  void Take(T& value) {
    if constexpr (requires { Packing<T>::Take(*this, value); }) {
      Packing<T>::Take(*this, value);
    } else if constexpr (Number<T>) {
      Copy(&value, sizeof value);
    } else if constexpr (Flat<T>) {
      value.resize(TakeCount(sizeof(typename T::value_type)));
      Copy(value.data(), value.size() * sizeof(typename T::value_type));
    } else if constexpr (Hashed<T>) {
      const size_t buckets = TakeNumber();
      const size_t count = TakeCount(1);
      if (count > 0) value.rehash(buckets);
      auto last = value.cend();
      for (size_t i = 0; i < count; ++i)
        last = value.insert(last, TakeValue<typename T::value_type>());
    } else if constexpr (Growing<T>) {
      value.resize(TakeCount(1));
      for (auto& one : value) Take(one);
    } else if constexpr (requires { value.insert(*value.begin()); }) {  // a map or set
      const size_t count = TakeCount(1);
      for (size_t i = 0; i < count; ++i)
        value.insert(value.end(), TakeValue<typename T::value_type>());
    } else if constexpr (Range<T>) {  // an array
      TakeCount(1);
      for (auto& one : value) Take(one);
    } else if constexpr (requires { value.has_value(); }) {
      bool has = false;
      Take(has);
      if (has) Take(value.emplace());
    } else {
      TakeFields(value);
    }
  }

  /// True where everything was there, and nothing is left.
  bool finished() const { return fine_ && rest_.empty(); }
  void Fail() { fine_ = false; }

 private:
  void Copy(void* to, size_t size) {
    fine_ = fine_ && size <= rest_.size();
    if (!fine_ || size == 0) return;
    std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  size_t TakeNumber() {
    unsigned char few = 0;
    Copy(&few, 1);
    if (few < kManyMark) return few;
    size_t count = 0;
    Copy(&count, sizeof count);
    return count;
  }
  /// A number of elements that take `least` bytes each; never more than there can be.
  size_t TakeCount(size_t least) {
    const size_t count = TakeNumber();
    fine_ = fine_ && count <= rest_.size() / least;
    return fine_ ? count : 0;
  }

  template <class T>
  void TakeFields(T& value) {
    std::apply([&](auto&... field) { (Take(field), ...); }, FieldsOf(value));
  }
  template <class First, class Second>
  void TakeFields(std::pair<First, Second>& value) {
    Take(value.first);
    Take(value.second);
  }

  template <class T>
  struct Plain {
    using Type = T;
  };
  template <class Key, class Value>
  struct Plain<std::pair<const Key, Value>> {  // of a map, with a key that can be filled
    using Type = std::pair<Key, Value>;
  };
  template <class T>
  typename Plain<T>::Type TakeValue() {
    typename Plain<T>::Type value{};
    Take(value);
    return value;
  }

  std::string_view rest_;
  bool fine_ = true;
};

}  // namespace telex
