import queue

q = queue.Queue(maxsize=2)
for item in "abc":
    try:
        q.put(item, block=False)
    except queue.Full:
        print(item, "was refused: Full")
if hasattr(q, "shutdown"):  # 3.13
    q.shutdown()
    print("after shutdown:", q.get(), q.get())
    try:
        q.get()
    except queue.ShutDown:
        print("then: ShutDown")
