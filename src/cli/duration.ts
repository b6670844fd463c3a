import { CannotLook } from './verb';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };
const LONGEST = 7 * 24 * UNITS.h;

/** Milliseconds of a time such as `90s`, `20m` or `1h30m`; a number needs its unit. */
export function millisecondsOf(what: string, text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([smh])/g)];
  const milliseconds = parts.reduce((sum, [, number, unit]) => sum + Number(number) * UNITS[unit], 0);
  if (parts.map(([part]) => part).join('') !== text || milliseconds < 1 || milliseconds > LONGEST) {
    throw new CannotLook(`${what} (${text}) must be a time with its unit, above 0 and at most 168h, such as 90s, 20m or 1h30m`);
  }
  return milliseconds;
}

/** `3 min 20 s`, `2 h 5 min`, `4 d 7 h`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [minutes, hours, days] = [60, 3_600, 86_400].map((unit) => Math.floor(seconds / unit));
  if (days > 0) return `${days} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds % 60} s`;
}
