import dis
from calendar import isleap  # written in Python

r, s, x = range(99), "7", 0
for right in ("1", "len(s)", "int(s)", "isleap(4)"):
    code = compile(
        f"for _ in r: x += {right}", "", "exec"
    )
    exec(code)  # let the interpreter specialise it
    steps = dis.get_instructions(code, adaptive=True)
    calls = [
        i.opname for i in steps if "CALL" in i.opname
    ]
    looks = calls and calls != ["CALL_LEN"]
    print("x +=", right, "<- may switch" if looks else "")
    print("    ", *calls or ["no call"])
