/** Returns true for a name of the IANA database. */
export function isTimeZone(name: string): boolean {
  // JavaScript reads offsets such as +02:00 too.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
