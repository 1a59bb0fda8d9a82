"""The peers' side of `crossline bench cube`: one JSON request a line, answered by the milliseconds of each call.

Started with the path of a SEG-Y cube. segyio reads it memory-mapped; h5py reads a file of 64 x 64 x 64 chunks that is written
here first, and Crossline's own cube file, which lies in a folder named by the parent process. The last eight results are
kept alive, as on the other side.
"""
import json
import os
import sys
import tempfile
import time
from collections import deque

import h5py
import numpy
import segyio

PATH = sys.argv[1]
FOLDER = os.path.join(tempfile.gettempdir(), f"crossline-bench-cube-{os.getppid()}")
kept = deque(maxlen=8)
opened = {}


def timed(call):
    started = time.perf_counter()
    result = call()
    elapsed = (time.perf_counter() - started) * 1e3
    kept.append(result)
    return elapsed


def chunked():
    if "chunked" not in opened:
        path = os.path.join(FOLDER, "chunks.h5")
        cube = segyio.tools.cube(segy)
        shape = tuple(min(64, size) for size in cube.shape)
        with h5py.File(path, "w") as file:
            file.create_dataset("cube", data=cube.astype("f4"), chunks=shape)
        opened["chunked"] = h5py.File(path, "r")["cube"]
    return opened["chunked"]


def ours():
    if "ours" not in opened:
        opened["ours"] = h5py.File(os.path.join(FOLDER, "ours.h5"), "r")
    return opened["ours"]


def compressed(name):
    """Crossline's own cube file, compressed; h5py's chunk cache as it comes."""
    if name not in opened:
        opened[name] = h5py.File(os.path.join(FOLDER, f"{name}.h5"), "r")
    return opened[name]


def convert(_, **how):
    """What one writes who wants both layouts and has segyio and h5py: no tricks, and none missing."""
    path = os.path.join(FOLDER, "peer.h5")
    started = time.perf_counter()
    with segyio.open(PATH) as source, h5py.File(path, "w") as target:
        source.mmap()
        lines, crosslines, samples = len(source.ilines), len(source.xlines), len(source.samples)
        ilines = target.create_dataset("Cube/ilines", (lines, crosslines, samples), dtype="f4", **how)
        hlines = target.create_dataset("Cube/hlines", (samples, lines, crosslines), dtype="f4", **how)
        # A chunk is compressed each time that a part of it is written, so as many lines at once as it is thick.
        step = 1 if ilines.chunks is None else max(ilines.chunks[0], hlines.chunks[1])
        for first in range(0, lines, step):
            numbers = source.ilines[first : first + step]
            planes = [source.iline[number] for number in numbers]
            planes = planes[0][None] if step == 1 else numpy.stack(planes)
            ilines[first : first + step] = planes
            hlines[:, first : first + step, :] = planes.transpose(2, 0, 1)
    elapsed = (time.perf_counter() - started) * 1e3
    os.remove(path)
    return elapsed


segy = segyio.open(PATH, strict=True)
is_mapped = segy.mmap()
CASES = {
    "inline": lambda index: timed(lambda: segy.iline[segy.ilines[index]]),
    "crossline": lambda index: timed(lambda: segy.xline[segy.xlines[index]]),
    "time slice": lambda index: timed(lambda: segy.depth_slice[index]),
    "inline, h5py 64^3": lambda index: timed(lambda: chunked()[index]),
    "crossline, h5py 64^3": lambda index: timed(lambda: chunked()[:, index]),
    "time slice, h5py 64^3": lambda index: timed(lambda: chunked()[:, :, index]),
    "inline, h5py ours": lambda index: timed(lambda: ours()["Cube/ilines"][index]),
    "crossline, h5py ours": lambda index: timed(lambda: ours()["Cube/ilines"][:, index]),
    "time slice, h5py ours": lambda index: timed(lambda: ours()["Cube/hlines"][index]),
    "convert": convert,
    "convert lzf": lambda index: convert(index, compression="lzf"),
    "convert gzip": lambda index: convert(index, compression="gzip"),
}
for compression in ("lzf", "gzip"):
    CASES |= {
        f"inline {compression}": lambda index, name=compression: timed(lambda: compressed(name)["Cube/ilines"][index]),
        f"crossline {compression}": lambda index, name=compression: timed(lambda: compressed(name)["Cube/ilines"][:, index]),
        f"time slice {compression}": lambda index, name=compression: timed(lambda: compressed(name)["Cube/hlines"][index]),
    }

NAME = f"segyio {segyio.__version__} ({'mmap' if is_mapped else 'no mmap'}), h5py {h5py.__version__}"
print(json.dumps({"name": NAME}))
for line in sys.stdin:
    request = json.loads(line)
    run = CASES[request["case"]]
    if "64^3" in request["case"]:
        chunked()
    if "ours" in request["case"]:
        ours()
    print(json.dumps({"ms": [run(index) for index in request["arguments"]]}))
