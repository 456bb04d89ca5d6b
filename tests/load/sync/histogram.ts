/** Delays in milliseconds, in bins that are 2 % apart: percentiles of millions of them in a few kilobytes. */
export function createHistogram() {
  const width = Math.log(1.02)
  const bins = new Uint32Array(1400)
  let [count, max] = [0, 0]

  const at = (part: number): number => {
    let left = Math.ceil(count * part)
    for (const [index, filled] of bins.entries()) {
      left -= filled
      if (left <= 0) return Math.exp((index + 0.5) * width) / 1000
    }
    return max
  }
  const rounded = (ms: number) => (count === 0 ? null : Math.round(ms * 10) / 10)

  return {
    add(ms: number) {
      const bin = Math.min(bins.length - 1, Math.floor(Math.log(Math.max(1, ms * 1000)) / width))
      bins[bin] = (bins[bin] ?? 0) + 1
      count += 1
      max = Math.max(max, ms)
    },
    count: () => count,
    clear() {
      bins.fill(0)
      ;[count, max] = [0, 0]
    },
    summary: () => ({
      p50: rounded(at(0.5)),
      p95: rounded(at(0.95)),
      p99: rounded(at(0.99)),
      max: rounded(max),
    }),
  }
}

export type Histogram = ReturnType<typeof createHistogram>
