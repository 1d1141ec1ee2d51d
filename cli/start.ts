/** `npm start`: prepares the Python assets and shows the deck; further arguments are Slidev's own, but for `--with-notes` and `--with-solutions` (with `--remote`: the room gets these, too). */
import { spawn, spawnSync } from 'node:child_process'
import { root, slidev } from './root.ts'

const prepared = spawnSync(process.execPath, ['cli/boot/assets.ts'], { cwd: root, stdio: 'inherit' })
if (prepared.status !== 0) process.exit(prepared.status ?? 1)

// What is wrong is said, and the rest of the deck shown: it is being written.
spawnSync(process.execPath, ['cli/readDeck.ts'], { cwd: root, stdio: 'inherit' })
console.log('Starting the deck …')
const given = process.argv.slice(2)
/** Read by setup/room/guard.ts. */
const room = { DECK_NOTES_FOR_ALL: given.includes('--with-notes') ? '1' : '0', DECK_SOLUTIONS_FOR_ALL: given.includes('--with-solutions') ? '1' : '0' }
const slidevs = given.filter(argument => !['--with-notes', '--with-solutions'].includes(argument))
const server = spawn(process.execPath, [slidev, 'slides.md', ...slidevs], { cwd: root, stdio: 'inherit', env: { ...process.env, ...room } })
process.on('SIGINT', () => {}).on('SIGTERM', signal => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 0 : 1)))
