import type { WorkshopApi } from './api.ts'

/** The record in one format, as a file under the name that the server gives it. Throws `ApiError`. */
export async function takeRecord(
  api: WorkshopApi,
  query: Readonly<Record<string, string>>,
): Promise<{ file: Blob; name: string }> {
  const answer = await api.fetch(`/record?${new URLSearchParams(query)}`)
  return { file: await answer.blob(), name: fileNameIn(answer.headers.get('content-disposition')) }
}

/** The name in `attachment; filename*=UTF-8''...`, which may be of any script. */
export function fileNameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1] ?? ''
  try {
    return decodeURIComponent(encoded) || 'vispera'
  } catch {
    return 'vispera'
  }
}
