/** The letter and the colour of a thread that is played: those of the timeline. */
import type { PlayThread } from '../../runtime/schedules/play.ts'

const letters = 'MABCDEFGHIJKLNOPQRSTUVWXYZ'

export function playerOf({ id }: Pick<PlayThread, 'id'>): { letter: string, colour: string } {
  return { letter: letters[id - 1] ?? `${id}`, colour: `var(--thread-${(id - 1) % 8})` }
}
