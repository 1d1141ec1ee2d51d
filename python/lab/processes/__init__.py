"""`multiprocessing` and its start method `spawn`: each process is a worker with an interpreter.

Doors: `kernel.py`, `library.py`. Imports: `threads`, `disguise`.
"""
