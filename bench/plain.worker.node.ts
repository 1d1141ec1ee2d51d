/** Python as Pyodide's own documentation starts it, in a worker of Node: the yardstick. */
import { parentPort } from 'node:worker_threads'
import { loadPyodide } from 'pyodide'

const pyodide = await loadPyodide({ stdout: text => parentPort!.postMessage(text) })
pyodide.runPython('print("hello")')
