import { CannotLook } from '../verb';

/** Deeper values overflow the stack; a template that a person or the CDK writes has about 30 levels. */
const MAX_LEVELS = 1000;
/** Values of a template whose aliases are written out; a template of 1 MB has about 100,000. */
const MAX_VALUES = 5_000_000;

/** Refuses a template with more levels, or more values once its aliases are written out, than can be evaluated. */
export function checkSize(body: unknown, name: string): void {
  const values = new Map<object, number>();
  const count = (json: unknown, level: number): number => {
    if (typeof json !== 'object' || json === null) return 1;
    if (level > MAX_LEVELS) throw new CannotLook(`${name} nests values deeper than ${MAX_LEVELS} levels`);
    const known = values.get(json);
    if (known !== undefined) return known;
    const total = Object.values(json).reduce((sum: number, item) => sum + count(item, level + 1), 1);
    if (total > MAX_VALUES) throw new CannotLook(`${name} has aliases that stand for more than ${MAX_VALUES} values`);
    values.set(json, total);
    return total;
  };
  count(body, 0);
}
