"""What checks of exercises are written with; `lab.grading` gives it to them.

Open to `grading`. Imports `grading.guard`.
"""
