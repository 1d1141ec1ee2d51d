"""The builtins as they were before any answer was loaded: what the grader's own code uses.

A module that says `__builtins__ = pristine.builtins` before its functions gives them these.
"""

import builtins as _builtins

builtins = dict(vars(_builtins))
