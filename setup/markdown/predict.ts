/** Makes a question of `<Predict>`, a text and a task list: `- [x] choice — *explanation*`, where `x` marks what is right. */
import { defineMarkdownTransformer } from '@slidev/types'
import { hashSource } from '../../cli/run/cells.ts'
import { attribute, slot } from './attribute.ts'

export interface WrittenQuestion {
  question: string
  choices: { right: boolean, text: string, why: string }[]
}

const tag = /<Predict>([\s\S]*?)<\/Predict>/g
const item = /^- \[([ xX])\] (.*(?:\n(?!- \[).*)*)/gm

/**
 * Reads the Markdown between the tags.
 * @throws Error with one sentence where it is no question.
 */
export function readQuestion(markdown: string): WrittenQuestion {
  const text = markdown.replaceAll('\r\n', '\n')
  const choices = [...text.matchAll(item)].map(([, mark, line]) => {
    const [choice = '', ...rest] = line!.split(/\s+—\s+/)
    return { right: mark !== ' ', text: choice.trim(), why: plain(rest.join(' — ').trim()) }
  })
  const question = text.slice(0, text.search(/^- \[/m)).trim()
  if (choices.length < 2) throw new Error('<Predict> needs a list of two or more choices: "- [ ] 3 — *why not*".')
  if (!question) throw new Error('<Predict> needs a question before its choices.')
  if (!choices.some(({ right }) => right)) throw new Error(`<Predict> “${question}” marks no choice as right: "- [x] 2 — *why*".`)
  const bare = choices.find(({ why }) => why === '')
  if (bare) throw new Error(`<Predict> “${question}”: the choice “${bare.text}” has no explanation after an em dash.`)
  return { question, choices }
}

/** The text without the emphasis that it stands in as a whole, since the page sets it apart. */
function plain(text: string): string {
  const inner = /^\*(?!\*)([\s\S]+)\*$/.exec(text)?.[1]
  return inner === undefined || inner.replaceAll('**', '').includes('*') ? text : inner
}

export const predict = defineMarkdownTransformer(({ s }) => {
  s.replace(tag, (_, markdown: string) => {
    const { question, choices } = readQuestion(markdown)
    const id = hashSource(JSON.stringify([question, choices])).slice(0, 12)
    const slots = choices.map(({ text, why }, index) => slot(`choice-${index}`, text) + slot(`why-${index}`, why)).join('')
    return `\n\n<Predict v-bind="${attribute({ id, right: choices.map(({ right }) => right) })}">\n\n${slot('question', question)}${slots}</Predict>\n\n`
  })
})
