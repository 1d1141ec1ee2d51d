/** The views that a cell can have, by the name that an author writes: `{live, view: 'timeline'}`. Each is loaded when one is shown. */
import { defineAsyncComponent, type Component } from 'vue'

export const views: Record<string, Component | undefined> = {
  header: defineAsyncComponent(() => import('./Header.vue')),
  objects: defineAsyncComponent(() => import('./Objects.vue')),
  timeline: defineAsyncComponent(() => import('./Timeline.vue')),
  schedule: defineAsyncComponent(() => import('./Schedule.vue')),
  scheduler: defineAsyncComponent(() => import('./Scheduler.vue')),
  tasks: defineAsyncComponent(() => import('./Tasks.vue')),
  processes: defineAsyncComponent(() => import('./Processes.vue')),
  collector: defineAsyncComponent(() => import('./Collector.vue')),
  allocations: defineAsyncComponent(() => import('./Allocations.vue')),
  pools: defineAsyncComponent(() => import('./Pools.vue')),
}
