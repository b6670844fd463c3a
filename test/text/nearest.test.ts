import { didYouMean, nearest } from '../../src/text/nearest';

const WORDS = ['dpl-percent-deadlock', 'dpl-mutable-image-tag', 'net-single-az'];

test.each([
  ['a letter that is missing', 'dpl-percent-deadlok', 'dpl-percent-deadlock'],
  ['letters that changed places', 'net-signle-az', 'net-single-az'],
  ['a letter too many', 'dpl-mutable-image-tags', 'dpl-mutable-image-tag'],
])('finds the word behind %s', (_, typed, meant) => {
  expect(nearest(typed, WORDS)[0]).toBe(meant);
});

test('prefers what a word begins', () => {
  expect(nearest('dpl-percent', [...WORDS, 'dpl-present'])).toEqual(['dpl-percent-deadlock', 'dpl-present']);
  expect(nearest('net', ['nat', 'network', 'sec'])).toEqual(['network', 'nat']);
});

test('names nothing where no word is near', () => {
  expect(nearest('foo', WORDS)).toEqual([]);
  expect(didYouMean('foo', WORDS)).toBe('');
});

test('names no more than are asked for', () => {
  expect(nearest('ab1', ['ab2', 'ab3', 'ab4'], 2)).toEqual(['ab2', 'ab3']);
  expect(didYouMean('ab1', ['ab2', 'ab3', 'ab4'], 2)).toBe('; did you mean ab2, ab3?');
});
