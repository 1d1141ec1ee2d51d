/** What each slide says, by place, as plain text: what a reader can find. Answers and solutions are not among it. */
import type { SlideInfo } from '@slidev/types'
import { cellsOf } from '../run/cells.ts'
import { readExercise } from '../grading/exercises.ts'
import type { Place, SlideText } from '../../runtime/deck/deckSearch.ts'

interface Sources {
  /** The folder of `snippets/` and `exercises/`. */
  root: string
  /** Speaker notes are part of the build. */
  notes: boolean
  /** The entries of one slide of the glossary, by its part, each a line. */
  glossary: (part: number) => string[]
}

type Slide = Pick<SlideInfo, 'content' | 'index' | 'note' | 'title'> & { source: { filepath: string } }

/** Reads slides as Slidev's parser gives them. What cannot be read is left out here: the build complains of it elsewhere. */
export function deckText(slides: readonly Slide[], sources: Sources): SlideText[] {
  return slides.map(slide => textOf(slide, sources))
}

const fence = /^ {0,3}(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^ {0,3}\1[ \t]*$/gm

function textOf({ content, index, note, title, source }: Slide, { root, notes, glossary }: Sources): SlideText {
  const said: Record<Place, string[]> = {
    title: [plain(title ?? '')], text: [], code: [], exercise: [], glossary: [], question: [], explanation: [], notes: notes ? [plain(note ?? '')] : [],
  }
  said.code.push(...codeOf(content, source.filepath, index + 1, root))
  const prose = content
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<Exercise\s+id="([^"]*)"[^>]*>/g, (_, id: string) => {
      const exercise = orNothing(() => readExercise(id, root))
      if (exercise) {
        said.exercise.push(exercise.title, plain(exercise.task), exercise.concepts.join(', '))
        said.code.push(exercise.starter)
      }
      return ''
    })
    .replace(/<Glossary\s+:part="(\d+)"[^>]*>/g, (_, part: string) => {
      said.glossary.push(...glossary(Number(part)).map(plain))
      return ''
    })
    // Of a question neither which choices are right nor why.
    .replace(/<Predict>([\s\S]*?)<\/Predict>/g, (_, question: string) => {
      said.question.push(plain(question.replace(/^(- \[[ xX]\] [\s\S]*?)\s+—\s[\s\S]*?(?=^- \[|$(?![\s\S]))/gm, '$1\n').replace(/^- \[[ xX]\] /gm, '')))
      return ''
    })
    .replace(/<Explain>([\s\S]*?)<\/Explain>/g, (_, explanation: string) => {
      said.explanation.push(plain(explanation))
      return ''
    })
    .replace(fence, '')
    .replace(/^<<<.*$/gm, line => captionOf(line, /caption: '((?:[^'\\]|\\.)*)'/))
    .replace(/^# .*$/m, '')
    .replace(/<\w[^>]*>/g, tag => captionOf(tag, /\bcaption="([^"]*)"/))
  said.text.push(plain(prose))
  const places = Object.entries(said).map(([place, texts]) => [place, texts.join('\n').trim()]).filter(([, text]) => text !== '')
  return { slide: index + 1, ...Object.fromEntries(places) as Omit<SlideText, 'slide'> }
}

/** The programs of a slide: live cells, and listings. */
function codeOf(content: string, page: string, slide: number, root: string): string[] {
  const live = orNothing(() => cellsOf(content, page, slide, root)) ?? []
  const listings = [...content.matchAll(fence)].map(([, , body]) => body!)
  return [...new Set([...live.map(({ source }) => source), ...listings])]
}

const captionOf = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ' '

/** Markdown without its marks; lines stay lines. */
function plain(markdown: string): string {
  return markdown
    .replace(/^```.*$/gm, '')
    .replace(/<\/?\w[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^::\w+::$/gm, '')
    .replace(/^(?:[-*>]|\d+\.|#+)\s+/gm, '')
    .replace(/^\|?(?:\s*:?-+:?\s*\|)+.*$/gm, '')
    .replace(/\s*\|\s*/g, ' ')
    .replace(/(\*\*|`)(.+?)\1/g, '$2')
    .replace(/(?<![\w*])\*(\S[^*\n]*)\*(?![\w*])/g, '$1')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
    .replace(/[ \t]+/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function orNothing<T>(read: () => T): T | null {
  try {
    return read()
  }
  catch {
    return null
  }
}
