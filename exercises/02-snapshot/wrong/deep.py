# rejected by: shares_the_blob
import copy


def snapshot(config):
    return copy.deepcopy(config)
