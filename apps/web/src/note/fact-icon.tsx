import {
  CalendarDays,
  Check,
  CircleHelp,
  Clock,
  EyeOff,
  Files,
  Flag,
  Heart,
  Hourglass,
  Lock,
  type LucideIcon,
  Play,
  RefreshCw,
  Spline,
  Unlink,
} from 'lucide-react'

/** What a fact's icon looks like; options of a field bring their own name. */
const icons: Readonly<Record<string, LucideIcon>> = {
  flag: Flag,
  'true-now': Check,
  'can-start-now': Play,
  'needs-more': Hourglass,
  unknown: CircleHelp,
  date: CalendarDays,
  apart: Lock,
  sensitive: EyeOff,
  late: Clock,
  heart: Heart,
  same: Files,
  link: Spline,
  changed: RefreshCw,
  removed: Unlink,
}

/** The small drawing before a fact; nothing for facts that have none. */
export function FactIcon({ name }: { name: string | undefined }) {
  const Icon = name === undefined ? undefined : icons[name]
  return Icon ? <Icon aria-hidden="true" /> : null
}
