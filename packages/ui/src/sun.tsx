import { useId } from 'react'

export type SunProps = { className?: string | undefined }

/** The half sun of the posters: a vermilion disc and a screen of ink dots, a little out of register. Sized by its width. */
export function Sun({ className }: SunProps) {
  const id = useId()
  return (
    <svg viewBox="0 0 428 202" className={className} aria-hidden="true">
      <defs>
        <pattern
          id={`${id}dots`}
          width="12"
          height="12"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(38)"
        >
          <circle cx="6" cy="6" r="3.25" fill="var(--poster-ink)" />
        </pattern>
      </defs>
      <circle cx="208" cy="208" r="208" fill="var(--poster-vermilion)" />
      <circle cx="220" cy="210" r="208" fill={`url(#${id}dots)`} opacity="0.6" />
    </svg>
  )
}
