export type LogoProps = { className?: string | undefined }

/** The sun not quite risen, out of register over a thick and a thin rule. Ink follows the text colour. */
export function Logo({ className }: LogoProps) {
  return (
    <svg viewBox="0 0 39 20" width="39" height="20" className={className} aria-hidden="true">
      <path d="M7.2 12.6a12.2 12.2 0 0 1 24.4 0z" fill="var(--poster-vermilion)" />
      <path d="M9.9 13a11.8 11.8 0 0 1 23.6 0" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M0 12.2h39v3.4H0zM0 17.9h39v1.5H0z" fill="currentColor" />
    </svg>
  )
}
