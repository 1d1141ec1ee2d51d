/** Colours and styles that a program asks for in its output, as at a terminal (ECMA-48, SGR): text in pieces of one look each. */
import { createAnsiSequenceParser, createColorPalette, type ParseToken } from 'ansi-sequence-parser'
import type { OutputChunk } from '../../runtime/border/protocol.ts'

/** Text without control sequences, and how it looks. */
export interface AnsiPiece {
  text: string
  /** CSS colours as they were asked for; the page makes them readable (components/run/OutputText.vue). Null for the page's own. */
  colour: string | null
  background: string | null
  /** For instance `bold`, `underline`. */
  styles: string[]
}

/** Of xterm; how dark or light they are is seen to where they are shown. */
const { value: cssColour } = createColorPalette({
  black: '#000000', red: '#cd3131', green: '#1f9d55', yellow: '#c19c00', blue: '#2f6fde', magenta: '#bc3fbc', cyan: '#11a8cd', white: '#e5e5e5',
  brightBlack: '#767676', brightRed: '#f14c4c', brightGreen: '#23d18b', brightYellow: '#e6c200', brightBlue: '#5b9bff', brightMagenta: '#d670d6', brightCyan: '#29b8db', brightWhite: '#ffffff',
})

const escape = '\u001B'
/** A whole sequence: CSI with its final letter, OSC (a title, a link) up to its end, or an escape of two characters. */
const sequence = /\u001B(?:\[([0-?]*)[ -/]*([@-~])|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[^[\]])/g
/** What may go on in what is printed next; a sequence is not longer than this. */
const unfinished = /\u001B(?:\[[0-?]*[ -/]*|\][^\u0007\u001B]*\u001B?)?$/
const longest = 400
/** What belongs together in one sequence: a colour of a table, or of three parts. */
const command = /(?<=^|;)(?:[34]8[;:](?:5[;:]\d+|2[;:]\d+[;:]\d+[;:]\d+)|\d*)(?=;|$)/g

/**
 * Reads output piece by piece: a sequence may begin in one piece and end in a later one of the same stream, and what it
 * sets holds for both streams, as at a terminal. Sequences that set no look, such as those that move the cursor, are left out.
 */
export function createAnsiReader(): (chunk: OutputChunk) => AnsiPiece[] {
  const parser = createAnsiSequenceParser()
  const held: Record<OutputChunk['stream'], string> = { stdout: '', stderr: '' }
  return ({ stream, text }) => {
    let whole = held[stream] + text
    held[stream] = ''
    const start = whole.includes(escape) ? whole.search(unfinished) : -1
    if (start >= 0 && whole.length - start < longest) {
      held[stream] = whole.slice(start)
      whole = whole.slice(0, start)
    }
    return parser.parse(whole.replace(sequence, (_, values: string | undefined, final: string | undefined) => final === 'm' && /^[\d;:]*$/.test(values!) ? looks(values!) : '')).map(piece)
  }
}

/** Each command in a sequence of its own, so that they hold in their order; none is a reset. */
function looks(values: string): string {
  return [...values.matchAll(command)].map(([code]) => `${escape}[${code.replaceAll(':', ';') || 0}m`).join('')
}

function piece({ value, foreground, background, decorations }: ParseToken): AnsiPiece {
  const colours = [foreground, background].map(colour => colour ? cssColour(colour) ?? null : null)
  const [colour, behind] = decorations.has('reverse') ? [colours[1] ?? 'var(--paper)', colours[0] ?? 'var(--ink)'] : colours
  return { text: value, colour: colour!, background: behind!, styles: [...decorations].filter(name => name !== 'reverse') }
}
