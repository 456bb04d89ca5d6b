/** The DOM id of a section's heading; sections' keys hold spaces and slashes, ids must not. */
export const headingId = (section: string): string => `heading-${section.replace(/[^\w-]/gu, '_')}`
