/** What the deck's Markdown knows beyond Slidev's: live cells, questions, exercises. */
import { defineTransformersSetup } from '@slidev/types'
import { exercise } from './markdown/exercise.ts'
import { liveCell } from './markdown/liveCell.ts'
import { predict } from './markdown/predict.ts'
import { progress } from './markdown/progress.ts'

export default defineTransformersSetup(() => ({ pre: [predict, exercise, progress], codeblocks: [liveCell] }))
