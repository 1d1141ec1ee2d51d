/** The files of an interpreter as they come from the site: how far that is, and an end for each wait. */
import type { AssetFile, ReadAsset } from './manifest.ts'
import { watchSilence } from './silence.ts'

/**
 * `network`: nobody answers; `gone`: the site is there and has the file no longer; `server`: it answers with a fault of its
 * own; `silent`: nothing comes any more; `broken`: what came is not that file.
 */
export type LoadFault = 'network' | 'gone' | 'server' | 'silent' | 'broken'

/** What an answer that is not well stands for. */
export function faultOfStatus(status: number): LoadFault {
  return status === 404 || status === 410 ? 'gone' : 'server'
}

/** A file that did not come, or came as something else. */
export class LoadError extends Error {
  override name = 'LoadError'
  readonly fault: LoadFault

  constructor(fault: LoadFault, message: string) {
    super(message)
    this.fault = fault
  }
}

/** How far a load is. */
export interface LoadProgress {
  /** From 0 to 1. */
  part: number
  /** Seconds for which nothing has come, though it should; 0 while something comes. */
  silent: number
}

export type Bytes = Uint8Array<ArrayBuffer>
type ByteTransform = ReadableWritablePair<Bytes, Bytes>

export interface Downloads {
  /** What a file of JSON holds, where `isRight`; its size, where that is known. */
  json: <T>(name: string, isRight: (value: T) => boolean, size?: number) => Promise<T>
  /** A file; `through` makes what it is unpacked by. */
  bytes: (file: AssetFile, through?: () => ByteTransform) => Promise<Bytes>
  /** Compiled while it arrives, where the host names the type of the file rightly; the bytes too. */
  wasm: (file: AssetFile) => Promise<{ module: WebAssembly.Module, bytes: Bytes }>
  /** The default export of a script. */
  script: <T>(base: string, file: AssetFile) => Promise<T>
  /** Something else came by the same network: what is waited for may stand behind it. */
  heard: () => void
  /** Waits for nothing any more. */
  end: () => void
}

/** Fetches by `read` and tells how far all of `files` are. What it gives rejects with a LoadError. */
export function openDownloads(read: ReadAsset, files: () => readonly AssetFile[], tell: (progress: LoadProgress) => void): Downloads {
  const come = new Map<string, number>()
  const over = new AbortController()
  const silence = watchSilence(told, () => new LoadError('silent', 'Nothing has come for too long.'))

  function told(): void {
    const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, bytes) => total + bytes, 0)
    tell({ part: Math.min(1, sum(come.values()) / (sum(files().map(({ bytes }) => bytes)) || Infinity)), silent: silence.seconds })
  }
  function count(name: string, bytes: number): void {
    come.set(name, bytes)
    silence.heard()
    told()
  }

  /** A browser may have kept what came in a file's place, so a broken one is asked for once more, past what it keeps. */
  async function fetched<T>(name: string, take: (response: Response) => Promise<T>): Promise<T> {
    const attempt = async (cache: RequestCache) => {
      const response = await read(name, { signal: over.signal, cache })
      silence.heard()
      if (/^text\/html/i.test(response.headers.get('content-type') ?? '')) throw new LoadError('broken', `${name} came as a page.`)
      return take(response)
    }
    try {
      return await silence.during(attempt('default'))
    }
    catch (error) {
      if (!(error instanceof LoadError && error.fault === 'broken')) throw error
      return silence.during(attempt('reload'))
    }
  }

  async function readAll(response: Response, name: string, size: number, through?: ByteTransform): Promise<Bytes> {
    let length = 0
    const counted = response.body!.pipeThrough(new TransformStream<Bytes, Bytes>({
      transform(chunk, controller) {
        count(name, length += chunk.length)
        controller.enqueue(chunk)
      },
    }))
    try {
      const content = await new Response(through ? counted.pipeThrough(through) : counted).arrayBuffer()
      if (length === size) return new Uint8Array(content)
    }
    catch (error) {
      throw new LoadError(length === size ? 'broken' : 'network', `${name}: ${String(error)}`)
    }
    throw new LoadError('broken', `Of ${name} came ${length} bytes, not ${size}.`)
  }

  return {
    json: (name, isRight, size) => fetched(name, async (response) => {
      const text = await (size === undefined ? response.text() : readAll(response, name, size).then(bytes => new TextDecoder().decode(bytes))).catch((error: unknown) => {
        throw error instanceof LoadError ? error : new LoadError('network', `${name}: ${String(error)}`)
      })
      return readJson(name, text, isRight)
    }),

    bytes: ({ name, bytes }, through) => fetched(name, response => readAll(response, name, bytes, through?.())),

    async wasm({ name, bytes: size }) {
      const { bytes, compiles } = await fetched(name, async (response) => {
        const streams = response.headers.get('content-type')?.startsWith('application/wasm')
        const arrives = readAll(response.clone(), name, size)
        const compiles = streams ? WebAssembly.compileStreaming(response) : arrives.then(bytes => WebAssembly.compile(bytes))
        // What is wrong with the bytes says more.
        compiles.catch(() => {})
        return { bytes: await arrives, compiles }
      })
      // The machine's work, which may take long: nothing is waited for that could come.
      const module = await compiles.catch((error: unknown) => {
        throw new LoadError('broken', `${name}: ${String(error)}`)
      })
      return { module, bytes }
    },

    async script(base, file) {
      try {
        const module = await silence.during(import(/* @vite-ignore */ base + file.name)) as { default: never }
        count(file.name, file.bytes)
        return module.default
      }
      catch (error) {
        if (error instanceof LoadError) throw error
        // An import does not say what was wrong, and is not tried twice under one name.
        await fetched(file.name, response => readAll(response, file.name, file.bytes))
        const module = await silence.during(import(/* @vite-ignore */ `${base}${file.name}?again`)).catch((again: unknown) => {
          throw again instanceof LoadError ? again : new LoadError('broken', `${file.name}: ${String(again)}`)
        }) as { default: never }
        return module.default
      }
    },

    heard: silence.heard,

    end() {
      silence.end()
      over.abort()
    },
  }
}

function readJson<T>(name: string, text: string, isRight: (value: T) => boolean): T {
  try {
    const value = JSON.parse(text) as T
    if (isRight(value)) return value
  }
  catch {
    // As below.
  }
  throw new LoadError('broken', `${name} is something else: ${text.slice(0, 80)}`)
}
