import { App } from 'aws-cdk-lib/core';
import { pathOf } from '../../src/checks/path-of';
import { testStack } from '../support/stacks';

test('is the path that the construct will have', () => {
  expect(pathOf(testStack(), 'Web')).toBe('Shop/Web');
});

test('begins below the app', () => {
  expect(pathOf(new App(), 'Shop')).toBe('Shop');
});
