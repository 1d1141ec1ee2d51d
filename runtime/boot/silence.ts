/** Waits on a network that end: where nothing is heard for too long, they are given up. */

/** Seconds without a byte after which it is told, and after which a wait is given up. */
export const silenceLimits = { told: 3, most: 9 }

export interface Silence {
  /** Seconds for which something has been waited for and nothing was heard, from `silenceLimits.told` on; 0 before. */
  readonly seconds: number
  heard: () => void
  /** What it is given, or a rejection where nothing is heard for too long. */
  during: <T>(wait: Promise<T>) => Promise<T>
  /** Watches no longer. */
  end: () => void
}

/**
 * Counts ticks of a timer, not time: a machine that computes, or sleeps, hears nothing either and is at no fault.
 *
 * @param changed is called whenever `seconds` is another
 * @param tooLong makes what the waits reject with
 */
export function watchSilence(changed: () => void, tooLong: () => Error): Silence {
  let ticks = 0
  let waits = 0
  const { promise: givenUp, reject } = Promise.withResolvers<never>()
  givenUp.catch(() => {})
  const timer = setInterval(() => {
    if (waits === 0) return
    ticks++
    if (ticks >= silenceLimits.told) changed()
    if (ticks >= silenceLimits.most) reject(tooLong())
  }, 1000)

  function heard() {
    const wasTold = ticks >= silenceLimits.told
    ticks = 0
    if (wasTold) changed()
  }
  return {
    get seconds() {
      return ticks >= silenceLimits.told ? ticks : 0
    },
    heard,
    async during(wait) {
      waits++
      try {
        return await Promise.race([wait, givenUp])
      }
      finally {
        if (--waits === 0) heard()
      }
    },
    end: () => clearInterval(timer),
  }
}
