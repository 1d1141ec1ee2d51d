/** A link to a slide that names a schedule: `#/36?schedule=ID`. */

function place(): { path: string, query: URLSearchParams } {
  const [path = '', query = ''] = location.hash.slice(1).split('?')
  return { path, query: new URLSearchParams(query) }
}

/** The schedule that this page's address names; null for none. */
export function linkedSchedule(): string | null {
  return place().query.get('schedule')
}

/** The address of the slide that is showing, with a schedule. */
export function linkTo(schedule: string): string {
  return `${location.href.split('#')[0]}#${place().path}?schedule=${encodeURIComponent(schedule)}`
}
