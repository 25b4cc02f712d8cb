// The time expressions of a text as one line, for tests that are tables. Used by one thread.
#pragma once

#include <string>
#include <string_view>

#include "tests/shipped_rules.h"

namespace telex {

/// "March 12=2003-03-12; three days=P:P3D": a date has no letter, a time T, a duration P, a set S.
inline std::string DatesOf(std::string_view text, std::string_view published) {
  StoryFields fields;
  fields.text = text;
  fields.published = published;
  const Story story(std::move(fields));
  static Scratch scratch;
  ShippedPipeline().Read(story, scratch);
  const Layers& layers = scratch.layers();
  std::string out;
  for (const DateMention& m : layers.dates) {
    if (!out.empty()) out += "; ";
    const uint32_t begin = layers.tokens[m.begin].begin;
    out += story.text().substr(begin, layers.tokens[m.end - 1].end - begin);
    out += m.type == Timex::kDate       ? "="
           : m.type == Timex::kTime     ? "=T:"
           : m.type == Timex::kDuration ? "=P:"
                                        : "=S:";
    out += m.value;
  }
  return out;
}

}  // namespace telex
