interface Field {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const COMMON: readonly Field[] = [
  { name: 'minutes', least: 0, most: 59 },
  { name: 'hours', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: MONTHS },
];

/** Fields of cron expressions, in their order. Sunday is 1 for EventBridge, and 0 or 7 for Unix. */
const FIELDS: Readonly<Record<'eventbridge' | 'unix', readonly Field[]>> = {
  eventbridge: [...COMMON, { name: 'day of the week', least: 1, most: 7, words: DAYS }, { name: 'year', least: 1970, most: 2199 }],
  unix: [...COMMON, { name: 'day of the week', least: 0, most: 7, words: DAYS }],
};

/** Error of the fields of a cron expression; `undefined` if they are valid. */
export function cronFault(fields: readonly string[], form: 'eventbridge' | 'unix'): string | undefined {
  const faults = FIELDS[form].map((field, index) => fieldFault(fields[index], field, form)).filter((fault) => fault !== undefined);
  if (faults.length > 0) return faults[0];
  if (form === 'unix' || [fields[2], fields[4]].filter((field) => field === '?').length === 1) return undefined;
  return 'must have ? as the day of the month or as the day of the week, and not as both';
}

function fieldFault(text: string, field: Field, form: string): string | undefined {
  const { name, least, most, words } = field;
  if (text === '*' || (text === '?' && form === 'eventbridge' && name.startsWith('day'))) return undefined;
  if (text === '?') return `must not have ? as the ${name}`;
  // Steps, and the n of the n-th weekday, are no values of the field.
  const parts = text.split(',').flatMap((item) => item.split(/[/#]/)[0].split('-'));
  const wrong = parts.map((part) => part.replace(/^L$|^LW$|(?<=\d|[A-Z]{3})[LW]$/, '')).find((part) => !isIn(part, field));
  if (wrong === undefined) return undefined;
  return `must have ${least} to ${most}${words ? ` or ${words[0]} to ${words.at(-1)!}` : ''} as the ${name}, and has ${wrong}`;
}

function isIn(part: string, { least, most, words }: Field): boolean {
  if (part === '' || part === '*') return true;
  if (!/^\d+$/.test(part)) return words?.includes(part.toUpperCase()) ?? false;
  return Number(part) >= least && Number(part) <= most;
}
