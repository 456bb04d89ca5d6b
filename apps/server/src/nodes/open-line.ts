import type { Bus } from '@vispera/storage'
import type { z } from 'zod'

/** What the machines of one store tell each other about one thing, as small JSON. Messages may be lost. */
export interface Line<Message> {
  say(message: Message): void
  hear(callback: (message: Message) => void): void
}

/** What does not fit the schema, as from a machine of another version, is not heard. */
export function openLine<Message>(bus: Bus, channel: string, schema: z.ZodType<Message>): Line<Message> {
  return {
    say(message) {
      if (bus.isShared) bus.publish(channel, new TextEncoder().encode(JSON.stringify(message)))
    },
    hear(callback) {
      bus.subscribe(channel, (bytes) => {
        const parsed = schema.safeParse(asJson(bytes))
        if (parsed.success) callback(parsed.data)
      })
    },
  }
}

function asJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined // no JSON, so it fits no schema
  }
}
