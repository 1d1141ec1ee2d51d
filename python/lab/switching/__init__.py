"""Where a thread may lose the interpreter, and where the engine collects garbage.

Open to the rooms above the ground. Imports `threads` and `disguise`.
"""
