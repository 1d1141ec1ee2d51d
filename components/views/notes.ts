/** What must be said beside the caption of a run that is shown. */
import { shownLanes } from '../../composables/laneDrawing.ts'
import type { Lanes } from '../../runtime/lanes.ts'
import type { ViewProps } from './view.ts'

/** Empty where the picture is whole and of the code that stands there. */
export function noteOn({ stale, of }: Pick<ViewProps, 'stale' | 'of'>, { lanes, cut, events }: Lanes): string {
  return [
    stale ? of === 'recorded' ? 'Recorded from the original code.' : 'Of the code before the last edit.' : '',
    lanes.length > shownLanes ? `${lanes.length} lanes: scroll.` : '',
    cut ? `Only the first ${events.length} events were kept.` : '',
  ].filter(Boolean).join(' ')
}
