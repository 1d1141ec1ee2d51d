"""K8: pymalloc takes arenas of 1 MiB on 64 bits, cuts them into pools of 16 KiB, and has 32 size classes up to 512 bytes."""
# runs on: python>=3.10 with pymalloc

import os
import sys
import tempfile

with tempfile.TemporaryFile() as file:
    stderr = os.dup(2)
    os.dup2(file.fileno(), 2)
    sys._debugmallocstats()
    os.dup2(stderr, 2)
    file.seek(0)
    told = file.read().decode()

assert "Small block threshold = 512, in 32 size classes." in told
assert "arenas * 1048576 bytes/arena" in told
assert "unused pools * 16384 bytes" in told
