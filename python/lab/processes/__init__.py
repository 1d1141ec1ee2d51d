"""`multiprocessing` and its start method `spawn`: each process is a worker with an interpreter."""
