import dis
from calendar import isleap  # written in Python

r, s, x = range(99), "7", 0
for right in ("1", "len(s)", "int(s)", "isleap(4)"):
    loop = f"for _ in r: x += {right}"
    code = compile(loop, "", "exec")
    exec(code)  # let the interpreter specialise it
    steps = dis.get_instructions(code, adaptive=True)
    calls = [
        s.opname for s in steps if "CALL" in s.opname
    ]
    looks = calls and calls != ["CALL_LEN"]
    print("x +=", right, "<- may switch" if looks else "")
    print("    ", *calls or ["no call"])
