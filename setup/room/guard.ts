/**
 * Stands before all else that serves the deck while it is edited: Slidev's endpoints write files, and ask nobody. Who presents may do all of it,
 * from the deck's own page; others read and follow. With `--remote` the presenter is known by a token (`visitors.ts`).
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin, ViteDevServer } from 'vite'
import { wishOf, withoutNotes, withoutSolution } from './requests.ts'
import { tokenName, visitors, type Visitors } from './visitors.ts'

const refusal = 'Only the presenter can do this: open the address that npm start has printed for presenting.'

/** Marks requests that get no notes, for the deck's own endpoints (its search). Vite loads this file twice: hence no private key. */
const ofRoom = Symbol.for('under-the-gil: of the room')
export const isOfRoom = (request: IncomingMessage): boolean => ofRoom in request

export function roomGuard(): Plugin {
  return {
    name: 'room-guard',
    apply: 'serve',
    configureServer(server) {
      const { host } = server.config.server
      const who = visitors(host !== undefined && host !== false && host !== 'localhost')
      const gives: Gives = { notes: process.env.DECK_NOTES_FOR_ALL === '1', solutions: who.token === null || process.env.DECK_SOLUTIONS_FOR_ALL === '1' }
      // First of all, before Vite's own: some of those open files and editors.
      server.middlewares.stack.unshift({ route: '', handle: guard(who, gives) })
      guardSocket(server, who, gives)
      if (who.token !== null) server.httpServer?.once('listening', () => setImmediate(announce, server, who.token))
    },
  }
}

/** What the room is given as well. */
interface Gives {
  notes: boolean
  solutions: boolean
}

type Handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

function guard(who: Visitors, gives: Gives): Handle {
  return (request, response, next) => {
    const { method = 'GET', url = '/', headers } = request
    if (enters(who, request, response)) return
    const isPresenter = who.knows(headers)
    const wish = wishOf(method, url)
    if (wish === 'write' && !(isPresenter && who.isOwn(headers))) return refuse(response)
    if (isPresenter) return next()
    if (wish === 'source') return refuse(response)
    if (!gives.notes) Object.assign(request, { [ofRoom]: true })
    if (wish === 'notes' && !gives.notes) strip(response, withoutNotes)
    if (wish === 'slide' && !gives.solutions) strip(response, withoutSolution)
    next()
  }
}

/** The presenter's address gives the browser a cookie, and leads to the same page without the token. */
function enters(who: Visitors, { method, url = '/' }: IncomingMessage, response: ServerResponse): boolean {
  if (who.token === null || method !== 'GET') return false
  const asked = URL.parse(url, 'http://deck')
  if (!asked?.searchParams.has(tokenName)) return false
  if (!who.accepts(asked.searchParams.get(tokenName))) {
    refuse(response)
    return true
  }
  asked.searchParams.delete(tokenName)
  response.writeHead(302, {
    'Set-Cookie': `${tokenName}=${who.token}; HttpOnly; SameSite=Strict; Path=/`,
    'Location': `${asked.pathname}${asked.search}`,
    'Cache-Control': 'no-store',
  }).end()
  return true
}

function refuse(response: ServerResponse): void {
  response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(refusal)
}

/** Has what is answered lose on its way what is not the room's. */
function strip(response: ServerResponse, without: (text: string) => string): void {
  const parts: Buffer[] = []
  const { end } = response
  response.setHeader('Cache-Control', 'no-store')
  response.write = ((chunk: string | Uint8Array) => parts.push(Buffer.from(chunk as string)) > 0) as typeof response.write
  response.end = ((chunk?: string | Uint8Array) => {
    if (chunk && typeof chunk !== 'function') parts.push(Buffer.from(chunk as string))
    response.removeHeader('Content-Length')
    response.removeHeader('Etag')
    return (end as (text: string) => ServerResponse).call(response, without(Buffer.concat(parts).toString()))
  }) as typeof response.end
}

/** The room's sockets hear what changes, but for notes, and say nothing: Slidev writes files by what comes in there. */
function guardSocket(server: ViteDevServer, who: Visitors, gives: Gives): void {
  server.ws.on('connection', (socket, request) => {
    if (who.knows(request.headers) && who.isOwn(request.headers)) return
    const { emit, send } = socket
    socket.emit = (event: string | symbol, ...rest: unknown[]) => event === 'message' ? false : emit.call(socket, event, ...rest)
    socket.send = ((data: string) => {
      if (gives.notes || !/"event":"slidev:update-(?:note|slide)"/.test(data)) (send as (text: string) => void).call(socket, data)
    }) as typeof socket.send
  })
}

function announce(server: ViteDevServer, token: string | null): void {
  const address = server.httpServer?.address()
  const port = typeof address === 'object' ? address?.port : server.config.server.port
  console.log(`\n  Present from  http://localhost:${port}/?${tokenName}=${token}#/presenter/1`)
  console.log('  That address alone leads, and changes slides. The others below are for the room: it reads and follows.\n')
}
