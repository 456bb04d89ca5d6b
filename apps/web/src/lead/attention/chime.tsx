import { useCallback, useRef } from 'react'
import { usePreference } from '../../session/preferences.ts'
import { useRemaining } from '../clock/ticks.ts'
import type { PlaceInAgenda } from '../plan.ts'
import { usePlace } from '../use-agenda.ts'

/** A gentle sound when the time of a stage is over, for those who have switched it on. */
export function Chime() {
  const isOn = usePreference('chime')
  const place = usePlace()
  return isOn && place ? <Listening key={place.now.run} place={place} /> : null
}

function Listening({ place }: { place: PlaceInAgenda }) {
  const before = useRef<number | null>(null)
  const hear = useCallback((leftMs: number | null) => {
    const last = before.current
    before.current = leftMs
    if (last !== null && leftMs !== null && last > 0 && leftMs <= 0) chime()
  }, [])
  useRemaining(place.now, hear)
  return null
}

/** Two soft tones, a fifth apart, that fade by themselves. */
export function chime(): void {
  const audio = new AudioContext()
  for (const [index, frequency] of [523.25, 783.99].entries()) {
    const tone = audio.createOscillator()
    const loudness = audio.createGain()
    const at = audio.currentTime + index * 0.35
    tone.frequency.value = frequency
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(0.16, at + 0.04)
    loudness.gain.exponentialRampToValueAtTime(0.0005, at + 1.8)
    tone.connect(loudness).connect(audio.destination)
    tone.start(at)
    tone.stop(at + 2)
  }
  setTimeout(() => void audio.close(), 3_000)
}
