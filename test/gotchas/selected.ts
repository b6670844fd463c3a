import { catalogue } from '../../src/gotchas/catalogue.generated';
import { hasCheck, type LiveGotcha } from '../../src/gotchas/definition';

const isSelected = ({ id }: { readonly id: string }): boolean => [undefined, id].includes(process.env.GOTCHA);

/** Gotchas with a check over facts: all, or the one that the environment variable GOTCHA names. */
export const selected = catalogue.filter(hasCheck).filter(isSelected);

/** Gotchas that only a running service shows: all, or the one that the environment variable GOTCHA names. */
export const selectedLive: readonly LiveGotcha[] = catalogue.filter((entry) => !hasCheck(entry)).filter(isSelected);
