"""Three million objects of 16 bytes, of which 150 stay: arenas, pools and blocks at each mark.

Run by a CPython with pymalloc; prints the figures of `sys._debugmallocstats` as JSON.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

COUNT, KEPT = 3_000_000, 150
PATTERNS = {
    "free all": "objects.clear()",
    "keep scattered": f"objects[:] = objects[::{COUNT // KEPT}]",
    "keep neighbours": f"objects[{KEPT}:] = []",
}
PROGRAM = """
import gc, os, sys
gc.disable()
def mark(word):
    os.write(2, f"@@{{word}}\\n".encode())
    sys._debugmallocstats()
objects = [None] * {count}
step = object
mark("start")
for n in range({count}): objects[n] = step()
mark("full")
{pattern}
mark("after")
"""
ROW = re.compile(r"^ +\d+ +(\d+) +(\d+) +(\d+) +(\d+)$", re.MULTILINE)


def number(text, words):
    """The figure after words, of which `sys._debugmallocstats` prints one a line."""
    return int(re.search(rf"{words} += +([\d,]+)", text)[1].replace(",", ""))


def figures(text):
    """One mark's figures."""
    unused = re.search(r"^([\d,]+) unused pools", text, re.MULTILINE)[1]
    return {
        "arenas": number(text, "# arenas allocated current"),
        "unusedPools": int(unused.replace(",", "")),
        "classes": [[int(n) for n in row] for row in ROW.findall(text)],
    }


told = {}
for name, pattern in PATTERNS.items():
    program = PROGRAM.format(count=COUNT, pattern=pattern)
    with tempfile.TemporaryFile("w+") as log:
        subprocess.run([*sys.argv[1:], "-I", "-c", program], stderr=log, check=True, env=os.environ)
        log.seek(0)
        parts = log.read().split("@@")[1:]
    told[name] = {part.split("\n", 1)[0]: figures(part) for part in parts}
print(json.dumps({"objects": COUNT, "kept": KEPT, "bytes": 16, "patterns": told}))
