from contextvars import ContextVar

_request = ContextVar("request", default=None)


def current():
    """The request that we work for, or None."""
    return _request.get()


def handle(request, function):
    """Call function for a request."""
    token = _request.set(request)
    try:
        return function()
    finally:
        _request.reset(token)


async def handle_async(request, function):
    """Await function() for a request."""
    token = _request.set(request)
    try:
        return await function()
    finally:
        _request.reset(token)
