/** The views that a cell can have, by the name that an author writes: `{live, view: 'timeline'}`. Each is loaded when one is shown. */
import { defineAsyncComponent, type Component } from 'vue'

export const views: Record<string, Component | undefined> = {
  timeline: defineAsyncComponent(() => import('./Timeline.vue')),
  tasks: defineAsyncComponent(() => import('./Tasks.vue')),
  collector: defineAsyncComponent(() => import('./Collector.vue')),
  allocations: defineAsyncComponent(() => import('./Allocations.vue')),
  pools: defineAsyncComponent(() => import('./Pools.vue')),
}
