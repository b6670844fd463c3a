import { Duration, Lazy } from 'aws-cdk-lib/core';
import { checkSeconds, checkText, checkWholeNumber, checkWholeSeconds } from '../../src/checks/arguments';
import { messageOf } from '../support/refusals';

const LAZY = Lazy.number({ produce: () => 5 });

describe('checkWholeNumber', () => {
  test.each([undefined, 1, 9, LAZY])('takes %p', (value) => {
    expect(() => checkWholeNumber('Shop/Web', 'priority', value, { min: 1, max: 9 })).not.toThrow();
  });

  test.each([0, 10, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('fails for %p', (value) => {
    expect(messageOf(() => checkWholeNumber('Shop/Web', 'priority', value, { min: 1, max: 9, unit: 'tasks', docs: 'https://example.com' }))).toBe([
      `priority is ${value} tasks, it must be a whole number from 1 to 9 tasks`,
      '  at:   Shop/Web (priority)',
      '  fix:  set priority to a whole number from 1 to 9 tasks',
      '  docs: https://example.com',
    ].join('\n'));
  });
});

describe('checkSeconds', () => {
  test.each([undefined, Duration.seconds(9), Duration.seconds(LAZY)])('takes %p', (value) => {
    expect(() => checkSeconds('Shop/Web', 'timeout', value, { min: 1, max: 9 })).not.toThrow();
  });

  test.each([Duration.millis(1500), Duration.minutes(1)])('fails for %p', (value) => {
    expect(messageOf(() => checkSeconds('Shop/Web', 'timeout', value, { min: 1, max: 9 }))).toContain(
      `timeout is ${value.toMilliseconds() / 1000} seconds, it must be a whole number from 1 to 9 seconds`);
  });
});

describe('checkWholeSeconds', () => {
  test.each([undefined, Duration.minutes(2), Duration.seconds(LAZY)])('takes %p', (value) => {
    expect(() => checkWholeSeconds('Shop/Web', 'timeout', value)).not.toThrow();
  });

  test('fails for a fraction', () => {
    expect(messageOf(() => checkWholeSeconds('Shop/Web', 'timeout', Duration.millis(1500)))).toContain('fix:  set timeout to 2 seconds');
  });
});

describe('checkText', () => {
  test.each([undefined, 'abc', Lazy.string({ produce: () => '1' })])('takes %p', (value) => {
    expect(() => checkText('Shop/Web', 'name', value, /^[a-z]+$/, 'have letters')).not.toThrow();
  });

  test('fails for a text that does not match', () => {
    expect(messageOf(() => checkText('Shop/Web', 'name', 'a1', /^[a-z]+$/, 'have letters'))).toBe([
      "name is 'a1', it must have letters",
      '  at:   Shop/Web (name)',
      '  fix:  correct name: it must have letters',
    ].join('\n'));
  });
});
