/** What looks at the memory of real runs found, for tests. */
import type { Finding } from '../../../runtime/memory/findings.ts'
import type { LookName } from '../../../runtime/memory/lookNames.ts'
import type { RunRequest, RunResult } from '../../../runtime/border/protocol.ts'
import type { Session } from '../../../runtime/run/session.ts'

export interface Looked {
  findings: Finding[]
  stdout: string
  result: RunResult
}

/** Runs a program to its end under a look. */
export async function looked(session: Session, look: LookName, source: string, how: Partial<RunRequest> = {}): Promise<Looked> {
  const findings: Finding[] = []
  let stdout = ''
  const run = session.run({ file: 'gc/test.py', source, look, ...how }, {
    output: chunks => chunks.forEach(chunk => (stdout += chunk.stream === 'stdout' ? chunk.text : '')),
    cut: () => {},
    input: async () => null,
    started: () => {},
    found: finding => findings.push(finding),
  })
  return { result: await run.result, findings, stdout }
}
