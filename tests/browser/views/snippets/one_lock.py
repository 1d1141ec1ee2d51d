import threading, time

balance = 0
balance_lock = threading.Lock()

def deposit():
    global balance
    with balance_lock:
        seen = balance
        time.sleep(0.1)
        balance = seen + 10
    print("deposited", balance)

for _ in range(2):
    threading.Thread(target=deposit).start()
