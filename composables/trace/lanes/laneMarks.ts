/** Where each thread or task is in the code, as marks at its lines. */
import type { LaneMoment } from '../../../runtime/trace/lanes/lanes.ts'
import { doing, laneShort, type LaneKind } from '../../../runtime/trace/lanes/laneWords.ts'
import type { TraceWords } from '../../../runtime/trace/traceWords.ts'
import { threadColour } from './laneColours.ts'
import type { LineMark } from '../../code/lineMarks.ts'

/** Those who run come first, so that they are seen where a line has many. */
export function lineMarksOf(moments: readonly LaneMoment[], kind: LaneKind, words: TraceWords): LineMark[] {
  return moments
    .filter(({ slice, line }) => slice !== null && line !== null)
    .sort((one, other) => Number(other.slice!.state === 'running') - Number(one.slice!.state === 'running'))
    .map(({ lane, slice, line, isLineOld }) => ({
      line: line!,
      letter: lane.letter,
      colour: threadColour(lane.order),
      title: `${laneShort(lane, kind)} ${doing(slice!, kind, words)}${isLineOld ? '; last told at this line' : ''}`,
    }))
}
