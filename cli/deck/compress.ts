/** Writes `.br` and `.gz` beside files, for hosts that send them instead of the file itself. */
import { createHash } from 'node:crypto'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { root } from '../root.ts'

/** Smaller files gain nothing, in bytes. */
const worthwhile = 10_000
/** What was compressed once is kept: ten megabytes of WebAssembly take brotli half a minute. */
const cache = join(root, '.cache', 'compressed')

const ways = {
  br: (data: Buffer) => promisify(brotliCompress)(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
    },
  }),
  gz: (data: Buffer) => promisify(gzip)(data, { level: 9 }),
}

async function compressed(data: Buffer, way: keyof typeof ways): Promise<Buffer> {
  const path = join(cache, `${createHash('sha256').update(data).digest('hex')}.${way}`)
  return readFile(path).catch(async () => {
    const result = await ways[way](data)
    await writeFile(path, result)
    return result
  })
}

/** Compresses the large files of a folder, but those that do not become a twentieth smaller. Returns how many. */
export async function compressFolder(folder: string): Promise<number> {
  await mkdir(cache, { recursive: true })
  const files = await Array.fromAsync(glob('**/*', { cwd: folder, withFileTypes: true }))
  const written = await Promise.all(files.filter(file => file.isFile() && !/\.(?:br|gz|woff2|png)$/.test(file.name)).map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    const data = await readFile(path)
    if (data.length < worthwhile) return 0
    return (await Promise.all((['br', 'gz'] as const).map(async (way) => {
      const small = await compressed(data, way)
      if (small.length > data.length * 0.95) return 0
      await writeFile(`${path}.${way}`, small)
      return 1
    }))).reduce<number>((sum, one) => sum + one, 0)
  }))
  return written.reduce((sum, count) => sum + count, 0)
}
