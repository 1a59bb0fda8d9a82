"""segyio's side of `crossline bench cold`: one JSON request a line, answered by the milliseconds of each call.

Started with the path of a SEG-Y cube. Before each call the file is dropped from memory and opened; the call alone is timed. Not
mapped, as segyio opens a file unless it is told otherwise.
"""
import json
import os
import sys
import time

import numpy
import segyio

PATH = sys.argv[1]


def drop():
    descriptor = os.open(PATH, os.O_RDONLY)
    os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(descriptor)


def timed(read):
    drop()
    with segyio.open(PATH, strict=True) as segy:
        started = time.perf_counter()
        read(segy)
        return (time.perf_counter() - started) * 1e3


CASES = {
    "inline": lambda index: timed(lambda segy: segy.iline[segy.ilines[index]]),
    "crossline": lambda index: timed(lambda segy: segy.xline[segy.xlines[index]]),
    "time slice": lambda index: timed(lambda segy: segy.depth_slice[index]),
}

print(json.dumps({"name": f"segyio {segyio.__version__} (no mmap), numpy {numpy.__version__}"}))
for line in sys.stdin:
    request = json.loads(line)
    run = CASES[request["case"]]
    print(json.dumps({"ms": [run(index) for index in request["arguments"]]}))
