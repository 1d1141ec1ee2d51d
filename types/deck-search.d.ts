/** The address of the index of what the slides say; `setup/deckSearchPlugin.ts` makes it. */
declare module 'virtual:deck-search' {
  const address: string
  export default address
}
