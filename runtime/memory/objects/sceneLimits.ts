/** How much of a program's objects is shown. Stated to people below the picture and in the docs. */
export const sceneLimits = {
  /** Steps of a run. */
  scenes: 1_000,
  /** Objects in a scene. */
  objects: 60,
  /** References from a name to an object. */
  depth: 5,
  /** References of one object. */
  references: 12,
} as const
