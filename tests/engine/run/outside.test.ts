/** What reaches beyond Python: files that are waited for, databases, and what a page does not have. */
import { describe, expect, test } from 'vitest'
import { perform, printed, useSession } from '../support.ts'

const { session } = useSession()

describe('files', () => {
  test('are waited for by the clock of the run, and pipes end the wait', async () => {
    expect(await printed(session(), `
import os, select, selectors, threading, time
reader, writer = os.pipe()
poll, selector = select.poll(), selectors.DefaultSelector()
poll.register(reader, select.POLLIN); selector.register(reader, selectors.EVENT_READ)
def timed(wait):
    begun = time.monotonic()
    found = wait()
    print(found, round(time.monotonic() - begun, 1))
ways = (
    lambda timeout: select.select([reader], [], [], timeout) == ([reader], [], []),
    lambda timeout: poll.poll(timeout * 1000) == [(reader, select.POLLIN)],
    lambda timeout: [key.fd for key, _ in selector.select(timeout)] == [reader],
)
for way in ways: timed(lambda: way(0.5))
for way in ways:
    threading.Timer(2, os.write, (writer, b"x")).start()
    timed(lambda: way(5))
    os.read(reader, 1)
threading.Timer(2, os.write, (writer, b"x")).start()
timed(lambda: os.read(reader, 1))
threading.Timer(2, os.close, (writer,)).start()
timed(lambda: os.read(reader, 1))`)).toBe(
      `${'False 0.5\n'.repeat(3)}${'True 2.0\n'.repeat(3)}b'x' 2.0\nb'' 2.0\n`)
  })
})

describe('sqlite3', () => {
  test('a connection and its cursors belong to the thread that made them, unless told otherwise', async () => {
    expect(await printed(session(), `
import sqlite3, threading
def elsewhere(*calls):
    def work():
        for call in calls:
            try: print(call())
            except sqlite3.ProgrammingError as error: print(str(error).partition("same thread. ")[2])
    thread = threading.Thread(target=work); thread.start(); thread.join()
connection = sqlite3.connect(":memory:")
connection.execute("create table numbers(n)")
with connection: connection.executemany("insert into numbers values (?)", [(1,), (2,)])
cursor = connection.execute("select n from numbers")
elsewhere(lambda: connection.execute("select 1"), connection.commit, cursor.fetchone)
print(list(cursor), sqlite3.threadsafety, isinstance(connection, sqlite3.Connection))
shared = sqlite3.connect(":memory:", check_same_thread=False)
elsewhere(lambda: shared.execute("select 3").fetchall())`)).toBe(
      `${'The object was created in thread id 1 and this is thread id 2.\n'.repeat(3)}[(1,), (2,)] 3 True\n[(3,)]\n`)
  })
})

describe('what a page does not have', () => {
  const noSockets = 'a page has no sockets; let threads and tasks talk through a queue, or run this with Python on your computer'
  const noPrograms = 'a page cannot start other programs; run Python functions in processes by multiprocessing or a ProcessPoolExecutor'

  test('is refused with a sentence, and never seems to be there', async () => {
    const said = await printed(session(), `
import asyncio, http.server, os, socket, subprocess, urllib.request
def say(wrong):
    try: print("went on", wrong())
    except OSError as error: print(error)
for wrong in (
    lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
    socket.socket,
    lambda: urllib.request.urlopen("https://example.org"),
    lambda: http.server.ThreadingHTTPServer(("", 8000), http.server.SimpleHTTPRequestHandler),
    lambda: asyncio.run(asyncio.open_connection("127.0.0.1", 9)),
    lambda: asyncio.run(asyncio.start_server(print, "127.0.0.1", 0)),
    lambda: asyncio.run(asyncio.create_subprocess_exec("true")),
    lambda: subprocess.run(["true"]),
    lambda: os.system("true"),
    os.fork,
): say(wrong)`)
    const lines = said.trimEnd().split('\n')
    expect(lines.slice(0, 6).every(line => line.includes(noSockets))).toBe(true)
    expect(lines.slice(6)).toEqual(Array.from({ length: 4 }, () => `[Errno 52] ${noPrograms}`))
  })

  test('threads that the library keeps for itself are not told as still waiting', async () => {
    const { result, stdout } = await perform(session(), `
import multiprocessing, queue, threading
if __name__ == "__main__":
    channel = multiprocessing.Queue(); channel.put(1); print(channel.get())
    threading.Thread(target=queue.Queue().get, daemon=True, name="mine").start()`)
    expect(stdout).toBe('1\n')
    expect(result).toMatchObject({ kind: 'done', waiting: [expect.stringContaining('mine')] })
  })
})
