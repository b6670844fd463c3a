import { catalogue } from '../../src/gotchas/catalogue.generated';

/** The gotchas to test: all, or the one that the environment variable GOTCHA names. */
export const selected = catalogue.filter(({ id }) => [undefined, id].includes(process.env.GOTCHA));
