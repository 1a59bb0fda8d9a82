#ifndef _WIN32
#include "write_task.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

namespace crossline {
namespace {

const char* ErrorName(int error) {
  switch (error) {
    case ENOSPC:
      return "ENOSPC";
    case EDQUOT:
      return "EDQUOT";
    case EFBIG:
      return "EFBIG";
    case EROFS:
      return "EROFS";
    default:
      return "EIO";
  }
}

}  // namespace

WriteTask::WriteTask(int descriptor, const uint8_t* from, size_t rows, size_t row_bytes, int64_t offset, int64_t stride)
    : Task(1),
      descriptor_(descriptor),
      from_(from),
      rows_(rows),
      row_bytes_(row_bytes),
      offset_(offset),
      stride_(stride) {}

void WriteTask::Work() {
  for (size_t row = 0; row < rows_; ++row) {
    if (is_cancelled()) {
      status_.outcome = Outcome::kCancelled;
      return;
    }
    const uint8_t* const from = from_ + row * row_bytes_;
    const int64_t at = offset_ + static_cast<int64_t>(row) * stride_;
    for (size_t done = 0; done < row_bytes_;) {
      const ssize_t written = pwrite(descriptor_, from + done, row_bytes_ - done, at + static_cast<int64_t>(done));
      if (written > 0) {
        done += static_cast<size_t>(written);
      } else if (written == 0 || errno != EINTR) {
        const int error = written == 0 ? EIO : errno;
        status_ = {Outcome::kFailed, ErrorName(error), strerror(error)};
        return;
      }
    }
  }
}

}  // namespace crossline
#endif
