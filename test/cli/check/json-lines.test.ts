import fc from 'fast-check';
import { jsonLines } from '../../../src/cli/check/json-lines';

test('finds the line of a key', () => {
  const find = jsonLines('{\n "A": "x",\n "B": {\n  "C": [\n   {"D": 1}\n  ],\n  "D": {"E":\n    2}\n }\n}');
  expect(find(['A'])).toBe(2);
  expect(find(['B', 'D', 'E'])).toBe(7);
  expect(find(['B', 'C'])).toBe(4);
  expect(find(['B', 'C', 'D'])).toBeUndefined();
  expect(find(['D'])).toBeUndefined();
  expect(find([])).toBeUndefined();
});

test('is not misled by what is in texts', () => {
  const find = jsonLines('{\n"a\\"}": "{\\"b\\": 1",\n"b": ":{",\n"c": {"\\u0064": 1}}');
  expect(find(['a"}'])).toBe(2);
  expect(find(['b'])).toBe(3);
  expect(find(['c', 'd'])).toBe(4);
});

test('finds each key of any document where it is', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.dictionary(fc.string(), fc.jsonValue())), fc.constantFrom(0, 1, 4), (document, indent) => {
    const text = JSON.stringify(document, undefined, indent);
    const find = jsonLines(text);
    const lines = text.split('\n');
    for (const [name, inner] of Object.entries(document)) {
      for (const key of Object.keys(inner)) {
        expect(lines[find([name, key])! - 1]).toContain(JSON.stringify(key));
      }
    }
  }), { numRuns: 200 });
});
