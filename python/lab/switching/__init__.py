"""Where a thread may lose the interpreter, and where the engine collects garbage.

Doors: all. Imports: `threads`, `disguise`.
"""
