/** The claims below tests/claims, and the `python3` that they are tried on. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../claims/', import.meta.url)

/** A program that ends well where its claim holds. */
export interface Claim {
  /** `K1`. */
  id: string
  sentence: string
  path: string
  source: string
  onEngine: boolean
  /** Which Pythons it holds for; null for none. */
  python: null | { least: [number, number], needs: Need | null }
}

type Need = 'the GIL' | 'pymalloc'

/** A Python of the machine. */
export interface Desktop {
  command: string
  version: [number, number]
  name: string
  has: Record<Need, boolean>
}

function readClaim(name: string): Claim {
  const source = readFileSync(new URL(name, folder), 'utf8')
  const [, id, sentence] = /^"""(K\d+): (.+)"""$/m.exec(source) ?? []
  const [, places] = /^# runs on: (.+)$/m.exec(source) ?? []
  const known = /^(engine)?(?:, )?(?:python>=3\.(\d+)(?: with (the GIL|pymalloc))?)?$/.exec(places ?? '')
  if (!id || !sentence || !places || !known) throw new Error(`${name} needs a docstring "K…: the claim." and a comment "# runs on: engine, python>=3.9".`)
  const [, engine, minor, needs] = known
  const python = minor ? { least: [3, Number(minor)] as [number, number], needs: (needs as Need | undefined) ?? null } : null
  return { id, sentence, path: fileURLToPath(new URL(name, folder)), source, onEngine: engine !== undefined, python }
}

export const claims = readdirSync(folder).filter(name => name.endsWith('.py')).sort().map(readClaim)

const question = `
import platform, sys, sysconfig
has = sysconfig.get_config_var("WITH_PYMALLOC") and not sysconfig.get_config_var("Py_GIL_DISABLED")
print(*sys.version_info[:2], platform.python_implementation(), platform.python_version(), int(getattr(sys, "_is_gil_enabled", lambda: True)()), int(bool(has)))`

/** The Python that CLAIMS_PYTHON names, else `python3`; null where there is none. */
export function findPython(command = process.env.CLAIMS_PYTHON ?? 'python3'): Desktop | null {
  try {
    const answer = execFileSync(command, ['-c', question], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const [major, minor, implementation, version, gil, pymalloc] = answer.trim().split(' ')
    if (implementation !== 'CPython') return null
    return { command, version: [Number(major), Number(minor)], name: `CPython ${version}`, has: { 'the GIL': gil === '1', 'pymalloc': pymalloc === '1' } }
  }
  catch {
    return null
  }
}

/** What the claim needs that this Python is not; null where it fits. */
export function missing({ python }: Claim, { version, has }: Desktop): string | null {
  if (!python) return 'the engine'
  if (version[0] < python.least[0] || (version[0] === python.least[0] && version[1] < python.least[1])) return python.least.join('.')
  return python.needs && !has[python.needs] ? python.needs : null
}
