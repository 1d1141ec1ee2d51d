/** Where each thread or task is in the code, as marks at its lines. */
import type { LaneStory } from '../../../runtime/trace/lanes/laneStory.ts'
import { threadColour } from './laneColours.ts'
import type { LineMark } from '../../code/lineMarks.ts'

/** Those who run come first, so that they are seen where a line has many. */
export function lineMarksOf(story: LaneStory, event: number): LineMark[] {
  return story.moments(event)
    .filter(({ slice, line }) => slice !== null && line !== null)
    .sort((one, other) => Number(other.slice!.state === 'running') - Number(one.slice!.state === 'running'))
    .map(moment => ({
      line: moment.line!,
      letter: moment.lane.letter,
      colour: threadColour(moment.lane.order),
      title: `${story.doing(moment)}${moment.isLineOld ? '; last told at this line' : ''}`,
    }))
}
