"""Green threads: who runs, who waits, and what wakes them.

Doors: all. Imports: `disguise`.
"""
