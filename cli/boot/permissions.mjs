/**
 * The flags of Node under which `lab` runs what others wrote: its permission model is on, so that the threads of programs can give up what is
 * given here (`runtime/worker/walls/permissions.ts`); to the main thread alone belong the files of whoever asks, and other programs. Nobody has the network.
 */
export const permissionFlags = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-fs-write=*',
  '--allow-child-process',
  '--allow-worker',
  '--disable-warning=PERM0002', // says that other programs are not bound by this
  '--disable-warning=PERM0006', // says that threads might have more; ours cannot make any
]
