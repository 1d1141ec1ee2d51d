/** The public surface of the runtime: everything above this floor imports from here. */
export type * from './protocol.ts'
export type * from './trace.ts'
export type { Finding } from './findings.ts'
export { lookOf, type LookName } from './looks.ts'
export { decodeTrace, type WireEvent } from './wire.ts'
export type { Session, SessionState, Run } from './session.ts'
export { openSession } from './session.ts'
export { limits } from './limits.ts'
