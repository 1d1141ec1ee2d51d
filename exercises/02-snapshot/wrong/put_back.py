# rejected by: does_not_copy_it_for_a_moment
import copy


def snapshot(config):
    snap = copy.deepcopy(config)
    snap["blob"] = config["blob"]
    return snap
