# rejected by: each_task_its_own
from threading import local

_here = local()


def current():
    return getattr(_here, "request", None)


def handle(request, function):
    before, _here.request = current(), request
    try:
        return function()
    finally:
        _here.request = before


async def handle_async(request, function):
    before, _here.request = current(), request
    try:
        return await function()
    finally:
        _here.request = before
