// generate_feed: a feed of invented stories for measuring, the same bytes for the same seed, rules
// and profile.
//
//     generate_feed RULES PROFILE MEGABYTES SEED > feed.jsonl
//
// Stops once the file has MEGABYTES (of 1,000,000 bytes). The knobs of the writer are set by
// samples, which takes a few seconds before the first story.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "pipeline/pipeline.h"
#include "pipeline/rules/diagnostic.h"
#include "tools/bench/copywriter.h"
#include "tools/bench/profile.h"

namespace {

// The writer makes no control character but the line feed.
void AppendField(const char* name, std::string_view value, std::string* line) {
  if (line->size() > 1) *line += ", ";
  *line += '"';
  *line += name;
  *line += "\": \"";
  for (const char c : value) {
    if (c == '\n') {
      *line += "\\n";
    } else {
      if (c == '"' || c == '\\') *line += '\\';
      *line += c;
    }
  }
  *line += '"';
}

bool ReadFile(const std::string& path, std::string* bytes) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "generate_feed: cannot read " << path << "\n";
    return false;
  }
  bytes->assign(std::istreambuf_iterator<char>(file), {});
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: generate_feed RULES PROFILE MEGABYTES SEED > feed.jsonl\n";
    return 2;
  }
  const std::string directory = argv[1];
  std::string yaml, lemmas;
  if (!ReadFile(argv[2], &yaml) || !ReadFile(directory + "/language/wordforms.tsv", &lemmas))
    return 2;
  telex::Diagnostics diagnostics;
  const auto rules = telex::LoadRules(directory, diagnostics);
  if (!rules || diagnostics.HasErrors()) {
    std::cerr << "generate_feed: the rules in " << directory << " have errors (run telex check)\n";
    return 2;
  }
  const telex::Pipeline pipeline(rules, telex::PipelineOptions{});
  telex::Copywriter writer(*rules, lemmas, std::strtoull(argv[4], nullptr, 10));
  writer.Calibrate(pipeline, telex::ParseProfile(yaml));

  const double wanted = std::strtod(argv[3], nullptr) * 1e6;
  double written = 0;
  std::string line;
  while (written < wanted) {
    const telex::StoryFields story = writer.Next();
    line = "{";
    AppendField("id", story.id, &line);
    AppendField("source", story.source, &line);
    AppendField("published", story.published, &line);
    AppendField("headline", story.headline, &line);
    AppendField("text", story.text, &line);
    AppendField("url", "https://bench.example/" + story.id, &line);
    line += "}\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      std::cerr << "generate_feed: cannot write\n";
      return 2;
    }
    written += static_cast<double>(line.size());
  }
  return std::fflush(stdout) == 0 ? 0 : 2;
}
