/** What a request wants of the deck that is being edited. */

/** Endpoints of Vite and Slidev that do something though they are only read: an editor is opened, a tool changes slides. */
const doing = /^\/(?:__open-in-editor|__mcp|__inspect)(?:[/?]|$)/

/** Files that the deck's page never asks for as they are: slides with their notes, tasks with their solutions, answers. */
const sources = /^\/(?:@fs\/.*\/)?(?:pages|exercises|answers|docs)\/|^\/(?!@slidev\/).*\.md$|^\/\./
const asSource = /[?&](?:raw|url)\b/
/** A slide's own part of a file, which its page does ask for. */
const slidePart = /__slidev_\d+\.(?:md|frontmatter)$/

/** Module of a slide that holds what its file says of it, its note among it. */
const withNote = /(?:\/@slidev\/slides\/\d+\/frontmatter|__slidev_\d+\.frontmatter)$/
const slideData = /^\/__slidev\/slides\/\d+\.json$/

/** It would have the whole source again. */
const sourceMap = /^\/\/# sourceMappingURL=.*$/gm

export type Wish = 'write' | 'source' | 'notes' | 'slide' | 'read'

/** What `method` and `url`, the request's path with its query, are for. */
export function wishOf(method: string, url: string): Wish {
  const path = pathOf(url)
  if (path === null || !['GET', 'HEAD', 'OPTIONS'].includes(method) || doing.test(path)) return 'write'
  if (slideData.test(path)) return 'notes'
  if (withNote.test(path)) return 'notes'
  if (slidePart.test(path)) return asSource.test(url) ? 'source' : 'slide'
  return sources.test(path) || asSource.test(url) ? 'source' : 'read'
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0]!).replace(/\/{2,}/g, '/')
  }
  catch {
    return null
  }
}

/** A module's or a slide's JSON without what only its author reads. */
export function withoutNotes(text: string): string {
  return text
    .replace(/"(note|noteHTML|raw|content)":\s*"(?:[^"\\]|\\.)*"/g, '"$1":""')
    .replace(sourceMap, '')
}

/** A slide's module without the solution of its exercise; with it where a check runs that as well, as `reference()`. */
export function withoutSolution(text: string): string {
  const [, check = '""'] = /"check":\s*("(?:[^"\\]|\\.)*")/.exec(text) ?? []
  if (/\breference\(/.test(JSON.parse(check) as string)) return text
  return text.replace(/"solution":\s*"(?:[^"\\]|\\.)*"/g, '"solution":""').replace(sourceMap, '')
}
