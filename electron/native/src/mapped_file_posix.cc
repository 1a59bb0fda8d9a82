#ifndef _WIN32
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault_guard.h"
#include "mapped_file.h"
#include "page.h"

namespace crossline {
namespace {

const char* ErrorName(int error) {
  switch (error) {
    case ENOENT:
      return "ENOENT";
    case ENOTDIR:
      return "ENOTDIR";
    case EACCES:
      return "EACCES";
    case EPERM:
      return "EPERM";
    case EISDIR:
      return "EISDIR";
    case ENXIO:
      return "ENXIO";
    case ESTALE:
      return "ESTALE";
    case EMFILE:
      return "EMFILE";
    case ENFILE:
      return "ENFILE";
    case ENOMEM:
      return "ENOMEM";
    default:
      return "EIO";
  }
}

Status Failure(int error) { return {Outcome::kFailed, ErrorName(error), strerror(error)}; }

double ModifiedMs(const struct stat& found) {
#ifdef __APPLE__
  const struct timespec& time = found.st_mtimespec;
#else
  const struct timespec& time = found.st_mtim;
#endif
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Linux answers "all resident" for a file that the user neither owns nor may write (CVE-2019-5489). What other systems
// answer for a mapped file was not tried.
bool TellsResidency(int descriptor, const struct stat& found) {
#ifdef __linux__
  if (geteuid() == 0 || geteuid() == found.st_uid) return true;
  const std::string path = "/proc/self/fd/" + std::to_string(descriptor);
  return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
#else
  (void)descriptor;
  (void)found;
  return false;
#endif
}

}  // namespace

std::shared_ptr<MappedFile> MappedFile::Open(const std::string& path, Status* status) {
  // O_NONBLOCK: opening a pipe would wait for its writer.
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    *status = Failure(errno);
    return nullptr;
  }
  std::shared_ptr<MappedFile> file(new MappedFile());
  file->descriptor_ = descriptor;
  struct stat found;
  if (fstat(descriptor, &found) != 0) {
    *status = Failure(errno);
    return nullptr;
  }
  if (!S_ISREG(found.st_mode)) {
    *status = Failure(EISDIR);
    return nullptr;
  }
  file->modified_ms_ = ModifiedMs(found);
  file->tells_residency_ = TellsResidency(descriptor, found);
  if (found.st_size == 0) return file;  // Nothing to map, and mmap refuses a length of 0.

  InstallFaultGuard();
  void* const data = mmap(nullptr, static_cast<size_t>(found.st_size), PROT_READ, MAP_SHARED, descriptor, 0);
  if (data == MAP_FAILED) {
    *status = Failure(errno);
    return nullptr;
  }
  file->data_ = static_cast<const uint8_t*>(data);
  file->size_ = static_cast<uint64_t>(found.st_size);
  return file;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) munmap(const_cast<uint8_t*>(data_), size_);
  close(descriptor_);
}

FileState MappedFile::CurrentState() const {
  struct stat found;
  if (fstat(descriptor_, &found) != 0) return {};
  return {static_cast<int64_t>(found.st_size), ModifiedMs(found)};
}

void MappedFile::Advise(const uint8_t* from, size_t bytes) const {
  const uint8_t* const page = PageStart(from);
  madvise(const_cast<uint8_t*>(page), bytes + static_cast<size_t>(from - page), MADV_WILLNEED);
}

}  // namespace crossline
#endif
