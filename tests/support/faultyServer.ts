/** A server that does wrong, fault by fault: the site is under a path of its own for each. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import sirv from 'sirv'
import type { Misbehaviour } from './faults.ts'

export interface FaultyServer {
  /** From now on what fits `file` comes so; returns the address of the site, which ends with a slash. */
  begin: (name: string, file: RegExp, how: Misbehaviour) => string
  /** All is well again. */
  mend: (name: string) => void
  close: () => Promise<void>
}

const types: Record<string, string> = {
  '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm',
}
const typeOf = (path: string) => types[extname(path)] ?? 'application/octet-stream'

/** Milliseconds over which a slow file comes, which is longer than a silence may be. */
const slowTime = 13_000

/** Milliseconds after which a late file comes. */
const lateness = 600

const loginPage = '<!doctype html><title>Welcome to our network</title><p>Please log in.'

export async function openFaultyServer(folder: string): Promise<FaultyServer> {
  const faults = new Map<string, { file: RegExp, how: Misbehaviour }>()
  const files = sirv(folder, { brotli: true, gzip: true, etag: true })
  const server = createServer((request, response) => {
    const [, name = '', path = ''] = /^\/([^/]+)(\/[^?]*)/.exec(request.url ?? '') ?? []
    const fault = faults.get(name)
    if (fault?.file.test(path)) return void misbehave(fault.how, join(folder, path), request, response)
    if (path.endsWith('/login')) return void response.writeHead(200, { 'content-type': 'text/html' }).end(loginPage)
    request.url = path
    files(request, response, () => void response.writeHead(404).end('Not found'))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    begin(name, file, how) {
      faults.set(name, { file, how })
      return `http://127.0.0.1:${port}/${name}/`
    },
    mend: name => void faults.delete(name),
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}

async function misbehave(how: Misbehaviour, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const content = await readFile(path)
  const half = content.subarray(0, content.length / 2)
  // What stands between may tell the browser to keep what it sends.
  const head = (length: number, type = typeOf(path)) => response.writeHead(200, { 'content-type': type, 'content-length': length, 'cache-control': 'max-age=600' })
  switch (how.kind) {
    case 'status': return void response.writeHead(how.status, { 'content-type': 'text/html' }).end(`<h1>${how.status}</h1>`)
    case 'empty': return void head(0).end()
    case 'half': return void head(half.length).end(half)
    case 'cut': return void head(content.length).write(half, () => setTimeout(() => request.socket.destroy(), 100))
    case 'refused': return void request.socket.destroy()
    case 'never': return
    case 'stalls': return void head(content.length).write(half)
    case 'page': return void head(loginPage.length, how.type ? typeOf(path) : 'text/html').end(loginPage)
    case 'login': return void response.writeHead(302, { location: './login' }).end()
    case 'untyped': return void head(content.length, 'application/octet-stream').end(content)
    case 'late': return void setTimeout(() => head(content.length).end(content), lateness)
    case 'slow': return sendSlowly(head(content.length), content)
  }
}

async function sendSlowly(response: ServerResponse, content: Buffer): Promise<void> {
  const pieces = 26
  for (let piece = 0; piece < pieces && !response.destroyed; piece++) {
    response.write(content.subarray(content.length * piece / pieces, content.length * (piece + 1) / pieces))
    await new Promise(resolve => setTimeout(resolve, slowTime / pieces))
  }
  response.end()
}
