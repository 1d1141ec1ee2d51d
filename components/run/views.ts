/** The views that a cell can have, by the name that an author writes: `{live, view: 'timeline'}`. Each is loaded when one is shown. */
import type { Component } from 'vue'
import { lazyPart } from '../parts/lazyPart.ts'
import type { ViewName } from '../../runtime/run/views.ts'

export const views = {
  header: lazyPart(() => import('../memory/objects/HeaderView.vue')),
  objects: lazyPart(() => import('../memory/objects/Objects.vue')),
  timeline: lazyPart(() => import('../trace/Timeline.vue')),
  schedule: lazyPart(() => import('../schedules/Schedule.vue')),
  scheduler: lazyPart(() => import('../schedules/Scheduler.vue')),
  tasks: lazyPart(() => import('../trace/Tasks.vue')),
  processes: lazyPart(() => import('../trace/Processes.vue')),
  collector: lazyPart(() => import('../memory/collector/Collector.vue')),
  allocations: lazyPart(() => import('../memory/allocations/Allocations.vue')),
  pools: lazyPart(() => import('../memory/pools/Pools.vue')),
  blocks: lazyPart(() => import('../memory/blocks/Blocks.vue')),
} satisfies Record<ViewName, Component> as Record<string, Component | undefined>
