"""One program, from its first line to its last object; a child process.

Doors: `child.py`, `program.py`, `warm_up.py`.
Imports: `processes`, `memory`, `trace`, `system`, `switching`, `threads`, `disguise`.
"""
