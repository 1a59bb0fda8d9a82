#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "mapped_file.h"

namespace crossline {
namespace {

const char* ErrorName(DWORD error) {
  switch (error) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_NETPATH:
      return "ENOENT";
    case ERROR_ACCESS_DENIED:
    case ERROR_SHARING_VIOLATION:
      return "EACCES";
    default:
      return "EIO";
  }
}

Status LastFailure() {
  const DWORD error = GetLastError();
  return {Outcome::kFailed, ErrorName(error), "system error " + std::to_string(error)};
}

std::wstring Wide(const std::string& utf8) {
  const int bytes = static_cast<int>(utf8.size());
  std::wstring wide(MultiByteToWideChar(CP_UTF8, 0, utf8.data(), bytes, nullptr, 0), L'\0');
  MultiByteToWideChar(CP_UTF8, 0, utf8.data(), bytes, wide.data(), static_cast<int>(wide.size()));
  return wide;
}

// File times count 100 ns from 1601.
double UnixMs(const FILETIME& time) {
  const uint64_t ticks = (static_cast<uint64_t>(time.dwHighDateTime) << 32) | time.dwLowDateTime;
  return static_cast<double>(ticks) / 1e4 - 11644473600000.0;
}

}  // namespace

std::shared_ptr<MappedFile> MappedFile::Open(const std::string& path, Status* status) {
  const std::wstring wide = Wide(path);
  const DWORD attributes = GetFileAttributesW(wide.c_str());
  if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0) {
    *status = {Outcome::kFailed, "EISDIR", "it is a folder"};
    return nullptr;
  }
  const HANDLE handle = CreateFileW(wide.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                    nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE) {
    *status = LastFailure();
    return nullptr;
  }
  std::shared_ptr<MappedFile> file(new MappedFile());
  file->file_ = handle;
  LARGE_INTEGER size;
  FILETIME modified;
  if (GetFileType(handle) != FILE_TYPE_DISK || !GetFileSizeEx(handle, &size) ||
      !GetFileTime(handle, nullptr, nullptr, &modified)) {
    *status = {Outcome::kFailed, "EISDIR", "it is not a regular file"};
    return nullptr;
  }
  file->modified_ms_ = UnixMs(modified);
  if (size.QuadPart == 0) return file;  // Nothing to map, and an empty mapping is refused.

  file->mapping_ = CreateFileMappingW(handle, nullptr, PAGE_READONLY, 0, 0, nullptr);
  if (file->mapping_ == nullptr) {
    *status = LastFailure();
    return nullptr;
  }
  file->data_ = static_cast<const uint8_t*>(MapViewOfFile(file->mapping_, FILE_MAP_READ, 0, 0, 0));
  if (file->data_ == nullptr) {
    *status = LastFailure();
    return nullptr;
  }
  file->size_ = static_cast<uint64_t>(size.QuadPart);
  return file;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) UnmapViewOfFile(data_);
  if (mapping_ != nullptr) CloseHandle(mapping_);
  CloseHandle(file_);
}

FileState MappedFile::CurrentState() const {
  LARGE_INTEGER size;
  FILETIME modified;
  if (!GetFileSizeEx(file_, &size) || !GetFileTime(file_, nullptr, nullptr, &modified)) return {};
  return {static_cast<int64_t>(size.QuadPart), UnixMs(modified)};
}

void MappedFile::Advise(const uint8_t* from, size_t bytes) const {
  WIN32_MEMORY_RANGE_ENTRY range = {const_cast<uint8_t*>(from), bytes};
  PrefetchVirtualMemory(GetCurrentProcess(), 1, &range, 0);
}

}  // namespace crossline
#endif
