/** Notes for the presenter: what to say, to ask and to do, set apart, and the time always in sight. */

/** A line that begins with one of these is a cue; what follows up to the next belongs to it. */
const cue = /^(Say|Ask|Do|Time):[ \t]*/

/**
 * Takes the paragraphs of a note, as Slidev renders it, that consist of cues, and makes a list of each; leaves all other HTML.
 * Time stands first.
 */
export function setCuesApart(html: string): string {
  return html.replace(/<p>([\s\S]*?)<\/p>/g, (paragraph, text: string) => {
    const lines = text.split(/\n/)
    if (!cue.test(lines[0]!)) return paragraph
    const cues: { name: string, text: string }[] = []
    for (const line of lines) {
      const name = cue.exec(line)?.[1]
      if (name) cues.push({ name, text: line.replace(cue, '') })
      else cues.at(-1)!.text += `\n${line}`
    }
    const first = cues.filter(({ name }) => name === 'Time')
    const rows = [...first, ...cues.filter(({ name }) => name !== 'Time')]
    return `<dl class="cues">${rows.map(({ name, text }) => `<div class="cue-${name.toLowerCase()}"><dt>${name}</dt><dd>${text}</dd></div>`).join('')}</dl>`
  })
}
