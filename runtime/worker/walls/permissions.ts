/** The second wall in Node, where a program runs on somebody's own machine: the thread itself may do nothing there. */
import process from 'node:process'

/** As Node names them (its permission model, which `cli/setup.mjs` switches on); `worker` too, since one that is made anew would have them all. */
const permissions = ['fs.read', 'fs.write', 'child', 'net', 'addon', 'inspector', 'wasi', 'ffi', 'worker']

interface PermissionModel {
  drop: (name: string) => void
}

/** What needs no permission in Node, and concerns others. */
const ofProcess = ['kill', '_kill', '_debugProcess', '_debugEnd', 'binding', '_linkedBinding', 'dlopen', 'report', 'setUncaughtExceptionCaptureCallback']

/** Takes from this thread, for good, whatever reaches the machine: files, programs, the network, other threads. Where Node runs without its permission model, as in tests, only what is of the process. */
export function dropPermissions(): void {
  const { permission } = process as unknown as { permission?: PermissionModel }
  for (const name of permissions) permission?.drop(name)
  for (const name of ofProcess) Reflect.defineProperty(process, name, { value: undefined })
}
