# rejected by: is_equal
import json


def snapshot(config):
    rest = {key: value for key, value in config.items() if key != "blob"}
    snap = json.loads(json.dumps(rest, default=list))
    snap["blob"] = config["blob"]
    return snap
