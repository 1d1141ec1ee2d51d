/** Sentences in which backticks mark code. */

export interface Words {
  text: string
  code: boolean
}

/** A sentence in pieces, code and text in turn. */
export function pieces(sentence: string): Words[] {
  return sentence.split('`').map((text, index) => ({ text, code: index % 2 === 1 })).filter(({ text }) => text !== '')
}
