/** An interpreter in the test's own thread, whose memory can be looked at. */
import { readFileSync } from 'node:fs'
import type { PyodideAPI } from 'pyodide'
import { prepareAssets } from '../../cli/boot/assets.ts'
import { boot } from '../../runtime/boot/boot.ts'
import { assetsFolder } from '../../runtime/run/node.ts'

export async function openInterpreter(): Promise<PyodideAPI> {
  await prepareAssets()
  const read = async (name: string) => new Response(readFileSync(new URL(name, assetsFolder)), { headers: { 'content-type': name.endsWith('.wasm') ? 'application/wasm' : '' } })
  return (await boot({ base: assetsFolder.href, read, progress: () => {} })).first
}
