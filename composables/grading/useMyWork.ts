/** All that somebody did in this browser: taken home in a file, and loaded from one. */
import { computed, type ComputedRef } from 'vue'
import type { ListedCell, ListedExercise } from '../../runtime/grading/listed.ts'
import type { AllWork, CellTexts } from '../../runtime/grading/portfolio.ts'
import { bestOf, type Editions } from '../../runtime/grading/work.ts'
import { keysFrom, readText, unkept, writeText } from '../storage/browserStorage.ts'
import { saveFile } from '../storage/download.ts'
import { nameOfKey } from '../storage/keptNotes.ts'
import { useEdits } from '../run/useEdits.ts'
import { useAnswerHistory, useEditions } from './useWork.ts'

/** What a file holds. */
export interface LoadedWork {
  work: AllWork
  cells: CellTexts
}

export interface MyWork {
  work: ComputedRef<AllWork>
  /** Cells whose text is not the original. */
  changed: ComputedRef<ListedCell[]>
  /** Offers all of it as a zip; resolves with the name of the file. */
  takeHome: () => Promise<string>
  /** How many texts of a file stand against others here. */
  overlap: (loaded: LoadedWork) => number
  /**
   * Puts a file's work in place. Of two attempts the better counts; of two texts `texts` says which one stands, and the other
   * is in the history. Returns sentences on what came of it, and the way back.
   */
  load: (loaded: LoadedWork, texts: 'theirs' | 'mine') => { words: string, undo: () => void }
}

const editsOf = ({ snippet, version, source }: ListedCell) => useEdits(snippet, version, source.trimEnd())
const keyOf = ({ snippet, version }: ListedCell) => `${snippet}:${version}`

export function useMyWork(exercises: readonly ListedExercise[], cells: readonly ListedCell[]): MyWork {
  const kept = new Map(exercises.map(({ id }) => [id, useEditions(id)]))
  const edits = new Map(cells.map(cell => [keyOf(cell), editsOf(cell)]))
  const snippets = new Set(cells.map(({ snippet }) => snippet))
  const work = computed<AllWork>(() => Object.fromEntries([...kept].map(([id, editions]) => [id, editions.value])))
  const changed = computed(() => cells.filter(cell => editsOf(cell).edited.value))

  async function takeHome() {
    const { packWork } = await import('../../runtime/grading/portfolio.ts')
    const now = new Date().toISOString()
    const filled = Object.fromEntries(Object.entries(work.value).filter(([, editions]) => Object.keys(editions).length > 0))
    const all = textsFrom('cell:')
    for (const [key, { edited }] of edits) if (!edited.value) delete all[key]
    const aside = Object.fromEntries(keysFrom('').filter(key => key.includes(':unreadable')).map(key => [key, readText(key)!]))
    const name = `under-the-gil-${now.slice(0, 10)}.zip`
    saveFile(name, new Blob([packWork(exercises, filled, now, all, aside) as BlobPart], { type: 'application/zip' }))
    return name
  }

  function overlap(loaded: LoadedWork) {
    const answers = Object.entries(loaded.work).flatMap(([id, editions]) => Object.entries(editions).filter(([version, { answer }]) => differs(kept.get(id)?.value[version]?.answer, answer)))
    const texts = Object.entries(loaded.cells).filter(([key, text]) => edits.get(key)?.edited.value && differs(edits.get(key)!.text.value, text))
    return answers.length + texts.length
  }

  function load(loaded: LoadedWork, texts: 'theirs' | 'mine') {
    const before = { work: work.value, cells: new Map(Object.keys(loaded.cells).map(key => [key, edits.get(key)?.text.value])), unkept: new Set(unkept.keys()) }
    const known = Object.keys(loaded.work).filter(id => kept.has(id))
    const knownCells = Object.keys(loaded.cells).filter(key => snippets.has(key.slice(0, key.lastIndexOf(':'))))
    for (const id of known) kept.get(id)!.value = together(id, kept.get(id)!.value, loaded.work[id]!, texts)
    for (const key of knownCells) {
      const [cell, text] = [edits.get(key), loaded.cells[key]!]
      // A text of another edition of the cell is offered in its history.
      if (!cell) writeText(`cell:${key}`, text)
      else if (texts === 'theirs' || !cell.edited.value) cell.replace(text)
      else if (cell.text.value !== text) cell.history.add(text, 'file')
    }
    const lost = [...unkept.keys()].filter(key => !before.unkept.has(key) && !key.startsWith('history:'))
    const others = Object.keys(loaded.work).length + Object.keys(loaded.cells).length - known.length - knownCells.length
    return {
      words: [
        `Loaded ${counted(known.length, 'exercise')}${knownCells.length > 0 ? ` and ${counted(knownCells.length, 'cell')}` : ''}`,
        others > 0 ? `; ${others === 1 ? 'another one is' : `${others} others are`} not in this deck` : '',
        lost.length > 0 ? `, but this browser has no room for ${lost.map(nameOfKey).join(', ')}: gone when the page is closed` : '',
      ].join(''),
      undo() {
        for (const id of known) kept.get(id)!.value = before.work[id]!
        for (const [key, text] of before.cells) if (text !== undefined) edits.get(key)!.replace(text)
      },
    }
  }
  return { work, changed, takeHome, overlap, load }
}

function together(id: string, mine: Editions, theirs: Editions, texts: 'theirs' | 'mine'): Editions {
  const history = useAnswerHistory(id)
  const joined = { ...mine }
  for (const [version, there] of Object.entries(theirs)) {
    const here = mine[version]
    joined[version] = !here ? there : texts === 'theirs' ? bestOf(there, here) : bestOf(here, there)
    if (here && here.answer !== there.answer) history.add(texts === 'theirs' ? here.answer : there.answer, texts === 'mine' ? 'file' : undefined)
  }
  return joined
}

/** Texts under keys that begin with `prefix`, by the rest of the key. */
function textsFrom(prefix: string): Record<string, string> {
  return Object.fromEntries(keysFrom(prefix).map(key => [key.slice(prefix.length), readText(key)!]))
}

const differs = (one: string | undefined, other: string) => one !== undefined && one !== other
const counted = (count: number, what: string) => count === 1 ? `1 ${what}` : `${count} ${what}s`
