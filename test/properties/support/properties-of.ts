import type * as fc from 'fast-check';
import { broken, refuses, refusesWithoutShowingTokens, type Breakage } from './refuses';
import { RUNS } from './runs';
import type { Subject } from './subject';
import { synthesizes } from './synthesizes';
import { withTokens } from './tokens';

/** A tenth of the cases is enough where each is a variation of one that the whole number was tried with. */
const FEWER_RUNS = Math.ceil(RUNS / 10);

/**
 * Tries a construct with random props.
 *
 * @param cases what is legal
 * @param breakages the rules, and how a legal case breaks each
 */
export function propertiesOf<B, C extends B>(name: string, subject: Subject<C>, cases: fc.Arbitrary<C>, breakages: readonly Breakage<B>[]): void {
  describe(name, () => {
    test('synthesizes from all that is legal', () => synthesizes(subject, withTokens(cases)));

    test('synthesizes with tokens in every place', () => synthesizes(
      { build: subject.build }, withTokens(cases, { atLeast: 1, atMost: Infinity }), FEWER_RUNS,
    ));

    test('refuses each broken rule in words', () => refuses(subject, broken(cases, breakages)));

    test('refuses without showing tokens', () => refusesWithoutShowingTokens(subject, broken(withTokens(cases, { atMost: Infinity }), breakages), FEWER_RUNS));
  });
}
