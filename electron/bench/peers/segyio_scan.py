"""segyio's side of `crossline bench scan`: one JSON request a line, answered by the milliseconds of each call.

Started with the path of a survey. The file is memory-mapped, as segyio's own documentation recommends for speed. The last
eight results are kept alive, as on the other side.
"""
import json
import sys
import time
from collections import deque

import numpy
import segyio

PATH = sys.argv[1]
LINE_WORDS = (189, 193)
# What Crossline's scan reads of each header, by the standard's byte numbers.
SCAN_WORDS = (9, 21, 29, 37, 71, 89, 105, 109, 181, 185, 189, 193, 215)
kept = deque(maxlen=8)


def open_mapped(**how):
    survey = segyio.open(PATH, **how)
    return survey, survey.mmap()


def time_words(words):
    started = time.perf_counter()
    result = [warm.attributes(word)[:] for word in words]
    elapsed = (time.perf_counter() - started) * 1e3
    kept.append(result)
    return elapsed


def time_open():
    started = time.perf_counter()
    survey, _mapped = open_mapped(strict=True)
    elapsed = (time.perf_counter() - started) * 1e3
    survey.close()
    return elapsed


# A scan needs no cube, so a file that is none is measured too.
warm, is_mapped = open_mapped(ignore_geometry=True)
CASES = {
    "two words": lambda: time_words(LINE_WORDS),
    "all words": lambda: time_words(SCAN_WORDS),
    "open": time_open,
}

NAME = f"segyio {segyio.__version__} ({'mmap' if is_mapped else 'no mmap'}), numpy {numpy.__version__}"
print(json.dumps({"name": NAME}))
for line in sys.stdin:
    request = json.loads(line)
    run = CASES[request["case"]]
    print(json.dumps({"ms": [run() for _ in request["arguments"]]}))
