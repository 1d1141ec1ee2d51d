/** What must be said beside the caption of a run that is shown. */
import { shownLanes } from '../../composables/trace/lanes/laneDrawing.ts'
import { untold } from '../../runtime/trace/lanes/laneCaption.ts'
import type { Lanes } from '../../runtime/trace/lanes/lanes.ts'
import type { ViewProps } from '../view.ts'

/** Empty where the picture is whole and of the code that stands there. */
export function noteOn({ stale, of }: Pick<ViewProps, 'stale' | 'of'>, shown: Lanes): string {
  return [
    stale ? of === 'recorded' ? 'Recorded from the original code.' : 'Of the code before the last edit.' : '',
    untold(shown),
    shown.lanes.length > shownLanes ? `${shown.lanes.length} lanes: scroll.` : '',
  ].filter(Boolean).join(' ')
}
