import { duration, millisecondsOf } from '../../src/cli/duration';

test.each([['90s', 90_000], ['20m', 1_200_000], ['1h30m', 5_400_000], ['0.5h', 1_800_000], ['168h', 604_800_000]])('%s', (text, milliseconds) => {
  expect(millisecondsOf('--timeout', text)).toBe(milliseconds);
});

test.each(['20', '0s', '-5m', 'm', '', '5 m', '20min', '1d', '169h', '1e3s', '20m!', '٢m'])('%p is no time', (text) => {
  expect(() => millisecondsOf('--timeout', text)).toThrow(`--timeout (${text}) must be a time with its unit, above 0 and at most 168h, such as 90s, 20m or 1h30m`);
});

test.each([[59_000, '59 s'], [200_000, '3 min 20 s'], [7_500_000, '2 h 5 min'], [371_000_000, '4 d 7 h']])('%d ms are %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
