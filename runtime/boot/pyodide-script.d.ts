/** Pyodide's Emscripten module, for which it ships no types. */
declare module 'pyodide/pyodide.asm.mjs' {
  const createModule: (settings: never) => Promise<never>
  export default createModule
}
