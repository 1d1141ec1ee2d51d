/** Who asks: the presenter, who has the token of this start of the deck, or one of the room. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

type Headers = IncomingMessage['headers']

/** What the presenter's address and browser carry. */
export const tokenName = 'presenter'

export interface Visitors {
  /** Null where the deck is shown on this machine only: then all who ask from its own page are the presenter. */
  token: string | null
  /** Has the token, or needs none. */
  knows: (headers: Headers) => boolean
  /** Whether a request comes from the deck's own page, or from no page at all. */
  isOwn: (headers: Headers) => boolean
  /** Whether a text is the token. */
  accepts: (text: string | null) => boolean
}

/** `isPublic`: whether others reach this server. */
export function visitors(isPublic: boolean): Visitors {
  // Kept in the environment: Vite begins anew, in the same process, where its configuration changes.
  const token = isPublic ? process.env.DECK_TOKEN ??= randomBytes(18).toString('base64url') : null
  const accepts = (text: string | null) => token !== null && text !== null && text.length === token.length && timingSafeEqual(Buffer.from(text), Buffer.from(token))
  return {
    token,
    accepts,
    knows: headers => token === null || accepts(cookie(headers, tokenName)),
    isOwn: ({ origin, host, 'sec-fetch-site': site }) =>
      (site === undefined || site === 'same-origin' || site === 'none') && (origin === undefined || hostOf(origin) === host),
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

function cookie(headers: Headers, name: string): string | null {
  const pair = headers.cookie?.split(/;\s*/).find(text => text.startsWith(`${name}=`))
  return pair?.slice(name.length + 1) ?? null
}
