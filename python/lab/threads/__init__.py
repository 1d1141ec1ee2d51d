"""Green threads: who runs, who waits, and what wakes them.

Open to all but `disguise`. Imports `disguise` and `host`.
"""
