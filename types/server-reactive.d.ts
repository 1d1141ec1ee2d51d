/** The state that Slidev's dev server keeps for all windows; `vite.config.ts` names it. */
declare module 'server-reactive:cells' {
  import type { SharedRuns } from '../composables/run/sharedRun.ts'

  const cells: SharedRuns
  export default cells
}
