import asyncio
from contextvars import ContextVar, copy_context

_request = ContextVar("request")


def current():
    return _request.get(None)


def _with(request):
    context = copy_context()
    context.run(_request.set, request)
    return context


def handle(request, function):
    return _with(request).run(function)


async def handle_async(request, function):
    return await asyncio.create_task(function(), context=_with(request))
