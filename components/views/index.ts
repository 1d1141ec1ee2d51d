/** The views that a cell can have, by the name that an author writes: `{live, view: 'timeline'}`. Each is loaded when one is shown. */
import type { Component } from 'vue'
import { lazyPart } from '../lazyPart.ts'

export const views: Record<string, Component | undefined> = {
  header: lazyPart(() => import('./Header.vue')),
  objects: lazyPart(() => import('./Objects.vue')),
  timeline: lazyPart(() => import('./Timeline.vue')),
  schedule: lazyPart(() => import('./Schedule.vue')),
  scheduler: lazyPart(() => import('./Scheduler.vue')),
  tasks: lazyPart(() => import('./Tasks.vue')),
  processes: lazyPart(() => import('./Processes.vue')),
  collector: lazyPart(() => import('./Collector.vue')),
  allocations: lazyPart(() => import('./Allocations.vue')),
  pools: lazyPart(() => import('./Pools.vue')),
  blocks: lazyPart(() => import('./Blocks.vue')),
}
