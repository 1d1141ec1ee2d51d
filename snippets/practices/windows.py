data = bytes(2_000_000)
window = memoryview(data)
starts = range(0, len(data), 100_000)
copies = [data[i : i + 100_000] for i in starts]
views = [window[i : i + 100_000] for i in starts]
print(len(copies), len(views))
