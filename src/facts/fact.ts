/** A value that a reader could not get, and why: a token, an import, a denied call. */
export class Unknown {
  public constructor(public readonly reason: string) {}
}

/** A value as a reader knows it. `undefined` inside `T` means: read, and not set. */
export type Fact<T> = T | Unknown;

/** The value of a fact, once it is known. */
export type Known<F> = Exclude<F, Unknown>;

/** Default reason for a fact that a reader left out. */
export const NOT_SAID = 'not set by the props';

/** Thrown by `known`, caught by `evaluate` and `each`. Not an `Error`: thousands are thrown in one synthesis, and their stack is never read. */
export class NotKnown {
  public constructor(public readonly reason: string) {}
}

/** Takes the value out of a fact. On an unknown fact the check ends as *not checked*. */
export function known<F>(fact: F): Known<F> {
  if (fact instanceof Unknown) throw new NotKnown(fact.reason);
  return fact as Known<F>;
}

/**
 * Items of a list that meet a condition, which may end as not known. Without one that is known to meet it, the first item that can't be
 * decided ends the check as *not checked*: a list is never taken for empty for want of a fact.
 */
export function whereKnown<T>(items: readonly T[], condition: (item: T) => boolean): readonly T[] {
  let undecided: NotKnown | undefined;
  const found = items.filter((item) => {
    try {
      return condition(item);
    } catch (error) {
      if (!(error instanceof NotKnown)) throw error;
      undecided ??= error;
      return false;
    }
  });
  if (found.length === 0 && undecided) throw undecided;
  return found;
}

/** Returns true if an item of a list meets a condition. If none is known to, an item that can't be decided ends the check as *not checked*. */
export function anyKnown<T>(items: readonly T[], condition: (item: T) => boolean): boolean {
  return whereKnown(items, condition).length > 0;
}

/** Only what is known of a list: for checks where one known item is enough to be sure. */
export function knownOf<T>(facts: readonly Fact<T>[]): readonly T[] {
  return facts.filter((fact): fact is T => !(fact instanceof Unknown));
}
