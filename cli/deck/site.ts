/** A built site on a server of this machine, as a static host would serve it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import { contentSecurityPolicy } from '../../offline/policy.ts'

export interface Site {
  /** Where the deck is; ends with a slash. */
  url: string
  /** What was asked for so far, in order. */
  requests: SiteRequest[]
  close: () => Promise<void>
}

export interface SiteRequest {
  /** Relative to the site, without the query. */
  path: string
  status: number
  /** Bytes of the body as sent, compressed where the file is. */
  bytes: number
}

export interface SiteOptions {
  /** The path that the site is under; starts and ends with a slash. */
  base?: string
  /** 0 takes a free one. */
  port?: number
  host?: string
}

/** Serves a folder with its precompressed files. The policy goes as a header too, so that it holds in workers. */
export async function serveSite(folder: string, { base = '/', port = 0, host = '127.0.0.1' }: SiteOptions = {}): Promise<Site> {
  const requests: SiteRequest[] = []
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: response => response.setHeader('Content-Security-Policy', contentSecurityPolicy),
  })
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end('Not found')
    const path = (request.url ?? '').replace(/\?.*$/, '').slice(base.length)
    response.on('finish', () => requests.push({
      path,
      status: response.statusCode,
      bytes: response.statusCode === 200 ? Number(response.getHeader('content-length') ?? 0) : 0,
    }))
    if (!request.url?.startsWith(base)) return missing()
    request.url = request.url.slice(base.length - 1)
    files(request, response, missing)
  })
  await new Promise<void>((done, failed) => server.once('error', failed).listen(port, host, done))
  return {
    url: `http://${host === '127.0.0.1' ? '127.0.0.1' : 'localhost'}:${(server.address() as AddressInfo).port}${base}`,
    requests,
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}
