"""What leads out of the interpreter is taken away before a program starts, and says so.

The host takes away what these names led to as well (`runtime/worker/walls/realm.ts`,
`runtime/worker/walls/permissions.ts`), so a way that is not closed here leads nowhere. Other
programs are refused in `refusals.py`.
"""

import sys

OUTWARD = frozenset(("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"))
FINDERS = ("JsFinder", "WindowsToLinuxPathFinder")  # Pyodide's own


class _Wall:
    """A finder that stands before all others."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Refuse what leads to the host."""
        first = name.partition(".")[0]
        if first in OUTWARD:
            raise ModuleNotFoundError(
                f"No module named {name!r}: a program has its own interpreter, "
                "and no way to the page or the machine that runs it",
                name=name,
            )


def close():
    """Take away what Pyodide offers of its host; what is in use already goes on."""
    for name in list(sys.modules):
        if name.partition(".")[0] in OUTWARD:
            del sys.modules[name]
    for finder in list(sys.meta_path):
        if getattr(finder, "__name__", type(finder).__name__) in FINDERS:
            if hasattr(finder, "jsproxies"):
                finder.jsproxies.clear()
            sys.meta_path.remove(finder)
    sys.meta_path.insert(0, _Wall)
