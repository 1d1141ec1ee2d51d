"""Which build this is, and which machine."""

import os
import platform
import re
import sys
import sysconfig
from datetime import datetime, timezone
from pathlib import Path

from common import emit


def found(file: str, pattern: str) -> str:
    """Return what the pattern finds in a file of the system, or nothing."""
    try:
        match = re.search(pattern, Path(file).read_text())
    except OSError:
        return ""
    return match[1] if match else ""


memory = found("/proc/meminfo", r"MemTotal:\s*(\d+)")
# Folders of whoever built it are nobody's business.
arguments = re.sub(r"'[^' ]*=?/[^']*'", "", sysconfig.get_config_var("CONFIG_ARGS") or "")
emit(
    build={
        "python_VV": f"Python {sys.version}".replace("\n", " "),
        "version": list(sys.version_info),
        "implementation": platform.python_implementation(),
        "gil_enabled": getattr(sys, "_is_gil_enabled", lambda: True)(),
        "Py_GIL_DISABLED": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
        "pymalloc": bool(sysconfig.get_config_var("WITH_PYMALLOC")),
        "config_args": " ".join(arguments.split()),
        "switchinterval": sys.getswitchinterval(),
        "maxsize": sys.maxsize,
    },
    machine={
        "cpu": found("/proc/cpuinfo", r"model name\s*:\s*(.+)") or platform.machine(),
        "cores": os.cpu_count(),
        "mem_mib": int(memory) // 1024 if memory else None,
        "kernel": platform.release(),
        "os": " ".join([platform.system(), *platform.libc_ver()]).strip(),
        "loadavg": list(os.getloadavg()) if hasattr(os, "getloadavg") else None,
    },
    time=datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),  # noqa: UP017
)
