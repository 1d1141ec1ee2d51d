/** What a worker's own thread may do once it has given up what it was given: run as the main thread it starts itself as a worker. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { dropPermissions } from '../../../../runtime/worker/walls/permissions.ts'

const file = fileURLToPath(import.meta.url)

const ways: Record<string, (leak: string) => unknown> = {
  write: leak => writeFileSync(leak, 'out'),
  read: () => readFileSync(file),
  program: leak => spawnSync(process.execPath, ['--eval', `require('fs').writeFileSync(${JSON.stringify(leak)}, 'out')`]),
  worker: () => new Worker(file),
  kill: () => process.kill(process.pid, 0),
}

function told(way: () => unknown): string {
  try {
    way()
    return 'done'
  }
  catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).name
  }
}

if (isMainThread) {
  const worker = new Worker(file, { workerData: process.argv[2] })
  worker.on('message', text => console.log(text))
}
else {
  dropPermissions()
  const network = new Promise(resolve => connect(9, '127.0.0.1').on('error', error => resolve((error as NodeJS.ErrnoException).code)))
  const all = Object.entries(ways).map(([name, way]) => [name, told(() => way(workerData as string))])
  parentPort!.postMessage(JSON.stringify({ ...Object.fromEntries(all) as object, network: await network }))
}
