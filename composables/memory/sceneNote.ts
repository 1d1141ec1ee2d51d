/** What must be said beside the caption of scenes that are shown. */
import { sceneLimits } from '../../runtime/memory/objects/sceneLimits.ts'
import type { Scene, Scenes } from '../../runtime/memory/objects/scene.ts'

interface Shown {
  stale: boolean
  of: 'recorded' | 'run'
}

/** Empty where the picture is whole and of the code that stands there. */
export function sceneNote({ stale, of }: Shown, scene: Scene, { cut }: Scenes): string {
  return [
    stale ? of === 'recorded' ? 'Recorded from the original code.' : 'Of the code before the last edit.' : '',
    scene.cut ? `Only ${sceneLimits.objects} objects, ${sceneLimits.depth} references deep, are shown.` : '',
    cut ? `Only the first ${sceneLimits.scenes} steps were kept.` : '',
  ].filter(Boolean).join(' ')
}
