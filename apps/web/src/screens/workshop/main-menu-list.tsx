import { mayWrite } from '@vispera/board'
import { MenuList, type MenuSection, type OpenMenu } from '@vispera/ui'
import {
  CalendarClock,
  CircleHelp,
  FileText,
  HeartPulse,
  Keyboard,
  ListOrdered,
  LogOut,
  PencilLine,
  Plus,
  QrCode,
  Shield,
  Trash2,
  UserRound,
  UsersRound,
  Vote,
} from 'lucide-react'
import { useBoardOnScreen } from '../../board-ui/board-context.ts'
import { setLocale, useLocale } from '../../i18n/language.ts'
import { type AppLocale, locales } from '../../i18n/locale.ts'
import { useWords } from '../../i18n/use-words.ts'
import { prefer, usePreference } from '../../session/preferences.ts'
import { useSession } from '../../session/session-context.ts'
import { useSessionValue } from '../../session/use-session-value.ts'
import { setTheme, themes, useTheme } from '../../theme/theme.ts'
import { useShowVoices } from '../../voices/voices-panel.ts'
import { useOverlay } from './overlays.tsx'
import { useSidePanel } from './side-panel.ts'

/** Everything that is not about a single note. */
export function MainMenuList(open: OpenMenu) {
  const sections = [
    useWorkshopSection(),
    useBoardSection(),
    useMySection(),
    useLookSection(),
    ...useEndSections(),
  ]
  return <MenuList {...open} sections={sections} />
}

function useWorkshopSection(): MenuSection {
  const { t } = useWords()
  const open = useOverlay()
  const session = useSession()
  const side = useSidePanel()
  const showVoices = useShowVoices()
  const entries = [
    { id: 'invite', label: t('shell.menu.invite'), icon: <QrCode />, onSelect: () => open('share') },
    { id: 'record', label: t('shell.menu.record'), icon: <FileText />, onSelect: () => open('record') },
  ]
  const agenda = {
    id: 'agenda',
    label: t('shell.menu.agenda'),
    icon: <ListOrdered />,
    onSelect: () => side.show('agenda'),
  }
  const voices = [
    {
      id: 'votes',
      label: t('shell.menu.votes'),
      icon: <Vote />,
      onSelect: () => showVoices({ show: 'votes' }),
    },
    ...(mayWrite(session.me.role)
      ? [
          {
            id: 'pulse',
            label: t('shell.menu.pulse'),
            icon: <HeartPulse />,
            onSelect: () => showVoices({ show: 'pulse' }),
          },
        ]
      : []),
  ]
  const people = [
    {
      id: 'series',
      label: t('shell.menu.series'),
      icon: <CalendarClock />,
      onSelect: () => open('series'),
    },
    { id: 'safety', label: t('shell.menu.safety'), icon: <Shield />, onSelect: () => open('safety') },
  ]
  const groups = {
    id: 'groups',
    label: t('shell.menu.groups'),
    icon: <UsersRound />,
    onSelect: () => open('groups'),
  }
  const rename = {
    id: 'rename',
    label: t('shell.menu.renameWorkshop'),
    icon: <PencilLine />,
    onSelect: () => open('rename-workshop'),
  }
  const all =
    session.canLead() || session.agenda().stages.length > 0
      ? [agenda, ...voices, ...entries, ...people]
      : [...voices, ...entries, ...people]
  return { id: 'workshop', entries: session.canLead() ? [...all, groups, rename] : all }
}

function useBoardSection(): MenuSection {
  const { t } = useWords()
  const open = useOverlay()
  const session = useSession()
  const { open: board } = useBoardOnScreen()
  const boards = useSessionValue(({ stage }) => stage()?.boards.length ?? 0)
  const entries = [
    { id: 'add', label: t('shell.menu.addBoard'), icon: <Plus />, onSelect: () => open('add-board') },
    {
      id: 'rename',
      label: t('shell.menu.renameBoard'),
      icon: <PencilLine />,
      onSelect: () => open('rename-board', board.entry.id),
    },
    {
      id: 'remove',
      label: t('shell.menu.removeBoard'),
      icon: <Trash2 />,
      onSelect: () => open('remove-board', board.entry.id),
      ...(boards < 2 ? { disabledReason: t('shell.menu.lastBoard') } : {}),
    },
  ]
  return { id: 'board', entries: session.canLead() ? entries : [] }
}

function useMySection(): MenuSection {
  const { t } = useWords()
  const open = useOverlay()
  const session = useSession()
  const isHidden = usePreference('hide-cursor')
  const areOthersHidden = usePreference('hide-others')
  const isKeyless = usePreference('no-single-keys')
  const writes = mayWrite(session.me.role)
  const name = {
    id: 'name',
    label: t('shell.menu.myName'),
    icon: <UserRound />,
    onSelect: () => open('my-name'),
  }
  const cursor = {
    id: 'cursor',
    label: t('shell.menu.showCursor'),
    checked: !isHidden,
    onSelect: () => prefer('hide-cursor', !isHidden),
  }
  const others = {
    id: 'others',
    label: t('shell.menu.showOthers'),
    checked: !areOthersHidden,
    onSelect: () => prefer('hide-others', !areOthersHidden),
  }
  const keys = {
    id: 'keys',
    label: t('shell.menu.singleKeys'),
    checked: !isKeyless,
    onSelect: () => prefer('no-single-keys', !isKeyless),
  }
  return {
    id: 'me',
    label: t('shell.menu.me'),
    entries: writes ? [name, cursor, others, keys] : [others, keys],
  }
}

function useLookSection(): MenuSection {
  const { t } = useWords()
  const theme = useTheme()
  const entries = themes.map((one) => ({
    id: one,
    label: t(`shell.theme.${one}`),
    checked: one === theme,
    onSelect: () => setTheme(one),
  }))
  return { id: 'look', label: t('shell.theme'), entries }
}

function useEndSections(): MenuSection[] {
  const { t } = useWords()
  const open = useOverlay()
  const current = useLocale()
  const languages = (Object.keys(locales) as AppLocale[]).map((locale) => ({
    id: locale,
    label: locales[locale],
    checked: locale === current,
    onSelect: () => setLocale(locale),
  }))
  const end = [
    {
      id: 'keys',
      label: t('shell.menu.shortcuts'),
      icon: <Keyboard />,
      hint: '?',
      onSelect: () => open('shortcuts'),
    },
    { id: 'about', label: t('shell.menu.about'), icon: <CircleHelp />, onSelect: () => open('about') },
    {
      id: 'leave',
      label: t('shell.menu.leave'),
      icon: <LogOut className="mirrors" />,
      onSelect: () => open('leave'),
    },
  ]
  return [
    { id: 'languages', label: t('shell.language'), entries: languages },
    { id: 'end', entries: end },
  ]
}
