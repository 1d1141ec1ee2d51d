/** The list of files that an interpreter is made of, written by `cli/boot/assets.ts`. */

export interface AssetFile {
  /** Name in the assets folder. */
  name: string
  /** Size as stored, in bytes. */
  bytes: number
}

export interface Manifest {
  format: 1
  /** Changes with whatever the interpreter is made of; part of the names of the files that depend on it. */
  key: string
  /** For instance `3.14.2`. */
  python: string
  /** For instance `314.0.7`. */
  pyodide: string
  /** Pyodide's lock file without packages: none is loaded. */
  lock: { info: Record<string, string>, packages: Record<string, never> }
  script: AssetFile
  wasm: AssetFile
  stdlib: AssetFile
  /** The sources of `python/lab`: a JSON object of text by path. */
  lab: AssetFile
  /** Where in the table of functions mimalloc's malloc, calloc, realloc and free are, which PYTHONMALLOC=mimalloc would take. */
  mimalloc: [number, number, number, number]
  /** The memory of a started interpreter; null where none could be made. */
  snapshot: AssetFile | null
}

/** Reads an asset by its name; rejects with a LoadError where it cannot be had. */
export type ReadAsset = (name: string, how: { signal: AbortSignal, cache: RequestCache }) => Promise<Response>

/** Where `python/lab` lies inside the interpreter. */
export const labFolder = '/lib/lab'

/** The environment that every interpreter starts with; the hash seed makes the order of sets reproducible. */
export const environment = {
  _: '/usr/bin/python3',
  HOME: '/home/python',
  USER: 'python',
  LOGNAME: 'python',
  LANG: 'C.UTF-8',
  PYTHONHASHSEED: '0',
  PYTHON_COLORS: '0',
}
