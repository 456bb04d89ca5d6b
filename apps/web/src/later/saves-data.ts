/** Whether somebody has asked their browser to save data: then nothing comes that nobody asked for. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } }
  return connection?.saveData === true
}
