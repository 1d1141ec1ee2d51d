_request = None


def current():
    """The request that we work for, or None."""
    return _request


def handle(request, function):
    """Call function for a request."""
    global _request
    _request = request
    return function()


async def handle_async(request, function):
    """Await function() for a request."""
    global _request
    _request = request
    return await function()
