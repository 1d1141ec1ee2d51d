# rejected by: each_task_its_own
import asyncio
import threading

_by_thread = threading.local()
_by_task = {}


def _requests():
    try:
        task = asyncio.current_task()
    except RuntimeError:
        return _by_thread.__dict__.setdefault("requests", [])
    return _by_task.setdefault(task, [])


def current():
    """The request that we work for, or None."""
    requests = _requests()
    return requests[-1] if requests else None


def handle(request, function):
    """Call function for a request."""
    _requests().append(request)
    try:
        return function()
    finally:
        _requests().pop()


async def handle_async(request, function):
    """Await function() for a request."""
    _requests().append(request)
    try:
        return await function()
    finally:
        _requests().pop()
