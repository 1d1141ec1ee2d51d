"""A run told as events: who has the interpreter, who waits for what, what the library does.

Doors: `trace.py`. Imports: `switching`, `threads`, `disguise`.
"""
