"""What a process has from its system: a fresh start, files, processor time, frames, an event loop.

Doors: all. Imports: `threads`, `disguise`.
"""
