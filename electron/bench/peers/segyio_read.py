"""segyio's side of `crossline bench read`: one JSON request a line, answered by the milliseconds of each call.

Started with the path of a cube. The file is memory-mapped, as segyio's own documentation recommends for speed. The last
eight results are kept alive, as on the other side.
"""
import json
import sys
import time
from collections import deque

import numpy
import segyio

PATH = sys.argv[1]
kept = deque(maxlen=8)


def open_mapped():
    cube = segyio.open(PATH, strict=True)
    mapped = cube.mmap()
    return cube, mapped


def timed(call):
    started = time.perf_counter()
    result = call()
    elapsed = (time.perf_counter() - started) * 1e3
    kept.append(result)
    return elapsed


def time_open(_):
    started = time.perf_counter()
    cube, _mapped = open_mapped()
    elapsed = (time.perf_counter() - started) * 1e3
    cube.close()
    return elapsed


def time_open_and(read):
    started = time.perf_counter()
    fresh, _mapped = open_mapped()
    result = read(fresh)
    elapsed = (time.perf_counter() - started) * 1e3
    kept.append(result)
    fresh.close()
    return elapsed


def time_first_time_slice(index):
    fresh, _mapped = open_mapped()
    elapsed = timed(lambda: fresh.depth_slice[index])
    fresh.close()
    return elapsed


warm, is_mapped = open_mapped()
CASES = {
    "open": time_open,
    "open to first inline": lambda index: time_open_and(lambda cube: cube.iline[cube.ilines[index]]),
    "open to first time slice": lambda index: time_open_and(lambda cube: cube.depth_slice[index]),
    "inline": lambda index: timed(lambda: warm.iline[warm.ilines[index]]),
    "crossline": lambda index: timed(lambda: warm.xline[warm.xlines[index]]),
    "time slice": lambda index: timed(lambda: warm.depth_slice[index]),
    "first time slice": time_first_time_slice,
}

NAME = f"segyio {segyio.__version__} ({'mmap' if is_mapped else 'no mmap'}), numpy {numpy.__version__}"
print(json.dumps({"name": NAME}))
for line in sys.stdin:
    request = json.loads(line)
    run = CASES[request["case"]]
    print(json.dumps({"ms": [run(index) for index in request["arguments"]]}))
