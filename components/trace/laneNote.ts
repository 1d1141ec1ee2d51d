/** What must be said beside the caption of a run that is shown. */
import { shownLanes } from '../../composables/trace/lanes/laneDrawing.ts'
import type { LaneStory } from '../../runtime/trace/lanes/laneStory.ts'
import type { ViewProps } from '../view.ts'

/** Empty where the picture is whole and of the code that stands there. */
export function noteOn({ stale, of }: Pick<ViewProps, 'stale' | 'of'>, { lanes: { lanes }, untold }: LaneStory): string {
  return [
    stale ? of === 'recorded' ? 'Recorded from the original code.' : 'Of the code before the last edit.' : '',
    untold,
    lanes.length > shownLanes ? `${lanes.length} lanes: scroll.` : '',
  ].filter(Boolean).join(' ')
}
