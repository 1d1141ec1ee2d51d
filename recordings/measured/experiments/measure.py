"""Run a measured experiment on a given CPython and write its record, with provenance.

python3 measure.py scattered_survivors --python EXE --provenance "Debian 12 package" > FILE.json
python3 measure.py line_by_line --python EXE --provenance "Debian 12 package" > FILE.json
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import sys

import scattered_survivors

HERE = pathlib.Path(__file__).parent


def run(exe: str, script: str, *arguments: str) -> subprocess.CompletedProcess:
    """Run one experiment script in a fresh process of the measured build."""
    command = [exe, str(HERE / f"{script}.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def survivors(exe: str) -> dict:
    """Return resident bytes and arenas in use at each mark of each pattern."""
    patterns = []
    for pattern in scattered_survivors.PATTERNS:
        done = run(exe, "scattered_survivors", pattern)
        marks = {}
        for part in done.stderr.split("@@ ")[1:]:
            name, size = part.split(maxsplit=2)[:2]
            arenas = re.search(r"# arenas allocated current\s*=\s*([\d,]+)", part)
            marks[name] = {"rss": int(size), "arenas": int(arenas[1].replace(",", ""))}
        patterns.append({"pattern": pattern, "keptBytes": int(done.stdout), "marks": marks})
    return {
        "objects": scattered_survivors.COUNT,
        "kept": scattered_survivors.KEPT,
        "patterns": patterns,
    }


def lines(exe: str) -> dict:
    """Return memory_profiler's table as it printed it, without the folder of the script."""
    table = run(exe, "line_by_line").stdout
    return {"table": re.sub(r"(?<=Filename: )\S*/", "", table)}


EXPERIMENTS = {"scattered_survivors": survivors, "line_by_line": lines}


def main() -> None:
    """Measure, and print the record as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("experiment", choices=EXPERIMENTS)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--provenance", required=True)
    options = parser.parse_args()
    version = subprocess.run(
        [options.python, "-VV"], capture_output=True, text=True, check=True
    ).stdout.strip()
    record = {
        "experiment": options.experiment,
        "build": "CPython " + version.split()[1],
        "python": version,
        "provenance": options.provenance,
        "machine": f"{os.cpu_count()} virtual CPUs, {platform.system()} {platform.machine()}",
        "date": datetime.date.today().isoformat(),
        "figures": EXPERIMENTS[options.experiment](options.python),
    }
    json.dump(record, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
