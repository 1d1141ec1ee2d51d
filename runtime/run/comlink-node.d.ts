/** Comlink ships this file's types beside another name. */
declare module 'comlink/dist/esm/node-adapter.mjs' {
  import type { NodeEndpoint } from 'comlink/dist/esm/node-adapter'
  import type { Endpoint } from 'comlink'

  export default function nodeEndpoint(port: NodeEndpoint): Endpoint
}
