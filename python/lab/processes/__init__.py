"""`multiprocessing` and its start method `spawn`: each process is a worker with an interpreter.

The doors are `library`, which installs, and `kernel`. Imports the ground.
"""
