// Theme and direction before the first paint, so that nothing flashes or jumps. A file of its own because the
// page allows no inline script. The app sets the same again (theme/theme.ts, i18n/language.ts).
try {
  const root = document.documentElement
  const theme = localStorage.getItem('vispera.theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  if (theme === 'contrast') root.dataset.contrast = 'more'
  const locale = localStorage.getItem('vispera.locale')
  if (locale) {
    root.lang = locale
    root.dir = locale === 'ar' ? 'rtl' : 'ltr'
  }
} catch (_) {
  // Storage is switched off: the system's theme it is.
}
