#include "mapped_file.h"

namespace crossline {

// Looked at after the reads: of a file that shrank within its last page the rest reads as zeros, without a fault, and of one
// that was written to a part may be old and a part new.
Status MappedFile::ChangeOf(bool has_faulted) const {
  const FileState now = CurrentState();
  if (now.size != static_cast<int64_t>(size_)) {
    return {Outcome::kFileChanged, "",
            "it has " + std::to_string(now.size) + " bytes instead of " + std::to_string(size_)};
  }
  if (has_faulted) return {Outcome::kFileChanged, "", "a part of it could not be read"};
  if (now.modified_ms != modified_ms_) return {Outcome::kFileChanged, "", "it was written to"};
  return {};
}

}  // namespace crossline
