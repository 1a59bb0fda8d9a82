"""C's side of `crossline bench dtw`: one JSON request a line, answered by the milliseconds of each call.

A textbook loop, two rows of sums and one byte a cell for the path, which is then followed back; compiled by cc when the bench starts.
Where there is no compiler, Numba compiles the same loop. The traces lie in a folder named by the parent process, as float64 arrays.
"""
import ctypes
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import deque

import numpy

FOLDER = os.path.join(tempfile.gettempdir(), f"crossline-bench-dtw-{os.getppid()}")
SOURCE = r"""
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
double dtw(const double* a, const double* b, long count, long band, uint8_t* steps, int32_t* path, long* length) {
  const long width = 2 * band + 1 < count ? 2 * band + 1 : count;
  double* above = malloc((count + 1) * sizeof(double));
  double* row = malloc((count + 1) * sizeof(double));
  for (long j = 0; j <= count; ++j) above[j] = row[j] = INFINITY;
  above[0] = 0;
  for (long i = 0; i < count; ++i) {
    const long from = i - band > 0 ? i - band : 0, to = i + band < count - 1 ? i + band : count - 1;
    uint8_t* const to_steps = steps + i * width - (width == count ? 0 : i - band);
    row[from] = INFINITY;
    for (long j = from; j <= to; ++j) {
      const double difference = a[i] - b[j], cell = difference * difference;
      double least = above[j];
      uint8_t step = 0;
      if (above[j + 1] < least) { least = above[j + 1]; step = 1; }
      if (row[j] < least) { least = row[j]; step = 2; }
      row[j + 1] = least + cell;
      to_steps[j] = step;
    }
    if (to + 2 <= count) row[to + 2] = INFINITY;
    if (i == 0) above[0] = INFINITY;
    double* const other = above; above = row; row = other;
  }
  const double cost = above[count];
  long i = count - 1, j = count - 1, k = 0;
  for (;;) {
    path[2 * k] = i; path[2 * k + 1] = j; ++k;
    if (i == 0 && j == 0) break;
    const uint8_t step = steps[i * width + j - (width == count ? 0 : i - band)];
    if (step != 2) --i;
    if (step != 1) --j;
  }
  *length = k;
  free(above); free(row);
  return cost;
}
"""
kept = deque(maxlen=8)
traces = {}


def read():
    """Written by the other side once this one has started."""
    if not traces:
        for name in "ab":
            traces[name] = numpy.fromfile(os.path.join(FOLDER, name), "<f8")
    return traces["a"], traces["b"], len(traces["a"])


def compiled():
    build = tempfile.mkdtemp(prefix="crossline-dtw-")
    source, library = os.path.join(build, "dtw.c"), os.path.join(build, "dtw.so")
    with open(source, "w") as file:
        file.write(SOURCE)
    subprocess.run(["cc", "-O3", "-march=native", "-shared", "-fPIC", source, "-o", library, "-lm"], check=True)
    call = ctypes.CDLL(library).dtw
    call.restype = ctypes.c_double
    version = subprocess.run(["cc", "-dumpfullversion"], capture_output=True, text=True).stdout.strip()

    def run(band):
        a, b, count = read()
        width = min(count, 2 * band + 1)
        steps, path, length = numpy.empty(count * width, "u1"), numpy.empty((2 * count, 2), "i4"), ctypes.c_long()
        pointer = lambda array, kind: array.ctypes.data_as(ctypes.POINTER(kind))
        cost = call(
            pointer(a, ctypes.c_double), pointer(b, ctypes.c_double), ctypes.c_long(count), ctypes.c_long(band),
            pointer(steps, ctypes.c_uint8), pointer(path, ctypes.c_int32), ctypes.byref(length),
        )
        return cost, path[: length.value]

    return run, f"C, cc {version}, through ctypes"


def with_numba():
    import numba

    @numba.njit
    def loop(a, b, band, width, steps, path):
        count = len(a)
        above, row = numpy.full(count + 1, numpy.inf), numpy.full(count + 1, numpy.inf)
        above[0] = 0
        for i in range(count):
            start, end = max(0, i - band), min(count - 1, i + band)
            at = i * width - (0 if width == count else i - band)
            row[start] = numpy.inf
            for j in range(start, end + 1):
                cell = (a[i] - b[j]) ** 2
                least, step = above[j], 0
                if above[j + 1] < least: least, step = above[j + 1], 1
                if row[j] < least: least, step = row[j], 2
                row[j + 1] = least + cell
                steps[at + j] = step
            if end + 2 <= count: row[end + 2] = numpy.inf
            if i == 0: above[0] = numpy.inf
            above, row = row, above
        i, j, k = count - 1, count - 1, 0
        while True:
            path[k, 0], path[k, 1], k = i, j, k + 1
            if i == 0 and j == 0: break
            step = steps[i * width + j - (0 if width == count else i - band)]
            if step != 2: i -= 1
            if step != 1: j -= 1
        return above[count], k

    def run(band):
        a, b, count = read()
        width = min(count, 2 * band + 1)
        steps, path = numpy.empty(count * width, "u1"), numpy.empty((2 * count, 2), "i4")
        cost, length = loop(a, b, band, width, steps, path)
        return cost, path[:length]

    return run, f"Numba {numba.__version__}"


try:
    run, name = compiled()
except (OSError, subprocess.CalledProcessError):
    try:
        run, name = with_numba()
    except ImportError:
        sys.exit("neither a C compiler (cc) nor Numba is there")

print(json.dumps({"name": name}))
for line in sys.stdin:
    request = json.loads(line)
    words = request["case"].split()
    times, band = (int(words[1]) if words[0] == "times" else 1), int(words[-1])
    answers = []
    for _ in request["arguments"]:
        started = time.perf_counter()
        for _ in range(times):
            result = run(band)
        answers.append((time.perf_counter() - started) * 1e3)
        kept.append(result)
    print(json.dumps({"ms": answers}))
