/** What Slidev puts into every component of the deck. */

export {}

declare module 'vue' {
  interface ComponentCustomProperties {
    $frontmatter: { layout?: string, module?: string, [key: string]: unknown }
    $page: number
    $nav: { currentPage: number, total: number, isPrintMode: boolean }
  }
}
