/** Half of the exercises; otherHalf.test.ts has the others. */
import { useSession } from '../engine/support.ts'
import { gradeEach, halves } from './gradeEach.ts'

gradeEach(useSession().session, halves[0])
