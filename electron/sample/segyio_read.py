"""Reads the sample with segyio and prints what it saw as JSON: segyio_read.py CUBE LINE..."""
import json
import sys

import segyio


def cube(path):
    with segyio.open(path, strict=True) as f:
        first, last = f.header[0], f.header[-1]
        return {
            "ilines": [int(n) for n in f.ilines],
            "xlines": [int(n) for n in f.xlines],
            "samples": [float(t) for t in f.samples],
            "format": int(f.format),
            "sorting": int(f.sorting),
            "text": [bytes(f.text[0])[i : i + 80].decode() for i in range(0, 3200, 80)],
            "corner": [int(first[segyio.su.cdpx]), int(first[segyio.su.cdpy])],
            "opposite": [int(last[segyio.su.cdpx]), int(last[segyio.su.cdpy])],
            "scalar": int(first[segyio.su.scalco]),
            "trace": [float(a) for a in f.trace[10]],
            "inlineOfTrace": [float(a) for a in f.iline[f.ilines[1]][1]],
        }


def line(path):
    with segyio.open(path, strict=False) as f:
        return {
            "traces": f.tracecount,
            "samples": len(f.samples),
            "interval": segyio.tools.dt(f) / 1000,
            "cdp": [int(n) for n in f.attributes(segyio.su.cdp)[:]],
            "x": [int(n) for n in f.attributes(segyio.su.cdpx)[:]],
            "y": [int(n) for n in f.attributes(segyio.su.cdpy)[:]],
            "sourceX": [int(n) for n in f.attributes(segyio.su.sx)[:]],
            "inlines": sorted({int(n) for n in f.attributes(segyio.su.iline)[:]}),
            "trace": [float(a) for a in f.trace[5]],
        }


print(json.dumps({"cube": cube(sys.argv[1]), "lines": [line(path) for path in sys.argv[2:]]}))
