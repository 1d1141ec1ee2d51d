from concurrent.futures import Future

job = Future()
print("cancel while pending:", job.cancel())

job = Future()
job.set_running_or_notify_cancel()  # a worker took it
print("cancel while running:", job.cancel())

job.set_exception(ZeroDivisionError("lost?"))
print("nothing was raised, done:", job.done())
try:
    job.result()
except ZeroDivisionError as error:
    print("only now:", error)
