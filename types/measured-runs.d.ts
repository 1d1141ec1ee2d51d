/** The builds that were measured; `setup/vite-plugins.ts` makes it of recordings/measured. */
declare module 'virtual:measured-runs' {
  import type { MeasuredBuild } from '../cli/recordings/measuredRuns.ts'

  const builds: MeasuredBuild[]
  export default builds
}
