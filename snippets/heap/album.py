import sys

photo = bytes(1_000_000)

for album in ([], [photo], [photo] * 1000):
    size = sys.getsizeof(album)
    print(f"{len(album):4} photos: {size:5} bytes")
