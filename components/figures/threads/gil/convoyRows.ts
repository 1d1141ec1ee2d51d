import gil from '../../../../recordings/measured/gil_convoy.py314.json'
import free from '../../../../recordings/measured/gil_convoy.main15t.json'

export const convoySources = [gil, free]

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const latencies = ({ samples }: typeof gil, cpuThreads: number, interval: number) =>
  samples.find(one => one.cpu_threads === cpuThreads && one.switchinterval_s === interval)?.latency_ms ?? []

/** How long a sleep of 1 ms took, alone and beside a thread that computes: all samples of a row, and their median. */
export const convoyRows = [
  { label: 'alone', values: latencies(gil, 0, 0.005) },
  { label: 'beside one, asks after 0.5 ms', values: latencies(gil, 1, 0.0005) },
  { label: 'beside one, asks after 5 ms', values: latencies(gil, 1, 0.005) },
  { label: 'beside one, asks after 20 ms', values: latencies(gil, 1, 0.02) },
  { label: 'beside one, no GIL', values: latencies(free, 1, 0.005) },
].map(row => ({ ...row, median: median(row.values) }))
