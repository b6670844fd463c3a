/** The area of an id, which is its first word. */
export function areaOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}
