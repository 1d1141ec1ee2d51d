import sys

enabled = getattr(sys, "_is_gil_enabled", lambda: True)
counted = hasattr(sys, "setcheckinterval")  # until 3.8
print("GIL on:", enabled())
print("counts bytecodes:", counted)
print("waiter asks after", sys.getswitchinterval(), "s")
