import { Lazy } from 'aws-cdk-lib/core';
import { checkOnce } from '../../src/checks/once';

test.each([
  [undefined],
  [[]],
  [['a', 'b', 'A']],
  [[Lazy.string({ produce: () => 'a' }), Lazy.string({ produce: () => 'a' })]],
])('%j has nothing twice', (values) => {
  expect(() => checkOnce('Shop/Web', 'names', values)).not.toThrow();
});

test('a value that is there twice is named, with both places', () => {
  expect(() => checkOnce('Shop/Web', 'names', ['a', 'b', 'a'])).toThrow('names has "a" twice, at 0 and 2\n  at:   Shop/Web (names)\n  fix:  leave one of the two out of names');
});

test('objects are compared by their distinguishing properties', () => {
  const values = [{ id: 1, more: 'a' }, { id: 1, more: 'b' }];
  expect(() => checkOnce('Shop/Web', 'things', values, ({ id }) => id)).toThrow('things has 1 twice');
  expect(() => checkOnce('Shop/Web', 'things', values, ({ more }) => more)).not.toThrow();
});

test('a token is not shown', () => {
  const token = Lazy.string({ produce: () => 'a' });
  expect(() => checkOnce('Shop/Web', 'names', [token, token])).toThrow('names has a value twice');
});
