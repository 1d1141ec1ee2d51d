for text in ("256", "257", "-5", "-6"):
    a, b = int(text), int(text)
    print(f"{text:>4}  equal: {a == b}  same: {a is b}")
