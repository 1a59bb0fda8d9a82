"""Shapely's side of `crossline bench profile-intersections`: one JSON request a line, answered by the milliseconds of each call.

The lines lie in a folder named by the parent process, as float64 and uint32 arrays. There are two ways to find crossings with
Shapely: an STRtree of whole lines, or one of all segments. Both are tried once for each size, and the faster is measured.
Making the geometries is not counted. The last eight results are kept alive, as on the other side.
"""
import json
import os
import sys
import tempfile
import time
from collections import deque

import numpy
import shapely

FOLDER = os.path.join(tempfile.gettempdir(), f"crossline-bench-crossings-{os.getppid()}")
kept = deque(maxlen=8)
prepared = {}


def timed(call):
    started = time.perf_counter()
    result = call()
    elapsed = (time.perf_counter() - started) * 1e3
    kept.append(result)
    return elapsed


def crossings(geometries, owners):
    tree = shapely.STRtree(geometries)
    first, second = tree.query(geometries, predicate="intersects")
    pairs = owners[first] < owners[second]
    return shapely.intersection(geometries[first[pairs]], geometries[second[pairs]])


def prepare(name):
    if name not in prepared:
        read = lambda part, kind: numpy.fromfile(os.path.join(FOLDER, f"{name}.{part}"), kind)
        starts = read("starts", "<u4").astype(int)
        points = numpy.stack([read("x", "<f8"), read("y", "<f8")], axis=1)
        owners = numpy.repeat(numpy.arange(len(starts) - 1), numpy.diff(starts))
        lines = numpy.array([shapely.linestrings(points[a:b]) for a, b in zip(starts[:-1], starts[1:])])
        inside = owners[:-1] == owners[1:]
        segments = shapely.linestrings(numpy.stack([points[:-1], points[1:]], axis=1)[inside])
        ways = [
            lambda: crossings(lines, numpy.arange(len(lines))),
            lambda: crossings(segments, owners[:-1][inside]),
        ]
        times = [timed(way) for way in ways]
        kept.clear()
        prepared[name] = ways[times.index(min(times))]
    return prepared[name]


print(json.dumps({"name": f"Shapely {shapely.__version__}, GEOS {shapely.geos_version_string}"}))
for line in sys.stdin:
    request = json.loads(line)
    way = prepare(request["case"])
    print(json.dumps({"ms": [timed(way) for _ in request["arguments"]]}))
