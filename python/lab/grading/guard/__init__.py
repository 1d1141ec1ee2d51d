"""What an answer may not touch, and what is kept of the check that tries it.

Open to `grading` and `grading.checking`. Imports `disguise`.
"""
