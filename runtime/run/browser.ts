/** The runtime in the browser: sessions whose interpreters are web workers. */
import { createSession } from './createSession.ts'
import type { Session } from './session.ts'
import type { WorkerHandle } from '../worker/slot.ts'
import script from '../worker/worker.ts?worker&url'
import { hearNetwork, whyNoScript } from './workerScript.ts'

/** What a hot update of this module must end, or its workers would go on. */
const open = new Set<Session>()

/** Opens a session on the interpreter assets at `base` (a URL that ends in `/pyodide/`), in the browser. */
export function openSession(base: URL): Session {
  const session = createSession(base.href, spawnBrowserWorker, { closed: () => open.delete(session) })
  open.add(session)
  return session
}

/** How often the script did not come: it is asked for under another name each time, past what the browser kept in its place or still waits for. */
let failures = 0

function spawnBrowserWorker(): WorkerHandle {
  const url = new URL(script, location.href)
  if (failures > 0) url.searchParams.set('again', String(failures))
  const worker = new Worker(url, { type: 'module', name: 'python' })
  return {
    endpoint: worker,
    network: {
      whyNoScript() {
        failures++
        return whyNoScript(url)
      },
      listen: hearNetwork,
    },
    onCrash: listener => worker.addEventListener('error', ({ message = '' }) => listener(message)),
    terminate: () => worker.terminate(),
  }
}

import.meta.hot?.dispose(() => {
  for (const session of open) session.dispose()
})
