/** The built deck, shared by all tests that open it: `const deck = await builtDeck()`, `deck.url`, `await deck.close()`. */
export { builtDeck, serve, type ServedDeck } from '../../cli/deck/builtDeck.ts'
