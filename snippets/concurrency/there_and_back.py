from concurrent.futures import ProcessPoolExecutor


def double(numbers):
    return [2 * number for number in numbers]


if __name__ == "__main__":
    numbers = list(range(1_000_000))
    double(numbers)  # here
    with ProcessPoolExecutor(1) as pool:
        pool.submit(double, numbers).result()  # there
