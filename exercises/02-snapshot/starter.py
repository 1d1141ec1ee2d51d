def snapshot(config):
    """A copy that later edits of config do not reach."""
    return dict(config)
