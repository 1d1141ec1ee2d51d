/** The interpreter's files, prepared by several processes at once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../cli/root.ts'

/** Prepares, and from then on sees that the files are there, all from one preparation. */
const program = (target: string) => `
import { readFileSync, statSync } from 'node:fs'
import { prepareAssets } from ${JSON.stringify(new URL('../../cli/boot/assets.ts', import.meta.url).href)}
const target = ${JSON.stringify(target)}
await prepareAssets(() => {}, target)
const until = Date.now() + 4000
while (Date.now() < until) {
  const { script, wasm, stdlib, lab, snapshot } = JSON.parse(readFileSync(target + '/manifest.json', 'utf8'))
  for (const { name, bytes } of [script, wasm, stdlib, lab, snapshot]) {
    if (statSync(target + '/' + name).size !== bytes) throw new Error(name + ' is not of this manifest')
  }
  await new Promise(resolve => setTimeout(resolve))
}`

test('two processes that prepare at once all find what they need, and go on finding it', async () => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache', 'assets.'))
  try {
    const ends = await Promise.all([1, 2].map(async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', program(join(folder, 'pyodide'))], { stdio: ['ignore', 'ignore', 'pipe'] })
      let complaint = ''
      child.stderr.on('data', (text: Buffer) => void (complaint += text.toString()))
      const [code] = await once(child, 'close') as [number]
      return code === 0 ? 'fine' : complaint
    }))
    expect(ends).toEqual(['fine', 'fine'])
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
