import { nearest } from '../../src/text/nearest';

const WORDS = ['dpl-percent-deadlock', 'dpl-mutable-image-tag', 'net-single-az'];

test.each([
  ['a letter that is missing', 'dpl-percent-deadlok', 'dpl-percent-deadlock'],
  ['letters that changed places', 'net-signle-az', 'net-single-az'],
  ['a letter too many', 'dpl-mutable-image-tags', 'dpl-mutable-image-tag'],
])('finds the word behind %s', (_, typed, meant) => {
  expect(nearest(typed, WORDS)[0]).toBe(meant);
});

test('names no more than are asked for', () => {
  expect(nearest('', WORDS, 2)).toEqual(['net-single-az', 'dpl-percent-deadlock']);
});
