/** The bench's page, built and served with the real assets. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Browser, Page } from 'playwright-core'
import sirv from 'sirv'
import { build } from 'vite'
import { launchChromium } from '../cli/deck/browser.ts'
import { root } from '../cli/root.ts'

export interface ServedPage {
  url: string
  close: () => Promise<void>
}

/** The bench's page in a browser of its own, with `window.measures` there. */
export async function openPage(): Promise<{ page: Page, browser: Browser, close: () => Promise<void> }> {
  const served = await servePage()
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(served.url)
  await page.waitForFunction(() => 'measures' in window)
  return { page, browser, close: async () => {
    await browser.close()
    await served.close()
  } }
}

/** Builds a page of the bench and serves it on a free port, with public/ beside it and Pyodide's package under plain/. */
export async function servePage(name: 'page' | 'drawing' = 'page'): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  await build({
    configFile: false,
    root: join(root, 'bench', name),
    plugins: [vue()],
    base: './',
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', rollupOptions: { onwarn: () => {} } },
  })
  const page = sirv(folder, { dev: false })
  const assets = sirv(join(root, 'public'), { dev: false })
  const plain = sirv(join(root, 'node_modules/pyodide'), { dev: false })
  const server = createServer((request, response) => page(request, response, () => assets(request, response, () => {
    request.url = request.url!.replace(/^\/plain\//, '/')
    plain(request, response)
  })))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}
