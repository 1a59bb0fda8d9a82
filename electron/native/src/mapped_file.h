// A file mapped read-only, whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "chunk_cache.h"
#include "task.h"

namespace crossline {

struct FileState {
  // -1 where the system cannot tell any more.
  int64_t size = -1;
  // Milliseconds since 1970.
  double modified_ms = 0;
};

class MappedFile {
 public:
  // Null where it failed; `status` then says why. The path is UTF-8.
  static std::shared_ptr<MappedFile> Open(const std::string& path, Status* status);
  // Unmaps and closes. A large mapping takes milliseconds: let it happen on a pool thread.
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  const uint8_t* data() const { return data_; }
  uint64_t size() const { return size_; }
  // Milliseconds since 1970.
  double modified_ms() const { return modified_ms_; }

  // The open file's state now; whatever has taken its name since is another file.
  FileState CurrentState() const;
  // kFileChanged where it is not what it was when it was opened, or `has_faulted`: a part of it could not be read.
  Status ChangeOf(bool has_faulted) const;
  // Asks the system to start reading these bytes of the mapping.
  void Advise(const uint8_t* from, size_t bytes) const;
  // Whether the system answers truly which pages are in memory.
  bool tells_residency() const { return tells_residency_; }

  ChunkCache& chunks() { return chunks_; }

 private:
  MappedFile() = default;

  const uint8_t* data_ = nullptr;
  uint64_t size_ = 0;
  double modified_ms_ = 0;
  bool tells_residency_ = false;
  ChunkCache chunks_;
#ifdef _WIN32
  void* file_ = nullptr;
  void* mapping_ = nullptr;
#else
  int descriptor_ = -1;
#endif
};

}  // namespace crossline
