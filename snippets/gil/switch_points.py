import dis

LOOKS = {"RESUME", "JUMP_BACKWARD", "CALL"}  # plain names


def work():
    global x
    while True:
        x += 1


for instruction in dis.get_instructions(work):
    name = instruction.opname
    mark = "<- may switch" if name in LOOKS else ""
    print(f"{name:15}{mark}")
