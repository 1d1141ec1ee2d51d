/** `npm start`: prepares the Python assets and shows the deck; further arguments are Slidev's own. */
import { spawn, spawnSync } from 'node:child_process'
import { root, slidev } from './root.ts'

const prepared = spawnSync(process.execPath, ['cli/assets.ts'], { cwd: root, stdio: 'inherit' })
if (prepared.status !== 0) process.exit(prepared.status ?? 1)

console.log('Starting the deck …')
const server = spawn(process.execPath, [slidev, 'slides.md', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.on('SIGINT', () => {}).on('SIGTERM', signal => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 0 : 1)))
