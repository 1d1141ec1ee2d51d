# rejected by: puts_them_back
def dine(forks, number, eat):
    left, right = sorted((number, (number + 1) % len(forks)))
    forks[left].acquire()
    forks[right].acquire()
    eat()
    forks[right].release()
    forks[left].release()
