from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    job = pool.submit(lambda: 1 / 0)
    answers = pool.map(lambda n: 6 // n, [1, 0, 2])
print("left the pool, done:", job.done())
try:
    for answer in answers:
        print("got", answer)
except ZeroDivisionError:
    print("raised now, and 6 // 2 is lost")
