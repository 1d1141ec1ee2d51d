/** `npm run preview`: shows the built site as a static host would, `--base /talk/` under a path. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { root } from './root.ts'
import { serveSite } from './deck/site.ts'

const { dir, base, port, host } = new Command('npm run preview --')
  .description('Serves the built site on this machine.')
  .option('--dir <folder>', 'the built site', 'dist')
  .option('--base <path>', 'the path to serve it under, for instance /talk/', '/')
  .option('--port <number>', 'the port', '4173')
  .option('--host <address>', 'the address to listen on; 0.0.0.0 lets others on the network in', '127.0.0.1')
  .parse()
  .opts<{ dir: string, base: string, port: string, host: string }>()

const folder = resolve(root, dir)
if (existsSync(join(folder, 'index.html'))) {
  const path = `/${base}/`.replaceAll(/\/+/g, '/')
  const site = await serveSite(folder, { base: path, port: Number(port), host })
    .catch(() => serveSite(folder, { base: path, host })) // The port is taken: any other will do.
  console.log(`The built deck is at ${site.url} (Ctrl+C ends it).`)
}
else {
  console.error(`There is no built site in ${dir}: make it with npm run build.`)
  process.exitCode = 1
}
