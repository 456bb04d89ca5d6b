/** The key map as it is shown: groups of actions (`shell.key.<id>`), each with its combinations. */
export const keyGroups = [
  {
    id: 'notes',
    keys: [
      { id: 'note', combinations: ['N'] },
      { id: 'edit', combinations: ['Enter', 'F2'] },
      { id: 'done', combinations: ['Esc'] },
      { id: 'sibling', combinations: ['Tab'] },
      { id: 'below', combinations: ['Mod+Enter'] },
      { id: 'pasteLines', combinations: ['Mod+V'] },
      { id: 'pasteOne', combinations: ['Mod+Shift+V'] },
      { id: 'duplicate', combinations: ['Mod+D'] },
      { id: 'delete', combinations: ['Delete'] },
      { id: 'menu', combinations: ['M', 'Shift+F10'] },
    ],
  },
  {
    id: 'select',
    keys: [
      { id: 'next', combinations: ['Tab'] },
      { id: 'nudge', combinations: ['Arrows'] },
      { id: 'nudgeMore', combinations: ['Shift+Arrows'] },
      { id: 'neighbour', combinations: ['Alt+Arrows'] },
      { id: 'all', combinations: ['Mod+A'] },
      { id: 'undo', combinations: ['Mod+Z'] },
      { id: 'redo', combinations: ['Mod+Shift+Z', 'Mod+Y'] },
    ],
  },
  {
    id: 'tools',
    keys: [
      { id: 'selectTool', combinations: ['V'] },
      { id: 'hand', combinations: ['H', 'Space+Drag'] },
      { id: 'link', combinations: ['L'] },
    ],
  },
  {
    id: 'look',
    keys: [
      { id: 'zoom', combinations: ['plus', '−', 'Mod+Wheel'] },
      { id: 'fit', combinations: ['Shift+1'] },
      { id: 'fitSelection', combinations: ['Shift+2'] },
      { id: 'full', combinations: ['Shift+0'] },
      { id: 'raise', combinations: ['R'] },
      { id: 'point', combinations: ['P'] },
      { id: 'regions', combinations: ['F6'] },
      { id: 'sheet', combinations: ['?'] },
    ],
  },
] as const

export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)
