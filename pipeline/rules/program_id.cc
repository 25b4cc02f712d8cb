#include "pipeline/rules/program_id.h"

#include <elf.h>
#include <link.h>
#include <sys/auxv.h>

#include <algorithm>
#include <string_view>

#include "pipeline/rules/hasher.h"

namespace telex {
namespace {

constexpr std::string_view kOwner("GNU", 4);  // with its 0

size_t RoundUp(size_t size) { return (size + 3) / 4 * 4; }

/// The build id among the notes of a segment, or "".
std::string_view FindBuildId(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::copy_n(notes.data(), sizeof note, reinterpret_cast<char*>(&note));
    notes.remove_prefix(sizeof note);
    const size_t size = RoundUp(note.n_namesz) + RoundUp(note.n_descsz);
    if (size > notes.size()) break;
    if (note.n_type == NT_GNU_BUILD_ID && notes.substr(0, note.n_namesz) == kOwner)
      return notes.substr(RoundUp(note.n_namesz), note.n_descsz);
    notes.remove_prefix(size);
  }
  return "";
}

struct Sum {
  Hasher hasher;
  bool complete = true;
};

int AddObject(dl_phdr_info* object, size_t, void* data) {
  Sum& sum = *static_cast<Sum*>(data);
  if (object->dlpi_addr == getauxval(AT_SYSINFO_EHDR)) return 0;  // a part of the kernel
  std::string_view id;
  for (size_t i = 0; i < object->dlpi_phnum && id.empty(); ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type == PT_NOTE)
      id = FindBuildId(
          {reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr), segment.p_memsz});
  }
  sum.complete = sum.complete && !id.empty();
  sum.hasher.Add(id);
  return 0;
}

}  // namespace

std::optional<uint64_t> ProgramId() {
  Sum sum;
  dl_iterate_phdr(AddObject, &sum);
  if (!sum.complete) return std::nullopt;
  return sum.hasher.value();
}

}  // namespace telex
