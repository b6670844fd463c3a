import { App } from 'aws-cdk-lib/core';
import { pathOf } from '../../src/checks/path-of';
import { messageOf } from '../support/refusals';
import { testStack } from '../support/stacks';

test('is the path that the construct will have', () => {
  expect(pathOf(testStack(), 'Web')).toBe('Shop/Web');
});

test.each([
  [undefined, 'Web', 'scope is undefined, it must be a construct', 'Web (scope)'],
  [{ image: 'nginx' }, 'Web', 'scope is an object, it must be a construct', 'Web (scope)'],
  [undefined, undefined, 'scope is undefined, it must be a construct', 'the construct (scope)'],
  [testStack(), { cluster: 'shop' }, 'id is an object, it must be a text that is unique within Shop', 'Shop (id)'],
  [testStack(), '', "id is '', it must be a text that is unique within Shop", 'Shop (id)'],
  [new App(), undefined, 'id is undefined, it must be a text that is unique within the app', 'the app (id)'],
])('of %s and %s is refused', (scope, id, headline, at) => {
  const message = messageOf(() => pathOf(scope as never, id as never)); // JavaScript checks no types.
  expect(message).toContain(headline);
  expect(message).toContain(`at:   ${at}`);
});

test('begins below the app', () => {
  expect(pathOf(new App(), 'Shop')).toBe('Shop');
});
