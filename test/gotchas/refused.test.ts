import { App, Stack } from 'aws-cdk-lib/core';
import { selected } from './selected';
import { fixPath } from '../../scripts/snippets';
import { Given, type Fix } from '../../src/gotchas/fixtures/snippet-context';

/** The mistake as one makes it with the constructs of this library. */
function refusedOf(id: string): Fix | undefined {
  return jest.requireActual<{ readonly refused?: Fix }>(fixPath(id)).refused;
}

const guards = selected.filter(({ levels }) => levels.includes('construct')).map(({ id }) => id);

// Not test.each, which fails for an empty list: a single gotcha may have no guard.
for (const id of guards) {
  test(`${id}: a construct of this library throws it`, () => {
    const given = new Given(new Stack(new App(), 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } }));
    expect(() => refusedOf(id)?.(given)).toThrow(`[${id}]`);
  });
}

test('only gotchas of level construct have such a mistake', () => {
  const others = selected.filter(({ id, levels }) => !levels.includes('construct') && refusedOf(id) !== undefined);
  expect(others.map(({ id }) => id)).toEqual([]);
});
