/** Python as Pyodide's own documentation starts it: the yardstick. */
import { loadPyodide } from 'pyodide'

self.onmessage = async (event: MessageEvent<string>) => {
  const pyodide = await loadPyodide({ indexURL: event.data, stdout: text => self.postMessage(text) })
  pyodide.runPython('print("hello")')
}
