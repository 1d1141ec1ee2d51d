/**
 * Has Emscripten take Node for a worker of a browser (by what it looks at: `process.type` is Electron's, for a page): then it asks for none of
 * Node's modules, and has no functions that start programs, open files or read the environment.
 */
export function passForBrowser(): void {
  Object.assign(process, { type: 'renderer' })
  Object.assign(globalThis, { WorkerGlobalScope: class WorkerGlobalScope {} })
}
