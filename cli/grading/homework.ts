/**
 * Writes pages/appendix/homework.md: a slide for each exercise that no other page of the deck has.
 *
 *   node cli/grading/homework.ts
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exerciseIds, readExercise } from './exercises.ts'
import { readDeck } from '../readDeck.ts'
import { root } from '../root.ts'

const page = 'pages/appendix/homework.md'

/** The exercises on the deck's slides, in order, with the page that each is on. */
export async function placedExercises(): Promise<{ id: string, page: string }[]> {
  const { slides } = await readDeck()
  return slides.flatMap(({ content, source }) => [...content.matchAll(/<Exercise\s+id="([^"]*)"/g)].map(([, id]) => ({ id: id!, page: source.filepath })))
}

/** The page's text, as the exercises and the other pages now have it. */
export async function homework(): Promise<string> {
  const placed = new Set((await placedExercises()).filter(({ page: where }) => !where.endsWith(page)).map(({ id }) => id))
  const left = exerciseIds().filter(id => !placed.has(id)).map(id => readExercise(id))
  return left.toSorted((a, b) => Number(a.module.slice(1)) - Number(b.module.slice(1)) || a.id.localeCompare(b.id)).map(({ id, title, module, minutes, concepts }) => `---
layout: exercise
module: ${module}
---

# ${title}

<Exercise id="${id}" />

<!--
Say: For home: ${concepts.join(', ')}; about ${minutes} minutes.
Ask: Which check fails first, and what does its picture show?
Do: Nothing in the room.
Time: 0 min
-->
`).join('\n')
}

if (import.meta.main) {
  writeFileSync(join(root, page), await homework())
  console.log(page)
}
