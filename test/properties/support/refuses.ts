import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { RUNS, SEED } from './runs';
import type { Subject } from './subject';
import { World } from './world';

/** A case with one documented rule broken, and the words of which the error has to have each. */
export interface Broken<C> {
  readonly rule: string;
  readonly one: C;
  readonly says: readonly string[];
}

/** Makes a valid case invalid, of whatever kind as long as it has what is broken. */
export type Breakage<B> = <C extends B>(valid: C) => fc.Arbitrary<Broken<C>>;

/** A valid case with one of the rules broken. */
export function broken<B, C extends B>(valid: fc.Arbitrary<C>, breakages: readonly Breakage<B>[]): fc.Arbitrary<Broken<C>> {
  return fc.tuple(valid, fc.constantFrom(...breakages)).chain(([one, breakage]) => breakage(one));
}

/** Every broken case is refused with one of our errors, which names property and value, and nothing is created. */
export function refuses<C>(subject: Subject<C>, cases: fc.Arbitrary<Broken<C>>, numRuns = RUNS): void {
  fc.assert(fc.property(cases, ({ one, says }) => {
    const { message, made } = attempt(subject, one);
    if (message === undefined) throw new Error('it was not refused');
    expectOurs(message);
    for (const words of says) expect(message).toContain(words);
    expect(made).toEqual([]);
  }), { seed: SEED, numRuns });
}

/** A case with tokens and a broken rule may pass, since tokens are not checked; a refusal shows no token. */
export function refusesWithoutShowingTokens<C>(subject: Subject<C>, cases: fc.Arbitrary<Broken<C>>, numRuns = RUNS): void {
  fc.assert(fc.property(cases, ({ one }) => {
    const { message } = attempt(subject, one);
    if (message === undefined) return;
    expectOurs(message);
    expect(message).not.toMatch(/\$\{Token\[|-1\.88815458970\d*e\+289|#\{Token\[/);
  }), { seed: SEED, numRuns });
}

let attempts = 0;
let world: World;

/** A new world every few cases: late refusals leave their rules on the shared load balancer. */
function worldOfNow(): World {
  if (attempts++ % 25 === 0) world = World.create();
  return world;
}

/** Error of the construct, at once or at validation, and the constructs that it leaves behind if it was at once. */
function attempt<C>(subject: Subject<C>, one: C): { message?: string; made: string[] } {
  const around = worldOfNow();
  const scope = new Construct(around, `Case${attempts}`);
  const given = new Construct(scope, 'Given');
  try {
    subject.build(scope, 'It', one, around, given);
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    return { message: error.message, made: scope.node.children.map(({ node }) => node.id).filter((id) => id !== 'Given') };
  } finally {
    around.node.tryRemoveChild(scope.node.id);
  }
  return { message: complaintsOf(scope), made: [] };
}

/** Errors that would stop the synthesis. */
function complaintsOf(scope: Construct): string | undefined {
  const complaints = scope.node.findAll().flatMap(({ node }) => node.validate());
  return complaints.length > 0 ? complaints.join('\n\n') : undefined;
}

/** One message, or several with an empty line between. */
export function expectOurs(message: string): void {
  for (const part of message.split('\n\n')) {
    expect(part).toMatch(/^[^\n]+\n {2}at: {3}\S.*\n(?: {2}why: {2}\S.*\n)?(?: {2}fix: {2}\S.*)(?:\n {2}docs: https:\S+)?$/);
  }
}
