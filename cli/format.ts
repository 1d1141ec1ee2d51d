/** `npm run format`: brings TypeScript, Vue and Python files into the house's form. */
import { spawnSync } from 'node:child_process'
import { root } from './root.ts'

const commands = [['node_modules/eslint/bin/eslint.js', '--fix', '.'], ['cli/testing/lint-python.ts', '--fix']]
const codes = commands.map(args => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status)
process.exitCode = codes.some(code => code !== 0) ? 1 : 0
